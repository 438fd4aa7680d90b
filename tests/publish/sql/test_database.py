"""The database holds what the declaration says, and nothing that breaks it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import silkfigures
from silkfigures.publish.sql import database
from silkfigures.schemas import LANGUAGES, tables


@pytest.fixture(scope="module")
def content(package: Path) -> bytes:
    return database(package)


@pytest.fixture
def connection(content: bytes) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:")
    opened.deserialize(content)
    yield opened
    opened.close()


def test_it_is_sound(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_same_bytes_each_time_whatever_sqlite_wrote_them(package: Path, content: bytes) -> None:
    assert database(package) == content
    assert content[:16] == b"SQLite format 3\x00" and content[96:100] == bytes(4)


def test_the_version_is_that_of_the_release(connection: sqlite3.Connection) -> None:
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    parts = (number // 10_000, number // 100 % 100, number % 100)
    assert ".".join(map(str, parts)) == silkfigures.__version__


@pytest.mark.parametrize("name", list(tables()))
def test_a_table_has_the_declared_columns_types_and_keys(connection: sqlite3.Connection, name: str) -> None:
    table = tables()[name]
    columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
    kinds = {"string": "TEXT", "date": "TEXT", "number": "REAL", "integer": "INTEGER"}
    assert [(c[1], c[2]) for c in columns] == [(field.name, kinds[field.type]) for field in table.fields]
    assert {c[1] for c in columns if c[3]} == {f.name for f in table.fields if f.required} | set(table.key)
    assert [c[1] for c in sorted(columns, key=lambda c: c[5]) if c[5]] == list(table.key)
    keys = {(k[3], f"{k[2]}.{k[4]}") for k in connection.execute(f"PRAGMA foreign_key_list({name})")}
    assert keys == {(field.name, field.refers) for field in table.fields if field.refers}


@pytest.mark.parametrize("name", list(tables()))
def test_every_reference_is_indexed(connection: sqlite3.Connection, name: str) -> None:
    indexes = [index[1] for index in connection.execute(f"PRAGMA index_list({name})")]
    first = {connection.execute(f'PRAGMA index_info("{index}")').fetchone()[2] for index in indexes}
    assert {field.name for field in tables()[name].fields if field.refers} <= first


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("value", "'five'", "CHECK"),
        ("value", "NULL", "NOT NULL"),
        ("line", "0", "CHECK"),
        ("line", "1.5", "CHECK"),
        ("measure", "'levle'", "CHECK"),
        ("period_start", "'1 May 2023'", "CHECK"),
        ("claim_id", "'lee2021-001'", "UNIQUE"),
        ("reporter", "'KZA'", "FOREIGN KEY"),
        ("fact", "'lee2021-999'", "FOREIGN KEY"),
    ],
)
def test_a_wrong_cell_is_refused(connection: sqlite3.Connection, column: str, value: str, why: str) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match=why):
        connection.execute(f"UPDATE figures SET {column} = {value} WHERE claim_id = 'akhmet2020-001'")


def test_rows_that_break_a_key_make_no_database(
    package: Path, repository: ModuleType, tmp_path: Path
) -> None:
    folder = shutil.copytree(package, tmp_path / "data")
    repository.set_cell(folder, "figures", "akhmet2020-001", "reporter", "KZA")
    with pytest.raises(ValueError, match="row 1 of figures refers to no row of parties"):
        database(folder)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [t.name for t in tables().values() if t.kind != "reference"])
def test_a_view_has_every_row_every_label_and_no_code(
    connection: sqlite3.Connection, name: str, language: str
) -> None:
    table = tables()[name]
    view = connection.execute(f'SELECT * FROM "{name}_{language}"')
    assert [column[0] for column in view.description] == [field.label[language] for field in table.fields]
    rows, plain = view.fetchall(), connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
    assert [[cell is None for cell in row] for row in rows] == [
        [cell is None for cell in row] for row in plain
    ]


def test_a_view_in_russian_reads_russian(connection: sqlite3.Connection) -> None:
    found = connection.execute("""SELECT "Торговый поток", "Значение" FROM trade_ru LIMIT 1""").fetchone()
    assert found == ("товарооборот", 5.9e9)


def test_the_metadata_describe_every_table_and_column(connection: sqlite3.Connection) -> None:
    told = dict(connection.execute("SELECT key, value FROM metadata WHERE table_name = ''").fetchall())
    assert told["version"] == silkfigures.__version__ and told["license"].startswith("CC-BY-4.0")
    described = set(
        connection.execute("SELECT table_name, column_name FROM metadata WHERE key = 'description'")
    )
    assert described == {("", "")} | {(name, "") for name in tables()} | {
        (table.name, field.name) for table in tables().values() for field in table.fields
    }


def test_the_comments_of_the_declaration_are_kept(connection: sqlite3.Connection) -> None:
    (ddl,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'trade'").fetchone()
    assert "-- Trade: one row is one claim on turnover, exports or imports" in ddl
    assert '"value" REAL NOT NULL' in ddl and "-- Value: The figure as printed" in ddl
