"""The pandera schemas: what each part of a declaration makes them refuse."""

import pandas as pd
import pandera.pandas as pa
import pytest
from pandera.errors import SchemaErrors

from silkfigures.schemas import tables
from silkfigures.schemas.frames import typed_frame
from silkfigures.schemas.pandera_schemas import pandera_schema

CODES = tables()["codes"]
GOOD = [["flows", "export", "exports", "экспорт", "экспорт", ""], ["flows", "import", "i", "и", "и", ""]]


def _failures(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> set[tuple]:
    with pytest.raises(SchemaErrors) as caught:
        schema.validate(frame, lazy=True)
    cases = caught.value.failure_cases
    return set(cases[["column", "check", "index"]].itertuples(index=False, name=None))


def test_a_good_frame_passes_unchanged():
    frame = typed_frame(CODES, GOOD, [2, 3])
    pd.testing.assert_frame_equal(pandera_schema(CODES, {}).validate(frame), frame)


def test_a_doubled_composite_key_fails_in_both_rows():
    frame = typed_frame(CODES, [GOOD[0], GOOD[1], GOOD[0]], [2, 3, 4])
    found = _failures(pandera_schema(CODES, {}), frame)
    assert {(check, line) for _, check, line in found} == {
        ("multiple_fields_uniqueness", 2), ("multiple_fields_uniqueness", 4)
    }  # fmt: skip


def test_a_composite_key_with_an_empty_part_fails():
    frame = typed_frame(CODES, [["", *GOOD[0][1:]]], [2])
    assert ("list", "not_nullable", 2) in _failures(pandera_schema(CODES, {}), frame)


def test_columns_moved_or_added_fail():
    frame = typed_frame(CODES, GOOD)
    for wrong in (frame[frame.columns[::-1]], frame.assign(more=1), frame.drop(columns="definition")):
        with pytest.raises(SchemaErrors):
            pandera_schema(CODES, {}).validate(wrong, lazy=True)


def test_a_wrong_dtype_fails():
    table = tables()["documents"]
    frame = typed_frame(table, [["a.txt", "a" * 64, "1", "1", "1"]]).astype({"lines": "float64"})
    assert ("lines", "dtype('Int64')", None) in _failures(pandera_schema(table, {}), frame)


def test_pattern_and_minimum_are_named_by_line():
    table = tables()["documents"]
    frame = typed_frame(table, [["a.txt", "xyz", "0", "1", "1"]], [5])
    assert _failures(pandera_schema(table, {}), frame) == {("sha256", "pattern", 5), ("bytes", "minimum", 5)}


def test_a_code_outside_its_list_fails_and_a_missing_one_does_not():
    table = tables()["indicators"]
    codes = {"themes": ["aid"], "measures": ["level"]}
    rows = [
        ["aid.oda", "aid", "a", "a", "a", "", "level", "money", ""],
        ["aid.x", "aid", "a", "a", "a", "", "levle", "money", ""],
    ]
    assert _failures(pandera_schema(table, codes), typed_frame(table, rows, [2, 3])) == {
        ("measure", "codes", 3)
    }


def test_an_empty_list_allows_nothing_but_empty_cells():
    table = tables()["indicators"]
    row = ["aid.oda", "aid", "a", "a", "a", "", "level", "money", ""]
    found = _failures(
        pandera_schema(table, {"themes": ["aid"], "measures": []}), typed_frame(table, [row], [2])
    )
    assert found == {("measure", "codes", 2)}


def test_a_list_that_is_not_given_is_named():
    with pytest.raises(KeyError, match="no list 'themes'"):
        pandera_schema(tables()["indicators"], {"measures": []})


def test_without_code_lists_the_rest_is_checked():
    table = tables()["indicators"]
    row = ["aid.oda", "trade", "a", "a", "a", "", "any", "money", ""]
    assert {c[1] for c in _failures(pandera_schema(table, None), typed_frame(table, [row], [2]))} == {"theme"}
