"""Candidates: claims that may be about the same thing though they are worded differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from silkfigures.checks.conflict_pairs import DIMENSIONS, WORDED, Claims, Pair, Row
from silkfigures.checks.conversion import NoConversion, TwoCurrencies
from silkfigures.schemas.preference import REPEAT

_EQUAL = ("indicator", "measure")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that nobody has judged: how alike it is, and its gap (empty where the two meet)."""

    pair: Pair
    likeness: float
    gap: str
    unit: str


def candidates(claims: Claims, judged: Collection[Pair]) -> list[Candidate]:
    """All pairs that may be about the same thing, the most alike first.

    Left out are pairs that are compared anyway, those judged already, and repeats, for which the first claim
    of their fact stands.
    """
    groups: Mapping[tuple[str, ...], list[str]] = defaultdict(list)
    for claim, row in claims.rows.items():
        if row["flag"] != REPEAT:
            groups[tuple(row[name] for name in _EQUAL)].append(claim)
    pairs = [pair for group in groups.values() for pair in combinations(group, 2)]
    found = [_candidate(pair, claims) for pair in pairs if pair not in claims.strict and pair not in judged]
    return sorted(filter(None, found), key=lambda one: (-one.likeness, claims.place(one.pair)))


def _candidate(pair: Pair, claims: Claims) -> Candidate | None:
    one, other = (claims.rows[claim] for claim in pair)
    if not alike(one, other):
        return None
    try:
        cells = claims.compare(pair).cells()
    except TwoCurrencies:
        cells = {"gap": "", "unit": ""}
    except NoConversion:
        return None
    gap = "" if cells["gap"] == "0" else cells["gap"]
    return Candidate(pair, round(_likeness(one, other) + bool(gap), 2), gap, cells["unit"])


def alike(one: Row, other: Row) -> bool:
    """Whether nothing that two claims say speaks against their being about the same thing.

    The same indicator and measure; parties, assets and the like equal or left open by one; periods that
    overlap or are unstated. Free words (section, subject) count within one publication only, where the
    reader of both tells them apart by them; a part is not alike to its total.
    """
    parted = one["work"] == other["work"] and any(one[name] != other[name] for name in WORDED)
    return (
        not parted
        and one["claim_id"] != other["part_of"]
        and other["claim_id"] != one["part_of"]
        and all(one[name] == other[name] for name in _EQUAL)
        and all("" in (one[name], other[name]) or one[name] == other[name] for name in DIMENSIONS)
        and _overlap(one, other)
    )


def _overlap(one: Row, other: Row) -> bool:
    if not one["period"] or not other["period"]:
        return True
    return one["period_start"] <= other["period_end"] and other["period_start"] <= one["period_end"]


def _likeness(one: Row, other: Row) -> float:
    """Dimensions in common, likeness of the free words, the same period, another publication."""
    common = sum(bool(one[name]) and one[name] == other[name] for name in (*DIMENSIONS, "period"))
    words = [" ".join(row[name] for name in WORDED).strip() for row in (one, other)]
    likeness = (
        SequenceMatcher(None, words[0], words[1]).ratio() if all(words) else 0.5 * (words[0] == words[1])
    )
    return common + 2 * likeness + (one["work"] != other["work"])
