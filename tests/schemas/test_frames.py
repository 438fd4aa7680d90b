"""Dtypes, and text cells cast to them: on the oldest and the newest pandas alike."""

import io

import pandas as pd
import pytest

from silkfigures.schemas import DTYPES, tables
from silkfigures.schemas.csvfile import format_csv
from silkfigures.schemas.frames import dtypes, typed_frame

ROW = {
    "claim_id": "akhmet2020-001", "indicator": "trade.export", "reporter": "NA", "period_start": "2023-01-01",
    "value": "5900000000.5", "line": "12", "note": "null", "part_of": "",
}  # fmt: skip


def _row(table, cells):
    return [cells.get(name, "") for name in table.names]


@pytest.mark.parametrize("name", tables())
def test_every_table_casts_to_its_dtypes(name):
    table = tables()[name]
    frame = typed_frame(table, [])
    assert list(frame.columns) == table.names and len(frame) == 0
    full = typed_frame(table, [["1" if f.type in ("number", "integer") else "" for f in table.fields]])
    for column, dtype in dtypes(table).items():
        assert full[column].dtype == pd.Series([], dtype=dtype).dtype


def test_namibia_and_null_are_text_and_empty_is_missing():
    frame = typed_frame(tables()["trade"], [_row(tables()["trade"], ROW)])
    row = frame.iloc[0]
    assert (row["reporter"], row["note"], row["line"]) == ("NA", "null", 12)
    assert row["value"] == 5900000000.5
    assert row["period_start"] == pd.Timestamp(2023, 1, 1)
    assert frame[["part_of", "period_end", "lower", "start"]].isna().all(axis=None)


def test_a_csv_read_with_the_declared_dtypes_is_the_same_frame():
    table = tables()["trade"]
    text = format_csv(table.names, [_row(table, ROW)])
    dates = [name for name, dtype in dtypes(table).items() if dtype.startswith("datetime")]
    plain = {name: dtype for name, dtype in dtypes(table).items() if name not in dates}
    read = pd.read_csv(io.StringIO(text), dtype=plain, keep_default_na=False, na_values=[""])
    read[dates] = read[dates].apply(lambda column: pd.to_datetime(column).astype(DTYPES["date"]))
    pd.testing.assert_frame_equal(read, typed_frame(table, [_row(table, ROW)]))


def test_code_lists_stay_text():
    assert dtypes(tables()["figures"])["status"] == "str"


def test_lines_become_the_index():
    table = tables()["flags"]
    frame = typed_frame(table, [["a"] * 5, ["b"] * 5], [2, 4])
    assert list(frame.index) == [2, 4]
