"""Ordinals in figures and words: "28th", "second", "двадцать восьмое", "екінші".

They are no quantities (a third meeting measures nothing), so :func:`find_quantities` passes over them; a rank
is read with :func:`parse_ordinal`. The words stand in the table ``[ranks]`` of each lexicon, the
endings after digits in its table ``[refuse]``.
"""

import re
from decimal import Decimal

from silkfigures.quantities.lexicon import Lexicon, languages, lexicon

_NUMBER = re.compile(r"(\d{1,6})[ \u00ad]?[-‐‑–]?([^\W\d_]+)")


def parse_ordinal(text: str, lang: str | None = None) -> Decimal | None:
    """Read one ordinal.

    Parameters
    ----------
    text : str
        A number with an ordinal ending, or one to several words that are an ordinal and nothing else.
    lang : str or None
        Code of a language; None tries each.

    Returns
    -------
    Decimal or None
        The rank; None when the text is no ordinal.

    Examples
    --------
    >>> parse_ordinal("28th"), parse_ordinal("twenty-first"), parse_ordinal("второе", "ru")
    (Decimal('28'), Decimal('21'), Decimal('2'))
    >>> parse_ordinal("28") is None
    True
    """
    low = text.strip().lower().replace("ё", "е").replace("\u00ad", "")
    for code in [lang] if lang else languages():
        if code not in languages():
            continue
        lex = lexicon(code)
        value = _digits(lex, low) or _spelt(lex, low)
        if value is not None:
            return value
    return None


def _digits(lex: Lexicon, low: str) -> Decimal | None:
    """An ordinal in digits: 28th, 3-м."""
    found = _NUMBER.fullmatch(low)
    return Decimal(found[1]) if found and found[2] in lex.ordinals else None


def _spelt(lex: Lexicon, low: str) -> Decimal | None:
    """An ordinal in words; all but the last of them are round cardinals, each greater than what follows."""
    *firsts, last = re.split(r"[\s-]+", low)
    total = lex.ordinal_words.get(last)
    for word in reversed(firsts):
        _, value = lex.numbers.get(word, ("", Decimal(0)))
        if total is None or value % 10 or value <= total:
            return None
        total += value
    return total
