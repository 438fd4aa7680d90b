"""NEREL (Russian news): are sums of money and percentages found, with the right value and unit?

The set marks spans only. The value is worked out from the characters inside the span by a deliberately
simple rule of its own (:func:`gold_amount`): one printed number, or two for a range, times one
multiplier word, with one currency sign or word. A span that the rule cannot decide is counted apart and
listed in the note. The reader is never asked for the gold value.

A span is found when a reported quantity shares at least one character with it and has the same value
(for a range, the same two ends) and the same unit.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from benchmarks.record import Record, around, tally
from benchmarks.spans import Reader, overlapping, read_set, said, unit_kind
from silkfigures.quantities import Quantity

FILE = "nerel-dev.jsonl"
BAR = 96.0
LABELS = ("MONEY", "PERCENTAGE")
NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
MULTIPLIERS = (
    ("тыс", 3),
    ("млн", 6),
    ("миллион", 6),
    ("млрд", 9),
    ("миллиард", 9),
    ("трлн", 12),
    ("триллион", 12),
)
CURRENCIES = (
    ("HKD", r"гонконгск\w* доллар"),
    ("AUD", r"австралийск\w* доллар"),
    ("CAD", r"канадск\w* доллар"),
    ("USD", r"доллар|\$|USD"),
    ("EUR", r"евро|€|EUR"),
    ("GBP", r"фунт|£|GBP"),
    ("UAH", r"гривн|гривен"),
    ("BYN", r"белорусск\w* рубл"),
    ("RUB", r"рубл|руб\b|₽|RUB"),
    ("CNY", r"юан|CNY"),
    ("JPY", r"иен|йен|¥"),
    ("KZT", r"тенге|KZT"),
)
Amount = tuple[tuple[Decimal, ...], str]


def measure(shared: Path, read: Reader) -> list[Record]:
    """Score the reader `read` on the NEREL development set in ``shared/benchmarks``.

    Returns
    -------
    list of Record
        Money and percent found with value and unit; how many of those reported overlap a marked span.
    """
    documents = list(read_set(shared / "benchmarks" / FILE))
    readings = [read(document["text"], "ru") for document in documents]
    return [found(documents, readings), confirmed(documents, readings)]


def gold_amount(printed: str, label: str) -> Amount | None:
    """Return the numbers (one, or the two ends of a range) and the unit code that a span prints.

    None when it prints no number in digits, more than two, several multiplier words or no known currency.

    Examples
    --------
    >>> gold_amount("от 3 до 5 тысяч рублей", "MONEY")
    ((Decimal('3000'), Decimal('5000')), 'RUB')
    >>> gold_amount("сто рублей", "MONEY") is None
    True
    """
    text = printed.lower()
    numbers = [Decimal(re.sub(r"\s", "", number).replace(",", ".")) for number in NUMBER.findall(text)]
    powers = {power for word, power in MULTIPLIERS if word in text}
    unit = "percent" if label == "PERCENTAGE" else _currency(printed)
    if len(numbers) not in (1, 2) or len(powers) > 1 or unit is None:
        return None
    factor = 10 ** (powers.pop() if powers else 0)
    return tuple(number * factor for number in numbers), unit


def _currency(printed: str) -> str | None:
    for code, pattern in CURRENCIES:
        if re.search(pattern, printed, re.IGNORECASE):
            return code
    return None


def fits(quantity: Quantity, amount: Amount) -> bool:
    """Tell whether `quantity` has the number (for a range both ends) and the unit of `amount`."""
    numbers, unit = amount
    ends = (quantity.value,) if len(numbers) == 1 else (quantity.lower, quantity.upper)
    return quantity.unit == unit and ends == numbers


def found(documents: list[dict], readings: list[list[Quantity]]) -> Record:
    """Return the share of money and percent spans with a known value that are read with value and unit."""
    outcomes, undecided = [], []
    for document, quantities in zip(documents, readings, strict=True):
        for start, end, label in document["spans"]:
            if label not in LABELS:
                continue
            printed = document["text"][start:end]
            amount = gold_amount(printed, label)
            near = overlapping(quantities, start, end)
            if amount is None:
                undecided.append(printed)
            else:
                right = any(fits(quantity, amount) for quantity in near)
                outcomes.append(None if right else f"{printed}: {said(near)}")
    note = "; ".join([f"{len(undecided)} spans whose value the gold rule cannot decide", *undecided])
    return tally("NEREL money and percent found, value and unit right", outcomes, BAR, note=note)


def confirmed(documents: list[dict], readings: list[list[Quantity]]) -> Record:
    """Return the share of the quantities reported with a currency or percent that overlap a marked span."""
    outcomes = []
    for document, quantities in zip(documents, readings, strict=True):
        gold = [span for span in document["spans"] if span[2] in LABELS]
        for quantity in quantities:
            if unit_kind(quantity.unit) in ("money", "percent"):
                right = any(overlapping([quantity], start, end) for start, end, _ in gold)
                where = around(document["text"], quantity.start, quantity.end)
                outcomes.append(None if right else f"{where}: {said([quantity])}")
    return tally("NEREL precision of money and percent", outcomes)
