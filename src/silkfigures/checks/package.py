"""Whether `datapackage.json` describes the files that lie beside it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from silkfigures.files.bounded import MOST_TABLE, read_bounded
from silkfigures.schemas import Table
from silkfigures.schemas.csvfile import ENCODING, CsvFile
from silkfigures.schemas.findings import Finding, choice, nearest, shown
from silkfigures.schemas.table_schema import DIALECT, PROFILES, CodeRows, table_schema

DESCRIPTOR = "datapackage.json"
# Properties by which a description leads to other data, descriptions or ways of reading.
POINTERS = {"$ref", "data", "extrapaths", "innerpath", "basepath", "profile", "profiles", "scheme", "control"}
STALE = "build again: the description is older than the table, or the table was changed by hand"


def read_descriptor(folder: Path) -> tuple[dict[str, Any], list[Finding]]:
    """The descriptor of a folder; an empty one and a finding where it cannot be read.

    >>> read_descriptor(Path("no/such/folder"))[1][0].message
    'the file is missing'
    """
    try:
        content = json.loads(read_bounded(folder / DESCRIPTOR, MOST_TABLE).decode("utf-8"))
    except FileNotFoundError:
        return {}, [Finding(DESCRIPTOR, 0, "", "the file is missing", "build the tables again")]
    except json.JSONDecodeError as error:
        finding = Finding(DESCRIPTOR, error.lineno, "", f"is not JSON: {error.msg}", "build the tables again")
        return {}, [finding]
    except (OSError, ValueError, RecursionError) as error:
        return {}, [Finding(DESCRIPTOR, 0, "", f"cannot be read: {error}", "build the tables again")]
    resources = content.get("resources") if isinstance(content, dict) else None
    if not isinstance(resources, list) or not all(_named(resource) for resource in resources):
        return {}, [Finding(DESCRIPTOR, 0, "", "holds no list of named resources", "build the tables again")]
    return content, []


def _named(resource: object) -> bool:
    return isinstance(resource, dict) and isinstance(resource.get("name"), str)


def resource_findings(content: dict[str, Any], folder: Path, tables: dict[str, Table]) -> list[Finding]:
    """Tables that are described and not declared, the other way round, or lie about undescribed."""
    described = [resource["name"] for resource in content["resources"]]
    ours = {_path(name) for name in tables}
    findings = []
    for name in dict.fromkeys(described):
        if name not in tables:
            message = f"describes {shown(name)}, which is no table"
            findings.append(Finding(DESCRIPTOR, 0, "", message, choice(name, tables)))
        elif described.count(name) > 1:
            findings.append(Finding(DESCRIPTOR, 0, "", f"describes {shown(name)} twice", "build again"))
    findings += [
        Finding(DESCRIPTOR, 0, "", f"does not describe the table {shown(name)}", "build again")
        for name in tables
        if name not in described
    ]
    strays = sorted(path.name for path in (folder / "tables").glob("*") if f"tables/{path.name}" not in ours)
    findings += [
        Finding(f"tables/{name}", 0, "", "is no table of the package", f"take it out{_meant(name, tables)}")
        for name in strays
    ]
    return findings


def _meant(name: str, tables: dict[str, Table]) -> str:
    like = nearest(name.partition(".")[0], tables)
    return f", or rename it to {like}.csv" if like else ""


def leads_out(content: dict[str, Any], folder: Path) -> bool:
    """Whether the descriptor names files other than our own, which are never opened, let alone fetched.

    A pipe or a device under one of our names is not our own: whoever opens it may wait for ever.

    >>> leads_out({"resources": [{"name": "aid", "path": "https://example.org/aid.csv"}]}, Path("."))
    True
    """
    named = [(resource.get("path"), _path(resource["name"])) for resource in content["resources"]]
    strange = any(given != name or outside(folder, name) or _no_file(folder / name) for given, name in named)
    return strange or any(map(_points_on, [content, *content["resources"]]))


def _no_file(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _points_on(described: dict[str, Any]) -> bool:
    """Whether a package or resource takes a part of its description from elsewhere."""
    parts = [described.get(name, {}) for name in ("schema", "dialect")]
    standard = str(described.get("$schema", PROFILES)).startswith(PROFILES)
    return (
        bool(POINTERS & described.keys()) or not standard or any(not isinstance(part, dict) for part in parts)
    )


def outside(folder: Path, name: str) -> bool:
    """Whether a name in a folder is, or stands below, a symbolic link to a place outside the folder.

    >>> outside(Path("."), "tables/aid.csv")
    False
    """
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links in a circle lead nowhere
        return True


def _path(table: str) -> str:
    return f"tables/{table}.csv"


def file_findings(resource: dict[str, Any], folder: Path, cells: CsvFile | None) -> list[Finding]:
    """Where path, size, hash or number of rows of one table are not what its resource says."""
    name = _path(resource["name"])
    if outside(folder, name):
        return []
    try:
        data = read_bounded(folder / name, MOST_TABLE)
    except OSError:
        return []
    real = {"path": name, "bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
    if cells:
        real["silkfigures:rows"] = len(cells.rows)
    return [
        Finding(name, 0, "", f"{key} is {value} and {DESCRIPTOR} says {resource.get(key)}", STALE)
        for key, value in real.items()
        if resource.get(key) != value
    ]


def schema_findings(resource: dict[str, Any], table: Table, codes: CodeRows) -> list[Finding]:
    """Where the resource describes its file otherwise than the declaration does."""
    wanted = {"type": "table", "encoding": ENCODING, "dialect": DIALECT, "schema": table_schema(table, codes)}
    return [
        Finding(
            DESCRIPTOR, 0, "", f"{table.name}: {_differing(key, resource.get(key), right)}", "build again"
        )
        for key, right in wanted.items()
        if resource.get(key) != right
    ]


def _differing(key: str, given: object, wanted: object) -> str:
    """The innermost property that is not as declared, in words."""
    if isinstance(given, dict) and isinstance(wanted, dict):
        inner = next(name for name in [*wanted, *given] if given.get(name) != wanted.get(name))
        return _differing(f"{key}.{inner}", given.get(inner), wanted.get(inner))
    if isinstance(given, list) and isinstance(wanted, list) and len(given) == len(wanted):
        at = next(i for i, (left, right) in enumerate(zip(given, wanted, strict=True)) if left != right)
        return _differing(f"{key}[{at}]", given[at], wanted[at])
    return f"{key} is {shown(given)} and declared as {shown(wanted)}"
