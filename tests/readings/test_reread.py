"""Printed words read again, without what only the reading knows."""

from decimal import Decimal

import pytest

from silkfigures.readings.reread import in_unit, reread, with_qualifier


@pytest.mark.parametrize(
    ("quote", "printed", "lang", "value", "unit", "qualifier"),
    [
        ("составил около 5,9 млрд долларов", "5,9 млрд долларов", "ru", "5900000000", "USD", "about"),
        ("52 820 86 248 109 945", "86 248", "en", "86248", "", "exact"),
        ("занял второе место", "второе", "ru", "2", "rank", "exact"),
        ("exports doubled", "doubled", "en", "2", "times", "exact"),
        ("составил 5,9 млрд долларов", "5,9 млрд долларов", "en", "5900000000", "USD", "exact"),
    ],
)
def test_a_figure_is_read_again(quote, printed, lang, value, unit, qualifier):
    (figure,) = reread(quote, printed, lang)
    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(value), unit, qualifier)


@pytest.mark.parametrize(("quote", "printed"), [("came to 5.9 bln USD", "9 bln USD"), ("two roads", "roads")])
def test_part_of_a_figure_and_no_figure_read_as_nothing(quote, printed):
    assert reread(quote, printed, "en") == ()


def test_a_bare_number_in_a_unit_printed_elsewhere():
    (bare,) = reread("Kazakhstan 12.1 76.0", "12.1", "en")
    moved = in_unit(bare, Decimal(12100000), "USD")
    assert (moved.value, moved.lower, moved.upper) == (12100000, 12050000, 12150000)
    miles = in_unit(bare, Decimal("12.1") * Decimal("1.609344"), "km")
    assert miles.unit == "km"
    assert in_unit(bare, Decimal(121), "USD") is None


def test_a_range_stays_a_range():
    (ends,) = reread("from 10 to 45 percent", "10 to 45 percent", "en")
    assert ends.qualifier == "range"
    assert with_qualifier(ends, "exact", "en") is None
