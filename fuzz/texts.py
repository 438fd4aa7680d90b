"""Fuzzing what reads texts and short strings: quantities, coverage, quotes, units, periods."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

from fuzz.target import ROOT, Target, expected, files


@cache
def _texts() -> dict[str, bytes]:
    news = (ROOT / "benchmarks" / "news.tsv").read_bytes().splitlines()
    passages = (ROOT / "benchmarks" / "passages.tsv").read_bytes().splitlines()
    cases = files("tests/quantities/cases/*.txt", "tests/example/texts/*.txt")
    return cases | {f"line {at}": line for at, line in enumerate([*news, *passages])}


def _quantities(name: str, data: bytes, folder: Path) -> None:
    """Any text: quantities in order, inside it, with sound numbers."""
    from silkfigures.quantities import find_quantities

    text, end = data.decode("utf-8", "surrogateescape")[:20_000], 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.value is not None and quantity.value.is_finite() and len(str(quantity.value)) < 5000
        ends = [one for one in (quantity.lower, quantity.value, quantity.upper) if one is not None]
        assert ends == sorted(ends)
        json.dumps(quantity.to_dict())
        end = quantity.end


def _numbers(name: str, data: bytes, folder: Path) -> None:
    """The coverage of any text: every number inside it, and each proof a reason."""
    from silkfigures.quantities.tidy import tidy
    from silkfigures.readings import Text
    from silkfigures.readings.numbers_in_text import numbers_in
    from silkfigures.readings.provable import proofs

    text = Text(data.decode("utf-8", "surrogateescape")[:20_000])
    clean = tidy(text.text)
    numbers = numbers_in(clean)
    for number in numbers:
        start, end = clean.place(number.start, number.end)
        assert 0 <= start < end <= len(text.text) and 1 <= text.line(start) <= text.lines + 1
    assert len(list(proofs(clean, numbers, ["x"] * len(numbers)))) == len(numbers)


def _quote(name: str, data: bytes, folder: Path) -> None:
    """A quote of the text, or of another, looked for in it."""
    from silkfigures.readings import Text

    text = data.decode("utf-8", "surrogateescape")[:5_000]
    quote = " ".join(text[len(text) // 3 :].split()[:6])
    span = Text(text).find(quote)
    assert 0 <= span.start < span.end <= len(text)


@cache
def _units() -> dict[str, bytes]:
    lines = (ROOT / "tables" / "units.csv").read_bytes().splitlines()
    samples = [
        b"(Mln. USD)",
        "млрд. м3 в год".encode(),
        b"thousand tons",
        b"2024-01/2024-03",
        b"5,9 bln USD",
        b"1.5%",
    ]
    return {f"{at}": line for at, line in enumerate([*samples, *lines])}


def _parsers(name: str, data: bytes, folder: Path) -> None:
    """Everything that reads a short string."""
    from silkfigures.build.periods import parse_date, parse_period
    from silkfigures.dataset.periods import bounds
    from silkfigures.dataset.units import unit
    from silkfigures.quantities import parse_rate, parse_unit
    from silkfigures.readings import Claim, printed_figure
    from silkfigures.schemas.lexical import FORMS, is_written

    text = data.decode("utf-8", "surrogateescape")[:20_000]
    found = parse_unit(text)
    assert found is None or (isinstance(found[0], Decimal) and found[0].is_finite())
    parse_rate(text)
    for kind in FORMS:
        if is_written(kind, text) and kind == "number":
            assert abs(float(text)) < float("inf")
    for parser in (
        parse_period,
        parse_date,
        bounds,
        unit,
        lambda quote: printed_figure(quote, Claim("001", None, None, None, {}, {}, 1), "ru"),
    ):
        try:
            parser(text)
        except expected():
            continue


TARGETS = {
    "quantities": Target(_texts, _quantities, 0.15),
    "coverage": Target(_texts, _numbers, 0.01),
    "quotes": Target(_texts, _quote, 0.1),
    "strings": Target(_units, _parsers, 0.1),
}
