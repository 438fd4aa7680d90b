"""Units of the tables: their dimensions, whether they fit an indicator, and the reference table of them."""

from __future__ import annotations

from collections.abc import Iterable

from silkfigures.quantities import UNITS
from silkfigures.schemas import LANGUAGES

COUNT = "count"  # the unit of a bare number in the tables


def is_unit(code: str) -> bool:
    """Whether a code is a declared unit or a rate of two of them.

    >>> is_unit("t/year"), is_unit("furlong")
    (True, False)
    """
    parts = code.split("/")
    return len(parts) <= 2 and all(part in UNITS for part in parts)


def dimension(code: str) -> str:
    """What a unit measures; for a rate both dimensions.

    >>> dimension("t/year")
    'mass/time'
    """
    return "/".join(UNITS[part].dimension for part in code.split("/"))


def kinds(code: str) -> set[str]:
    """How an indicator may allow a unit: by its code, its dimension, and `count` when things are counted.

    >>> sorted(kinds("train/day"))
    ['count/time', 'train/day', 'trains/time']
    """
    thing, *per = code.split("/")
    counted = {"/".join([COUNT, *map(dimension, per)])} if UNITS[thing].counted else set()
    return {code, dimension(code)} | counted


def unit_rows(used: Iterable[str]) -> list[dict[str, str]]:
    """Rows of the table of units: those declared, in their order, then the rates used, sorted."""
    rates = sorted({code for code in used if "/" in code})
    return [_row(code) for code in [*UNITS, *rates]]


def _row(code: str) -> dict[str, str]:
    parts = [UNITS[part] for part in code.split("/")]
    labels = {f"label_{lang}": " / ".join(getattr(part, lang) for part in parts) for lang in LANGUAGES}
    pint = code if "/" in code else f"{code} = {parts[0].define}"
    return {"unit": code, "dimension": dimension(code), **labels, "pint": pint}
