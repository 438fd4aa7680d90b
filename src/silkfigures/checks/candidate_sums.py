"""Totals and limits that may hold between the claims of one publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from silkfigures.checks.candidate_claims import DIMENSIONS, NEAR, Claim, agrees, fits, made, nearby
from silkfigures.checks.combinations import Bounds, adding_up
from silkfigures.checks.relations_file import HUNDRED, Relation

FEW = 3  # parts at most where they do not follow one another
LONGEST = 15  # parts of a total that do
WHOLE = (1.0, 1.0)


def sums(amounts: Sequence[Claim], within: int) -> Iterator[Relation]:
    """Sums and limits; amounts that have only their place in common stand `within` so many lines."""
    yield from _parts_of(amounts)
    yield from _sums_of_siblings(amounts)
    yield from _sums_nearby(amounts, within)


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
            yield made("sum", parts=mine, total=[total])
        elif mine:
            for group in (mine, *(group for free in DIMENSIONS for group in _siblings(mine, free))):
                yield made("limit", parts=group, whole=[total])


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
            yield made("sum", parts=chosen, total=[total])


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


def _sums_nearby(amounts: Sequence[Claim], within: int) -> Iterator[Relation]:
    """Totals of up to three claims that stand near them and are in the same kind of unit."""
    for total in amounts:
        parts = [claim for claim in nearby(total, amounts, within) if claim.kind == total.kind]
        alike = [claim for claim in parts if claim.same(total, ("period", "measure"))]
        yield from _sums(total, alike)


def _of_hundred(kind: str, parts: Sequence[Claim]) -> Relation:
    role = {"sum": "total", "limit": "whole"}[kind]
    return Relation("", kind, "", {"parts": tuple(claim.id for claim in parts), role: (HUNDRED,)})
