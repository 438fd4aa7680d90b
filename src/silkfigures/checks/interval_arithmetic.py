"""Arithmetic of intervals with exact ends: what a printed figure allows, carried through sums and quotients.

An end is a `Fraction`, or an infinity where the print sets no bound. Results are the smallest intervals that
hold every result of numbers out of the terms, each term being used once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

End = Fraction | float  # a float only where it is infinite
ENDLESS = 12  # digits that are kept of a fraction that does not end in decimals


def plus(one: End, other: End) -> End:
    """The sum of two ends; of an infinity and a number the infinity.

    >>> plus(Fraction(1, 3), Fraction(1, 6)), plus(Fraction(1), -math.inf)
    (Fraction(1, 2), -inf)
    """
    infinite = [end for end in (one, other) if isinstance(end, float)]
    return infinite[0] if infinite else one + other


def times(one: End, other: End) -> End:
    """The product of two ends; nothing times anything is nothing.

    >>> times(Fraction(2), Fraction(3)), times(Fraction(-2), math.inf), times(Fraction(0), math.inf)
    (Fraction(6, 1), -inf, Fraction(0, 1))
    """
    if isinstance(one, float) or isinstance(other, float):
        sign = ((one > 0) - (one < 0)) * ((other > 0) - (other < 0))
        return sign * math.inf if sign else Fraction(0)
    return one * other


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `lower` to `upper`, both included.

    >>> Interval.of("5.85", "5.95") + Interval.of("1", "")
    Interval(lower=Fraction(137, 20), upper=inf)
    """

    lower: End
    upper: End

    @classmethod
    def of(cls, lower: str, upper: str) -> Interval:
        """The interval between two cells of a table, plain decimals; an empty cell is open."""
        return cls(Fraction(lower) if lower else -math.inf, Fraction(upper) if upper else math.inf)

    @classmethod
    def exactly(cls, number: int | str | Fraction) -> Interval:
        """The interval that holds one number.

        >>> Interval.exactly(100).bounded
        True
        """
        return cls(Fraction(number), Fraction(number))

    @property
    def bounded(self) -> bool:
        """Whether both ends are numbers."""
        return not isinstance(self.lower, float) and not isinstance(self.upper, float)

    def __neg__(self) -> Interval:
        """The interval seen from the other side of zero."""
        return Interval(-self.upper, -self.lower)

    def __add__(self, other: Interval) -> Interval:
        """All sums."""
        return Interval(plus(self.lower, other.lower), plus(self.upper, other.upper))

    def __sub__(self, other: Interval) -> Interval:
        """All differences."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """All products."""
        ends = [times(one, two) for one in (self.lower, self.upper) for two in (other.lower, other.upper)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """All quotients; ZeroDivisionError where the divisor may be negative, or is nothing but zero.

        A divisor that comes down to zero, as "about 1 bn" does, leaves the quotient without a bound.

        >>> Interval.of("6", "8") / Interval.of("0", "2")
        Interval(lower=Fraction(3, 1), upper=inf)
        """
        if other.lower < 0 or other.upper == 0:
            raise ZeroDivisionError("the divisor may be zero or less")
        greatest = math.inf if other.lower == 0 else 1 / other.lower
        least = Fraction(0) if isinstance(other.upper, float) else 1 / other.upper
        return self * Interval(least, greatest)

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common; touching is meeting.

        >>> Interval.of("1", "2").meets(Interval.of("2", "3"))
        True
        """
        return self.lower <= other.upper and other.lower <= self.upper

    def gap(self, other: Interval) -> Fraction:
        """How far the two are apart; 0 where they meet.

        >>> Interval.of("1", "2").gap(Interval.of("5", ""))
        Fraction(3, 1)
        """
        if self.meets(other):
            return Fraction(0)
        below, above = (self, other) if self.upper < other.lower else (other, self)
        return Fraction(above.lower) - Fraction(below.upper)  # ends that face each other are numbers

    def cells(self) -> tuple[str, str]:
        """The two ends as the tables write them; empty where open.

        >>> Interval.of("0.50", "").cells()
        ('0.5', '')
        """
        return written(self.lower), written(self.upper)


def written(end: End) -> str:
    """An end as a plain decimal: exact where it ends, else rounded to 12 digits that count.

    >>> written(Fraction(5, 4)), written(Fraction(200, 3)), written(math.inf)
    ('1.25', '66.6666666667', '')
    """
    if isinstance(end, float):
        return ""
    rest = end.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    with localcontext() as context:
        context.prec = ENDLESS if rest > 1 else end.numerator.bit_length() + end.denominator.bit_length()
        digits = format(Decimal(end.numerator) / Decimal(end.denominator), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
