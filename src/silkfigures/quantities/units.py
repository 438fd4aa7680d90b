"""The units the reader can give, as ``units.toml`` declares them: codes, dimensions, labels, definitions."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

UNITS_FILE = Path(__file__).with_name("units.toml")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit code.

    Attributes
    ----------
    code : str
        ``USD``, ``t``, ``percent`` ...
    dimension : str
        What it measures.
    define : str
        Right-hand side of its pint definition.
    en, ru, kk : str
        Labels.
    symbols, prefix : tuple of str
        Signs printed after and before a number, the same in every language.
    weak : tuple of str
        Letters before a number that belong to the sum only when its unit follows.
    counted : bool
        Whether a whole number of it is exact.
    rate : bool
        Whether "per year" may become part of the unit.
    """

    code: str
    dimension: str
    define: str
    en: str
    ru: str
    kk: str
    symbols: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    counted: bool = False
    rate: bool = True


@cache
def _document() -> dict:
    """Read ``units.toml`` once."""
    return tomllib.loads(UNITS_FILE.read_text(encoding="utf-8"))


@cache
def units() -> dict[str, Unit]:
    """Give every unit by its code, in the order of the file.

    Examples
    --------
    >>> units()["t"].dimension
    'mass'
    """
    return {
        code: Unit(code, **{key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()})
        for code, entry in _document().items()
        if isinstance(entry, dict)
    }


def unit_of(code: str) -> Unit:
    """Give the unit that is measured: of a rate ("t/year") the part before the slash.

    Examples
    --------
    >>> unit_of("t/year").code
    't'
    """
    return units()[code.partition("/")[0]]


def pint_definitions() -> list[str]:
    """Give the lines from which a pint registry of these units alone is made.

    Examples
    --------
    >>> "USD = [currency_USD]" in pint_definitions()
    True
    """
    return [*_document()["pint"], *(f"{unit.code} = {unit.define}" for unit in units().values())]


def is_unit(code: str) -> bool:
    """Tell whether a code is ``""``, a declared unit, or a rate of declared units.

    Examples
    --------
    >>> is_unit("t/year"), is_unit("furlong")
    (True, False)
    """
    return code == "" or all(part in units() for part in code.split("/"))
