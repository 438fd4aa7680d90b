"""What the printed digits and the words beside them allow."""

from __future__ import annotations

import pytest

from silkfigures.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("5.9 bn USD", "5850000000", "5950000000"),
        ("158 km", "157.5", "158.5"),
        ("200,000 USD", "199999.5", "200000.5"),
        ("28 institutes", "28", "28"),
        ("two bridges", "2", "2"),
        ("3 thousand firms", "2500", "3500"),
        ("a third of it grew by 1/6", "0.1666666666666666666666666667", "0.1666666666666666666666666667"),
        ("about 50 bn USD", "45000000000", "55000000000"),
        ("about 25%", "24", "26"),
        ("nearly 803.45 mln USD", "803440000", "803460000"),
        ("over 14 bn USD", "14000000000", None),
        ("up to 20 mln tons", None, "20000000"),
        ("12-13 days", "12", "13"),
        ("-5.5%", "-5.55", "-5.45"),
        ("150-200 million tons", "150000000", "200000000"),
        ("two times as much", "1.5", "2.5"),
        ("3 times as much", "2.5", "3.5"),
        ("half a million tons", "500000", "500000"),
        ("one and a half million tons", "1250000", "1750000"),
    ],
)
def test_the_interval(text: str, lower: str | None, upper: str | None) -> None:
    found = find_quantities(text, "en")[-1].to_dict()
    assert (found["lower"], found["upper"]) == (lower, upper)


def test_values_are_exact_decimals() -> None:
    found = find_quantities("They lent 0.1 bln USD and 12,345,678,901,234,567,890.12 USD.")
    assert [quantity.to_dict()["value"] for quantity in found] == ["100000000", "12345678901234567890.12"]
