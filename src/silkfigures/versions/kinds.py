"""Kinds of change, the step of the version that each asks for, and whether somebody must say why.

This is the version policy of RELEASING.md; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import NamedTuple

STEPS = ("none", "patch", "minor", "major")  # from the smallest
COLUMNS = ("version", "kind", "table", "key", "field", "from", "to", "why")


class Kind(NamedTuple):
    """One kind of change: the step it asks for, and whether it goes without a word."""

    step: str
    silent: bool


# In the order in which changes are told.
KINDS = {
    "claim removed": Kind("minor", False),  # gone, and nothing says so: it becomes `claim retired` by a word
    "claim retired": Kind("minor", False),
    "claim changed": Kind("patch", False),
    "claim moved": Kind("patch", True),  # it stands at another place of its text
    "claim added": Kind("minor", True),
    "table removed": Kind("major", False),
    "table renamed": Kind("major", False),
    "table rekeyed": Kind("major", False),
    "table added": Kind("minor", True),
    "table reworded": Kind("patch", True),
    "table recomputed": Kind("patch", True),  # what the checks find follows from the claims
    "column removed": Kind("major", False),
    "column renamed": Kind("major", False),
    "column moved": Kind("major", False),
    "column retyped": Kind("major", False),
    "column tightened": Kind("major", False),  # a constraint is new or another
    "column inserted": Kind("major", False),  # it moves those after it
    "column loosened": Kind("minor", True),
    "column added": Kind("minor", True),  # after all others
    "column reworded": Kind("patch", True),
    "row removed": Kind("major", False),
    "row changed": Kind("patch", True),
    "row added": Kind("minor", True),
    "row unused": Kind("patch", True),  # a rate in the table of units that no claim has any more
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions.

    `version` is the newer one, `key` the claim or code ("" where a table or column changed), `field` the
    column. `before` and `after` are cells or names; `after` of a retired claim is its successor.
    """

    version: str
    kind: str
    table: str
    key: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    why: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """The change as a row, by the names in `COLUMNS`.

        >>> Change("1.1.0", "claim added", "figures", "lee2021-004").cells["key"]
        'lee2021-004'
        """
        return dict(zip(COLUMNS, astuple(self), strict=True))

    @property
    def unexplained(self) -> bool:
        """Whether somebody must say why, and nobody has."""
        return not self.why and not KINDS[self.kind].silent


def required_step(changes: Iterable[Change]) -> str:
    """The step that the version must take: "major", "minor", "patch" or "none".

    >>> required_step([Change("1.0.1", "column renamed", "trade", "", "flow", "flow", "direction")])
    'major'
    >>> required_step([])
    'none'
    """
    return max((KINDS[change.kind].step for change in changes), key=STEPS.index, default="none")


def parts(version: str) -> tuple[int, int, int]:
    """MAJOR, MINOR and PATCH; ValueError for anything but three numbers.

    >>> parts("0.10.2")
    (0, 10, 2)
    """
    if not re.fullmatch(r"(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}", version, re.ASCII):
        raise ValueError(f"`{version[:40]}` is no version: three numbers parted by points, such as 1.2.0")
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch


def step_between(old: str, new: str) -> str:
    """The step from one version to a later one. Before 1.0.0 a new MINOR may change anything.

    >>> step_between("1.2.0", "1.2.1"), step_between("1.2.1", "2.0.0"), step_between("0.2.0", "0.3.0")
    ('patch', 'major', 'major')
    """
    before, after = parts(old), parts(new)
    if after <= before:
        return "none"
    changed = next(at for at in range(3) if before[at] != after[at])
    return "major" if changed == 1 and after[0] == 0 else STEPS[3 - changed]


def at_least(version: str, step: str) -> str:
    """The lowest version that takes the step.

    >>> at_least("1.2.3", "minor"), at_least("0.2.0", "major")
    ('1.3.0', '0.3.0')
    """
    major, minor, patch = parts(version)
    if step in ("none", "patch"):
        return f"{major}.{minor}.{patch + 1}"
    return f"{major + 1}.0.0" if step == "major" and major else f"{major}.{minor + 1}.0"
