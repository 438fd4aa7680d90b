"""A figure while it is being read."""

from dataclasses import dataclass
from decimal import Decimal

from .digits import ONE, Number


@dataclass(slots=True)
class Figure:
    """A figure while it is being read; places are offsets into the text.

    `start`..`end` is the span to report, `left`..`tail` also covers qualifiers and case endings; `kind` is
    ``""`` for a figure to report, or the reason why it is none.
    """

    start: int
    end: int
    left: int
    tail: int
    number: Number | None = None
    unit: str = ""
    factor: Decimal = ONE
    rate: str = ""
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
