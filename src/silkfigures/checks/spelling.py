"""How the two sides of a relation are spelt with claim ids and operators, and read back."""

from __future__ import annotations

import re

from silkfigures.checks.arithmetic import Terms, manner
from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.checks.relations_file import HUNDRED, Relation, fewest

CLAIM = re.compile(r"[a-z][a-z0-9]*-[0-9]{3,4}")
_AT = re.compile(r" at (\d{1,6}(?:\.\d{1,6})?) to (\d{1,6}(?:\.\d{1,6})?) kg/m3")
_GROWTH = {"by": "{1} / {0} - 1", "to": "{1} / {0}", "down to": "-{0} / {1}"}
_LISTS = {"sum": "parts", "limit": "parts", "product": "factors", "count": "items"}
# The roles on the right side, in the order in which they are spelt.
_RIGHT = {
    "sum": ("total",), "limit": ("whole",), "product": ("result",), "count": ("count",),
    "share": ("part", "whole"), "ratio": ("of", "to"), "change": ("to", "from"), "growth": ("to", "from"),
}  # fmt: skip


def spelt(relation: Relation, terms: Terms) -> tuple[str, str]:
    """The arithmetic of both sides.

    >>> relation = Relation("a", "share", "", {"share": ("x-003",), "part": ("x-001",), "whole": ("x-002",)})
    >>> spelt(relation, {})
    ('x-003', 'x-001 / x-002')
    """
    roles = relation.roles
    role = {name: claims[0] for name, claims in roles.items()}
    match relation.kind:
        case "sum":
            return " + ".join(roles["parts"]), role["total"]
        case "limit":
            return " + ".join(roles["parts"]), role["whole"] + _density(relation)
        case "growth":
            return role["growth"], _GROWTH[manner(terms["growth"][0])].format(role["from"], role["to"])
        case "growth_of_sum":
            grown = zip(roles["levels"], roles["growths"], strict=True)
            return role["growth"], "growth of " + " + ".join(f"{level} by {by}" for level, by in grown)
        case "change":
            return role["change"], f"{role['to']} - {role['from']}"
        case "share":
            return role["share"], f"{role['part']} / {role['whole']}"
        case "ratio":
            return role["ratio"], f"{role['of']} / {role['to']}"
        case "product":
            return " * ".join(roles["factors"]), role["result"]
        case "count":
            return "number of " + ", ".join(roles["items"]), role["count"]
        case "rank":
            return role["rank"], f"place of {role['of']} among {', '.join(roles['others'])}"
        case _:
            one, other = roles["claims"]
            return one, other + _density(relation)


def _density(relation: Relation) -> str:
    if relation.density is None:
        return ""
    least, most = relation.density.cells()
    return f" at {least} to {most} kg/m3"


def read_back(kind: str, left: str, right: str) -> Relation | None:
    """The relation that a row of the table `relations` spells; None where it spells none.

    Whether it is spelt as `spelt` does is for the caller to compare.

    >>> read_back("change", "x-003", "x-002 - x-001").roles["from"]
    ('x-001',)
    """
    roles = _roles(kind, _claims(left), _claims(right), right.startswith("-"))
    if not roles or any(len(claims) < fewest(kind, role) for role, claims in roles.items()):
        return None
    at = _AT.search(right)
    return Relation("", kind, "", roles, Interval.of(*at.groups()) if at else None)


def _roles(
    kind: str, left: tuple[str, ...], right: tuple[str, ...], down: bool
) -> dict[str, tuple[str, ...]] | None:
    """The claims by role; None where there are not as many as the kind has."""
    if kind == "equal":
        return {"claims": (*left, *right)} if len(left) == len(right) == 1 else None
    if kind == "growth_of_sum":
        even = len(left) == 1 and len(right) >= 4 and len(right) % 2 == 0
        return {"growth": left, "levels": right[::2], "growths": right[1::2]} if even else None
    if kind == "rank":
        return {"rank": left, "of": right[:1], "others": right[1:]} if len(left) == 1 < len(right) else None
    order = ("from", "to") if kind == "growth" and down else _RIGHT.get(kind, ())
    if not left or len(order) != len(right):
        return None
    named = {role: (claim,) for role, claim in zip(order, right, strict=True)}
    return {_LISTS.get(kind, kind): left} | named


def _claims(side: str) -> tuple[str, ...]:
    return (HUNDRED,) if side == HUNDRED else tuple(CLAIM.findall(side))
