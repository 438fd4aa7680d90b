"""`validation/relations.yaml`: the relations between claims that people have written down."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.readings.errors import Errors, Slip, nearest
from silkfigures.readings.yamlfile import Mapping, Node, Sequence, load_items

RELATIONS = "validation/relations.yaml"
NONE = "begin each with `- id:`, or write `[]` for none"
HUNDRED = "100 percent"
# The roles of every kind, in the order of the file; those of _FEWEST hold a list of claims, at least so many.
KINDS = {
    "sum": ("parts", "total"),
    "limit": ("parts", "whole"),
    "growth": ("growth", "from", "to"),
    "growth_of_sum": ("growth", "levels", "growths"),
    "change": ("change", "from", "to"),
    "share": ("share", "part", "whole"),
    "ratio": ("ratio", "of", "to"),
    "product": ("factors", "result"),
    "equal": ("claims",),
    "count": ("items", "count"),
    "rank": ("rank", "of", "others"),
}
_FEWEST = {"parts": 2, "factors": 2, "claims": 2, "levels": 2, "growths": 2, "items": 1, "others": 1}
DENSE = ("limit", "equal")  # kinds in which a mass may meet a volume
_COMMON = ("id", "kind", "about", "explained")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CONSTANT = {("sum", "total"), ("limit", "whole")}


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: its kind and the claims in each role.

    A role holds claim ids, or `100 percent`. `density` is kilograms in a cubic metre, for a mass
    and a volume.
    `explained` says why the source is off; `source_line` is where the relation begins in its file, `lines`
    gives the line of each key.
    """

    id: str
    kind: str
    about: str
    roles: dict[str, tuple[str, ...]]
    density: Interval | None = None
    explained: str = ""
    source_line: int = 0
    lines: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def claims(self) -> tuple[str, ...]:
        """All claims, in the order of the roles; without the constant.

        >>> Relation("a", "sum", "", {"parts": ("x-001", "x-002"), "total": ("100 percent",)}).claims
        ('x-001', 'x-002')
        """
        return tuple(claim for role in self.roles.values() for claim in role if claim != HUNDRED)

    @property
    def meaning(self) -> tuple[object, ...]:
        """What makes two relations the same: kind and claims, in any order where the order says nothing."""
        return (self.kind, *(frozenset(claims) for claims in self.roles.values()))


def fewest(kind: str, role: str) -> int:
    """How many claims a role of a kind takes at least.

    >>> fewest("sum", "parts"), fewest("limit", "parts")
    (2, 1)
    """
    return 1 if kind == "limit" else _FEWEST.get(role, 1)


def load_relations(root: Path, errors: Errors) -> list[Relation]:
    """All relations, in the order of the file; none when there is no file. Slips go to `errors`."""
    found: list[Relation] = []
    if not (Path(root) / RELATIONS).exists():
        return found
    ids: dict[str, int] = {}
    meanings: dict[tuple[object, ...], str] = {}
    for item, line in load_items(Path(root), RELATIONS, "relations", NONE, errors):
        with errors.at(RELATIONS, line):
            relation = _relation(item, line)
            if relation.id in ids:
                raise Slip(f"the id {relation.id} again (first at line {ids[relation.id]})", "rename one")
            ids[relation.id] = line
            if relation.meaning in meanings:
                raise Slip(f"{relation.id} says the same as {meanings[relation.meaning]}", "remove one")
            meanings[relation.meaning] = relation.id
            found.append(relation)
    return found


def _relation(item: Node, line: int) -> Relation:
    """One item of the file. Raises Slip for anything that makes no relation."""
    if not isinstance(item, Mapping):
        raise Slip("a relation is a list of keys", f"write {', '.join(_COMMON)} and the roles of its kind")
    name, kind = _line(item, "id"), _line(item, "kind")
    if not _SLUG.fullmatch(name):
        raise Slip(f"`id` is `{name}`", "write small letters, digits and single hyphens")
    if kind not in KINDS:
        raise Slip(f"{name}: no such kind: `{kind}`", nearest(kind, KINDS))
    _check_keys(item, name, kind)
    return Relation(
        id=name,
        kind=kind,
        about=_line(item, "about"),
        roles=_roles(item, name, kind),
        density=_density(item, name) if "density" in item else None,
        explained=_line(item, "explained") if "explained" in item else "",
        source_line=line,
        lines=item.lines,
    )


def _line(item: Mapping, key: str) -> str:
    """The words of a key on one line. Raises Slip when there are none."""
    words = " ".join(item[key].split()) if isinstance(item.get(key), str) else ""
    if not words:
        raise Slip(f"`{key}` is missing or no line of text", f"write `{key}: …`")
    return words


def _check_keys(item: Mapping, name: str, kind: str) -> None:
    roles = KINDS[kind]
    allowed = (*_COMMON, *roles, *(("density",) if kind in DENSE else ()))
    for key in item:
        if key not in allowed:
            raise Slip(f"{name}: a relation of kind {kind} has no key `{key}`", nearest(key, allowed))
    for role in roles:
        if role not in item:
            raise Slip(f"{name}: `{role}` is missing", f"a relation of kind {kind} has {', '.join(roles)}")


def _roles(item: Mapping, name: str, kind: str) -> dict[str, tuple[str, ...]]:
    """The claims in each role, each claim in one of them alone."""
    roles = {role: _claims(item[role], name, kind, role) for role in KINDS[kind]}
    if kind == "growth_of_sum" and len(roles["levels"]) != len(roles["growths"]):
        raise Slip(
            f"{name}: not as many growths as levels", "name the growth of each level, in the same order"
        )
    seen: set[str] = set()
    for claim in (claim for claims in roles.values() for claim in claims):
        if claim in seen:
            raise Slip(f"{name}: the claim {claim} stands in it twice", "name each claim once")
        seen.add(claim)
    return roles


def _claims(node: Node, name: str, kind: str, role: str) -> tuple[str, ...]:
    if role not in _FEWEST:
        if not isinstance(node, str) or not node:
            raise Slip(f"{name}: `{role}` is no claim", f"write one claim: `{role}: work2020-001`")
        words = " ".join(node.split())
        if words == HUNDRED and (kind, role) not in _CONSTANT:
            raise Slip(f"{name}: `{role}` is a constant", "name a claim; a total or whole may be 100 percent")
        return (words,)
    if not isinstance(node, Sequence) or not all(isinstance(claim, str) and claim for claim in node):
        raise Slip(f"{name}: `{role}` is no list of claims", f"write `{role}: [work2020-001, work2020-002]`")
    least = fewest(kind, role)
    if len(node) < least or (role == "claims" and len(node) > least):
        amount = f"{'exactly' if role == 'claims' else 'at least'} {least}"
        raise Slip(f"{name}: `{role}` has {len(node)} claims", f"name {amount}")
    return tuple(node)


def _density(item: Mapping, name: str) -> Interval:
    """The range of a density, kilograms in a cubic metre."""
    node = item["density"]
    ends = list(node) if isinstance(node, Sequence) else []
    if len(ends) != 2 or not all(
        isinstance(e, str) and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", e) for e in ends
    ):
        raise Slip(f"{name}: `density` is no range", "write two numbers of kg/m3: `density: [800, 900]`")
    least, most = map(Fraction, ends)
    if not 0 < least <= most:
        raise Slip(f"{name}: `density` runs from {ends[0]} to {ends[1]}", "write the smaller number first")
    return Interval(least, most)
