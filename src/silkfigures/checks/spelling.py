"""How the two sides of a relation are spelt, and read back from a row of the table `relations`."""

from __future__ import annotations

import re

from silkfigures.checks.arithmetic import Terms, manner
from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.checks.relations_file import HUNDRED, KINDS, Relation, fewest

CLAIM = re.compile(r"[a-z][a-z0-9]*-[0-9]{3,4}")
_AT = re.compile(r" at (\d{1,6}(?:\.\d{1,6})?) to (\d{1,6}(?:\.\d{1,6})?) kg/m3")
# The roles of the right side in the order in which they are spelt; the left has the first role of a kind.
_RIGHT = {
    "sum": ("total",),
    "limit": ("whole",),
    "growth": ("to", "from"),
    "change": ("to", "from"),
    "share": ("part", "whole"),
    "ratio": ("of", "to"),
    "product": ("result",),
}
_GROWTH = {"by": "{1} / {0} - 1", "to": "{1} / {0}", "down to": "-{0} / {1}"}


def spelt(relation: Relation, terms: Terms) -> tuple[str, str]:
    """The arithmetic of both sides, with claim ids and operators.

    >>> relation = Relation("a", "share", "", {"share": ("x-003",), "part": ("x-001",), "whole": ("x-002",)})
    >>> spelt(relation, {})
    ('x-003', 'x-001 / x-002')
    """
    role = {name: claims[0] for name, claims in relation.roles.items()}
    match relation.kind:
        case "sum":
            return " + ".join(relation.roles["parts"]), role["total"]
        case "limit":
            return " + ".join(relation.roles["parts"]), role["whole"]
        case "growth":
            return role["growth"], _GROWTH[manner(terms["growth"][0])].format(role["from"], role["to"])
        case "change":
            return role["change"], f"{role['to']} - {role['from']}"
        case "share":
            return role["share"], f"{role['part']} / {role['whole']}"
        case "ratio":
            return role["ratio"], f"{role['of']} / {role['to']}"
        case "product":
            return " * ".join(relation.roles["factors"]), role["result"]
        case _:
            one, other = relation.roles["claims"]
            least, most = relation.density.cells() if relation.density else ("", "")
            return one, other + (f" at {least} to {most} kg/m3" if relation.density else "")


def read_back(kind: str, left: str, right: str) -> Relation | None:
    """The relation that a row of the table `relations` spells; None where it spells none.

    Whether it is spelt as `spelt` does is for the caller to compare.

    >>> read_back("change", "x-003", "x-002 - x-001").roles["from"]
    ('x-001',)
    """
    lefts, rights = _claims(left), _claims(right)
    order = _RIGHT.get(kind, ())
    if kind == "equal" and len(lefts) == len(rights) == 1:
        roles = {"claims": lefts + rights}
    elif order and len(order) == len(rights):
        order = order[::-1] if right.startswith("-") else order  # a fall to one so many-th
        roles = {KINDS[kind][0]: lefts} | {role: (claim,) for role, claim in zip(order, rights, strict=True)}
    else:
        return None
    if any(len(claims) < fewest(kind, role) for role, claims in roles.items()):
        return None
    at = _AT.search(right)
    return Relation("", kind, "", roles, Interval.of(*at.groups()) if at else None)


def _claims(side: str) -> tuple[str, ...]:
    """The claims on one side, or the constant."""
    return (HUNDRED,) if side == HUNDRED else tuple(CLAIM.findall(side))
