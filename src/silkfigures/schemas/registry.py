"""The pint registry of the units that the table `units` defines, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pint


def unit_registry(definitions: Iterable[str], number: type = float) -> pint.UnitRegistry:
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
        When the definitions make no registry.

    Examples
    --------
    >>> own = unit_registry(["m = [length]", "km = 1000 * m"])
    >>> own.Quantity(2.0, "km").to("m").magnitude
    2000.0
    """
    import pint

    lines = [line for line in definitions if "=" in line]
    own: pint.UnitRegistry = pint.UnitRegistry(
        None, on_redefinition="raise", cache_folder=None, non_int_type=number
    )
    own.load_definitions(lines)
    for line in lines:
        own.parse_units(line.partition("=")[0].strip())
    return own
