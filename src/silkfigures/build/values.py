"""The numbers of a claim as the tables hold them: signed, in a unit that fits, as text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from silkfigures.build.units import COUNT, dimension, kinds
from silkfigures.quantities import UNITS
from silkfigures.quantities.model import plain
from silkfigures.readings import Printed, Slip

DIRECTIONS = ("up", "down")
RELATIVE = ("growth", "change")  # measures that go up or down
COMPARED = (*RELATIVE, "ratio")  # measures that may have a base period
_RATIO = "percent, percentage_point or times"


@dataclass(frozen=True, slots=True)
class Interval:
    """A value and its bounds; None is a bound that the print leaves open."""

    value: Decimal
    lower: Decimal | None
    upper: Decimal | None

    def cells(self) -> dict[str, str]:
        """The three as plain decimals, empty where open.

        >>> Interval(Decimal("5.9E+9"), Decimal("5850000000.0"), None).cells()
        {'value': '5900000000', 'lower': '5850000000', 'upper': ''}
        """
        return {name: plain(getattr(self, name)) or "" for name in ("value", "lower", "upper")}


def signed(printed: Printed, measure: str, direction: str) -> Interval:
    """The printed figure, signed by its direction: a fall is negative, and its bounds change places.

    "fell by more than 5 %" is a value of -5 with -5 as upper bound and no lower one.
    Raises Slip when a growth or change has no direction, or anything else has one.
    """
    if measure not in RELATIVE:
        if direction:
            raise Slip(f"`direction` of a {measure}", f"remove it, or write `measure: {RELATIVE[0]}`")
        return Interval(printed.value, *printed.bounds(measure))
    if direction not in DIRECTIONS:
        what = f"`direction` is `{direction}`" if direction else f"a {measure} without `direction`"
        raise Slip(what, "write `direction: up` or `direction: down`")
    if direction == "up" and printed.value < 0:
        raise Slip(f'`direction: up`, but "{printed.text}" is printed negative', "write `direction: down`")
    if direction == "up" or printed.value < 0:  # a printed minus is not turned round
        return Interval(printed.value, printed.lower, printed.upper)
    lower, upper = (None if bound is None else -bound for bound in (printed.upper, printed.lower))
    return Interval(-printed.value, lower, upper)


def table_unit(printed: Printed, measure: str, indicator: str, allowed: str) -> str:
    """The unit of a figure in the tables, when it fits the measure and the dimensions the indicator allows.

    Raises Slip when it does not.
    """
    unit = printed.unit or COUNT
    if unit == COUNT and (measure == "ratio" or (measure in ("growth", "share") and printed.value % 1)):
        unit = "times"  # a bare fraction, "1/3", or a bare multiple
    elif measure != "rank" and (
        (unit in UNITS and UNITS[unit].counted) or (measure == COUNT and unit == "times")
    ):
        unit = _counted(unit, allowed)
    ratio = "/" not in unit and dimension(unit) == "ratio"
    if measure in ("growth", "share", "ratio"):
        fits, wanted = ratio, _RATIO
    elif measure == "rank":
        fits, wanted = unit in ("rank", COUNT), "an ordinal"
        unit = "rank"
    else:
        fits, wanted = bool(kinds(unit) & set(allowed.split())), f"a unit of {' or '.join(allowed.split())}"
    if not fits:
        given = f"the unit {unit} ({dimension(unit)})" if printed.unit else "no unit"
        message = f'"{printed.text}" has {given}; {indicator} as {measure} wants {wanted}'
        raise Slip(message, _unit_mend(printed, measure))
    return unit


def _counted(unit: str, allowed: str) -> str:
    """The unit of a number of things: what the indicator counts, when it says so, and not the noun at hand.

    >>> _counted("enterprise", "count"), _counted("count", "count project"), _counted("person", "people")
    ('count', 'project', 'person')
    """
    words = allowed.split()
    if COUNT not in words or ({unit, dimension(unit)} - {COUNT}) & set(words):
        return unit
    named = [code for code in words if code in UNITS and UNITS[code].counted]
    return next((code for code in named if code != COUNT), COUNT)


def _unit_mend(printed: Printed, measure: str) -> str:
    if not printed.unit:
        return (
            "say where the unit is printed (`unit: { line: …, quote: … }`), or mend `measure` or `indicator`"
        )
    if dimension(printed.unit) == "ratio" and measure not in ("growth", "share", "ratio"):
        return "write `measure: growth`, `share` or `ratio`, or mend `indicator`"
    return "mend `take`, `measure` or `indicator`"
