"""Past error of other readers: no tool read a table whose unit stands in the header."""

from __future__ import annotations

from silkfigures.quantities import find_quantities


def test_the_header_reaches_the_cells() -> None:
    found = find_quantities("Aid, 2001-2002 (Mln. USD)\nTown 2001 2002\nUpper 1.5 2.5\nLower 3.5 76,0\n")
    assert [(int(quantity.value), quantity.unit) for quantity in found] == [
        (1_500_000, "USD"), (2_500_000, "USD"), (3_500_000, "USD"), (76_000_000, "USD"),
    ]  # fmt: skip
