"""What the printed digits and the words beside them allow: the interval of a figure.

See the contract in the README of the lexicons: half a unit of the last printed digit, wider for "about", open
for "over" and "under"; counts are exact.
"""

from decimal import Decimal

HALF = Decimal("0.5")

Interval = tuple[Decimal | None, Decimal | None]


def interval(value: Decimal, step: Decimal, last: Decimal, qualifier: str, count: bool) -> Interval:
    """Give the lower and upper end.

    Parameters
    ----------
    value : Decimal
    step : Decimal
        One unit of the last printed digit, in the unit of `value`.
    last : Decimal
        One unit of the last digit that is not zero.
    qualifier : str
        ``exact``, ``about``, ``over`` or ``under``.
    count : bool
        Whether the number counts things and prints neither multiplier nor decimals.

    Examples
    --------
    >>> interval(Decimal("5.9"), Decimal("0.1"), Decimal("0.1"), "exact", False)
    (Decimal('5.85'), Decimal('5.95'))
    >>> interval(Decimal(50), Decimal(1), Decimal(10), "about", False)
    (Decimal('45.0'), Decimal('55.0'))
    """
    if qualifier == "over":
        return value, None
    if qualifier == "under":
        return None, value
    if qualifier == "about":
        margin = max(last * HALF, step)
        return value - margin, value + margin
    if count:
        return value, value
    return value - step * HALF, value + step * HALF
