"""The views with labels: `trade_ru` is `trade` with Russian column headings and Russian names for codes."""

from __future__ import annotations

from silkfigures.publish.source import headings
from silkfigures.publish.sql.ddl import name, text
from silkfigures.schemas import LANGUAGES, Field, Table, tables


def views(table: Table) -> dict[str, str]:
    """The statements that make the views of a table, by the name of the view; none for a reference table.

    A reference table has its labels in three columns of its own.

    >>> from silkfigures.schemas import tables
    >>> list(views(tables()["trade"])), list(views(tables()["flags"]))
    (['trade_en', 'trade_ru', 'trade_kk'], [])
    """
    if table.kind == "reference":
        return {}
    return {f"{table.name}_{language}": _view(table, language) for language in LANGUAGES}


def _view(table: Table, language: str) -> str:
    columns, joins = [], []
    for field, heading in zip(table.fields, headings(table, language), strict=True):
        join = _join(field, f"label_{language}")
        column = f'{name(field.name)}."label_{language}"' if join else f'"this".{name(field.name)}'
        columns.append(f"  {column} AS {name(heading)}")
        joins += [join] if join else []
    return "\n".join(
        [
            f"CREATE VIEW {name(f'{table.name}_{language}')} AS SELECT",
            ",\n".join(columns),
            f'FROM {name(table.name)} AS "this"',
            *joins,
            'ORDER BY "this".rowid',
        ]
    )


def _join(field: Field, label: str) -> str:
    """How to reach the label of a column's code; empty where the column holds no codes that have one."""
    alias, cell = name(field.name), f'"this".{name(field.name)}'
    if field.codes:
        listed = f'{alias}."list" = {text(field.codes)}'
        return f'LEFT JOIN "codes" AS {alias} ON {listed} AND {alias}."code" = {cell}'
    target, _, key = field.refers.partition(".")
    if target and label in tables()[target].names:
        return f"LEFT JOIN {name(target)} AS {alias} ON {alias}.{name(key)} = {cell}"
    return ""
