"""Amounts said in a word, and rates quoted alone."""

from decimal import Decimal

import pytest

from silkfigures.quantities import find_quantities, parse_rate
from silkfigures.quantities.amounts import parse_amount


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("one", "en", "1", ""),
        ("один", "ru", "1", ""),
        ("бір", "kk", "1", ""),
        ("двадцать пять", None, "25", ""),
        ("удвоились", "ru", "2", "times"),
        ("утроился", None, "3", "times"),
        ("doubled", "en", "2", "times"),
        ("полвека", "ru", "50", "year"),
        ("half a century", "en", "50", "year"),
        ("жарты ғасырға", "kk", "50", "year"),
    ],
)
def test_an_amount_in_a_word(text: str, lang: str | None, value: str, unit: str) -> None:
    assert parse_amount(text, lang) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["", "tea", "one of the passes", "удвоились дважды", "century"])
def test_anything_else_is_none(text: str) -> None:
    assert parse_amount(text) is None


def test_running_text_does_not_report_them() -> None:
    assert find_quantities("One of the traders doubled his tea.") == []


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("a year", "year"),
        ("per day", "day"),
        ("ежегодно", "year"),
        ("ежегодная", "year"),
        ("в сутки", "day"),
        ("жылына", "year"),
        ("тәулігіне", "day"),
        ("tonnes a year", None),
        ("", None),
    ],
)
def test_a_rate_alone(text: str, rate: str | None) -> None:
    assert parse_rate(text) == rate
