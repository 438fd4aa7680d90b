"""The unit file: every code fits a pint registry made from it alone, every lexicon names declared codes."""

from __future__ import annotations

import pint
import pytest

from silkfigures.quantities import UNITS
from silkfigures.quantities.lexicon import languages, lexicon
from silkfigures.quantities.units import is_unit, pint_definitions, unit_of, units


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    registry = pint.UnitRegistry(None, on_redefinition="raise")
    for line in pint_definitions():
        registry.define(line)
    return registry


def test_every_code_and_its_rate_is_an_expression(registry: pint.UnitRegistry) -> None:
    for code in UNITS:
        assert registry.Quantity(1, code).magnitude == 1
        assert registry.Quantity(1, f"{code}/year").magnitude == 1


def test_codes_of_one_dimension_convert_and_currencies_do_not(registry: pint.UnitRegistry) -> None:
    assert registry.Quantity(1, "bbl").to("m3").magnitude == pytest.approx(0.158987294928)
    assert registry.Quantity(36.525, "day").to("year").magnitude == pytest.approx(0.1)
    with pytest.raises(pint.DimensionalityError):
        registry.Quantity(1, "USD").to("EUR")


def test_labels_are_there_in_three_languages() -> None:
    for unit in units().values():
        assert unit.en and unit.ru and unit.kk and unit.dimension


@pytest.mark.parametrize("code", languages())
def test_a_lexicon_names_declared_units_and_periods(code: str) -> None:
    lex = lexicon(code)
    assert lex.code == code
    for trie in (lex.rates_after, lex.rates_apart, lex.rates_before, lex.rates_slash):
        assert {period for period in values(trie.root) if period} <= set(units()) | {"week"}


def values(node: dict) -> set[str]:
    return {found for key, child in node.items() for found in ([child] if key is None else values(child))}


def test_unit_of_a_rate_is_what_is_measured() -> None:
    assert unit_of("t/year").code == "t"
    assert is_unit("") and is_unit("bbl/day") and not is_unit("furlong/day")
