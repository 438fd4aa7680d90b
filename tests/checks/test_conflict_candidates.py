"""Which pairs are proposed to a reader, and in what order."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from silkfigures.checks.conflict_candidates import candidates

MADE_UP = runpy.run_path(str(Path(__file__).with_name("conflict_claims.py")))
claim, claims = MADE_UP["claim"], MADE_UP["claims"]
FIRST = claim(
    "lee-001", "1", "2", partner="CHN", period="2020", period_start="2020-01-01", period_end="2020-12-31"
)


def proposed(*made: dict[str, str], judged=()) -> list[tuple[tuple[str, str], str]]:
    return [(found.pair, found.gap) for found in candidates(claims(*made), judged)]


@pytest.mark.parametrize(
    ("cells", "gap"),
    [
        ({"partner": ""}, "7"),
        ({"partner": "CHN", "asset": "a_road"}, "7"),
        ({"partner": "CHN", "subject": "words count for nothing across publications"}, "7"),
        (
            {
                "partner": "CHN",
                "period": "2020-12/2021-01",
                "period_start": "2020-12-01",
                "period_end": "2021-01-31",
            },
            "7",
        ),
        ({"partner": "CHN", "lower": "1", "upper": "9"}, ""),
    ],
)
def test_what_nothing_speaks_against_is_proposed(cells: dict[str, str], gap: str) -> None:
    other = claim("kim-001", "9", "9") | cells
    assert proposed(FIRST, other) == [(("lee-001", "kim-001"), gap)]
    assert proposed(FIRST, other, judged={("lee-001", "kim-001")}) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"partner": "RUS"},
        {"measure": "share"},
        {"unit": "t"},
        {"period": "2021", "period_start": "2021-01-01", "period_end": "2021-12-31"},
        {"flag": "repeat"},
        {"fact": "lee-001"},
        {"part_of": "lee-001"},
        {"claim_id": "lee-002", "work": "lee", "section": "the reader of both tells them apart"},
        {
            "partner": "CHN",
            "period": "2020",
            "period_start": "2020-01-01",
            "period_end": "2020-12-31",
        },  # compared anyway
    ],
)
def test_what_something_speaks_against_is_not(cells: dict[str, str]) -> None:
    assert proposed(FIRST, claim("kim-001", "9", "9") | cells) == []


def test_the_most_alike_come_first_and_those_with_a_gap_before_those_without() -> None:
    made = [
        FIRST,
        claim("kim-001", "1", "2"),
        claim("kim-002", "9", "9", asset="a_road"),
        claim("old-001", "9", "9", partner="CHN"),
    ]
    assert [pair for pair, _ in proposed(*made) if pair[0] == "lee-001"] == [
        ("lee-001", "old-001"),
        ("lee-001", "kim-002"),
        ("lee-001", "kim-001"),
    ]
