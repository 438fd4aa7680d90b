"""Claims that may stand in a relation, looked for one kind of relation at a time.

Every search takes the claims of one publication and gives relations whose figures fit or nearly fit. Whether
they are meant is for a person; how likely it is, for `propose`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from silkfigures.checks.combinations import Bounds, adding_up
from silkfigures.checks.conversion import DENSITY, PHYSICAL, VOLUME_OF_MASS, Units
from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.checks.relations_file import HUNDRED, Relation

NEAR = 0.03  # how far off a relation may be and still be proposed
ROUGH = 0.1  # the same for the printed values, where a bound is open or the intervals are wide
FEW = 3  # parts at most where nothing but their place says that they belong together
LONGEST = 15  # parts of a total that follow one another
CRUDE_OIL = Interval.of("800", "900")  # kg/m3
OIL = {"crude_oil", "crude_oil_and_products", "oil_products"}
ADDED = {"level", "count", "share", "length", "duration", "capacity"}
WHOLE = (1.0, 1.0)
# What may tell the parts of a total apart. Section and subject are words: those may always differ.
DIMENSIONS = (
    *("indicator", "reporter", "partner", "asset", "product", "sector", "instrument", "mode", "origin"),
    *("destination", "basis", "period"),
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of `figures`, with its bounds as floats in base units and the dimensions of its unit."""

    id: str
    line: int
    cells: Mapping[str, str]
    kind: Mapping[str, int]
    bounds: Bounds
    value: float

    @classmethod
    def of(cls, row: Mapping[str, str], units: Units) -> Claim:
        """The claim of a row; an open lower bound counts as nothing, except in a growth or change."""
        factor, kind = units.base(row["unit"])
        least = 0.0 if row["measure"] in ADDED else -math.inf
        lower = float(row["lower"]) * float(factor) if row["lower"] else least
        upper = float(row["upper"]) * float(factor) if row["upper"] else math.inf
        value = float(row["value"]) * float(factor)
        return cls(row["claim_id"], int(row["line"]), row, kind, (lower, upper), value)

    @property
    def added(self) -> bool:
        """Whether it is an amount above zero that could be a part of a total."""
        return self.cells["measure"] in ADDED and self.bounds[1] > 0

    def same(self, other: Claim, names: Iterable[str]) -> bool:
        """Whether the cells of some columns are the same in both."""
        return all(self.cells[name] == other.cells[name] for name in names)


def search(claims: Sequence[Claim], within: int) -> Iterator[Relation]:
    """All relations that may hold between the claims of one publication, some of them twice.

    `within` is how many lines apart claims may stand that have nothing in common but their place.
    """
    first = [claim for claim in claims if claim.cells["fact"] == claim.id]
    amounts = [claim for claim in first if claim.added]
    yield from _parts_of(amounts)
    yield from _sums_of_siblings(amounts)
    yield from _sums_nearby(amounts, within)
    yield from _growths(first, amounts, within)
    yield from _quotients(first, amounts, within)
    yield from _products(amounts, within)
    yield from _equals(claims, within)


def _relation(kind: str, density: Interval | None = None, **roles: Sequence[Claim]) -> Relation:
    found = {role.rstrip("_"): tuple(claim.id for claim in claims) for role, claims in roles.items()}
    return Relation("", kind, "", found, density)


def _of_hundred(kind: str, parts: Sequence[Claim]) -> Relation:
    role = {"sum": "total", "limit": "whole"}[kind]
    return Relation("", kind, "", {"parts": tuple(claim.id for claim in parts), role: (HUNDRED,)})


def fits(one: Bounds, other: Bounds, near: float = NEAR) -> bool:
    """Whether two intervals meet, or miss one another by a small part of their size.

    >>> fits((5.85, 5.95), (5.7, 5.8)), fits((5.85, 5.95), (5.0, 5.1))
    (True, False)
    """
    room = near * min((abs(end) for end in (*one, *other) if math.isfinite(end)), default=0.0)
    return one[0] - room <= other[1] and other[0] - room <= one[1]


def agrees(one: Bounds, value: float, other: Bounds, found: float) -> bool:
    """Whether intervals fit, and where they are too wide to say much, their values too.

    >>> agrees((2, 2), 2, (0, math.inf), 1.9), agrees((2, 2), 2, (0, math.inf), 1.5)
    (True, False)
    """
    wide = any(high - low > 4 * ROUGH * abs(middle) for (low, high), middle in ((one, value), (other, found)))
    return fits(one, other) and (not wide or abs(value - found) <= ROUGH * max(abs(value), abs(found)))


