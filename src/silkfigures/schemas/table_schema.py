"""A table as the Data Package standard describes it: its Table Schema and its Table Dialect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from silkfigures.schemas.csvfile import DELIMITER, LINE_END, QUOTE
from silkfigures.schemas.declaration import Field, Table
from silkfigures.schemas.lexical import json_number

PROFILES = "https://datapackage.org/profiles/2.0/"
DIALECT = {
    "$schema": PROFILES + "tabledialect.json",
    "header": True,
    "headerRows": [1],
    "delimiter": DELIMITER,
    "lineTerminator": LINE_END,
    "quoteChar": QUOTE,
    "doubleQuote": True,
    "skipInitialSpace": False,
}
CodeRows = Mapping[str, Sequence[Mapping[str, str]]]


def code_lists(codes: Iterable[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    """The closed code lists by name, each a list of rows of the table `codes` in order.

    >>> rows = [{"list": "flows", "code": "export"}, {"list": "flows", "code": "import"}]
    >>> [row["code"] for row in code_lists(rows)["flows"]]
    ['export', 'import']
    """
    lists: dict[str, list[dict[str, str]]] = {}
    for row in codes:
        lists.setdefault(row["list"], []).append(row)
    return lists


def table_schema(table: Table, codes: CodeRows) -> dict[str, Any]:
    """The Table Schema of a table, as plain values.

    Parameters
    ----------
    table : Table
        The declaration.
    codes : mapping
        Name of a code list to its rows in the table `codes` (`code`, `label_en` …). A list that has no codes
        yet gives no `enum`: the standard wants one code at least.

    Examples
    --------
    >>> from silkfigures.schemas import tables
    >>> table_schema(tables()["flags"], {})["primaryKey"]
    ['flag']
    """
    return {
        "$schema": PROFILES + "tableschema.json",
        "fields": [_field(field, table, codes) for field in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if (keys := foreign_keys(table)) else {}),
    }


def foreign_keys(table: Table) -> list[dict[str, Any]]:
    """The foreign keys of a table; one to the table itself names no resource.

    >>> from silkfigures.schemas import tables
    >>> foreign_keys(tables()["organisations"])
    [{'fields': ['country'], 'reference': {'resource': 'places', 'fields': ['place']}}]
    """
    keys = []
    for field in table.fields:
        if field.refers:
            target, _, column = field.refers.partition(".")
            resource = {} if target == table.name else {"resource": target}
            keys.append({"fields": [field.name], "reference": resource | {"fields": [column]}})
    return keys


def _field(field: Field, table: Table, codes: CodeRows) -> dict[str, Any]:
    """One field: what the standard knows, then what only we say."""
    found: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "title": field.label["en"],
        "description": field.about,
    }
    if field.example:
        found["example"] = _typed(field)
    listed = codes.get(field.codes, ())
    constraints = _constraints(field, table) | ({"enum": [row["code"] for row in listed]} if listed else {})
    if constraints:
        found["constraints"] = constraints
    if listed:
        found["categories"] = [{"value": row["code"], "label": row["label_en"]} for row in listed]
    own = {
        "labels": field.label,
        "codes": field.codes,
        "unit": field.unit,
        "concept": field.concept,
        "feed": field.feed,
    }
    return found | {f"silkfigures:{key}": value for key, value in own.items() if value}


def _typed(field: Field) -> str | int | float:
    """The example as JSON writes a value of its type."""
    if field.type == "integer":
        return int(field.example)
    if field.type == "number":
        return json_number(field.example)
    return field.example


def _constraints(field: Field, table: Table) -> dict[str, Any]:
    """Required, unique, pattern and minimum, where they apply."""
    constraints: dict[str, Any] = {}
    if field.required or field.name in table.key:
        constraints["required"] = True
    if table.key == (field.name,):
        constraints["unique"] = True
    if field.pattern:
        constraints["pattern"] = field.pattern
    if field.minimum is not None:
        constraints["minimum"] = field.minimum
    return constraints
