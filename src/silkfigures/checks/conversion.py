"""Intervals in another unit, by what the units mean; money is never exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.schemas.registry import unit_registry

MONEY = "[currency_"
PHYSICAL = {"[mass]", "[length]", "[time]", "[temperature]"}
DENSITY = {"[mass]": 1, "[length]": -3}
VOLUME_OF_MASS = {name: -power for name, power in DENSITY.items()}


class NoConversion(ValueError):
    """One unit does not become another; the message says why."""


class TwoCurrencies(NoConversion):
    """The one is money of another currency than the other."""


class OtherThing(NoConversion):
    """The two units measure different things, so that no comparison can be meant."""


class Units:
    """The units of the table `units`, with exact factors between them.

    >>> units = Units([{"pint": "kg = [mass]"}, {"pint": "t = 1000 * kg"}])
    >>> units.convert(Interval.exactly(2), "t", "kg").upper
    Fraction(2000, 1)
    """

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Make the registry from the rows of the table; raises as `unit_registry` does."""
        definitions = [row["pint"] for row in rows if "=" in row["pint"]]
        self._registry = unit_registry(definitions, Fraction)
        self._known = {line.partition("=")[0].strip() for line in definitions}
        self._bases: dict[str, tuple[Fraction, dict[str, int]]] = {}

    def convert(self, interval: Interval, unit: str, to: str, density: Interval | None = None) -> Interval:
        """An interval in another unit.

        Parameters
        ----------
        interval : Interval
        unit, to : str
            Codes of the table `units`, or several of them joined by "*" and "/".
        density : Interval, optional
            Kilograms in a cubic metre of the goods, which leads from mass to volume and back.

        Raises
        ------
        NoConversion
            Where the one does not become the other: TwoCurrencies, OtherThing, or for want of a density or of
            the time in which an amount is meant.
        """
        missing = self._missing(unit, to)
        if density and missing == DENSITY:
            interval, missing = interval / density, {}
        elif density and missing == VOLUME_OF_MASS:
            interval, missing = interval * density, {}
        return self._scaled(interval, unit, to, missing)

    def product(self, interval: Interval, unit: str, to: str) -> Interval:
        """As `convert`, but what is only counted drops out: trains times tonnes are tonnes.

        >>> units = Units([{"pint": text} for text in ("kg = [mass]", "train = [trains]")])
        >>> units.product(Interval.exactly(6), "train * kg", "kg").lower
        Fraction(6, 1)
        """
        missing = self._missing(unit, to)
        sized = {name: power for name, power in missing.items() if name in PHYSICAL or _is_money(name)}
        return self._scaled(interval, unit, to, sized)

    def _scaled(self, interval: Interval, unit: str, to: str, missing: Mapping[str, int]) -> Interval:
        if missing:
            raise _why(missing, unit, to)
        return interval * Interval.exactly(self.base(unit)[0] / self.base(to)[0])

    def _missing(self, unit: str, to: str) -> dict[str, int]:
        """The dimensions by which the one unit differs from the other, with their powers."""
        one, other = self.base(unit)[1], self.base(to)[1]
        powers = {name: one.get(name, 0) - other.get(name, 0) for name in (*one, *other)}
        return {name: power for name, power in powers.items() if power}

    def base(self, unit: str) -> tuple[Fraction, dict[str, int]]:
        """One of a unit in base units, and its dimensions with their powers; OtherThing for no unit.

        >>> Units([{"pint": "m = [length]"}, {"pint": "km = 1000 * m"}]).base("km")
        (Fraction(1000, 1), {'[length]': 1})
        """
        if unit not in self._bases:
            self._bases[unit] = self._measured(unit)
        return self._bases[unit]

    def _measured(self, unit: str) -> tuple[Fraction, dict[str, int]]:
        for part in re.findall(r"[^\s*/()]+", unit):
            if part not in self._known:
                raise OtherThing(f"there is no unit {part}")
        one = self._registry.Quantity(Fraction(1), self._registry.parse_units(unit)).to_base_units()
        dimensions: Mapping[str, Any] = one.dimensionality
        return Fraction(one.magnitude), {name: int(power) for name, power in dimensions.items()}


def _is_money(dimension: str) -> bool:
    return dimension.startswith(MONEY)


def _why(missing: Mapping[str, int], unit: str, to: str) -> NoConversion:
    """The error that says why one unit does not become another."""
    if sum(map(_is_money, missing)) == 2:
        return TwoCurrencies(f"{unit} and {to} are two currencies, and money is never exchanged here")
    timeless = {name: power for name, power in missing.items() if name != "[time]"}
    if not timeless:
        return NoConversion(f"between {unit} and {to} stands a time that is not printed")
    if timeless in (DENSITY, VOLUME_OF_MASS):
        return NoConversion(f"between {unit} and {to} stands the density of the goods")
    return OtherThing(f"{unit} and {to} measure different things")
