"""Past error of unit libraries: ``1,5 km`` became 15 km, ``2,36%`` 236 %."""

from __future__ import annotations

from decimal import Decimal

from silkfigures.quantities import find_quantities


def test_a_comma_is_a_decimal_sign() -> None:
    found = find_quantities("1,5 км и 2,36%")
    assert [quantity.value for quantity in found] == [Decimal("1.5"), Decimal("2.36")]
    assert [quantity.value for quantity in find_quantities("it is 1,5 km long")] == [Decimal("1.5")]


def test_three_digits_after_a_comma() -> None:
    assert find_quantities("1,076 тыс. км")[0].value == Decimal("1076")
    assert find_quantities("1,076 thousand km")[0].value == Decimal("1076000")
