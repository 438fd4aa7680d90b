"""The declaration of tables and fields, read from `fields.toml` and `tables.toml`.

Everything that knows a column (the pandera schemas, the descriptor, the dtypes, the documentation) asks here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "ru", "kk")
#: The pandas dtype of each type of field.
DTYPES = {
    "string": "str",
    "number": "float64",
    "integer": "Int64",
    "boolean": "boolean",
    "date": "datetime64[us]",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type, meaning, labels and constraints.

    `type` is a Data Package type. `codes` names a list of `raw/codelists/codes.csv`, `refers` a
    "table.column" whose values it may take, `concept` the SDMX concept it equals. `feed` says which generic
    column of `figures` fills it in an observation table ("indicator:leaf": the last part of the indicator's
    code); it is empty elsewhere.
    """

    name: str
    type: str
    label: dict[str, str]
    about: str
    unit: str = ""
    required: bool = False
    pattern: str = ""
    minimum: int | None = None
    codes: str = ""
    refers: str = ""
    concept: str = ""
    example: str = ""
    feed: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its fields in order and its key."""

    name: str
    kind: str
    title: dict[str, str]
    row: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]

    def __getitem__(self, name: str) -> Field:
        """The field of a column; KeyError where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    @property
    def names(self) -> list[str]:
        """Column names in order."""
        return [field.name for field in self.fields]

    @property
    def dimensions(self) -> dict[str, str]:
        """Own columns of an observation table and the generic column of `figures` that feeds each."""
        return {field.name: field.feed for field in self.fields if field.feed}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


@cache
def fields() -> dict[str, Field]:
    """All declared fields by name.

    >>> fields()["value"].concept
    'OBS_VALUE'
    """
    return {name: Field(name=name, **facts) for name, facts in _toml("fields.toml").items()}


def _named(column: str) -> Field:
    """The field of a column written "name" or "name = field"."""
    name, _, field = (part.strip() for part in column.partition("="))
    return replace(fields()[field or name], name=name)


def _claim_id(table: str) -> Field:
    """The key of an observation table: a claim of the master table."""
    return replace(fields()["claim_id"], refers="" if table == "figures" else "figures.claim_id")


def _table(name: str, facts: dict[str, Any], common: list[str]) -> Table:
    dimensions = facts.pop("dimensions", {})
    columns = [_named(column) for column in facts.pop("columns", common)]
    if facts["kind"] == "observation":
        own = [replace(fields()[column], feed=feed) for column, feed in dimensions.items()]
        columns = [_claim_id(name), *own, *columns]
    key = facts.pop("key", "claim_id")
    key = (key,) if isinstance(key, str) else tuple(key)
    return Table(name=name, fields=tuple(columns), key=key, **facts)


@cache
def tables() -> dict[str, Table]:
    """All declared tables by name, in the order of publication.

    >>> tables()["trade"].names[:3]
    ['claim_id', 'reporter', 'partner']
    >>> tables()["trade"].dimensions["flow"]
    'indicator:leaf'
    """
    declared = _toml("tables.toml")
    return {name: _table(name, dict(facts), declared["common"]) for name, facts in declared["tables"].items()}


@cache
def themes() -> tuple[str, ...]:
    """Names of the themed tables: every observation table but the master.

    >>> "aid" in themes()
    True
    """
    return tuple(t.name for t in tables().values() if t.kind == "observation" and t.name != "figures")
