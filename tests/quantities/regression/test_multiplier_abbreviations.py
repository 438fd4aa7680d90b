"""Past error of other readers: ``5.9 bln USD`` defeated them all; only spelt-out multipliers were read."""

from __future__ import annotations

import pytest

from silkfigures.quantities import find_quantities


@pytest.mark.parametrize("short", ["bln", "bn", "billion", "Bln.", "млрд", "млрд.", "миллиард"])
def test_a_thousand_million(short: str) -> None:
    found = find_quantities(f"5.9 {short} USD", "ru" if short[0] in "мМ" else "en")
    assert [(int(quantity.value), quantity.unit) for quantity in found] == [(5_900_000_000, "USD")]
