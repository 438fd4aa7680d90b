"""Numbers spelt out and numbers in digits come back as they were."""

from __future__ import annotations

import importlib.util
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from silkfigures.quantities import find_quantities

_spec = importlib.util.spec_from_file_location("spell", Path(__file__).with_name("spell.py"))
spell = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(spell)

numbers = st.one_of(st.integers(2, 2000), st.integers(2, 10**6), st.integers(2, 10**12))
SENTENCES = {"en": "They counted {} tons", "ru": "Насчитали {} тонн", "kk": "Барлығы {} тонна болды"}


def only_value(text: str, lang: str) -> Decimal:
    found = find_quantities(text, lang)
    assert [quantity.unit for quantity in found] == ["t"], text
    return found[0].value


@settings(max_examples=250, deadline=None)
@given(numbers)
def test_words_are_read_back(number: int) -> None:
    for lang, spelt in (("en", spell.english), ("ru", spell.russian), ("kk", spell.kazakh)):
        assert only_value(SENTENCES[lang].format(spelt(number)), lang) == number


@settings(max_examples=100, deadline=None)
@given(numbers)
def test_american_english_has_no_and(number: int) -> None:
    assert only_value(SENTENCES["en"].format(spell.english(number, " ")), "en") == number


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 10**9), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_thousands_grouped_by_a_space(number: int, space: str) -> None:
    printed = f"{number:,}".replace(",", space)
    assert only_value(f"Насчитали {printed} тонн", "ru") == number


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 10**9), st.integers(1, 99))
def test_thousands_and_decimals_of_each_language(whole: int, cents: int) -> None:
    value = Decimal(f"{whole}.{cents:02}")
    assert only_value(f"They counted {whole:,}.{cents:02} tons", "en") == value
    continental = f"{whole:,}".replace(",", ".") + f",{cents:02}"
    assert only_value(f"Насчитали {continental} тонн", "ru") == value


@settings(max_examples=100, deadline=None)
@given(st.decimals("0.01", "999.99", places=2), st.sampled_from([("млн", 6), ("млрд", 9), ("тыс.", 3)]))
def test_decimals_before_a_multiplier(number: Decimal, multiplier: tuple[str, int]) -> None:
    word, power = multiplier
    printed = str(number).replace(".", ",")
    assert only_value(f"Насчитали {printed} {word} тонн", "ru") == number * 10**power


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("двумястами тысячами тонн", 200_000),
        ("пятью миллионами тонн", 5_000_000),
        ("тысячу тонн", 1000),
        ("полмиллиона тонн", 500_000),
        ("сорока пяти тонн", 45),
    ],
)
def test_russian_cases(text: str, value: int) -> None:
    assert only_value(text, "ru") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("екі жүз мың тоннадан", 200_000),
        ("бес миллионға жуық тонна", 5_000_000),
        ("қырық үш бүтін оннан екі тонна", Decimal("43.2")),
        ("нөл бүтін жүзден сексен алты тонна", Decimal("0.86")),
        ("төрт жарым мың тоннадай", 4500),
    ],
)
def test_kazakh_forms(text: str, value: Decimal) -> None:
    assert only_value(text, "kk") == value


def test_two_numbers_side_by_side_are_two() -> None:
    found = find_quantities("two three-ton trucks", "en")
    assert [quantity.value for quantity in found] == [2, 3]
