"""How print disguises a figure: soft hyphens, broken words and numbers, look-alike letters and spaces."""

from __future__ import annotations

from decimal import Decimal

import pytest

from silkfigures.quantities import find_quantities
from silkfigures.quantities.model import plain
from silkfigures.quantities.ordinals import parse_ordinal


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("на 5 мил\u00adлионов тонн", 5000000, "t"),
        ("на 5 мил\u00ad\nлионов тонн", 5000000, "t"),
        ("на 5 мил-\nлионов тонн", 5000000, "t"),
        ("на 5 млн дол-\nларов", 5000000, "USD"),
        ("на 200 \n000 рублей", 200000, "RUB"),
        ("на 41 \nмиллиард 20 миллион юаней", 41020000000, "CNY"),
        ("на 3\u00a0000\u202f000 тонн", 3000000, "t"),
        ("тӛрт мың теңге бӛлінді", 4000, "KZT"),
        ("трёх миллионов тонн", 3000000, "t"),
        ("5 МЛН ТОНН", 5000000, "t"),
    ],
)
def test_the_figure_behind_the_print(text: str, value: int, unit: str) -> None:
    found = find_quantities(text)
    assert [(quantity.value, quantity.unit) for quantity in found] == [(value, unit)]
    assert found[0].text == text[found[0].start : found[0].end]


def test_ranges_over_a_line_end() -> None:
    found = find_quantities("на сумму 218-\n327 миллионов долларов")
    assert [(quantity.lower, quantity.upper) for quantity in found] == [(218000000, 327000000)]


def test_plain_decimals() -> None:
    assert plain(Decimal("1E+3")) == "1000"
    assert plain(Decimal("-0")) == "0"
    assert plain(None) is None


@pytest.mark.parametrize(
    ("text", "lang", "rank"),
    [
        ("28th", None, 28),
        ("twenty-first", "en", 21),
        ("второе", "ru", 2),
        ("двадцать восьмое", "ru", 28),
        ("3-м", "ru", 3),
        ("екінші", "kk", 2),
        ("жиырма бірінші", "kk", 21),
        ("5-ші", None, 5),
        ("28", None, None),
        ("two first", "en", None),
        ("seven", "en", None),
    ],
)
def test_ordinals(text: str, lang: str | None, rank: int | None) -> None:
    assert parse_ordinal(text, lang) == rank
