"""Reading a printed figure again from the words that a table keeps of it.

A row of a table has its quote and its printed words, but neither the `take` of the reading nor the unit that
was quoted elsewhere. So there may be more than one way to read it, and all are given.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from silkfigures import quantities
from silkfigures.quantities.lexicon import languages
from silkfigures.readings.errors import Slip
from silkfigures.readings.printed import Printed, language_of, named_spans, requalified, said_alone, scaled

_KEPT = 4096  # quotes stand in several tables


@lru_cache(maxsize=_KEPT)
def reread(quote: str, printed: str, lang: str | None = None) -> tuple[Printed, ...]:
    """Every figure that printed words in a quote can be read as, by the first language that reads one.

    Parameters
    ----------
    quote, printed : str
        The quoted words, and those of them that print the figure.
    lang : str, optional
        The language of the work, tried first; then that of the letters, then each other one.

    Returns
    -------
    tuple of Printed
        What the reader finds in the quote; where that is nothing, what it finds in the printed words by
        themselves (cells of a table, ordinals, amounts such as "doubled"). Empty when they print no figure or
        do not stand in the quote.

    Examples
    --------
    >>> [(str(figure.value), figure.qualifier) for figure in reread("fell by over 5% to 3 bn", "5%", "en")]
    [('5', 'over')]
    >>> [(str(figure.value), figure.unit) for figure in reread("in second place", "second", "en")]
    [('2', 'rank')]
    >>> reread("fell by over 5%", "6%", "en")
    ()
    """
    try:
        spans = named_spans(quote, printed, None)
    except Slip:
        return ()
    for code in dict.fromkeys([language_of(quote, None, lang), None, *languages()]):
        found = _read(quote, printed, code) or _read(printed, printed, code) or said_alone(quote, spans, code)
        if found:
            return tuple(found)
    return ()


def _read(words: str, printed: str, lang: str | None) -> list[Printed]:
    """The quantities in some words whose text is the printed one."""
    found = quantities.find_quantities(words, lang)
    return [
        Printed.of(quantity) for quantity in found if quantity.text == printed and quantity.value is not None
    ]


def in_unit(figure: Printed, value: Decimal, unit: str) -> Printed | None:
    """A bare figure in the unit of a value, where a unit printed elsewhere can make the one of the other.

    None when no multiplier and no word for the unit has that factor.

    >>> bare = reread("Kazakhstan 12.1 76.0", "12.1", "en")[0]
    >>> str(in_unit(bare, Decimal(12100000), "USD").upper)
    '12150000.0'
    >>> in_unit(bare, Decimal(121), "USD") is None
    True
    """
    factor = value / figure.value if figure.value else Decimal(1)
    return scaled(figure, factor, unit) if factor in quantities.unit_factors(unit) else None


def with_qualifier(figure: Printed, qualifier: str, lang: str | None) -> Printed | None:
    """The figure with another qualifier, as a reading may give it; None where it may not.

    >>> (figure, *_) = reread("at least 5 bn", "5 bn", "en")
    >>> str(with_qualifier(figure, "under", "en").upper)
    '5000000000'
    """
    try:
        return requalified(figure, qualifier, lang)
    except Slip:
        return None
