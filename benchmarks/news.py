"""General news: made-up sentences in three languages, with the quantities a person reads in them.

``news.tsv`` was written by hand, without the reader: language, sentence, and its quantities joined by ``; ``,
each a value (``4..6`` for a range, ``2/3`` for a fraction, converted to the unit the reader gives: miles to
km) and, for money and percent, the unit. It stands in for a corpus of real English news, of which there is no
development set; on so few sentences the figures are a rough guide.

What counts, over all sentences: values that are both read and expected (a range by its two ends), against
those read and those expected: F1 in percent. The same for values with their unit, of money and percent only.
"""

from __future__ import annotations

from collections import Counter

from benchmarks.gold import FOLDER, rows, values
from benchmarks.record import Record
from benchmarks.spans import Reader, unit_kind
from silkfigures.quantities import Quantity

BARS = {("en", "values"): 85.0, ("en", "money and percent with unit"): 95.0}
LANGUAGES = ("en", "ru", "kk")
Item = tuple[tuple, str]
Sentence = tuple[str, Counter, Counter]


def measure(read: Reader) -> list[Record]:
    """Return two records a language: F1 of all values, F1 of money and percent with value and unit."""
    entries = rows(FOLDER / "news.tsv")
    return [record for lang in LANGUAGES for record in _measure(lang, entries, read)]


def _measure(lang: str, entries: list[dict], read: Reader) -> list[Record]:
    own = [(row["sentence"], expected(row["quantities"] or "")) for row in entries if row["lang"] == lang]
    pairs = [(text, wanted, [item(quantity) for quantity in read(text, lang)]) for text, wanted in own]
    return [
        _score(lang, what, [(text, count(wanted), count(got)) for text, wanted, got in pairs])
        for what, count in (("values", _values), ("money and percent with unit", _strict))
    ]


def expected(written: str) -> list[Item]:
    """Return the quantities written in the list as pairs of numbers and unit.

    Examples
    --------
    >>> expected("2e3 USD; 4..6")
    [((Decimal('2E+3'),), 'USD'), ((Decimal('4'), Decimal('6')), '')]
    """
    pieces = [piece.partition(" ") for piece in written.split("; ") if piece]
    return [(values(value)[0], unit) for value, _, unit in pieces]


def item(quantity: Quantity) -> Item:
    """Return a quantity as the list writes it: its value, or the ends of a range, and its unit."""
    numbers = (quantity.lower, quantity.upper) if quantity.qualifier == "range" else (quantity.value,)
    return numbers, quantity.unit


def _values(items: list[Item]) -> Counter:
    return Counter(tuple(f"{float(number):.6g}" for number in numbers) for numbers, _ in items)


def _strict(items: list[Item]) -> Counter:
    return Counter(
        (*(f"{float(number):.6g}" for number in numbers), unit)
        for numbers, unit in items
        if unit_kind(unit) in ("money", "percent")
    )


def _score(lang: str, what: str, sentences: list[Sentence]) -> Record:
    both = sum((wanted & got).total() for _, wanted, got in sentences)
    n = sum(wanted.total() for _, wanted, _ in sentences)
    total = n + sum(got.total() for _, _, got in sentences)
    f1 = round(200 * both / total, 2) if total else None
    failures = tuple(_difference(*sentence) for sentence in sentences if sentence[1] != sentence[2])
    bar = BARS.get((lang, what))
    return Record(f"made-up news, F1 of {what}, {lang}", f1, bar=bar, n=n, failures=failures)


def _difference(text: str, wanted: Counter, got: Counter) -> str:
    missing, surplus = (" ".join("..".join(key) for key in side) for side in (wanted - got, got - wanted))
    return f"wants {missing or 'no more'}, reads {surplus or 'no more'}: {text}"
