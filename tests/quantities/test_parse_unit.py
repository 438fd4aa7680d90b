"""Units printed without a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from silkfigures.quantities import parse_unit


@pytest.mark.parametrize(
    ("text", "factor", "unit"),
    [
        ("(Mln. USD)", "1000000", "USD"),
        ("US$ million", "1000000", "USD"),
        ("in thousand tons", "1000", "t"),
        ("%", "1", "percent"),
        ("bcm per year", "1000000000", "m3/year"),
        ("млрд м3", "1000000000", "m3"),
        ("тыс. тонн в год", "1000", "t/year"),
        ("млн долларов США", "1000000", "USD"),
        ("км", "1", "km"),
        ("млрд теңге", "1000000000", "KZT"),
        ("мың тонна", "1000", "t"),
        ("млн", "1000000", ""),
    ],
)
def test_a_unit_and_its_multiplier(text: str, factor: str, unit: str) -> None:
    assert parse_unit(text) == (Decimal(factor), unit)


@pytest.mark.parametrize("text", ["", "Kazakhstan", "Итого", "see below", "5 km", "Сауда", "(", "t t t"])
def test_what_is_no_unit(text: str) -> None:
    assert parse_unit(text) is None


def test_a_language_may_be_told() -> None:
    assert parse_unit("тонна", "kk") == (Decimal(1), "t")
    assert parse_unit("тонна", "en") is None
