"""Signs, bounds and units, worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkfigures.build.values import signed, table_unit
from silkfigures.readings import Printed, Slip


def printed(
    value: str, lower: str = "", upper: str = "", unit: str = "percent", qualifier: str = "exact"
) -> Printed:
    bounds = (Decimal(bound) if bound else None for bound in (lower, upper))
    return Printed(0, 1, f"{value} {unit}", Decimal(value), *bounds, unit, qualifier)


@pytest.mark.parametrize(
    ("words", "figure", "direction", "cells"),
    [
        ("rose 5 %", printed("5", "4.5", "5.5"), "up", ("5", "4.5", "5.5")),
        ("fell 5 %", printed("5", "4.5", "5.5"), "down", ("-5", "-5.5", "-4.5")),
        ("fell by more than 5 %", printed("5", "5", "", qualifier="over"), "down", ("-5", "", "-5")),
        ("fell by less than 5 %", printed("5", "", "5", qualifier="under"), "down", ("-5", "-5", "")),
        ("rose by more than 5 %", printed("5", "5", "", qualifier="over"), "up", ("5", "5", "")),
        ("fell by 4 to 6 %", printed("5", "4", "6", qualifier="range"), "down", ("-5", "-6", "-4")),
        ("fell by about 20 %", printed("20", "15", "25", qualifier="about"), "down", ("-20", "-25", "-15")),
        ("changed by -5 %", printed("-5", "-5.5", "-4.5"), "down", ("-5", "-5.5", "-4.5")),
        ("fell by 0.0 %", printed("0.0", "-0.05", "0.05"), "down", ("0", "-0.05", "0.05")),
        ("fell 1.50 bn", printed("1500000000", "1495000000", "1505000000", "USD"), "down",
         ("-1500000000", "-1505000000", "-1495000000")),
    ],
)  # fmt: skip
def test_signs(words: str, figure: Printed, direction: str, cells: tuple[str, ...]) -> None:
    for measure in ("growth", "change"):
        assert tuple(signed(figure, measure, direction).cells().values()) == cells, words


@pytest.mark.parametrize(
    ("words", "figure", "measure", "cells"),
    [
        ("met 6 times", printed("6", "5.5", "6.5", "times"), "count", ("6", "6", "6")),
        ("used about 700 thousand times", printed("700000", "650000", "750000", "times", "about"), "count",
         ("700000", "650000", "750000")),
        ("6 times as much", printed("6", "5.5", "6.5", "times"), "ratio", ("6", "5.5", "6.5")),
        ("as large as 10 lakes", printed("10", "10", "10", ""), "ratio", ("10", "9.5", "10.5")),
        ("1/8 of the land", printed("0.125", "0.125", "0.125", ""), "ratio", ("0.125", "0.125", "0.125")),
        ("10 lakes", printed("10", "10", "10", ""), "count", ("10", "10", "10")),
    ],
)  # fmt: skip
def test_a_count_is_exact_and_a_multiple_is_not(
    words: str, figure: Printed, measure: str, cells: tuple[str, ...]
) -> None:
    assert tuple(signed(figure, measure, "").cells().values()) == cells, words


@given(
    st.decimals(0, 1000, places=2), st.decimals(0, 10, places=2), st.sampled_from(["exact", "over", "under"])
)
def test_a_fall_is_the_mirror_of_a_rise(value: Decimal, margin: Decimal, qualifier: str) -> None:
    lower = None if qualifier == "under" else value - margin
    upper = None if qualifier == "over" else value + margin
    figure = Printed(0, 1, "", value, lower, upper, "percent", qualifier)
    rise, fall = signed(figure, "growth", "up"), signed(figure, "growth", "down")
    assert fall.value == -rise.value
    assert (fall.lower is None, fall.upper is None) == (rise.upper is None, rise.lower is None)
    assert all(bound is None or low is None or low <= bound for low, bound in [(fall.lower, fall.upper)])
    assert fall.lower is None or fall.lower == -rise.upper


def slip(function: object, *arguments: object) -> str:
    with pytest.raises(Slip) as caught:
        function(*arguments)
    return f"{caught.value.message} | {caught.value.mend}"


def test_direction_is_needed_for_growth_and_forbidden_elsewhere() -> None:
    five = printed("5", "4.5", "5.5")
    assert slip(signed, five, "growth", "") == (
        "a growth without `direction` | write `direction: up` or `direction: down`"
    )
    assert slip(signed, five, "change", "downwards").startswith("`direction` is `downwards`")
    assert (
        slip(signed, five, "level", "up") == "`direction` of a level | remove it, or write `measure: growth`"
    )
    assert slip(signed, printed("-5"), "growth", "up") == (
        '`direction: up`, but "-5 percent" is printed negative | write `direction: down`'
    )


FITS = [
    ("USD", "level", "money", "USD"),
    ("t/year", "level", "mass mass/time", "t/year"),
    ("bbl/day", "capacity", "volume/time", "bbl/day"),
    ("", "count", "count", "count"),
    ("person", "count", "people", "person"),
    ("person", "count", "count", "count"),
    ("count", "count", "count person", "person"),
    ("times", "count", "count meeting", "meeting"),
    ("enterprise", "count", "count", "count"),
    ("vehicle/year", "capacity", "count/time", "vehicle/year"),
    ("times", "count", "count times", "times"),
    ("km", "length", "length", "km"),
    ("day", "duration", "time", "day"),
    ("USD", "change", "money", "USD"),
    ("percent", "growth", "money", "percent"),
    ("times", "growth", "money", "times"),
    ("percent", "share", "mass", "percent"),
    ("percentage_point", "change", "ratio", "percentage_point"),
    ("", "ratio", "count", "times"),
    ("rank", "rank", "rank", "rank"),
    ("", "rank", "rank", "rank"),
]
FITS_NOT = [
    ("km", "level", "money"),
    ("USD", "growth", "money"),
    ("t", "level", "mass/time"),
    ("t/year", "level", "mass"),
    ("", "level", "money"),
    ("percent", "level", "money"),
    ("USD", "share", "money"),
    ("percent", "rank", "rank"),
    ("rank", "count", "count"),
    ("km", "count", "count"),
]


@pytest.mark.parametrize(("unit", "measure", "allowed", "in_table"), FITS)
def test_a_unit_that_fits(unit: str, measure: str, allowed: str, in_table: str) -> None:
    assert table_unit(printed("5", unit=unit), measure, "x.y", allowed) == in_table


@pytest.mark.parametrize(("unit", "measure", "allowed"), FITS_NOT)
def test_a_unit_that_does_not_fit(unit: str, measure: str, allowed: str) -> None:
    message = slip(table_unit, printed("5", unit=unit), measure, "x.y", allowed)
    assert f"x.y as {measure} wants" in message


def test_the_mend_of_a_bare_number_is_to_quote_its_unit() -> None:
    assert slip(table_unit, printed("5", unit=""), "level", "aid.oda", "money") == (
        '"5 " has no unit; aid.oda as level wants a unit of money '
        "| say where the unit is printed (`unit: { line: …, quote: … }`), or mend `measure` or `indicator`"
    )
