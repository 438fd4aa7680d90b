"""Made-up claims and units for the tests of relations."""

from __future__ import annotations

from silkfigures.checks.conversion import Units
from silkfigures.quantities.units import pint_definitions

UNITS = [{"pint": line} for line in pint_definitions()]


def units() -> Units:
    """All units of the project."""
    return Units(UNITS)


def claim(number: int, lower: str, upper: str, unit: str = "USD", **cells: str) -> dict[str, str]:
    """A row of `figures`, as far as relations read it; its value is the middle, or the end that is there."""
    low, high = (float(end) if end else None for end in (lower, upper))
    value = (low + high) / 2 if low is not None and high is not None else low if low is not None else high
    key = cells.get("work", "tea2020")
    own = {"claim_id": f"{key}-{number:03}", "work": key, "value": f"{value:.12f}".rstrip("0").rstrip(".")}
    blank = (
        "flag",
        "corrected_value",
        "corrected_unit",
        "part_of",
        "section",
        "subject",
        "period",
        "printed",
    )
    dimensions = (
        *("indicator", "reporter", "partner", "asset", "product", "sector", "instrument", "mode"),
        *("origin", "destination", "basis", "period_start", "base_period"),
    )
    words = {name: "" for name in (*blank, *dimensions)}
    bounds = {"lower": lower, "upper": upper, "unit": unit, "measure": "level", "line": "1"}
    return {**words, **own, **bounds, "fact": own["claim_id"], **cells}


def by_claim(*rows: dict[str, str]) -> dict[str, dict[str, str]]:
    """The rows by claim."""
    return {row["claim_id"]: row for row in rows}
