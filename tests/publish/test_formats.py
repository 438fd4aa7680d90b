"""Every format says what the CSV says, cell by cell."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from silkfigures.schemas import LANGUAGES, Field, tables

Rows = Iterator[tuple[object, ...]]


def written(field: Field, text: str) -> object:
    """What a cell of the CSV means."""
    if text == "":
        return None
    if field.type == "boolean":
        return text == "true"
    return {"number": float, "integer": int, "date": date.fromisoformat, "string": str}[field.type](text)


@cache
def expected(folder: Path, name: str) -> list[tuple[object, ...]]:
    """The rows of a table as the CSV of the release has them."""
    with open(folder / "tables" / f"{name}.csv", encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == tables()[name].names
    return [
        tuple(written(field, text) for field, text in zip(tables()[name].fields, row, strict=True))
        for row in rows
    ]


def from_pyarrow(folder: Path, name: str) -> Rows:
    from pyarrow.parquet import read_table

    table = read_table(folder / "parquet" / f"{name}.parquet")
    assert table.column_names == tables()[name].names
    return zip(*(column.to_pylist() for column in table.columns), strict=True)


def from_pandas(folder: Path, name: str) -> Rows:
    import pandas as pd

    frame = pd.read_parquet(folder / "parquet" / f"{name}.parquet", dtype_backend="numpy_nullable")
    assert list(frame.columns) == tables()[name].names
    columns = (frame[column].astype("object").tolist() for column in frame)
    return ((tuple(None if pd.isna(cell) else cell for cell in row)) for row in zip(*columns, strict=True))


def from_sqlite(folder: Path, name: str) -> Rows:
    with sqlite3.connect(f"file:{folder}/silkfigures.sqlite?mode=ro", uri=True) as connection:
        found = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
        assert [column[0] for column in found.description] == tables()[name].names
        kept = {"date": date.fromisoformat, "boolean": bool}  # as text and as a number
        casts = [kept.get(field.type) for field in tables()[name].fields]
        for row in found:
            yield tuple(
                cell if cast is None or cell is None else cast(cell)
                for cast, cell in zip(casts, row, strict=True)
            )


@cache
def book(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """All sheets of the workbook."""
    from openpyxl import load_workbook

    sheets = load_workbook(folder / "silkfigures.xlsx")
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in sheets}


def from_workbook(folder: Path, name: str) -> Rows:
    header, *rows = book(folder)[name]
    assert list(header) == tables()[name].names
    types = [field.type for field in tables()[name].fields]
    return (tuple(_of_cell(kind, cell) for kind, cell in zip(types, row, strict=True)) for row in rows)


def _of_cell(kind: str, cell: object) -> object:
    """A cell of the workbook: it knows one kind of number, and days with a time."""
    if isinstance(cell, datetime):
        return cell.date()
    return float(cell) if kind == "number" and isinstance(cell, int) else cell


READERS = [from_pyarrow, from_pandas, from_sqlite, from_workbook]


def compare(folder: Path, name: str, read: Callable[[Path, str], Rows]) -> None:
    found, wanted = list(read(folder, name)), expected(folder, name)
    assert len(found) == len(wanted)
    for got, want in zip(found, wanted, strict=True):
        assert got == want
        assert [type(cell) for cell in got] == [type(cell) for cell in want]


@pytest.mark.parametrize("name", list(tables()))
@pytest.mark.parametrize("read", READERS)
def test_a_format_says_what_the_csv_says(released: Path, name: str, read: Callable) -> None:
    compare(released, name, read)


@pytest.mark.slow
@pytest.mark.parametrize("read", READERS)
def test_a_format_says_what_the_csv_of_the_repository_says(published: Path, read: Callable) -> None:
    for name in tables():
        assert expected(published, name), name
        compare(published, name, read)


@pytest.mark.slow
def test_a_cell_that_differs_is_noticed(published: Path) -> None:
    def damaged(folder: Path, name: str) -> Rows:
        for row in from_sqlite(folder, name):
            yield tuple(5.95e9 if cell == 5.9e9 else cell for cell in row)

    with pytest.raises(AssertionError):
        compare(published, "trade", damaged)


@pytest.mark.slow
def test_the_tables_are_those_of_the_repository(published: Path, root: Path) -> None:
    for name in tables():
        path = f"tables/{name}.csv"
        assert (published / path).read_bytes() == (root / path).read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_of_workbook_and_views_are_those_of_the_package(published: Path, language: str) -> None:
    import silkfigures as sf
    from silkfigures.publish.guide import guide

    named = sf.load("figures", labels=language)
    header, *rows = book(published)[guide()["sheet"][language]]
    labels = {field.label[language]: field.name for field in tables()["figures"].fields}
    connection = sqlite3.connect(published / "silkfigures.sqlite")
    view = connection.execute(f"SELECT * FROM figures_{language}")
    assert {column[0] for column in view.description} == set(header) == set(labels)
    records = [dict(zip(labels.values(), row, strict=True)) for row in view]
    for at, heading in enumerate(header):
        column = labels[heading]
        if tables()["figures"][column].type == "string":
            wanted = [None if cell != cell else cell for cell in named[column]]
            assert [row[at] for row in rows] == wanted == [record[column] for record in records], column
