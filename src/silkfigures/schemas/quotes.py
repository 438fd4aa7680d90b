"""How long a quote may be: the figure with the few words needed to recognise it, never a sentence."""

from __future__ import annotations

import re

MAX_WORDS = 14
MAX_CHARACTERS = 120
_WORD = re.compile(r"\w+")


def word_count(quote: str) -> int:
    """Number of words; the digits on either side of a decimal point, a comma or a hyphen are two.

    >>> word_count("составил 5,9 млрд долларов")
    5
    """
    return len(_WORD.findall(quote))


def quote_is_short(quote: str) -> bool:
    """Whether a quote keeps to the greatest number of words and characters.

    >>> quote_is_short("grew to 6 bn"), quote_is_short("word " * 15)
    (True, False)
    """
    return word_count(quote) <= MAX_WORDS and len(quote) <= MAX_CHARACTERS
