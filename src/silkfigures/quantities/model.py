"""The result of reading: a :class:`Quantity`, one printed figure with its value, unit and place."""

from dataclasses import dataclass
from decimal import Decimal

ONE = Decimal(1)


def plain(number: Decimal | None) -> str | None:
    """Write a decimal with all its digits and no exponent.

    Parameters
    ----------
    number : Decimal or None

    Returns
    -------
    str or None
        None stays None.

    Examples
    --------
    >>> plain(Decimal("5.9E+9"))
    '5900000000'
    >>> plain(Decimal("2.50"))
    '2.5'
    """
    if number is None:
        return None
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def shortest(number: Decimal | None) -> Decimal | None:
    """Give a decimal without exponent and without zeros at the end of its decimals, as people write it.

    Examples
    --------
    >>> shortest(Decimal("5.9E+9")), shortest(Decimal("4100000000.0")), shortest(Decimal("2.50"))
    (Decimal('5900000000'), Decimal('4100000000'), Decimal('2.5'))
    """
    if number is None:
        return None
    number = number.normalize()
    return number.quantize(ONE) if number.as_tuple().exponent > 0 else number


@dataclass(frozen=True, slots=True)
class Quantity:
    """One printed figure.

    Attributes
    ----------
    start, end : int
        Place in the text: code points counted from 0, half open.
    text : str
        What is printed there, ``source[start:end]``.
    value : Decimal or None
        The figure in `unit`; the middle of a range.
    lower, upper : Decimal or None
        What the printed digits and the words beside them allow; None is open.
    unit : str
        A code of ``UNITS``, a rate of two codes (``t/year``), or ``""`` for a bare number.
    qualifier : str
        ``exact``, ``about``, ``over``, ``under`` or ``range``.
    lang : str
        The language whose lexicon read it.

    Examples
    --------
    >>> one = Decimal(1)
    >>> Quantity(0, 2, "1%", one, one, one, "percent", "exact", "en").to_dict()["value"]
    '1'
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    unit: str
    qualifier: str
    lang: str

    def to_dict(self) -> dict[str, int | str | None]:
        """Give the fields under their names, numbers as plain decimal strings or None."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": plain(self.value),
            "lower": plain(self.lower),
            "upper": plain(self.upper),
            "unit": self.unit,
            "qualifier": self.qualifier,
            "lang": self.lang,
        }
