"""The shape of a table as a release describes it: its columns, their types, rules and words, and its key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MASTER = "figures"
DERIVED = ("parties",)  # its rows follow from those of other tables
KINDS = ("observation", "reference", "check")
_OWN = "silkfigures:"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` with its unit, `rules` that its cells keep to, `words` that tell of it."""

    name: str
    type: str
    rules: Mapping[str, str]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """One table: its kind, key, columns in order, words, number of rows, and the hash of its file."""

    name: str
    kind: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    words: Mapping[str, str]
    rows: int
    hash: str
    path: str

    @property
    def compared(self) -> bool:
        """Whether its rows are compared: those of views and checks follow from others."""
        return self.name == MASTER or (self.kind == "reference" and self.name not in DERIVED)


def shape_of(resource: Mapping[str, Any]) -> Shape:
    """The shape of one resource of a descriptor.

    Raises KeyError, TypeError, AttributeError or ValueError where the resource is not described as a table.

    >>> field = {"name": "flag", "type": "string", "constraints": {"required": True, "enum": ["a"]}}
    >>> schema = {"fields": [field], "primaryKey": "flag"}
    >>> shape = shape_of({"name": "flags", "silkfigures:kind": "reference", "schema": schema})
    >>> shape.key, shape.columns["flag"].rules
    (('flag',), {'required': 'true'})
    """
    schema, kind = resource["schema"], resource[f"{_OWN}kind"]
    if kind not in KINDS:
        raise ValueError(f"a table of the kind {kind!r}")
    refers = dict(_target(key, resource["name"]) for key in schema.get("foreignKeys", ()))
    columns = [_column(field, refers) for field in schema["fields"]]
    key = schema["primaryKey"]
    found = Shape(
        name=resource["name"],
        kind=kind,
        key=(key,) if isinstance(key, str) else tuple(key),
        columns={column.name: column for column in columns},
        words=_labels("title", resource.get(f"{_OWN}titles", {}))
        | {"description": str(resource.get("description", "")), "row": str(resource.get(f"{_OWN}row", ""))},
        rows=int(resource.get(f"{_OWN}rows", 0)),
        hash=str(resource.get("hash", "")),
        path=str(resource.get("path", "")),
    )
    if len(found.columns) != len(columns) or not found.key or not set(found.key) <= set(found.columns):
        raise ValueError("a column twice, or a key that is no column")
    return found


def _target(key: Mapping[str, Any], table: str) -> tuple[str, str]:
    """The column of a foreign key, and the "table.column" to which it leads."""
    columns, there = key["fields"], key["reference"]["fields"]
    column, target = (names if isinstance(names, str) else "+".join(names) for names in (columns, there))
    return column, f"{key['reference'].get('resource') or table}.{target}"


def _column(field: Mapping[str, Any], refers: Mapping[str, str]) -> Column:
    name, kind, unit = field["name"], field["type"], field.get(f"{_OWN}unit", "")
    if not isinstance(name, str) or not isinstance(kind, str):
        raise TypeError("a column without name or type")
    rules = {
        rule: json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value
        for rule, value in field.get("constraints", {}).items()
        if rule != "enum"  # the codes are rows of the table `codes`
    }
    own = {"codes": field.get(f"{_OWN}codes", ""), "refers": refers.get(name, "")}
    words = _labels("label", field.get(f"{_OWN}labels", {})) | {
        "description": str(field.get("description", "")),
        "concept": str(field.get(f"{_OWN}concept", "")),
    }
    return Column(
        name, f"{kind} in {unit}" if unit else kind, rules | {k: v for k, v in own.items() if v}, words
    )


def _labels(what: str, labels: Mapping[str, str]) -> dict[str, str]:
    return {f"{what} ({language})": str(label) for language, label in labels.items()}
