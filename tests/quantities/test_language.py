"""Which language each stretch is read in."""

from __future__ import annotations

from itertools import pairwise

import pytest

from silkfigures.quantities import find_quantities
from silkfigures.quantities.language import stretches


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Trade grew to 5 million tons.", "en"),
        ("Торговля выросла до 5 миллионов тонн.", "ru"),
        ("Сауда көлемі 5 миллион тоннаға жетті.", "kk"),
    ],
)
def test_one_language(text: str, lang: str) -> None:
    assert [quantity.lang for quantity in find_quantities(text)] == [lang]


def test_three_languages_in_one_text() -> None:
    text = (
        "Объём торговли между странами составил 5 млн тонн.\n"
        "Екі ел арасындағы сауда көлемі 6 млн тоннаға жетті.\n"
        "Trade between the two grew to 7 mln tons.\n"
    )
    found = [quantity for quantity in find_quantities(text) if quantity.unit == "t"]
    assert [(quantity.lang, int(quantity.value)) for quantity in found] == [
        ("ru", 5_000_000), ("kk", 6_000_000), ("en", 7_000_000),
    ]  # fmt: skip


def test_addresses_do_not_make_a_line_english() -> None:
    text = "Оборот превысил $8,5 млрд // https://example.org/a/very/long/address/in/latin/letters/only"
    found = find_quantities(text)
    assert [(quantity.lang, int(quantity.value)) for quantity in found] == [("ru", 8_500_000_000)]


def test_stretches_cover_the_text() -> None:
    text = "abc\nабвгд ежзик лмнопр стуфх цчшщ эюя привет мир\nҚазақ тілі әдемі\n\n5\n"
    found = list(stretches(text))
    assert found[0][0] == 0 and found[-1][1] == len(text)
    assert all(first[1] == second[0] for first, second in pairwise(found))


def test_a_language_that_is_told_is_used() -> None:
    assert find_quantities("5 млн тонн", "kk")[0].lang == "kk"
