"""Each proof that a number is no figure, on made-up sentences: what it takes and what it must leave alone."""

from __future__ import annotations

import time

import pytest

from silkfigures.quantities.tidy import tidy
from silkfigures.readings.numbers_in_text import numbers_in
from silkfigures.readings.provable import proofs


def proved(text: str) -> dict[str, list[str]]:
    """The numbers that rules prove, by reason; those that none proves under an empty reason."""
    clean = tidy(text)
    numbers = numbers_in(clean)
    found: dict[str, list[str]] = {}
    for number, reason in zip(numbers, proofs(clean, numbers), strict=True):
        found.setdefault(reason, []).append(number.text)
    return found


# One case a line: the reason, the text, the numbers it proves.
TAKEN = [
    ("url", "see https://tea.example/2019/12/news-45 there", ["2019", "12", "45"]),
    ("url", "see https://tea.example/po-\nitogam-2023-goda now", ["2023"]),
    ("doi", "DOI 10.1234/tea.2021.3", ["10.1234", "2021.3"]),
    ("email", "write to ada1980@tea.example today", ["1980"]),
    ("subject_code", "УДК 32.327", ["32.327"]),
    ("subject_code", "МРНТИ 11.25.07", ["11.25.07"]),
    ("phone", "тел. +7 (727) 123-45-67", ["7", "727", "123", "45", "67"]),
    ("citation", "as was shown [13] before", ["13"]),
    ("citation", "as was shown [3; 5-7] and [34. С. 410]", ["3", "5", "7", "34", "410"]),
    ("citation", "tea grew (Kettle, Pot 2004: 12) there", ["2004", "12"]),
    ("citation", "чай рос (Чайник, 2020, б. 5) там", ["2020", "5"]),
    ("citation", "tea grew (Tea Times. 2024, March 5; Pot, 2019) there", ["2024", "5", "2019"]),
    ("century", "in the 21st century", ["21"]),
    ("century", "бұл 18-19 ғасырда болды", ["18", "19"]),
    ("century", "в начале двадцатого века", ["двадцатого"]),
    ("decade", "in the 1990s tea was rare", ["1990"]),
    ("decade", "в 90-е годы чая не было", ["90"]),
    ("decade", "өткен ғасырдың 90-жылдары", ["90"]),
    ("decade", "1990 жылдардың ортасы", ["1990"]),
    ("date", "Встреча прошла 17-19 мая", ["17", "19"]),
    ("date", "on May 5 the pass opened", ["5"]),
    ("date", "Кездесу 18 қазанда өтті", ["18"]),
    ("date", "opened on 05.03.2019 at 14:30", ["05.03.2019", "14", "30"]),
    ("year", "opened in 1994", ["1994"]),
    ("year", "в 2019-2021 гг. и в 2022 году", ["2019", "2021", "2022"]),
    ("year", "2019, 2020 және 2021 жылдары", ["2019", "2020", "2021"]),
    ("year", "Kettle (2001) says so", ["2001"]),
    ("year", "Country 2018 2019 2020", ["2018", "2019", "2020"]),
    ("list_number", "Reasons:\n1. Tea is cheap.\n2. Tea is good.", ["1", "2"]),
    ("list_number", "tea is:\n1) cheap and\n2) good", ["1", "2"]),
    ("list_number", "1.1. Чай дешев\n1.2. Чай хорош", ["1.1", "1.2"]),
    ("list_number", "Table 1 shows the tea", ["1"]),
    ("list_number", "Шайдың көлемі 2-кестеде берілген", ["2"]),
    ("article", "согласно статье 7 Устава чая", ["7"]),
    ("article", "жарғының 2-бабына сәйкес", ["2"]),
    ("name", "because of COVID-19 and the G7", ["19", "7"]),
    ("name", "в формате «5+1»", ["5", "1"]),
    ("ordinal", "на третьем заседании купцов", ["третьем"]),
    ("ordinal", "the 2nd meaning of the word", ["2"]),
    ("ordinal", "во-первых, чай дешев", ["первых"]),
    ("bare_word", "one of the tea houses", ["one"]),
    ("bare_word", "один из купцов", ["один"]),
    ("bare_word", "олар бірге келді, шайдың бірі қымбат", ["бірге", "бірі"]),
    ("bare_word", "өз елінен тыс жерде", ["тыс"]),
    ("vague", "they had to travel thousands of miles", ["thousands"]),
    ("vague", "туда вложены миллионы", ["миллионы"]),
]


@pytest.mark.parametrize(("reason", "text", "numbers"), TAKEN, ids=[f"{r}: {t[:30]}" for r, t, _ in TAKEN])
def test_a_rule_takes_what_measures_nothing(reason: str, text: str, numbers: list[str]) -> None:
    assert proved(text).get(reason) == numbers


