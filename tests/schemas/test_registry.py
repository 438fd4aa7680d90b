"""A registry is made of plain definitions only."""

from __future__ import annotations

import time

import pytest

from silkfigures.quantities.units import pint_definitions
from silkfigures.schemas.registry import unit_registry


def test_the_units_of_the_project_make_one() -> None:
    assert unit_registry(pint_definitions()).Quantity(1.0, "year").to("day").magnitude == 365.25


@pytest.mark.parametrize(
    "line",
    [
        "m = 9 ** 9 ** 9",
        "m = 1e999999999",
        "m = [length]; offset: 3",
        "m = (2)",
        "m = __import__('os')",
        "@import x = y",
        "= [length]",
    ],
)
def test_anything_else_is_refused_at_once(line: str) -> None:
    begin = time.process_time()
    with pytest.raises(ValueError, match="defines no unit"):
        unit_registry([line])
    assert time.process_time() - begin < 1


def test_a_unit_of_undefined_units_is_refused() -> None:
    with pytest.raises(AttributeError, match="'m' is not defined"):
        unit_registry(["km = 1000 * m"])
