"""The pint registry of the project's own units, and which unit codes it knows."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from silkfigures.dataset import store
from silkfigures.dataset.errors import DamagedData, unknown
from silkfigures.schemas.registry import unit_registry

if TYPE_CHECKING:
    import pint


@cache
def registry() -> pint.UnitRegistry[float]:
    """A pint registry that knows the units of the table `units` and nothing else."""
    import pint

    try:
        return unit_registry(row["pint"] for row in store.records("units"))
    except (pint.PintError, ValueError) as error:
        raise DamagedData(f"The table 'units' does not make a registry: {error}. {store.MEND}") from error


@cache
def codes() -> list[str]:
    """The unit codes that have a definition of their own: every unit but the rates made of them."""
    return [row["unit"] for row in store.records("units") if "=" in row["pint"]]


def unit(code: str) -> pint.Unit:
    """The pint unit of a code or of codes joined by "/" or "*"; an unknown part raises with the nearest.

    Examples
    --------
    >>> print(unit("bbl/day"))
    bbl / day
    """
    for part in re.split(r"[/*]", code):
        if part.strip() not in codes():
            names = {row["label_en"]: row["unit"] for row in store.records("units")}
            raise unknown("a unit", part.strip(), codes(), names, "Rates are written 't/year', 'bbl/day'.")
    return registry().parse_units(code)
