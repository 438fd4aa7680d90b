from decimal import Decimal

from benchmarks import news
from benchmarks.gold import FOLDER, rows
from benchmarks.record import Record

UNITS = "percent percentage_point USD EUR GBP JPY AUD CHF INR CAD RUB KZT UAH CNY KRW RUB/day"


def test_every_line_of_the_list_has_values_and_known_units():
    units = set()
    for row in rows(FOLDER / "news.tsv"):
        for numbers, unit in news.expected(row["quantities"] or ""):
            assert all(isinstance(number, Decimal) for number in numbers)
            units.add(unit)
    assert units <= {"", *UNITS.split()}


def test_f1_weighs_what_is_missed_and_what_is_too_much(monkeypatch, make):
    lines = [
        {"lang": "en", "sentence": "It cost 5 USD or 7 percent", "quantities": "5 USD; 7 percent"},
        {"lang": "en", "sentence": "From 2 to 4 km in Room 9", "quantities": "2..4"},
        {"lang": "en", "sentence": "Nothing here", "quantities": ""},
    ]
    monkeypatch.setattr(news, "rows", lambda path: lines)

    def read(text, lang):
        if "USD" in text:
            return [make(text, "5 USD", "5", "EUR")]
        if "km" in text:
            return [make(text, "2 to 4 km", "3", "km", "range", lower="2", upper="4"), make(text, "9", "9")]
        return []

    values, strict, *others = news.measure(read)
    assert isinstance(values, Record)
    # expected 5, 7, 2..4; read 5, 2..4, 9: two in both, three on each side
    assert (values.measured, values.n) == (66.67, 3)
    # expected 5 USD, 7 percent; read 5 EUR: none in both
    assert (strict.measured, strict.n) == (0.0, 2)
    assert [record.measured for record in others] == [None] * 4
