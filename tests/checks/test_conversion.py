"""Factors between units are exact, and nothing becomes what it is not."""

from __future__ import annotations

import runpy
from fractions import Fraction
from pathlib import Path

import pytest

from silkfigures.checks.conversion import NoConversion, OtherThing, TwoCurrencies
from silkfigures.checks.interval_arithmetic import Interval

UNITS = runpy.run_path(str(Path(__file__).with_name("claims.py")))["units"]()
ONE = Interval.exactly(1)
OIL = Interval.of("800", "900")


@pytest.mark.parametrize(
    ("unit", "to", "factor"),
    [
        ("t", "kg", Fraction(1000)),
        ("bbl", "m3", Fraction("0.158987294928")),
        ("day", "year", Fraction(100, 36525)),
        ("month", "day", Fraction(36525, 1200)),
        ("bbl/day", "bbl/year", Fraction("365.25")),
        ("percent", "times", Fraction(1, 100)),
        ("percent", "percentage_point", Fraction(1)),
        ("USD", "USD", Fraction(1)),
    ],
)
def test_factors(unit: str, to: str, factor: Fraction) -> None:
    assert UNITS.convert(ONE, unit, to) == Interval(factor, factor)
    assert UNITS.convert(Interval(factor, factor), to, unit) == ONE


@pytest.mark.parametrize(
    ("unit", "to", "error"),
    [
        ("USD", "CNY", TwoCurrencies),
        ("USD/year", "CNY", TwoCurrencies),
        ("USD", "km", OtherThing),
        ("project", "enterprise", OtherThing),
        ("percent", "USD", OtherThing),
        ("t", "furlong", OtherThing),
    ],
)
def test_what_does_not_compare(unit: str, to: str, error: type[NoConversion]) -> None:
    with pytest.raises(error):
        UNITS.convert(ONE, unit, to)


@pytest.mark.parametrize(("unit", "to"), [("t", "t/year"), ("t", "m3"), ("bbl/day", "t/year")])
def test_what_lacks_something(unit: str, to: str) -> None:
    with pytest.raises(NoConversion) as caught:
        UNITS.convert(ONE, unit, to)
    assert type(caught.value) is NoConversion


def test_a_density_leads_both_ways() -> None:
    assert UNITS.convert(ONE, "m3", "kg", OIL) == OIL
    assert UNITS.convert(ONE, "t", "m3", OIL) == Interval(Fraction(10, 9), Fraction(5, 4))
    with pytest.raises(OtherThing):
        UNITS.convert(ONE, "USD", "m3", OIL)
