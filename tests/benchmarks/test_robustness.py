from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.robustness import broken_promise, measure, strings

TEXT = "cost 5 USD and 6 USD"


@pytest.fixture
def five(make):
    return make(TEXT, "5 USD", "5", "USD")


def test_a_faithful_reading_breaks_nothing(five, make):
    assert broken_promise(TEXT, lambda text, lang: [five, make(TEXT, "6 USD", "6", "USD")]) is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"end": 40}, "span"),
        ({"start": 7, "end": 7}, "span"),
        ({"text": "6 USD"}, "text"),
        ({"lower": Decimal(9)}, "out of order"),
        ({"value": None, "lower": None, "upper": None}, "numbers"),
        ({"value": 5.0}, "numbers"),
        ({"lang": "xx"}, "language"),
    ],
)
def test_each_broken_promise_is_noticed(five, changes, says):
    bad = replace(five, **changes)
    assert says in broken_promise(TEXT, lambda text, lang: [bad])


def test_overlap_and_wrong_order_are_noticed(five, make):
    later = make(TEXT, "6 USD", "6", "USD")
    assert broken_promise(TEXT, lambda text, lang: [five, five])
    assert broken_promise(TEXT, lambda text, lang: [later, five])


def test_an_exception_is_a_broken_promise():
    def read(text, lang):
        raise KeyError("unit")

    assert broken_promise(TEXT, read) == "KeyError: 'unit'"


def test_strings_are_the_same_every_time_and_differ_from_each_other():
    first = list(strings(200))
    assert first == list(strings(200))
    assert len(set(first)) > 190


def test_the_record_counts_the_strings_that_break_a_promise():
    def read(text, lang):
        if "USD" in text:
            raise ValueError("no")
        return []

    (record,) = measure(read, 400)
    expected = sum("USD" in text for text in strings(400))
    assert expected > 0
    assert (record.measured, record.n, record.passed) == (expected, 400, False)
