"""Past error of other readers: a sum in brackets, or after a bracket and a dash, was read as negative."""

from __future__ import annotations

import pytest

from silkfigures.quantities import find_quantities


@pytest.mark.parametrize(
    "text", ["in the lead (1,185.4 million USD), then", "(порт Южный)- 29,79 млн тонн", "Exports – 5 mln USD"]
)
def test_positive(text: str) -> None:
    assert [quantity.value > 0 for quantity in find_quantities(text)] == [True]


@pytest.mark.parametrize("text", ["(-1.1 %)", "fell to -5 degrees", "минус 7 %"])
def test_a_minus_is_a_minus(text: str) -> None:
    assert [quantity.value < 0 for quantity in find_quantities(text)] == [True]
