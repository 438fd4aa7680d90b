"""Relations that may hold between the claims of one publication, looked for one kind at a time.

Every search gives relations whose figures fit or nearly fit. Whether they are meant is for a person; how
likely it is, for `propose`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from silkfigures.checks.candidate_claims import Claim, agrees, fits, made, nearby
from silkfigures.checks.candidate_sums import sums
from silkfigures.checks.combinations import Bounds
from silkfigures.checks.conversion import DENSITY, PHYSICAL, VOLUME_OF_MASS
from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.checks.relations_file import Relation

CRUDE_OIL = Interval.of("800", "900")  # kg/m3
OIL = {"crude_oil", "crude_oil_and_products", "oil_products"}


def search(claims: Sequence[Claim], within: int) -> Iterator[Relation]:
    """All relations that may hold between the claims of one publication, some of them twice.

    `within` is how many lines apart claims may stand that have nothing in common but their place.
    """
    first = [claim for claim in claims if claim.cells["fact"] == claim.id]
    amounts = [claim for claim in first if claim.added]
    yield from sums(amounts, within)
    yield from _growths(first, amounts, within)
    yield from _quotients(first, amounts, within)
    yield from _products(amounts, within)
    yield from _equals(claims, within)


def _pairs(claim: Claim, amounts: Sequence[Claim], within: int) -> Iterator[tuple[Claim, Claim]]:
    """Ordered pairs of amounts of one kind, of the indicator of a claim or near it."""
    like = [one for one in amounts if one is not claim and one.same(claim, ("indicator",))]
    near = [one for one in nearby(claim, amounts, within) if one not in like]
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
                yield made("growth", growth=[claim], from_=[start], to=[end])
            if measure == "change" and start.kind == claim.kind and agrees(*_own(claim), *_less(end, start)):
                yield made("change", change=[claim], from_=[start], to=[end])


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
                yield made("share", share=[claim], part=[above], whole=[below])
            elif measure == "ratio":
                yield made("ratio", ratio=[claim], of=[above], to=[below])


def _products(amounts: Sequence[Claim], within: int) -> Iterator[Relation]:
    """Products of two claims in the same or the next line: so many of so much each."""
    for one, other in combinations(amounts, 2):
        found = (one.bounds[0] * other.bounds[0], one.bounds[1] * other.bounds[1]), one.value * other.value
        for result in nearby(one, amounts, min(within, 1)) if abs(one.line - other.line) <= 1 else ():
            if result is not other and _multiplies(one, other, result) and agrees(*found, *_own(result)):
                yield made("product", factors=[one, other], result=[result])


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
            yield made("equal", density if missing else None, claims=[one, other])


def _comparable(one: Claim, other: Claim, missing: Mapping[str, int]) -> bool:
    """Whether two amounts can be one: the same, or as heavy for their volume as oil."""
    if not missing:
        return fits(one.bounds, other.bounds)
    mass, volume = (one, other) if missing == DENSITY else (other, one)
    return 0.9 * CRUDE_OIL.lower <= mass.value / volume.value <= 1.1 * CRUDE_OIL.upper


def _differing(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    powers = {name: one.get(name, 0) - other.get(name, 0) for name in (*one, *other)}
    return {name: power for name, power in powers.items() if power}
