"""What the scorers share: overlap of spans, kinds of unit, reading a development set."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from silkfigures.quantities import UNITS, Quantity

Reader = Callable[[str, str | None], list[Quantity]]
"""What is measured: ``read(text, lang)`` returns the quantities of a text, `lang` None when not told."""

KINDS = {"money", "mass", "volume", "length", "area", "power", "energy", "temperature", "time"}
PERCENT = {"percent", "percentage_point"}


def overlapping(quantities: Iterable[Quantity], start: int, end: int) -> list[Quantity]:
    """Return the quantities that share at least one character with ``start:end``."""
    return [quantity for quantity in quantities if quantity.start < end and start < quantity.end]


def unit_kind(unit: str) -> str:
    """Return the kind of a unit code: money, percent, mass, ..., ``other``, or ``""`` for no unit.

    It is the dimension that ``units.toml`` declares for the code; a rate has the kind of what is counted
    (``t/year`` is mass), and counted things are ``other``.

    Examples
    --------
    >>> [unit_kind(unit) for unit in ("KZT", "USD/year", "t/year", "percent", "TEU", "")]
    ['money', 'money', 'mass', 'percent', 'other', '']
    """
    code = unit.split("/")[0]
    if code in PERCENT:
        return "percent"
    dimension = UNITS[code].dimension if code in UNITS else ""
    return dimension if dimension in KINDS else "other" if code else ""


def said(quantities: Iterable[Quantity]) -> str:
    """Say in a few words what was read: values and units, or ``nothing``."""
    return "; ".join(f"{_ends(quantity)} {quantity.unit}".strip() for quantity in quantities) or "nothing"


def _ends(quantity: Quantity) -> str:
    if quantity.qualifier == "range":
        return f"{quantity.lower:f}..{quantity.upper:f}"
    return "?" if quantity.value is None else f"{quantity.value:f}"


def read_set(path: Path) -> Iterator[dict]:
    """Yield the documents of a development set: ``{"id", "text", "spans": [[start, end, label], ...]}``."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
