"""Which of two claims the rules prefer, each rule by itself and in its order."""

from __future__ import annotations

import pytest

from silkfigures.schemas.preference import preferred, settled

YEARS = {"lee": "2020", "kim": "2024", "old": ""}
ROW = {"flag": "", "status": "actual", "qualifier": "exact", "value": "100", "lower": "99", "upper": "101"}


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ({}, {"flag": "unit"}, "unflagged"),
        ({"status": "planned"}, {"flag": "unit"}, "unflagged"),
        ({}, {"status": "estimate"}, "actual"),
        (
            {"lower": "90", "upper": "110"},
            {"status": "forecast", "lower": "99.9", "upper": "100.1"},
            "actual",
        ),
        # 2 in 100 is narrower than 1 in 10
        ({}, {"value": "10", "lower": "9.5", "upper": "10.5"}, "most_precise"),
        ({}, {"lower": "100", "upper": "", "qualifier": "over"}, "most_precise"),
        ({}, {"qualifier": "about"}, "most_precise"),
        ({"work": "kim"}, {"work": "lee"}, "latest"),
        ({"lower": "100", "upper": "100", "work": "lee"}, {"work": "kim"}, "most_precise"),
    ],
)
def test_the_first_rule_that_tells_them_apart_decides(one: dict, other: dict, rule: str) -> None:
    best = ROW | {"claim_id": "a-001", "work": "old"} | one
    second = ROW | {"claim_id": "b-001", "work": "old"} | other
    assert preferred(best, second, YEARS) == ("a-001", rule)
    assert preferred(second, best, YEARS) == ("a-001", rule)


@pytest.mark.parametrize("works", [("lee", "lee"), ("old", "kim"), ("old", "old")])
def test_no_rule_decides_between_equals(works: tuple[str, str]) -> None:
    one, other = (ROW | {"claim_id": f"{work}-00{n}", "work": work} for n, work in enumerate(works))
    assert preferred(one, other, YEARS) == ("", "")


def test_zero_with_a_width_is_not_precise() -> None:
    zero = ROW | {"claim_id": "a-001", "work": "old", "value": "0", "lower": "-1", "upper": "1"}
    assert preferred(zero, ROW | {"claim_id": "b-001", "work": "old"}, YEARS) == ("b-001", "most_precise")


def test_a_repeat_is_as_doubtful_as_what_it_repeats() -> None:
    rows = [
        {"claim_id": "a-001", "fact": "a-001", "flag": "unit"},
        {"claim_id": "a-002", "fact": "a-001", "flag": "repeat"},
        {"claim_id": "a-003", "fact": "a-003", "flag": ""},
        {"claim_id": "a-004", "fact": "a-003", "flag": "repeat"},
    ]
    assert [row["flag"] for row in settled(rows)] == ["unit", "unit", "", ""]
    assert rows[1]["flag"] == "repeat"
