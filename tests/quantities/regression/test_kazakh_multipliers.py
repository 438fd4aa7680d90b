"""Past error of other readers: no ``мың``, ``миллион``, decimal comma or case ending of Kazakh was read."""

from __future__ import annotations

import pytest

from silkfigures.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [("7,5 мың тоннаға", 7500), ("3 миллион тоннадан", 3_000_000), ("2,5 млрд-тан тонна", 2_500_000_000)],
)
def test_read_with_case_endings(text: str, value: int) -> None:
    found = find_quantities(text, "kk")
    assert [(int(quantity.value), quantity.unit) for quantity in found] == [(value, "t")]
