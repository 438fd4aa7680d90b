"""The two sides of a relation: what interval each has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from operator import truediv

from silkfigures.checks.conversion import NoConversion, OtherThing, Units
from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.checks.relations_file import HUNDRED, Relation

NOTHING, ONE = Interval.exactly(0), Interval.exactly(1)
RELATIVE = ("percent", "times")


@dataclass(frozen=True, slots=True)
class Term:
    """One claim in a relation; the sign and size of its value say how a growth is meant."""

    claim: str
    interval: Interval
    unit: str
    measure: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Sides:
    """The intervals of both sides in one unit."""

    left: Interval
    right: Interval
    unit: str


Terms = Mapping[str, list[Term]]  # by role


def term(row: Mapping[str, str], corrected: bool = False) -> Term:
    """The term of a row of `figures`; with `corrected`, of its likely figure where it has one.

    The bounds of a likely figure are as wide, relative to it, as those of the printed one.

    >>> row = {"claim_id": "a-001", "measure": "level", "value": "20", "lower": "19", "upper": "21",
    ...        "unit": "km", "corrected_value": "2", "corrected_unit": "km"}
    >>> term(row, corrected=True).interval.cells()
    ('1.9', '2.1')
    """
    value, interval, unit = Fraction(row["value"]), Interval.of(row["lower"], row["upper"]), row["unit"]
    if corrected and row["corrected_value"]:
        likely = Fraction(row["corrected_value"])
        interval = interval * Interval.exactly(likely / value) if value else Interval.exactly(likely)
        value, unit = likely, row["corrected_unit"] or unit
    return Term(row["claim_id"], interval, unit, row["measure"], value)


HUNDRED_PERCENT = Term(HUNDRED, Interval.exactly(100), "percent", "share", Fraction(100))


def manner(growth: Term) -> str:
    """How a growth is meant: by percent or a fraction, to so many times, or down to one so many-th.

    >>> manner(Term("x-001", Interval.exactly(-3), "times", "growth", Fraction(-3)))
    'down to'
    """
    if growth.unit != "times" or abs(growth.value) < 1:
        return "by"
    return "to" if growth.value > 0 else "down to"


def sides(relation: Relation, terms: Terms, units: Units) -> Sides:
    """The intervals of both sides.

    Parameters
    ----------
    relation : Relation
    terms : mapping of str to list of Term
        The terms by role.
    units : Units

    Raises
    ------
    NoConversion
        Where the units do not lead to one another.
    ZeroDivisionError
        Where the base of a growth, share or ratio may be zero or less.
    """
    if relation.kind == "equal":
        return _equal(terms["claims"], units, relation.density)
    if relation.kind == "limit":
        return _total(terms["parts"], terms["whole"][0], units, relation.density)
    return _SIDES[relation.kind](terms, units)


def _total(parts: list[Term], whole: Term, units: Units, density: Interval | None = None) -> Sides:
    """Parts added in the unit of their whole."""
    added = NOTHING
    for part in parts:
        added += units.convert(part.interval, part.unit, whole.unit, density)
    return Sides(added, whole.interval, whole.unit)


def _growth(terms: Terms, units: Units) -> Sides:
    (growth,), (before,), (after,) = terms["growth"], terms["from"], terms["to"]
    _relative(growth)
    end = units.convert(after.interval, after.unit, before.unit)
    meant = manner(growth)
    if meant == "down to":
        return Sides(growth.interval, -(before.interval / end), growth.unit)
    found = end / before.interval - (ONE if meant == "by" else NOTHING)
    return Sides(growth.interval, units.convert(found, "times", growth.unit), growth.unit)


def _growth_of_sum(terms: Terms, units: Units) -> Sides:
    """The growth of a sum from the levels of its parts and the growth of each.

    As the levels stand in numerator and denominator, the ends are sought at every corner; the growth of the
    sum only rises or only falls with each term, so they lie there.
    """
    (growth,), levels = terms["growth"], terms["levels"]
    amounts = [units.convert(level.interval, level.unit, levels[0].unit) for level in levels]
    factors = [_factor(one, units) for one in terms["growths"]]
    if not all(one.bounded for one in (*amounts, *factors)):
        raise NoConversion("a level or growth of the parts has no bound")
    if any(one.lower <= 0 for one in (*amounts, *factors)):
        raise ZeroDivisionError("a part may have been nothing")
    found = [
        sum(corner[: len(levels)]) / sum(map(truediv, corner[: len(levels)], corner[len(levels) :]))
        for corner in product(*((one.lower, one.upper) for one in (*amounts, *factors)))
    ]
    quotient = Interval(min(found), max(found))
    right = quotient if manner(growth) == "to" else quotient - ONE
    return Sides(growth.interval, units.convert(right, "times", growth.unit), growth.unit)


def _factor(growth: Term, units: Units) -> Interval:
    """By how much a growth multiplies."""
    _relative(growth)
    found = units.convert(growth.interval, growth.unit, "times")
    return {"by": found + ONE, "to": found}.get(manner(growth)) or ONE / -found


def _count(terms: Terms, units: Units) -> Sides:
    (count,) = terms["count"]
    return Sides(Interval.exactly(len(terms["items"])), count.interval, count.unit)


def _rank(terms: Terms, units: Units) -> Sides:
    """The printed rank against the places that the level may have among the others, the largest first."""
    (rank,), (of,) = terms["rank"], terms["of"]
    others = [units.convert(other.interval, other.unit, of.unit) for other in terms["others"]]
    surely = sum(other.lower > of.interval.upper for other in others)
    maybe = sum(other.upper > of.interval.lower for other in others)
    return Sides(rank.interval, Interval(Fraction(1 + surely), Fraction(1 + maybe)), rank.unit)


def _change(terms: Terms, units: Units) -> Sides:
    (change,), (before,), (after,) = terms["change"], terms["from"], terms["to"]
    start = units.convert(before.interval, before.unit, change.unit)
    end = units.convert(after.interval, after.unit, change.unit)
    return Sides(change.interval, end - start, change.unit)


def _quotient(quotient: Term, above: Term, below: Term, units: Units) -> Sides:
    """A share or ratio against the two that it compares."""
    _relative(quotient)
    number = units.convert(above.interval, above.unit, below.unit) / below.interval
    return Sides(quotient.interval, units.convert(number, "times", quotient.unit), quotient.unit)


def _product(terms: Terms, units: Units) -> Sides:
    (result,) = terms["result"]
    found = ONE
    for factor in terms["factors"]:
        found *= factor.interval
    unit = " * ".join(f"({factor.unit})" for factor in terms["factors"])
    return Sides(units.product(found, unit, result.unit), result.interval, result.unit)


def _equal(claims: list[Term], units: Units, density: Interval | None) -> Sides:
    one, other = claims
    found = other.interval
    if one.measure == other.measure == "growth" and one.unit != other.unit:
        found = _other_growth(other, one, units)
    else:
        found = units.convert(found, other.unit, one.unit, density)
    return Sides(one.interval, found, one.unit)


def _other_growth(growth: Term, like: Term, units: Units) -> Interval:
    """Growth by so many percent as growth to so many times, or the other way round."""
    offset = {"by": NOTHING, "to": ONE}
    if manner(growth) not in offset or manner(like) not in offset:
        raise NoConversion("a fall to one so many-th is not compared with a fall in percent")
    found = units.convert(growth.interval, growth.unit, "times")
    return units.convert(found - offset[manner(growth)] + offset[manner(like)], "times", like.unit)


def _relative(given: Term) -> None:
    if given.unit not in RELATIVE:
        raise OtherThing(f"{given.claim} is in {given.unit}, not in percent or times")


_SIDES: dict[str, Callable[[Terms, Units], Sides]] = {
    "sum": lambda terms, units: _total(terms["parts"], terms["total"][0], units),
    "growth": _growth,
    "growth_of_sum": _growth_of_sum,
    "change": _change,
    "share": lambda t, units: _quotient(t["share"][0], t["part"][0], t["whole"][0], units),
    "ratio": lambda t, units: _quotient(t["ratio"][0], t["of"][0], t["to"][0], units),
    "product": _product,
    "count": _count,
    "rank": _rank,
}  # fmt: skip
