"""What must hold between the columns of one row, as rules that pandera runs and people can read.

A rule looks at a typed frame (see `frames`) and says for every row whether it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from silkfigures.schemas.declaration import Table, themes
from silkfigures.schemas.periods import period_days, period_fits
from silkfigures.schemas.quotes import MAX_CHARACTERS, MAX_WORDS, quote_is_short
from silkfigures.schemas.row_tests import (
    bounds_fit_qualifier,
    bounds_in_order,
    days_follow,
    each_row,
    period_in_order,
    value_in_reach,
)

BUILD = "build the tables again"
LOCATE = "run `silkfigures locate` and build again"
RELATIVE = {"percent", "times"}
ONLY = {"growth": RELATIVE, "share": RELATIVE, "ratio": RELATIVE, "rank": {"rank"}}
NEVER = {
    "change": RELATIVE,
    "level": {"times", "percentage_point"},
    "capacity": RELATIVE,
    "count": {"percent"},
}
COMPARED = {"growth", "change", "ratio"}
AHEAD = {"planned", "forecast", "pledged", "agreed"}

Test = Callable[[pd.DataFrame], pd.Series]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule between columns: its name, the columns it reads, the test, what is allowed and the mend."""

    name: str
    columns: tuple[str, ...]
    holds: Test
    allowed: str
    mend: str


def _rule(name: str, columns: str, test: Callable[..., bool], allowed: str, mend: str) -> Rule:
    """A rule made of a test on the text cells of one row."""
    names = tuple(columns.split())
    return Rule(name, names, lambda frame: each_row(frame, names, test), allowed, mend)


def _exists(period: str) -> bool:
    try:
        return not period or bool(period_days(period))
    except ValueError:
        return False


def _unit_fits(measure: str, unit: str) -> bool:
    return unit in ONLY.get(measure, {unit}) and unit not in NEVER.get(measure, ())


def _tight(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text)


def _extends(printed: str, start: Any, end: Any) -> bool:
    """Whether a place is as long as its printed figure, give or take white space and broken words."""
    if start == "" or end == "" or start >= end:
        return True
    return len(_tight(printed)) <= end - start <= 2 * len(printed) + 20


OBSERVATION = (
    Rule("bounds", ("lower", "value", "upper"), bounds_in_order,
         "lower <= value <= upper", "build the tables again; the bounds come from the quote"),
    Rule("qualifier", ("qualifier", "value", "lower", "upper"), bounds_fit_qualifier,
         "exact, about, range: both bounds with value in the middle; over: value = lower, no upper; "
         "under: value = upper, no lower; a fall the other way round",
         "build the tables again, or correct the qualifier in the reading"),
    Rule("reach", ("measure", "value", "flag"), value_in_reach,
         "a share from 0 to 100, a whole rank from 1, no negative count, length, duration, capacity or ratio",
         "correct measure or direction in the reading, or flag the misprint"),
    Rule("period order", ("period_start", "period_end"), period_in_order,
         "period_start <= period_end", BUILD),
    Rule("period days", ("period", "period_start", "period_end"), days_follow,
         "the first and last day of period, both empty without one", BUILD),
    _rule("period kind", "period period_kind", period_fits,
          "year: 2024; months: 2024-01 or 2024-01/2024-03; span: 2020/2024; unstated: no period; "
          "as_of, horizon: any period", "correct period or period_kind in the reading"),
    _rule("base period", "base_period", _exists,
          "a year, month, day or first/last that exists", "correct base_period in the reading"),
    _rule("base measure", "base_period measure", lambda base, measure: not base or measure in COMPARED,
          "a base period with growth, change or ratio only", "take base_period out of the reading"),
    _rule("announced", "announced", _exists, "a year, month or day that exists", "correct it in the reading"),
    _rule("announced status", "announced status", lambda day, status: not day or status in AHEAD,
          "announced with planned, forecast, pledged or agreed only", "correct the status in the reading"),
    _rule("measure unit", "measure unit", _unit_fits,
          "growth, share and ratio in percent or times, rank in rank; change, capacity not; "
          "percentage_point for a change only", "correct measure or take in the reading"),
    _rule("flag note", "flag note", lambda flag, note: not flag or bool(note),
          "a note that gives the reason of the flag", "write the note in the reading"),
    _rule("corrected unit", "corrected_value corrected_unit", lambda value, unit: value != "" or not unit,
          "corrected_unit with a corrected_value only", "give corrected_value in raw/corrections.yaml"),
    _rule("corrected flag", "corrected_value flag", lambda value, flag: value == "" or bool(flag),
          "a corrected_value with a flag only", "flag the claim in the reading"),
    _rule("correction", "value unit corrected_value corrected_unit",
          lambda value, unit, right, new: right == "" or value != right or new not in ("", unit),
          "a corrected value or unit that differs from the printed one", "take the correction out"),
    _rule("offsets", "start end", lambda start, end: start == "" or end == "" or start < end,
          "start < end", LOCATE),
    _rule("extent", "printed start end", _extends,
          "a stretch of text about as long as the printed figure", LOCATE),
    _rule("claim of work", "claim_id work", lambda claim, work: claim.rpartition("-")[0] == work,
          "the key of the work, a hyphen and a number", BUILD),
    _rule("fact in work", "fact work", lambda fact, work: not fact or fact.rpartition("-")[0] == work,
          "a claim of the same work", "correct fact in the reading"),
    _rule("part in work", "part_of work claim_id",
          lambda part, work, claim: not part or (part.rpartition("-")[0] == work and part != claim),
          "another claim of the same work", "correct part_of in the reading"),
    _rule("short quote", "quote", quote_is_short,
          f"at most {MAX_WORDS} words and {MAX_CHARACTERS} characters", "shorten it in the reading"),
    _rule("printed in quote", "printed quote", lambda printed, quote: _tight(printed) in _tight(quote),
          "a printed figure that stands in the quote", BUILD),
)  # fmt: skip

