"""Past error of other readers: ``218-327 млн`` lost its low end."""

from __future__ import annotations

from silkfigures.quantities import find_quantities


def test_both_ends_take_multiplier_and_unit() -> None:
    (found,) = find_quantities("ущерб 218-327 млн долларов")
    assert (int(found.lower), int(found.upper), found.unit) == (218_000_000, 327_000_000, "USD")
