"""Sentences and what is read in them: adding a case is adding a line to a file in cases/."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from silkfigures.quantities import Quantity, find_quantities

CASES = Path(__file__).parent / "cases"


def cases() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text, bar, expected = line.rpartition(" | ")
            if bar and not line.startswith("#"):
                found.append((path.stem, text, expected))
    return found


def said(quantity: Quantity) -> tuple[Decimal | tuple[Decimal, Decimal], str, str]:
    ends = (quantity.lower, quantity.upper)
    return ends if quantity.qualifier == "range" else quantity.value, quantity.unit, quantity.qualifier


def wanted(expected: str) -> list[tuple[Decimal | tuple[Decimal, ...], str, str]]:
    if expected.strip() == "none":
        return []
    figures = []
    for figure in expected.split(";"):
        printed, unit, *qualifier = figure.split()
        ends = tuple(Decimal(end) for end in printed.split(".."))
        value = ends if len(ends) == 2 else ends[0]
        figures.append((value, "" if unit == "-" else unit, qualifier[0] if qualifier else "exact"))
    return figures


@pytest.mark.parametrize(("lang", "text", "expected"), cases())
def test_what_is_read(lang: str, text: str, expected: str) -> None:
    found = find_quantities(text, lang)
    assert [said(quantity) for quantity in found] == wanted(expected)
    assert all(quantity.text == text[quantity.start : quantity.end] for quantity in found)


def test_there_are_cases_in_every_language() -> None:
    by_language = {lang: sum(case[0] == lang for case in cases()) for lang in ("en", "ru", "kk")}
    assert min(by_language.values()) >= 30
