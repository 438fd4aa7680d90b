"""Made-up claims for the tests of conflicts: one call a claim, only what matters in it."""

from __future__ import annotations

from silkfigures.checks.conflict_pairs import SAID, Claims

UNITS = [
    {"pint": text}
    for text in (
        *("m = [length]", "kg = [mass]", "day = [time]", "km = 1000 * m", "t = 1000 * kg", "m3 = m ** 3"),
        *("bbl = 0.16 * m3", "year = 365 * day", "USD = [currency_USD]", "CNY = [currency_CNY]"),
        *("percent = 0.01", "times = 1", "count = [count]", "t / year", "bbl / day"),
    )
]
WORKS = [{"work": "lee", "issued": "2020"}, {"work": "kim", "issued": "2024"}, {"work": "old", "issued": ""}]
CAUSES = ("unit", "currency", "magnitude", "period", "definition", "rounding", "misprint", "source")
CODES = [{"list": "conflict_causes", "code": code} for code in CAUSES]


def claim(claim_id: str, lower: str, upper: str, unit: str = "km", **cells: str) -> dict[str, str]:
    """A claim on the length of a road, its value in the middle; the id begins with the work."""
    ends = [float(end) for end in (lower, upper) if end]
    value = sum(ends) / len(ends)
    return {
        **dict.fromkeys((*SAID, "flag", "note", "period_start", "period_end", "part_of", "quote"), ""),
        **{"claim_id": claim_id, "fact": claim_id, "work": claim_id.partition("-")[0]},
        **{"theme": "corridors", "indicator": "corridors.length", "measure": "length", "reporter": "KAZ"},
        **{"status": "actual", "qualifier": "exact", "value": f"{value:.10g}", "unit": unit},
        **{"lower": lower, "upper": upper},
        **cells,
    }


def claims(*rows: dict[str, str]) -> Claims:
    """The claims, ready to be compared."""
    return Claims(rows, UNITS, WORKS)
