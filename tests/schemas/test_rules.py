"""Rules between columns, on the smallest frames that show them."""

import pandas as pd
import pytest

from silkfigures.schemas import tables
from silkfigures.schemas.quotes import quote_is_short
from silkfigures.schemas.row_tests import bounds_fit_qualifier, bounds_in_order
from silkfigures.schemas.rules import OBSERVATION, rules

RULES = {rule.name: rule for rule in OBSERVATION}


def _frame(**cells):
    return pd.DataFrame({name: [cell] for name, cell in cells.items()})


def _bounds(qualifier, lower, value, upper):
    return pd.DataFrame(
        {
            "qualifier": pd.Series([qualifier], dtype="str"),
            "lower": [lower],
            "value": [value],
            "upper": [upper],
        }
    ).astype({"lower": "float64", "value": "float64", "upper": "float64"})


@pytest.mark.parametrize(
    ("qualifier", "lower", "value", "upper", "fits"),
    [
        ("exact", 5.85, 5.9, 5.95, True),
        ("exact", 5, 5, 5, True),
        ("exact", 5, 5, None, False),
        ("exact", None, 5, None, False),
        ("exact", 5.84, 5.9, 5.95, False),
        ("about", 4.5, 5, 5.5, True),
        ("about", 4, 5, 5.5, False),
        ("about", None, 5, 5.5, False),
        ("over", 5, 5, None, True),
        ("over", 5, 5, 5, False),
        ("over", 4, 5, None, False),
        ("over", None, 5, 5, False),
        ("over", None, -5, -5, True),
        ("under", None, 5, 5, True),
        ("under", 5, 5, None, False),
        ("under", -5, -5, None, True),
        ("under", None, 5, None, False),
        ("range", 4, 5, 6, True),
        ("range", 0.1, 0.2, 0.3, True),
        ("range", 4, 5.5, 6, False),
        ("range", 5, 5, 5, False),
        ("range", None, 5, 6, False),
        ("range", -6, -5, -4, True),
    ],
)
def test_bounds_and_qualifier(qualifier, lower, value, upper, fits):
    assert bounds_fit_qualifier(_bounds(qualifier, lower, value, upper)).tolist() == [fits]


@pytest.mark.parametrize(
    ("lower", "value", "upper", "fits"),
    [
        (1, 2, 3, True),
        (None, 2, 3, True),
        (1, 2, None, True),
        (3, 2, None, False),
        (None, 2, 1, False),
        (2, 2, 2, True),
    ],
)
def test_order_of_bounds(lower, value, upper, fits):
    assert bounds_in_order(_bounds("exact", lower, value, upper)).tolist() == [fits]


@pytest.mark.parametrize(
    ("measure", "unit", "fits"),
    [
        ("level", "USD", True),
        ("level", "percent", True),
        ("level", "times", False),
        ("growth", "percent", True),
        ("growth", "times", True),
        ("growth", "USD", False),
        ("growth", "percentage_point", False),
        ("change", "percentage_point", True),
        ("change", "t", True),
        ("change", "percent", False),
        ("share", "percent", True),
        ("share", "times", True),
        ("share", "count", False),
        ("ratio", "times", True),
        ("ratio", "km", False),
        ("count", "percent", False),
        ("capacity", "t/year", True),
    ],
)
def test_measure_and_unit(measure, unit, fits):
    assert RULES["measure unit"].holds(_frame(measure=measure, unit=unit)).tolist() == [fits]


@pytest.mark.parametrize(
    ("measure", "value", "flag", "fits"),
    [
        ("share", 100.0, None, True),
        ("share", 101.0, None, False),
        ("share", 101.0, "arithmetic", True),
        ("share", -1.0, None, False),
        ("growth", -60.0, None, True),
        ("level", -3.0, None, True),
        ("rank", 1.0, None, True),
        ("rank", 0.0, None, False),
        ("rank", 2.5, None, False),
        ("count", -1.0, None, False),
    ],
)
def test_values_within_reach(measure, value, flag, fits):
    frame = _frame(measure=measure, value=value, flag=flag).astype({"flag": "object"})
    assert RULES["reach"].holds(frame).tolist() == [fits]


def test_printed_and_quote_may_differ_in_white_space_and_soft_hyphens():
    frame = _frame(printed="5,9 млрд дол\u00adларов", quote="составил 5,9\u00a0млрд долларов")
    assert RULES["printed in quote"].holds(frame).tolist() == [True]


def test_limits_of_a_quote():
    assert quote_is_short(" ".join("w" * 14)) and quote_is_short("w" * 120)
    assert not quote_is_short(" ".join("w" * 15)) and not quote_is_short("w" * 121)


def test_rules_name_columns_of_their_tables_and_say_what_to_do():
    for table in tables().values():
        names = [rule.name for rule in rules(table)]
        assert len(set(names)) == len(names)
        for rule in rules(table):
            assert set(rule.columns) <= set(table.names)
            assert rule.allowed and rule.mend


@pytest.mark.parametrize("name", [n for n, t in tables().items() if t.kind == "observation"])
def test_rules_stand_a_frame_of_missing_cells(name):
    from silkfigures.schemas.frames import typed_frame

    table = tables()[name]
    frame = typed_frame(table, [[""] * len(table.fields)], [7])
    for rule in rules(table):
        result = rule.holds(frame)
        assert list(result.index) == [7] and result.dtype == bool