def _parts_of(amounts: Sequence[Claim]) -> Iterator[Relation]:
    """What readings call parts of a total: all of them, where they make it up, else as limits.

    Parts of one total may overlap, such as those of a year and of a donor; so those alike but for one
    dimension are a limit of their own.
    """
    parts = defaultdict(list)
    for claim in amounts:
        parts[claim.cells["part_of"]].append(claim)
    for total in amounts:
        mine = [claim for claim in parts[total.id] if claim.kind == total.kind]
        if len(mine) > 1 and fits(_added(mine), total.bounds, 2 * NEAR):
            yield _relation("sum", parts=mine, total=[total])
        elif mine:
            for group in (mine, *(group for free in DIMENSIONS for group in _siblings(mine, free))):
                yield _relation("limit", parts=group, whole=[total])


def _siblings(claims: Iterable[Claim], free: str) -> list[list[Claim]]:
    """The claims in groups of two or more that differ in one dimension at most."""
    groups = defaultdict(list)
    for claim in claims:
        rest = tuple(claim.cells[name] for name in ("measure", *DIMENSIONS) if name != free)
        groups[(*rest, *sorted(claim.kind.items()))].append(claim)
    return [group for group in groups.values() if len(group) > 1]


def _added(claims: Iterable[Claim]) -> Bounds:
    lowers, uppers = zip(*(claim.bounds for claim in claims), strict=True)
    return sum(lowers), sum(uppers)


def _sums_of_siblings(amounts: Sequence[Claim]) -> Iterator[Relation]:
    """Totals among claims that differ in one dimension alone, and shares that make up the whole."""
    for free in DIMENSIONS:
        for group in _siblings(amounts, free):
            for total in group:
                yield from _sums(total, _told_apart(total, group, free))
            if group[0].cells["measure"] == "share":
                yield from _shares(group)


def _told_apart(total: Claim, group: Sequence[Claim], free: str) -> list[Claim]:
    """The claims of a group that can be parts of a total: others along the free dimension, or all alike."""
    others = [claim for claim in group if claim is not total]
    return [claim for claim in others if not claim.same(total, (free,))] or others


def _sums(total: Claim, parts: Sequence[Claim]) -> Iterator[Relation]:
    """Parts that follow one another and make up a total, or nearly; a few others that do, but for shares."""
    others = () if total.cells["measure"] == "share" else _combinations(parts, total.bounds, FEW)
    for chosen in (*_runs(parts, total.bounds), *others):
        if agrees(total.bounds, total.value, _added(chosen), sum(claim.value for claim in chosen)):
            yield _relation("sum", parts=chosen, total=[total])


def _runs(parts: Sequence[Claim], total: Bounds) -> Iterator[list[Claim]]:
    """Parts one after the other whose sum fits or nearly fits."""
    for first in range(len(parts) - 1):
        for last in range(first + 2, min(len(parts), first + LONGEST) + 1):
            run = list(parts[first:last])
            if fits(_added(run), total):
                yield run


def _combinations(parts: Sequence[Claim], total: Bounds, most: int) -> Iterator[list[Claim]]:
    for chosen in adding_up([claim.bounds for claim in parts], total, most=most):
        yield [parts[at] for at in chosen]


def _shares(group: Sequence[Claim]) -> Iterator[Relation]:
    if not fits(_added(group), WHOLE) and _added(group)[0] < 1:
        yield _of_hundred("limit", group)
    for chosen in (*_runs(group, WHOLE), *_combinations(group, WHOLE, 4)):
        yield _of_hundred("sum", chosen)


def _nearby(claim: Claim, others: Iterable[Claim], within: int) -> list[Claim]:
    return [one for one in others if one is not claim and abs(one.line - claim.line) <= within]


def _sums_nearby(amounts: Sequence[Claim], within: int) -> Iterator[Relation]:
    """Totals of up to three claims that stand near them and are in the same kind of unit."""
    for total in amounts:
        parts = [claim for claim in _nearby(total, amounts, within) if claim.kind == total.kind]
        alike = [claim for claim in parts if claim.same(total, ("period", "measure"))]
        yield from _sums(total, alike)


def _pairs(claim: Claim, amounts: Sequence[Claim], within: int) -> Iterator[tuple[Claim, Claim]]:
    """Ordered pairs of amounts of one kind, of the indicator of a claim or near it."""
    like = [one for one in amounts if one is not claim and one.same(claim, ("indicator",))]
    near = [one for one in _nearby(claim, amounts, within) if one not in like]
    for one, other in permutations([*like, *near], 2):
        if one.kind and one.kind == other.kind and one.value > 0 and other.value > 0:
            yield one, other


