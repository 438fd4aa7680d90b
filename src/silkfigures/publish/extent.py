"""What the figures cover: from which day to which, which places, and in which units each is measured."""

from __future__ import annotations

from collections.abc import Iterable

from silkfigures.publish.package import Package, Record


def period(figures: Iterable[Record]) -> str:
    """The span of all periods that figures are about, first/last day, ISO 8601; empty where none is stated.

    >>> first = {"period_start": "2023-01-01", "period_end": "2023-12-31"}
    >>> period([first, {"period_start": "", "period_end": ""}])
    '2023-01-01/2023-12-31'
    """
    days = [
        (figure["period_start"], figure["period_end"] or figure["period_start"])
        for figure in figures
        if figure["period_start"]
    ]
    return f"{min(day for day, _ in days)}/{max(day for _, day in days)}" if days else ""


def places(package: Package, figures: Iterable[Record]) -> list[Record]:
    """The places that figures are about (their reporters), in the order of the table `places`."""
    reporters = {figure["reporter"] for figure in figures}
    return [place for place in package.records("places") if place["place"] in reporters]


def units_of_indicators(package: Package, figures: Iterable[Record]) -> list[tuple[Record, list[Record]]]:
    """Each indicator with the units in which figures state it, both in the order of their tables."""
    found: dict[str, set[str]] = {}
    for figure in figures:
        found.setdefault(figure["indicator"], set()).add(figure["unit"])
    units = package.records("units")
    return [
        (indicator, [unit for unit in units if unit["unit"] in found[indicator["indicator"]]])
        for indicator in package.records("indicators")
        if indicator["indicator"] in found
    ]