# One case a line: the text, and the numbers in it that no rule may take.
LEFT = [
    ("https://tea.example then 45 wells", ["45"]),
    ("it cost 10.5 million USD", ["10.5", "million"]),
    ("a sum of +7 800 tonnes", ["7", "800"]),
    ("tea [5,9 млрд долларов] there", ["5,9", "млрд"]),
    ("(Tea exports, 2020: 450 tonnes)", ["450"]),
    ("(around 2000 km)", ["2000"]),
    ("19 ports and 21 states", ["19", "21"]),
    ("через 90 дней", ["90"]),
    ("в среднем 20 лет", ["20"]),
    ("5 million tonnes in May", ["5", "million"]),
    ("в мае 12 млн тонн", ["12", "млн"]),
    ("дорога длиной 2000 км", ["2000"]),
    ("по 1500 тонн в 2020 году", ["1500"]),
    ("от 1900 до 2000 тонн чая", ["1900", "2000"]),
    ("2. Tea came to 5 tonnes", ["2", "5"]),
    ("reached\n12.5 million tonnes", ["12.5", "million"]),
    ("газа-8,2 трлн кубометров", ["8,2", "трлн"]),
    ("построено вагонов-300 за лето", ["300"]),
    ("в мае 12 новых чаев", ["12"]),
    ("жарғы 12 тармақтан тұрады", ["12"]),
    ("1. Tea is cheap.\n" + "tea\n" * 2000 + "2. Tea is good.", ["1", "2"]),
    ("1. Tea is cheap.\nIt came to\n2.5 million tonnes", ["2.5", "million"]),
    ("занял третье место по чаю", ["третье"]),
    ("the second largest buyer of tea", ["second"]),
    ("на первом месте А, на третьем – порт Б", ["первом", "третьем"]),
    ("построен один морской порт", ["один"]),
    ("екі порт пен бес көпір", ["екі", "бес"]),
    ("five million tonnes", ["five", "million"]),
    ("двадцать миллионов тонн", ["двадцать", "миллионов"]),
]


@pytest.mark.parametrize(("text", "numbers"), LEFT, ids=[text[:30] for text, _ in LEFT])
def test_no_rule_takes_a_figure(text: str, numbers: list[str]) -> None:
    left = proved(text).get("", [])
    assert [number for number in numbers if number not in left] == []


def test_page_numbers_grow_with_the_lines() -> None:
    lines = "tea\n" * 45
    assert proved("".join(f"{lines}\n{page}\n" for page in (28, 29, 30))) == {"page": ["28", "29", "30"]}


def test_numbers_on_their_own_lines_in_a_table_are_no_page_numbers() -> None:
    text = "Tea houses\n\n" + "\n".join(["22", "40", "19", "36", "61", "80"]) + "\n\nSource: a report\n"
    assert "page" not in proved(text)


def test_a_line_printed_on_several_pages_is_a_header() -> None:
    page = "Journal of Tea, Issue {n}\n" + "tea\n" * 30
    assert proved("".join(page.format(n=n) for n in (7, 8, 9)))["header"] == ["7", "8", "9"]
    assert "header" not in proved("".join(page.format(n=n) for n in (7, 8)))


BIBLIOGRAPHY = """Tea came to 5 tonnes.

Список литературы:

Чайник А. О чае // Чай. 2019. № 3. С. 14-15.
Pot, B. On tea. Tea 56(7), 105-109.

Kettle, A. Tea of the hills. 2020.

ON TRADE ACROSS THE PASS

Tea of 12 hills was sold.
"""


def test_a_bibliography_ends_where_no_entry_follows() -> None:
    found = proved(BIBLIOGRAPHY)
    assert found["bibliography"] == ["2019", "3", "14", "15", "56", "7", "105", "109", "2020"]
    assert {"5", "12"} <= set(found[""])


def test_a_bibliography_ends_with_its_work() -> None:
    clean = tidy("References\n\nKettle, A. Tea. 2020.\nThe pass is 12 km long.")
    numbers = numbers_in(clean)
    assert proofs(clean, numbers, ["first", "second"])[0] == "bibliography"
    assert proofs(clean, numbers, ["first", "second"])[1] == ""


def test_a_list_does_not_go_on_in_another_work() -> None:
    clean = tidy("1. Tea is cheap.\n2. Tea is good.")
    numbers = numbers_in(clean)
    assert proofs(clean, numbers, ["first", "second"]) == ["", ""]


@pytest.mark.parametrize(
    "piece",
    [
        "7\n", "(A 2020. B, ", "1990-", "2019, 2020 и ", "[1; ", "1. A\n", "References\n", "бір ", "-",
        "(A 1999) ", "https://a-\n", "a@", "1+1", "третьем ", "\u00ad1", "тел. 1 1 1 1 ",
    ],
)  # fmt: skip
def test_long_and_odd_texts_take_little_time(piece: str) -> None:
    started = time.process_time()
    proved(piece * (20_000 // len(piece)))
    assert time.process_time() - started < 3
