"""A figure while it is being read."""

from dataclasses import dataclass
from decimal import Decimal

from silkfigures.quantities.digits import ONE, Number


@dataclass(slots=True)
class Figure:
    """A figure while it is being read.

    Attributes
    ----------
    start, end : int
        The span to report.
    left, tail : int
        The same with the case endings and qualifiers beside it.
    number : Number or None
        None where digits are refused before they are read.
    unit, factor, rate : str, Decimal, str
        Unit code, what one printed unit is in it, and the period of a rate (``year``), which may stand apart.
    rate_before : bool
        Whether the rate is said before the number.
    qualifier : str
        ``about``, ``over``, ``under`` or ``""``; printed as `qualifier_word` before, `after_word` behind.
    refused : str
        Why it is no quantity; ``""`` for one that may be reported.
    year : bool
        Whether the number looks like a year.
    negative : bool
        Whether a minus stands before it.
    from_case : bool
        Whether its case ending says "from".
    prefixed : bool
        Whether a currency sign or code stands before it.
    """

    start: int
    end: int
    left: int
    tail: int
    number: Number | None = None
    unit: str = ""
    factor: Decimal = ONE
    rate: str = ""
    rate_before: bool = False
    qualifier: str = ""
    qualifier_word: str = ""
    after_word: str = ""
    refused: str = ""
    year: bool = False
    negative: bool = False
    from_case: bool = False
    prefixed: bool = False

    @property
    def value(self) -> Decimal:
        """The figure in its canonical unit, with its sign."""
        value = self.number.value * self.factor
        return -value if self.negative else value

    @property
    def open_unit(self) -> bool:
        """Whether it could take the unit of a neighbour."""
        return not self.unit and not self.refused

    @property
    def scaled(self) -> bool:
        """Whether a multiplier is printed with it."""
        return self.number is not None and self.number.scale > 1
