"""The pint registry of the units that the table `units` defines, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pint

# All that a definition may hold: a dimension, or names and plain numbers multiplied and divided. Whatever
# else pint would compute (a power of a power, an exponent of a million) stays out.
_FACTOR = r"(?:[^\W\d]\w*|\d{1,30}(?:\.\d{1,30})?)(?: \*\* \d)?"
_DEFINITION = re.compile(rf"[^\W\d]\w* = (?:\[\w+\]|{_FACTOR}(?: [*/] {_FACTOR})*)")


def unit_registry(definitions: Iterable[str], number: type = float) -> pint.UnitRegistry[Any]:
    """A registry made of the column `pint` of the table `units`.

    Parameters
    ----------
    definitions : iterable of str
        The cells; a rate, which defines nothing of its own, is passed over.
    number : type
        The type of its factors; `fractions.Fraction` keeps them exact.

    Raises
    ------
    pint.PintError or ValueError
        When the definitions make no registry, or one of them is more than names and numbers multiplied.

    Examples
    --------
    >>> own = unit_registry(["m = [length]", "km = 1000 * m"])
    >>> own.Quantity(2.0, "km").to("m").magnitude
    2000.0
    """
    import pint

    lines = [line for line in definitions if "=" in line]
    for line in lines:
        if not _DEFINITION.fullmatch(line):
            raise ValueError(f"{line!r} defines no unit: write it like 't = 1000 * kg'")
    own: pint.UnitRegistry[Any] = pint.UnitRegistry(
        None, on_redefinition="raise", cache_folder=None, non_int_type=number
    )
    own.load_definitions(lines)
    for line in lines:
        own.get_base_units(line.partition("=")[0].strip())
    return own
