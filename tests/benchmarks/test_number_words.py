import pytest

from benchmarks import numberwords


def test_numbers_are_seeded_and_within_bounds():
    numbers = numberwords.numbers(500)
    assert numbers == numberwords.numbers(500)
    assert min(numbers) >= 2
    assert max(numbers) <= 10**12
    assert min(numbers) < 1000 < 10**11 < max(numbers)


def test_a_number_is_read_back_only_as_one_quantity_with_its_value(make):
    num2words = pytest.importorskip("num2words").num2words
    even = {num2words(n): n for n in numberwords.numbers(20) if n % 2 == 0}

    def read(text, lang):
        return [make(text, text, str(even[text]))] if lang == "en" and text in even else []

    records = {record.name: record for record in numberwords.measure(read, 20)}
    share = 100 * sum(n % 2 == 0 for n in numberwords.numbers(20)) / 20
    assert records["number words read back, en"].measured == share
    assert records["number words read back, ru"].measured == 0.0
