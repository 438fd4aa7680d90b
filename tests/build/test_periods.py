"""Periods: first and last days, kinds, and what is no period."""

from __future__ import annotations

import pytest

from silkfigures.build.periods import parse_date, parse_period
from silkfigures.readings import Slip


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("1991/2021", "1991-01-01", "2021-12-31", "span"),
        ("2024-02", "2024-02-01", "2024-02-29", "months"),
        ("2025-01/2025-03", "2025-01-01", "2025-03-31", "months"),
        ("2024-11/2025-02", "2024-11-01", "2025-02-28", "span"),
        ("2025-06-30", "2025-06-30", "2025-06-30", "as_of"),
        ("2025-06-01/2025-06-12", "2025-06-01", "2025-06-12", "months"),
    ],
)
def test_a_period(text: str, start: str, end: str, kind: str) -> None:
    period = parse_period(text)
    assert (period.text, str(period.start), str(period.end), period.kind) == (text, start, end, kind)


def test_what_the_reading_says_of_it() -> None:
    assert parse_period("2030", "horizon").kind == "horizon"
    assert parse_period("2025-06", "as_of").kind == "as_of"


def test_unstated() -> None:
    period = parse_period("unstated")
    assert (period.text, period.start, period.end, period.kind) == ("", None, None, "unstated")


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("2024-13", "", "`2024-13` is no date"),
        ("2023-02-29", "", "`2023-02-29` is no date"),
        ("24", "", "`24` is no date"),
        ("2024/", "", "the period `2024/` does not run"),
        ("in 2024", "", "`in 2024` is no date"),
        ("2024-1", "", "`2024-1` is no date"),
        ("0000", "", "`0000` is no date"),
        ("2024/2020", "", "the period `2024/2020` does not run from a first to a later last date"),
        ("2024/2024", "", "the period `2024/2024` does not run"),
        ("2024/2025-03", "", "the period `2024/2025-03` does not run"),
        ("1991/2000/2021", "", "the period `1991/2000/2021` does not run"),
        ("2024", "year", "`period_kind` is `year`"),
        ("unstated", "as_of", "`period_kind` of an unstated period"),
    ],
)
def test_slips(text: str, kind: str, message: str) -> None:
    with pytest.raises(Slip) as caught:
        parse_period(text, kind)
    assert caught.value.message.startswith(message)
    assert "write" in caught.value.mend


def test_a_date_has_one_part() -> None:
    assert parse_date("1997-09") == "1997-09"
    for text in ("1997/1998", "unstated", "last year"):
        with pytest.raises(Slip):
            parse_date(text)
