"""Quantities in Kazakh, Russian and English text: what is printed, its exact value, unit, interval and place.

Examples
--------
>>> from silkfigures.quantities import find_quantities
>>> figure = find_quantities("объём составил 5,9 млрд долларов")[0]
>>> figure.text, figure.unit, str(figure.lower), str(figure.upper)
('5,9 млрд долларов', 'USD', '5850000000', '5950000000')
"""

from silkfigures.quantities.model import Quantity
from silkfigures.quantities.reader import find_quantities
from silkfigures.quantities.unit_text import parse_rate, parse_unit, unit_factors
from silkfigures.quantities.units import units

__all__ = ["UNITS", "Quantity", "find_quantities", "parse_rate", "parse_unit", "unit_factors"]


def __getattr__(name: str):
    """Read the unit file when ``UNITS`` is first asked for."""
    if name == "UNITS":
        return units()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
