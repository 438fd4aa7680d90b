"""Finding every run of digits and every number word of a text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from silkfigures.quantities.tidy import tidy
from silkfigures.readings.numbers_in_text import number_words, numbers_in


def printed(text: str) -> list[tuple[str, str]]:
    return [(number.text, number.kind) for number in numbers_in(tidy(text))]


def test_digits_with_their_signs_are_one_number() -> None:
    assert printed("5,9 and 1,185.4 on 05.03.2019, 17-19") == [
        *((number, "digits") for number in ("5,9", "1,185.4", "05.03.2019", "17", "19")),
    ]


def test_thousands_set_apart_are_several_runs() -> None:
    assert printed("242 444 студента") == [("242", "digits"), ("444", "digits")]


def test_number_words_in_each_language_and_case() -> None:
    assert printed("two hundred thousand, twice, half") == [
        ("two", "cardinal"), ("hundred", "multiplier"), ("thousand", "multiplier"), ("twice", "cardinal"),
        ("half", "cardinal"),
    ]  # fmt: skip
    assert printed("о двадцати миллионах и третьем") == [
        ("двадцати", "cardinal"), ("миллионах", "multiplier"), ("третьем", "ordinal"),
    ]  # fmt: skip
    assert printed("үш мың тоннаға екінші рет, төртеуі де") == [
        ("үш", "cardinal"), ("мың", "multiplier"), ("екінші", "ordinal"), ("төртеуі", "cardinal"),
    ]  # fmt: skip


def test_letters_printed_for_others_and_soft_hyphens() -> None:
    assert printed("тӛрт елдің шайы үлкен") == [("төрт", "cardinal")]
    (number,) = numbers_in(clean := tidy("о двад\u00adцати садах"))
    assert clean.place(number.start, number.end) == (2, 11)


def test_a_word_broken_over_a_line_end() -> None:
    assert printed("five mil-\nlion tonnes") == [("five", "cardinal"), ("mil-\nlion", "multiplier")]
    assert printed("пять со-\nрок") == [("пять", "cardinal"), ("со-\nрок", "cardinal")]


def test_a_word_inside_another_is_no_number_word() -> None:
    assert printed("tone, weight, often; одинаковый, трижды семья; онда, бесік") == []


def test_a_latin_word_in_a_cyrillic_text() -> None:
    assert printed("программа «Three Teas» для чайных домов перевала") == [("Three", "cardinal")]


def test_roman_numerals_are_no_digits() -> None:
    assert printed("в начале XX века, Екатерина II") == []


def test_every_cardinal_of_the_lexicons_is_known() -> None:
    assert number_words("ru")["двумя"] == "cardinal" and number_words("ru")["вдвое"] == "cardinal"
    assert number_words("kk")["миллионнан"] == "multiplier" and number_words("en")["bln"] == "multiplier"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_each_digit_of_any_text_lies_in_one_number(text: str) -> None:
    clean = tidy(text)
    places = [at for number in numbers_in(clean) if number.kind == "digits" for at in number.digits]
    assert places == [match.start() for match in re.finditer(r"\d", clean.low)]
