"""Made-up releases: a master table of claims, a view of it, a code list, and what a check found."""

from __future__ import annotations

import copy
import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from silkfigures.schemas.csvfile import format_csv
from silkfigures.versions import Change, Release, differences, open_release

SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
CLAIM = ["lee2021-001", "context.meetings", "CHN", "6", "times", "a.txt", "10", "100", "102"]
TABLES = {
    "figures": {
        "kind": "observation",
        "columns": ["claim_id", "indicator", "partner", "value", "unit", "document", "line", "start", "end"],
        "rows": [
            CLAIM,
            ["lee2021-002", "trade.export", "CHN", "5", "USD", "a.txt", "11", "120", "125"],
            ["lee2021-003", "trade.export", "RUS", "7", "USD", "a.txt", "12", "140", "145"],
        ],
    },
    "trade": {"kind": "observation", "columns": ["claim_id", "flow", "value", "unit"], "rows": []},
    "flags": {
        "kind": "reference",
        "columns": ["flag", "label_en", "definition"],
        "rows": [["period", "period", "When is in doubt."], ["unit", "unit", "The unit is in doubt."]],
    },
    "units": {"kind": "reference", "columns": ["unit", "pint"], "rows": [["t", "t"], ["t/year", "t / year"]]},
    "parties": {"kind": "reference", "columns": ["party"], "rows": [["CHN"], ["RUS"]]},
    "coverage": {"kind": "check", "columns": ["work", "numbers"], "rows": [["lee2021", "9"]]},
}
Tables = dict[str, dict[str, Any]]


def field(table: str, name: str, facts: dict[str, Any]) -> dict[str, Any]:
    """A column as a description tells it; `facts` of a table may give types, rules and words by column."""
    return {
        "name": name,
        "type": facts.get("types", {}).get(name, "string"),
        "title": name,
        "description": facts.get("words", {}).get(name, "As printed."),
        "constraints": facts.get("rules", {}).get(name, {}),
        "silkfigures:labels": {"en": "Column"},
    }


def resource(name: str, facts: dict[str, Any], data: bytes) -> dict[str, Any]:
    """A table as a description tells of it."""
    return {
        "name": name,
        "path": f"tables/{name}.csv",
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
        "silkfigures:kind": facts["kind"],
        "silkfigures:row": facts.get("row", "one row"),
        "silkfigures:rows": len(facts["rows"]),
        "silkfigures:titles": {"en": "Table"},
        "schema": {
            "fields": [field(name, column, facts) for column in facts["columns"]],
            "primaryKey": facts.get("key", facts["columns"][0]),
        },
    }


def write(folder: Path, version: str, tables: Tables) -> Path:
    """Write a release into a folder and return that."""
    (folder / "tables").mkdir(parents=True)
    resources = []
    for name, facts in tables.items():
        data = format_csv(facts["columns"], facts["rows"]).encode()
        (folder / "tables" / f"{name}.csv").write_bytes(data)
        resources.append(resource(name, facts, data))
    content = {"$schema": SCHEMA, "name": "silkfigures", "version": version, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.fixture
def tables() -> Tables:
    """The tables of the made-up release, to be changed."""
    return copy.deepcopy(TABLES)


@pytest.fixture
def release(tmp_path: Path) -> Callable[..., Path]:
    """Write a release of these tables; gives its folder."""

    def make(version: str = "1.0.0", tables: Tables = TABLES, folder: str = "") -> Path:
        return write(tmp_path / (folder or f"release-{version}"), version, tables)

    return make


@pytest.fixture
def changed(release: Callable[..., Path], tables: Tables) -> Callable[..., list[tuple[str, ...]]]:
    """What differs after a change: each as kind, table, key, field, from, to."""

    def found(change: Callable[[Tables], object], before: Tables = TABLES) -> list[tuple[str, ...]]:
        change(tables)
        old, new = open_release(release("1.0.0", before)), open_release(release("1.0.1", tables))
        return [said(difference) for difference in differences(old, new)]

    return found


def said(change: Change) -> tuple[str, ...]:
    """A change in short: kind and table, then what else there is."""
    assert change.version == "1.0.1" and change.why == ""
    told = (change.kind, change.table, change.key, change.field, change.before, change.after)
    return told[:2] + tuple(word for word in told[2:] if word)


@pytest.fixture
def opened(release: Callable[..., Path]) -> Release:
    """The made-up release, opened."""
    return open_release(release())


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Put the files of a folder into a zip, under a name inside it."""

    def make(folder: Path, top: str = "") -> Path:
        path = tmp_path / "release.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(folder.rglob("*.*")):
                archive.write(file, f"{top}{file.relative_to(folder).as_posix()}")
        return path

    return make