MASTER = (
    _rule("theme", "theme indicator", lambda theme, indicator: indicator.partition(".")[0] == theme,
          "theme is what stands before the point in indicator", BUILD),
)  # fmt: skip

WORKS = (
    _rule("lines", "line_start line_end", lambda first, last: first == "" or last == "" or first <= last,
          "line_start <= line_end", "correct the lines in raw/works.json"),
)  # fmt: skip

CONFLICTS = (
    _rule("two claims", "claim other", lambda claim, other: claim != other, "two claims", BUILD),
    _rule("preferred", "preferred claim other",
          lambda better, claim, other: better in ("", claim, other), "one of the two, or empty", BUILD),
    _rule("preference", "preferred rule", lambda better, rule: bool(better) == bool(rule),
          "a preferred claim and the rule, or neither", BUILD),
    _rule("gap", "gap unit", lambda gap, unit: (gap != "" and gap > 0) == bool(unit),
          "a gap above 0 with a unit; neither between two currencies", BUILD),
)  # fmt: skip


def _sides_in_order(*ends: Any) -> bool:
    """Whether the ends of both sides are in order where they are present: left, left, right, right."""
    return not any("" not in pair and pair[0] > pair[1] for pair in (ends[:2], ends[2:]))


def _gap_fits(verdict: str, gap: Any) -> bool:
    return {"holds": gap == 0, "fails": gap != "" and gap > 0, "cannot_tell": gap == ""}.get(verdict, True)


RELATIONS = (
    _rule("sides", "left_lower left_upper right_lower right_upper", _sides_in_order,
          "the lower end of a side at or below the upper one", BUILD),
    _rule("gap", "verdict gap", _gap_fits,
          "holds: a gap of 0; fails: a gap above 0; cannot_tell: none", BUILD),
    _rule("explained", "verdict flag note", lambda verdict, flag, note: verdict != "fails" or (flag and note),
          "a failing relation with the flag of a claim and an explanation", BUILD),
    _rule("unexplained", "verdict note", lambda verdict, note: verdict != "holds" or not note,
          "no note where the relation holds", BUILD),
)  # fmt: skip

CHECKS = {"relations": RELATIONS, "conflicts": CONFLICTS}  # the rules of what the checks found, by table


def _theme_rule(theme: str) -> Rule:
    """In a themed table every indicator belongs to the theme."""
    return _rule("theme", "indicator", lambda indicator: indicator.partition(".")[0] == theme,
                 f"an indicator that begins with {theme!r}", BUILD)  # fmt: skip


def rules(table: Table) -> tuple[Rule, ...]:
    """The rules between columns that a table must keep.

    >>> from silkfigures.schemas import tables
    >>> [rule.name for rule in rules(tables()["figures"])][:2]
    ['bounds', 'qualifier']
    >>> rules(tables()["flags"])
    ()
    """
    if table.kind == "observation":
        own = (_theme_rule(table.name),) if table.name in themes() else MASTER
        return OBSERVATION + own
    if table.kind == "check":
        return CHECKS.get(table.name, ())
    return tuple(rule for rule in (*MASTER, *WORKS) if set(rule.columns) <= set(table.names))
