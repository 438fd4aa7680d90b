"""The SQL that makes the tables and their indexes, from the declaration.

The tables are not STRICT, which programs with an SQLite older than 3.37 cannot open; that a cell has the
declared type is a CHECK of its column. A pattern is no CHECK: SQLite has no regular expressions.
"""

from __future__ import annotations

from collections.abc import Iterable

from silkfigures.schemas import Field, Table
from silkfigures.schemas.table_schema import CodeRows, foreign_keys

TYPES = {"string": "TEXT", "number": "REAL", "integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT"}
DAY = "-".join("[0-9]" * digits for digits in (4, 2, 2))


def name(identifier: str) -> str:
    """A name in the quotes of SQL.

    >>> name('a "b"')
    '"a ""b\"""'
    """
    return '"' + identifier.replace('"', '""') + '"'


def text(value: str) -> str:
    """A text in the quotes of SQL.

    >>> text("it's")
    "'it''s'"
    """
    return "'" + value.replace("'", "''") + "'"


def create_table(table: Table, codes: CodeRows) -> str:
    """The statement that makes a table: types, keys, checks, and a comment on every column.

    Parameters
    ----------
    table : Table
        The declaration.
    codes : mapping
        Name of a code list to its rows in the table `codes`; they become the checks of the coded columns.

    Examples
    --------
    >>> from silkfigures.schemas import tables
    >>> print(create_table(tables()["documents"], {}))  # doctest: +ELLIPSIS
    CREATE TABLE "documents" (
      -- Documents: one row is one source text
      "document" TEXT NOT NULL, -- Document: File name of the source text.
      ...
      PRIMARY KEY ("document")
    )
    """
    lines = [
        (_column(field, table, codes), f"{field.label['en']}: {_line(field.about)}") for field in table.fields
    ]
    lines += [(constraint, "") for constraint in _keys(table)]
    ends = [","] * (len(lines) - 1) + [""]
    body = [
        f"  {line}{end}" + (f" -- {comment}" if comment else "")
        for (line, comment), end in zip(lines, ends, strict=True)
    ]
    head = f"  -- {table.title['en']}: one row is {_line(table.row)}"
    return "\n".join([f"CREATE TABLE {name(table.name)} (", head, *body, ")"])


def create_indexes(table: Table) -> list[str]:
    """The statements that index every column that refers to another table.

    >>> from silkfigures.schemas import tables
    >>> create_indexes(tables()["organisations"])
    ['CREATE INDEX "organisations_country" ON "organisations" ("country")']
    """
    return [
        f"CREATE INDEX {name(f'{table.name}_{field.name}')} ON {name(table.name)} ({name(field.name)})"
        for field in table.fields
        if field.refers and table.key != (field.name,)
    ]


def _column(field: Field, table: Table, codes: CodeRows) -> str:
    words = [name(field.name), TYPES[field.type]]
    if field.required or field.name in table.key:
        words.append("NOT NULL")
    words += [f"CHECK ({check})" for check in _checks(field, "NOT NULL" in words, codes)]
    return " ".join(words)


def _checks(field: Field, required: bool, codes: CodeRows) -> Iterable[str]:
    """The conditions on a cell; those on its content hold where it is empty, as SQL has it."""
    column, kind = name(field.name), TYPES[field.type].lower()
    if kind != "text":  # a text column makes text of every number
        yield f"typeof({column}) = '{kind}'" if required else f"typeof({column}) IN ('{kind}', 'null')"
    if field.minimum is not None:
        yield f"{column} >= {field.minimum}"
    if field.type == "date":
        yield f"{column} GLOB '{DAY}'"
    if field.type == "boolean":
        yield f"{column} IN (0, 1)"
    if listed := codes.get(field.codes):
        yield f"{column} IN ({', '.join(text(row['code']) for row in listed)})"


def _keys(table: Table) -> Iterable[str]:
    yield f"PRIMARY KEY ({', '.join(map(name, table.key))})"
    for key in foreign_keys(table):
        own, reference = key["fields"][0], key["reference"]
        target = reference.get("resource", table.name)
        yield f"FOREIGN KEY ({name(own)}) REFERENCES {name(target)} ({name(reference['fields'][0])})"


def _line(comment: str) -> str:
    """A comment in one line, which is where it ends."""
    return " ".join(comment.split())
