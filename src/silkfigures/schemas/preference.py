"""Which of two claims about the same thing to take: the rules, in the order in which they are asked.

`unflagged`: one is flagged as doubtful and the other is not. `actual`: one is stated as having happened, the
other is an estimate, plan, forecast or promise. `most_precise`: the interval that the print allows is the
narrower one for its value; of equal ones the figure that no word limits. `latest`: the publication is the
later one, where both print their year.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction

UNFLAGGED, ACTUAL, MOST_PRECISE, LATEST = "unflagged", "actual", "most_precise", "latest"
READER = "reader"  # a person decided, with a reason
REPEAT = "repeat"  # the flag that raises no doubt of its own

Claim = Mapping[str, str]  # a row of an observation table, cells as text
Standing = tuple[bool, bool, Fraction | float, bool]


def settled(claims: Iterable[Claim]) -> list[dict[str, str]]:
    """The rows of `figures`, a repeat with the flag of the claim that it repeats: it is as doubtful as that.

    >>> rows = [{"claim_id": "a-001", "fact": "a-001", "flag": "unit"}]
    >>> settled([*rows, {"claim_id": "a-002", "fact": "a-001", "flag": "repeat"}])[1]["flag"]
    'unit'
    """
    rows = list(claims)
    flags = {row["claim_id"]: row["flag"] for row in rows}
    return [
        dict(row) | {"flag": flags.get(row["fact"], "") if row["flag"] == REPEAT else row["flag"]}
        for row in rows
    ]


def standing(claim: Claim) -> Standing:
    """How well a claim stands by the first three rules; the smaller of two is preferred.

    >>> row = {"flag": "", "status": "actual", "value": "4", "lower": "3", "upper": "5", "qualifier": "about"}
    >>> standing(row)
    (False, False, Fraction(1, 2), True)
    """
    return (
        bool(claim["flag"]),
        claim["status"] != "actual",
        _width(claim),
        claim["qualifier"] != "exact",
    )


def _width(claim: Claim) -> Fraction | float:
    """The interval that the print allows, as a part of the value; infinite where it is open."""
    if not claim["lower"] or not claim["upper"]:
        return math.inf
    width, value = Fraction(claim["upper"]) - Fraction(claim["lower"]), abs(Fraction(claim["value"]))
    return width / value if value else math.inf if width else Fraction(0)


def preferred(one: Claim, other: Claim, issued: Mapping[str, str]) -> tuple[str, str]:
    """The claim that the rules prefer of two, and the rule that decides; two empty strings where none does.

    Parameters
    ----------
    one, other : mapping of str to str
        Rows of an observation table, cells as text.
    issued : mapping of str to str
        Year of publication by work; empty where none is printed.

    Examples
    --------
    >>> row = {"flag": "", "status": "actual", "value": "4", "lower": "3", "upper": "5", "qualifier": "about"}
    >>> plan = row | {"claim_id": "a-001", "status": "planned"}
    >>> preferred(plan, row | {"claim_id": "b-001"}, {})
    ('b-001', 'actual')
    """
    rules = (UNFLAGGED, ACTUAL, MOST_PRECISE, MOST_PRECISE)
    for rule, mine, theirs in zip(rules, standing(one), standing(other), strict=True):
        if mine != theirs:
            return (one if mine < theirs else other)["claim_id"], rule
    years = [issued.get(claim.get("work", ""), "") for claim in (one, other)]
    if all(years) and years[0] != years[1]:
        return (one if years[0] > years[1] else other)["claim_id"], LATEST
    return "", ""
