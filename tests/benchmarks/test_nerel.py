from decimal import Decimal

import pytest

from benchmarks import nerel


@pytest.mark.parametrize(
    ("printed", "label", "amount"),
    [
        ("7,5 млн долларов", "MONEY", (["7500000"], "USD")),
        ("$7.5 млрд", "MONEY", (["7500000000"], "USD")),
        ("от 2 до 4 тысяч рублей", "MONEY", (["2000", "4000"], "RUB")),
        ("12 500 евро", "MONEY", (["12500"], "EUR")),
        ("90 млн гонконгских долларов", "MONEY", (["90000000"], "HKD")),
        ("40-рублевой", "MONEY", (["40"], "RUB")),
        ("более чем на 8,25 %", "PERCENTAGE", (["8.25"], "percent")),
    ],
)
def test_the_gold_value_follows_from_the_printed_digits(printed, label, amount):
    numbers, unit = amount
    assert nerel.gold_amount(printed, label) == (tuple(map(Decimal, numbers)), unit)


@pytest.mark.parametrize("printed", ["сто рублей", "5 песо", "1, 2 и 3 рубля", "2 млн 300 тысяч рублей"])
def test_what_the_rule_cannot_decide_is_left_undecided(printed):
    assert nerel.gold_amount(printed, "MONEY") is None


def test_a_span_is_found_with_value_and_unit_only(write_set, scripted):
    documents = [
        ("Дом стоил 5 млн рублей", {"5 млн рублей": "MONEY"}),
        ("Долг вырос на 6 %", {"6 %": "PERCENTAGE"}),
        ("Он дал сто рублей", {"сто рублей": "MONEY"}),
        ("Там 9 км", {}),
    ]
    reader = scripted({"5 млн рублей": ("5", "RUB"), "6 %": ("6", "percent"), "9 км": ("9", "USD")})
    found, precision = nerel.measure(write_set(nerel.FILE, documents), reader)
    assert (found.measured, found.n) == (50.0, 2)
    assert found.failures == ("5 млн рублей: 5 RUB",)
    assert found.note == "1 spans whose value the gold rule cannot decide; сто рублей"
    assert (precision.measured, precision.n) == (66.67, 3)


def test_a_range_is_found_by_its_two_ends(make):
    text = "от 2 до 4 тысяч рублей"
    amount = nerel.gold_amount(text, "MONEY")
    assert nerel.fits(make(text, text, "3000", "RUB", "range", lower="2000", upper="4000"), amount)
    assert not nerel.fits(make(text, text, "3000", "RUB"), amount)
