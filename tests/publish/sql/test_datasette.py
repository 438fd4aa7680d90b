"""What datasette is told fits the database."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from silkfigures.publish.sql import database, datasette
from silkfigures.schemas import tables


@pytest.fixture(scope="module")
def told(package: Path) -> dict:
    return json.loads(datasette(package))


def test_the_release_says_what_it_is(told: dict) -> None:
    assert told["title"].startswith("China and Central Asia in figures")
    assert told["license_url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "The silkfigures maintainers (2026)" in told["source"]


def test_every_table_and_view_is_described_to_the_last_column(told: dict, package: Path) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(package))
    there = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    described = told["databases"]["silkfigures"]["tables"]
    assert set(described) == {name for (name,) in there} - {"metadata"}
    assert "labels in Russian" in described["trade_ru"]["description"]
    for name, about in described.items():
        columns = [column[1] for column in connection.execute(f'PRAGMA table_info("{name}")')]
        assert list(about["columns"]) == columns and about["title"] and about["description"]


def test_a_reference_table_shows_its_label_and_a_table_of_claims_its_facets(told: dict) -> None:
    described = told["databases"]["silkfigures"]["tables"]
    assert described["parties"]["label_column"] == "label_en"
    for name, table in tables().items():
        assert set(described[name].get("facets", [])) <= set(table.names)
    assert "flag" in described["trade"]["facets"]
