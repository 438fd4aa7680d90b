"""`csv-metadata.json`: titles in three languages, types and keys of every table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from silkfigures.publish.csvw import csvw
from silkfigures.schemas import tables


@pytest.fixture(scope="module")
def content(sound: Path) -> dict:
    return json.loads(csvw(sound))


@pytest.fixture(scope="module")
def described(content: dict) -> dict[str, dict]:
    return {table["url"]: table for table in content["tables"]}


def column(described: dict, table: str, name: str) -> dict:
    columns = described[f"tables/{table}.csv"]["tableSchema"]["columns"]
    return next(column for column in columns if column["name"] == name)


def test_every_table_is_described_with_all_its_columns(content: dict, described: dict) -> None:
    assert content["@context"][0] == "http://www.w3.org/ns/csvw"
    assert list(described) == [f"tables/{name}.csv" for name in tables()]
    for name, table in tables().items():
        columns = described[f"tables/{name}.csv"]["tableSchema"]["columns"]
        assert [column["name"] for column in columns] == table.names


def test_the_titles_stand_in_three_languages(described: dict) -> None:
    titles = column(described, "trade", "partner")["titles"]
    assert titles == {"und": "partner", "en": "Partner", "ru": "Партнёр", "kk": "Серіктес"}
    assert described["tables/trade.csv"]["dc:title"][2] == {"@value": "Сауда", "@language": "kk"}


def test_the_types_keep_what_the_declaration_says(described: dict) -> None:
    assert column(described, "figures", "value")["datatype"] == "decimal"
    assert column(described, "figures", "period_start")["datatype"] == "date"
    assert column(described, "figures", "line")["datatype"] == {"base": "integer", "minimum": 1}
    assert column(described, "figures", "qualifier")["datatype"] == {
        "base": "string", "format": "exact|about|over|under|range",
    }  # fmt: skip
    assert column(described, "figures", "claim_id")["required"] is True
    assert "required" not in column(described, "figures", "note")


def test_the_keys_are_those_of_the_tables(described: dict) -> None:
    schema = described["tables/organisations.csv"]["tableSchema"]
    assert schema["primaryKey"] == ["organisation"]
    assert schema["foreignKeys"] == [
        {
            "columnReference": ["country"],
            "reference": {"resource": "tables/places.csv", "columnReference": ["place"]},
        }
    ]
    own = described["tables/figures.csv"]["tableSchema"]["foreignKeys"]
    assert any(key["reference"]["resource"] == "tables/figures.csv" for key in own)


def test_the_dialect_is_that_of_the_files(content: dict) -> None:
    dialect = content["dialect"]
    assert (dialect["delimiter"], dialect["quoteChar"], dialect["lineTerminators"]) == (",", '"', ["\n"])
    assert dialect["commentPrefix"] is None and dialect["trim"] is False and dialect["headerRowCount"] == 1
