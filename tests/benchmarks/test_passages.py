from decimal import Decimal

import pytest

from benchmarks.gold import Figure, Passage
from benchmarks.passages import not_found, too_much, wrong_qualifier

TEXT = "The road of 12 km cost over 3 mln USD.\nIt has 4 lanes, wide 9 m.\n"


def figure(printed, value, unit, qualifier="exact"):
    start = TEXT.index(printed)
    ends = tuple(map(Decimal, value.split("..")))
    return Figure(start, start + len(printed), (ends,), (unit,), qualifier, "en")


ROAD = figure("12 km", "12", "km")
COST = figure("3 mln USD", "3000000", "USD", "over")
LANES = figure("4 lanes", "4", "count")


@pytest.mark.parametrize(
    ("value", "unit", "right"),
    [("12", "km", True), ("12", "t", False), ("1.2", "km", False), ("12", "", False)],
)
def test_a_figure_is_found_with_value_and_unit_right(make, value, unit, right):
    assert (not_found(ROAD, TEXT, [make(TEXT, "12 km", value, unit)]) is None) is right


def test_a_figure_that_is_not_read_is_a_failure():
    assert not_found(ROAD, TEXT, []).endswith("is 12 km: nothing")


@pytest.mark.parametrize(("unit", "right"), [("", True), ("vehicle", True), ("km", False), ("USD", False)])
def test_a_number_of_things_has_no_unit_or_a_counted_one(make, unit, right):
    assert (not_found(LANES, TEXT, [make(TEXT, "4 lanes", "4", unit)]) is None) is right


def test_the_qualifier_is_scored_only_where_the_figure_is_read(make):
    assert wrong_qualifier(COST, TEXT, [make(TEXT, "3 mln USD", "3000000", "USD", "over")]) == [None]
    assert len(wrong_qualifier(COST, TEXT, [make(TEXT, "3 mln USD", "3000000", "USD")])) == 1
    assert wrong_qualifier(COST, TEXT, [make(TEXT, "3 mln USD", "3", "USD", "over")]) == []


def test_too_much_is_what_overlaps_no_figure_of_the_same_kind(make):
    own = [Passage("x", 1, 1, "en")]
    read = [
        make(TEXT, "12 km", "12", "km"),
        make(TEXT, "3 mln USD", "3", "percent"),
        make(TEXT, "The", "1", "USD"),
        make(TEXT, "4 lanes", "4", ""),
        make(TEXT, "9 m", "0.009", "km"),
    ]
    outcomes = too_much([ROAD, COST, LANES], own, TEXT, read)
    assert [outcome is None for outcome in outcomes] == [True, False, False]
