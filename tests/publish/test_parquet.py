"""A Parquet file keeps the declared types and tells what every column means."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

pyarrow = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")

from pyarrow.parquet import read_schema  # noqa: E402

from silkfigures.publish.parquet import parquet  # noqa: E402
from silkfigures.schemas import tables  # noqa: E402

TYPES = {"string": "string", "number": "double", "integer": "int64", "date": "date32[day]"}


@pytest.fixture(scope="module")
def files(package: Path) -> dict[str, bytes]:
    return parquet(package)


@pytest.mark.parametrize("name", list(tables()))
def test_the_types_are_the_declared_ones(files: dict[str, bytes], name: str) -> None:
    schema = read_schema(io.BytesIO(files[f"{name}.parquet"]))
    fields = tables()[name].fields
    assert {f.name: str(schema.field(f.name).type) for f in fields} == {f.name: TYPES[f.type] for f in fields}
    required = {f.name for f in fields if f.required} | set(tables()[name].key)
    assert {f.name for f in fields if not schema.field(f.name).nullable} == required


def test_every_column_tells_its_labels_and_meaning(files: dict[str, bytes]) -> None:
    told = read_schema(io.BytesIO(files["trade.parquet"])).field("flow").metadata
    assert told[b"label_kk"].decode() == "Сауда ағыны"
    assert told[b"description"].startswith(b"Direction of trade")
    assert (told[b"codes"], told[b"concept"]) == (b"flows", b"FLOW")


def test_the_table_tells_what_it_is(files: dict[str, bytes]) -> None:
    told = read_schema(io.BytesIO(files["trade.parquet"])).metadata
    assert told[b"one row is"] == b"one claim on turnover, exports or imports"
    assert told[b"title_ru"].decode() == "Торговля" and told[b"licence"].startswith(b"CC-BY-4.0")


def test_the_same_bytes_each_time(package: Path, files: dict[str, bytes]) -> None:
    assert parquet(package) == files
