"""Claims while relations are looked for among them: in floats, which are fast, and with room for error."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from silkfigures.checks.combinations import Bounds
from silkfigures.checks.conversion import Units
from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.checks.relations_file import Relation

NEAR = 0.03  # how far off a relation may be and still be proposed
ROUGH = 0.1  # the same for the printed values, where a bound is open or the intervals are wide
ADDED = {"level", "count", "share", "length", "duration", "capacity"}
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


def nearby(claim: Claim, others: Iterable[Claim], within: int) -> list[Claim]:
    """The other claims that stand at most so many lines away."""
    return [one for one in others if one is not claim and abs(one.line - claim.line) <= within]


def made(kind: str, density: Interval | None = None, **roles: Sequence[Claim]) -> Relation:
    """A relation of claims by role, without a name yet; `from_` stands for `from`."""
    found = {role.rstrip("_"): tuple(claim.id for claim in claims) for role, claims in roles.items()}
    return Relation("", kind, "", found, density)
