"""The factor from one unit to another, by what the units mean and what the caller states."""

from __future__ import annotations

import math
from collections.abc import Mapping
from numbers import Real
from typing import TYPE_CHECKING, NamedTuple

from silkfigures.dataset.errors import NoConversion
from silkfigures.dataset.units import registry, unit

if TYPE_CHECKING:
    import pint

MONEY = "[currency_"
# Nothing has a density between these (kg/m3); barrels in a tonne lie there.
NO_DENSITY = (3, 20)


class Bridge(NamedTuple):
    """What leads from one dimension to another: the worth of one unit of it, and the words for that."""

    worth: pint.Quantity[float]
    words: str


def bridges(
    to: str, density: float | None, barrels_per_tonne: float | None, rates: Mapping[str, float]
) -> dict[str, Bridge]:
    """The stated density and rates as bridges, by the dimension they lead from.

    Parameters
    ----------
    to : str
        The wanted unit.
    density, barrels_per_tonne : float, optional
        Kilograms in a cubic metre, or barrels in a tonne: one of them at most.
    rates : mapping of str to float
        How much of the wanted currency one unit of another is worth.

    Raises
    ------
    NoConversion
        For a number that cannot be a density or a rate, and rates where no money is wanted.
    """
    found = {MONEY + code + "]": _rate(code, rate, to) for code, rate in rates.items()}
    mass = _mass(density, barrels_per_tonne)
    return {**found, "[mass]": mass} if mass else found


def _mass(density: float | None, barrels_per_tonne: float | None) -> Bridge | None:
    """The volume of a tonne, from one of the two ways to state it."""
    quantity = registry().Quantity
    if density is not None and barrels_per_tonne is not None:
        raise NoConversion("State `density` or `barrels_per_tonne`, not both.")
    if barrels_per_tonne is not None:
        _check(barrels_per_tonne, "barrels_per_tonne")
        return Bridge(quantity(barrels_per_tonne, "bbl/t"), f"{barrels_per_tonne:g} bbl/t")
    if density is None:
        return None
    _check(density, "density")
    if NO_DENSITY[0] < density < NO_DENSITY[1]:
        raise NoConversion(
            f"density={density} would be kilograms in a cubic metre, which nothing has; crude oil has 800 to"
            f" 950. For barrels in a tonne write barrels_per_tonne={density}."
        )
    return Bridge(quantity(1000 / density, "m3/t"), f"{density:g} kg/m3")


def _rate(code: str, rate: float, to: str) -> Bridge:
    """One unit of a currency in the currency that is wanted."""
    if MONEY + code + "]" not in unit(code).dimensionality:
        raise NoConversion(f"{code} is no currency; `rates` takes currencies, like rates={{'CNY': 0.14}}.")
    _check(rate, f"The rate of {code}")
    wanted = next((name for name in unit(to).dimensionality if name.startswith(MONEY)), None)
    if wanted is None:
        raise NoConversion(f"`rates` changes money, and {to} is none.")
    currency = _currency(wanted)
    if currency == code:
        raise NoConversion(f"{code} is the wanted currency: it needs no rate.")
    return Bridge(registry().Quantity(rate, f"{currency}/{code}"), f"{rate:g} {currency}/{code}")


def _check(number: object, name: str) -> None:
    if isinstance(number, bool) or not isinstance(number, Real) or not 0 < float(number) < math.inf:
        raise NoConversion(f"{name} must be a number above 0, not {number!r}.")


def factor(code: str, to: str, stated: Mapping[str, Bridge]) -> tuple[float, str]:
    """How many `to` one `code` is, and the words for it (empty when they are the same unit).

    Raises
    ------
    NoConversion
        When the one cannot become the other with what is stated.

    Examples
    --------
    >>> factor("day", "hour", {})
    (24.0, '1 day = 24 hour')
    """
    if code == to:
        return 1.0, ""
    source, target = unit(code), unit(to)
    if source.dimensionless and target.dimensionless:
        raise NoConversion("percent, percentage points and times do not convert into each other")
    one = registry().Quantity(1.0, source)
    words: list[str] = []
    surplus = source.dimensionality / target.dimensionality
    for name in (name for name in stated if surplus.get(name)):
        one, words = one * stated[name].worth ** surplus[name], [*words, stated[name].words]
    if one.dimensionality != target.dimensionality:
        raise NoConversion(_why(dict(surplus)))
    number = one.to(target).magnitude
    return number, ", by ".join([f"1 {code} = {number:.12g} {to}", *words])


def _why(surplus: Mapping[str, float]) -> str:
    """Why the one unit cannot become the other, and what would have to be stated."""
    money = [name for name in surplus if name.startswith(MONEY)]
    if len(money) == len(surplus) == 2 and sum(surplus.values()) == 0:
        return f"state a rate, rates={{'{_currency(max(money, key=lambda name: surplus[name]))}': …}}"
    if set(surplus) == {"[mass]", "[length]"} and surplus["[length]"] == -3 * surplus["[mass]"]:
        return "state the density of the goods, density=… (kg/m3) or barrels_per_tonne=…"
    return "it measures something else"


def _currency(dimension: str) -> str:
    return dimension.removeprefix(MONEY).removesuffix("]")
