"""Whatever the text: no exception, spans inside it and in order, the text at the span, sound numbers."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from silkfigures.quantities import find_quantities, parse_unit
from silkfigures.quantities.units import is_unit

PIECES = [
    *(
        "5",
        "1,5",
        "2.300,4",
        "200 000",
        "1991-2021",
        "12:30",
        "1/2",
        "0",
        "€",
        "$",
        "US$",
        "%",
        "°C",
        "м3",
        "km2",
    ),
    *("млн", "млрд.", "bln", "mln", "USD", "от", "до", "с", "to", "from", "and", "between", "about", "over"),
    *("свыше", "астам", "дейін", "-ға", "-дан", "мың", "жүз", "екі", "жарым", "бүтін", "оннан", "де", "two"),
    *(
        "hundred",
        "million",
        "half",
        "a",
        "third",
        "сто",
        "тысяч",
        "полтора",
        "целых",
        "десятых",
        "(",
        ")",
        "[",
    ),
    *(
        "]",
        "-",
        "–",
        "—",
        ".",
        ",",
        ";",
        "/",
        "+",
        "\n",
        "\t",
        "\u00a0",
        "\u00ad",
        "Table",
        "ст.",
        "мая",
        "May",
    ),
]
pieces = st.lists(st.sampled_from([*PIECES, " ", "\n"]), max_size=40)
mixed = st.one_of(st.text(max_size=80), pieces.map(" ".join), pieces.map("".join))


def check(text: str, lang: str | None = None) -> None:
    end = 0
    for quantity in find_quantities(text, lang):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.value is not None and quantity.value.is_finite()
        ends = [one for one in (quantity.lower, quantity.value, quantity.upper) if one is not None]
        assert ends == sorted(ends)
        assert is_unit(quantity.unit.replace("/week", "/day"))
        assert quantity.qualifier in ("exact", "about", "over", "under", "range")
        end = quantity.end


@settings(max_examples=600, deadline=None)
@given(mixed)
@example("5,9 € 9")
@example("бір де бір де бір де бір де")
@example("İ 5 млн İ")
@example("9\u00ad9 мил\u00adлион\u00ad")
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(mixed, st.sampled_from(["en", "ru", "kk"]))
def test_any_text_in_any_language(text: str, lang: str) -> None:
    check(text, lang)


@settings(max_examples=300, deadline=None)
@given(mixed)
def test_any_unit_text(text: str) -> None:
    found = parse_unit(text)
    assert found is None or is_unit(found[1].replace("/week", "/day"))


def test_mutated_sentences() -> None:
    source = random.Random(3)
    sentence = (
        "Сауда 6,3 млрд доллардан 19,8 млрд долларға дейін өсті, до 20 млн тонн в год, from 4 to 6 bn USD."
    )
    for _ in range(400):
        letters = list(sentence)
        for _ in range(source.randrange(1, 12)):
            place = source.randrange(len(letters))
            letters[place] = source.choice([*PIECES, "", letters[place] * 2])
        check("".join(letters))


UNITS = [
    "7",
    ",",
    "от ",
    "a",
    "5,",
    "1 ",
    "two ",
    "де екі ",
    "[",
    "(5) ",
    "$",
    "5 - ",
    "1\n",
    " ",
    "млн.",
    "үштен ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        best = float("inf")
        for _ in range(2):
            begin = time.process_time()
            find_quantities(text)
            best = min(best, time.process_time() - begin)
        return best

    find_quantities(unit * 10)
    assert seconds(16_000) < 24 * seconds(2_000) + 0.05