def _growths(first: Sequence[Claim], amounts: Sequence[Claim], within: int) -> Iterator[Relation]:
    """Growth and change between two levels, the earlier first."""
    for claim in first:
        measure = claim.cells["measure"]
        for start, end in _pairs(claim, amounts, within) if measure in ("growth", "change") else ():
            if _runs_backwards(start, end) or not start.same(end, ("measure",)):
                continue
            if measure == "growth" and agrees(*_growth(claim), *_divided(end, start)):
                yield _relation("growth", growth=[claim], from_=[start], to=[end])
            if measure == "change" and start.kind == claim.kind and agrees(*_own(claim), *_less(end, start)):
                yield _relation("change", change=[claim], from_=[start], to=[end])


def _runs_backwards(start: Claim, end: Claim) -> bool:
    begins, ends = start.cells["period_start"], end.cells["period_start"]
    return bool(begins and ends and begins >= ends)


Measured = tuple[Bounds, float]


def _own(claim: Claim) -> Measured:
    return claim.bounds, claim.value


def _growth(claim: Claim) -> Measured:
    """A growth as the quotient of its two levels."""
    lower, upper = claim.bounds
    if claim.cells["unit"] != "times" or abs(claim.value) < 1:
        return (1 + lower, 1 + upper), 1 + claim.value
    if claim.value > 0:
        return (lower, upper), claim.value
    ends = (-1 / lower if math.isfinite(lower) else 0.0), (-1 / upper if upper < 0 else math.inf)
    return ends, -1 / claim.value


def _divided(above: Claim, below: Claim) -> Measured:
    greatest = above.bounds[1] / below.bounds[0] if below.bounds[0] > 0 else math.inf
    return (above.bounds[0] / below.bounds[1], greatest), above.value / below.value


def _less(end: Claim, start: Claim) -> Measured:
    return (end.bounds[0] - start.bounds[1], end.bounds[1] - start.bounds[0]), end.value - start.value


def _quotients(first: Sequence[Claim], amounts: Sequence[Claim], within: int) -> Iterator[Relation]:
    """Shares of a part in a whole, ratios of two amounts."""
    for claim in first:
        measure = claim.cells["measure"]
        for above, below in _pairs(claim, amounts, within) if measure in ("share", "ratio") else ():
            if not agrees(*_own(claim), *_divided(above, below)):
                continue
            if measure == "share" and above.value <= below.value:
                yield _relation("share", share=[claim], part=[above], whole=[below])
            elif measure == "ratio":
                yield _relation("ratio", ratio=[claim], of=[above], to=[below])


def _products(amounts: Sequence[Claim], within: int) -> Iterator[Relation]:
    """Products of two claims in the same or the next line: so many of so much each."""
    for one, other in combinations(amounts, 2):
        found = (one.bounds[0] * other.bounds[0], one.bounds[1] * other.bounds[1]), one.value * other.value
        for result in _nearby(one, amounts, min(within, 1)) if abs(one.line - other.line) <= 1 else ():
            if result is not other and _multiplies(one, other, result) and agrees(*found, *_own(result)):
                yield _relation("product", factors=[one, other], result=[result])


def _multiplies(one: Claim, other: Claim, result: Claim) -> bool:
    """Whether the product of two units is that of the result, what is counted aside."""
    kinds = (one.kind, other.kind, result.kind)
    if not all(kinds) or not any(set(kind) <= PHYSICAL for kind in kinds[:2]) or one.kind == other.kind:
        return False
    powers = [{name: power for name, power in kind.items() if name in PHYSICAL} for kind in kinds]
    names = set().union(*powers)
    return all(powers[0].get(n, 0) + powers[1].get(n, 0) == powers[2].get(n, 0) for n in names)


def _equals(claims: Sequence[Claim], within: int) -> Iterator[Relation]:
    """One quantity in two units, or printed twice."""
    for one, other in combinations(claims, 2):
        density = CRUDE_OIL if {one.cells["product"], other.cells["product"]} & OIL else None
        missing = _differing(one.kind, other.kind)
        if missing and not (density and missing in (DENSITY, VOLUME_OF_MASS)):
            continue
        meant = one.same(other, ("fact",))
        near = abs(one.line - other.line) <= within and not one.same(other, ("unit",))
        alike = near and one.added and other.added and one.same(other, ("indicator", "reporter", "measure"))
        if meant or (alike and _comparable(one, other, missing)):
            yield _relation("equal", density if missing else None, claims=[one, other])


def _comparable(one: Claim, other: Claim, missing: Mapping[str, int]) -> bool:
    """Whether two amounts can be one: the same, or as heavy for their volume as oil."""
    if not missing:
        return fits(one.bounds, other.bounds)
    mass, volume = (one, other) if missing == DENSITY else (other, one)
    return 0.9 * CRUDE_OIL.lower <= mass.value / volume.value <= 1.1 * CRUDE_OIL.upper


def _differing(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    powers = {name: one.get(name, 0) - other.get(name, 0) for name in (*one, *other)}
    return {name: power for name, power in powers.items() if power}
