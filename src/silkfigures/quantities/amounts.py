"""Amounts said in a word or two that :func:`find_quantities` passes over: in running text they rarely count.

"One" is mostly a pronoun, "doubled" a manner of speaking, "half a century" a long time. Where a reader knows
that such a word is a figure, it is read here. The words that stand for a number and a unit are in the table
``[amounts]`` of each lexicon.
"""

from decimal import Decimal

from silkfigures.quantities.lexicon import Lexicon, languages, lexicon
from silkfigures.quantities.numerals import read_number
from silkfigures.quantities.tidy import tidy


def parse_amount(text: str, lang: str | None = None) -> tuple[Decimal, str] | None:
    """Read a number, or a word that stands for an amount, that is said alone.

    Parameters
    ----------
    text : str
        "one", "двадцать пять", "удвоились", "half a century"; nothing else may stand in it.
    lang : str, optional
        Code of a language; each is tried when it is left out.

    Returns
    -------
    tuple of (Decimal, str) or None
        The number and the code of its unit, "" for a bare number; None when the text is anything else.

    Examples
    --------
    >>> parse_amount("один"), parse_amount("doubled", "en")
    ((Decimal('1'), ''), (Decimal('2'), 'times'))
    >>> parse_amount("one port") is None
    True
    """
    low = " ".join(tidy(text).low.split())
    for code in [lang] if lang else languages():
        amount = _amount(lexicon(code), low)
        if amount is not None:
            return amount
    return None


def _amount(lex: Lexicon, low: str) -> tuple[Decimal, str] | None:
    number = read_number(lex, low, 0)
    if number is not None and number.end == len(low):
        return number.value, ""
    return lex.amounts.get(low)
