"""The release as one SQLite file: tables, keys, checks, indexes, views with labels and the metadata."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from silkfigures.publish.source import Source, Value
from silkfigures.publish.sql.ddl import create_indexes, create_table, name
from silkfigures.publish.sql.views import views
from silkfigures.schemas import Field, Table, tables

PAGE = 4096
WRITTEN_BY = slice(96, 100)  # where the header of the file names the SQLite that wrote it
METADATA = """CREATE TABLE "metadata" (
  -- What the release says of itself, of its tables and of their columns
  "table_name" TEXT NOT NULL, -- empty: of the release
  "column_name" TEXT NOT NULL, -- empty: of the release or the table
  "key" TEXT NOT NULL, -- title, description, label_ru, unit ...
  "value" TEXT NOT NULL,
  PRIMARY KEY ("table_name", "column_name", "key")
) WITHOUT ROWID"""


def database(root: Path) -> bytes:
    """The content of `silkfigures.sqlite`.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml` and `tables/`.

    Returns
    -------
    bytes
        An SQLite database of format 3, in which every foreign key leads somewhere. The same tables give the
        same bytes, the version of SQLite being left out of the header.

    Raises
    ------
    ValueError
        When a table or the metadata cannot be read, or when the rows break a key or a check.
    """
    source = Source.read(Path(root))
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        connection.execute("PRAGMA encoding = 'UTF-8'")
        _fill(connection, source)
        _check(connection)
        connection.execute(f"PRAGMA user_version = {_number(source.version)}")
        connection.execute("VACUUM")
        content = bytearray(connection.serialize())
    except sqlite3.IntegrityError as error:
        raise ValueError(
            f"the database cannot be made: {error} (mend: run `silkfigures validate`)"
        ) from error
    finally:
        connection.close()
    content[WRITTEN_BY] = bytes(4)
    return bytes(content)


def _fill(connection: sqlite3.Connection, source: Source) -> None:
    """Make and fill all tables; foreign keys are checked at the end, as `figures` refers to itself."""
    connection.execute("BEGIN")
    for table in tables().values():
        connection.execute(create_table(table, source.codes))
        marks = ", ".join("?" * len(table.fields))
        rows = (list(map(_cell, row)) for row in source.rows(table))
        connection.executemany(f"INSERT INTO {name(table.name)} VALUES ({marks})", rows)
    connection.execute(METADATA)
    connection.executemany('INSERT INTO "metadata" VALUES (?, ?, ?, ?)', _metadata(source))
    for table in tables().values():
        for statement in (*create_indexes(table), *views(table).values()):
            connection.execute(statement)
    connection.execute("COMMIT")


def _check(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        table, row, target, _ = broken
        raise sqlite3.IntegrityError(f"row {row} of {table} refers to no row of {target}")


def _cell(value: Value) -> str | int | float | None:
    """A value as SQLite keeps it: a day is text."""
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _number(version: str) -> int:
    """A version as one number, for `PRAGMA user_version`.

    >>> _number("1.2.3")
    10203
    """
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    return major * 10_000 + minor * 100 + patch


def _metadata(source: Source) -> Iterator[tuple[str, str, str, str]]:
    """Rows of the table `metadata`; what is not declared has no row."""
    found = [
        ("", "", "title", source.about["title"]),
        ("", "", "description", source.about["description"]),
        ("", "", "version", source.version),
        ("", "", "released", source.about["released"]),
        ("", "", "license", source.licence),
        ("", "", "citation", source.citation),
    ]
    for table in tables().values():
        found += [(table.name, "", key, told) for key, told in _of_table(table).items()]
        for field in table.fields:
            found += [(table.name, field.name, key, told) for key, told in _of_field(field).items()]
    return (row for row in found if row[-1])


def _of_table(table: Table) -> dict[str, str]:
    titles = {f"title_{language}": title for language, title in table.title.items()}
    return {"description": table.about, "one row is": table.row, "kind": table.kind, **titles}


def _of_field(field: Field) -> dict[str, str]:
    labels = {f"label_{language}": label for language, label in field.label.items()}
    return labels | {
        "description": field.about,
        "type": field.type,
        "unit": field.unit,
        "codes": field.codes,
        "refers": field.refers,
        "concept": field.concept,
    }
