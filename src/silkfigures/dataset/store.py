"""Where the tables lie, what their description says, and the bytes of each.

The tables are found inside the installed package, or, in a checkout, at the root of the repository.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from silkfigures.dataset.errors import DamagedData, unknown
from silkfigures.files.bounded import MOST_TABLE, read_bounded

DESCRIPTOR = "datapackage.json"
MEND = "In a checkout run `silkfigures build`; otherwise install the package again."


@cache
def folder() -> Path:
    """The folder that holds `datapackage.json` and `tables/`."""
    here = Path(__file__).resolve()
    packaged, checkout = here.parents[1] / "data", here.parents[3]
    for place in (packaged, checkout):
        if (place / DESCRIPTOR).is_file():
            return place
    raise DamagedData(f"The tables are missing: no {DESCRIPTOR} in {packaged} or {checkout}. {MEND}")


@cache
def descriptor() -> dict[str, Any]:
    """The Data Package descriptor, read once. Do not change it: every caller gets the same object."""
    path = folder() / DESCRIPTOR
    try:
        found = json.loads(read_bounded(path, MOST_TABLE))
        if not isinstance(found, dict) or not all(map(_is_described, found["resources"])):
            raise TypeError("no list of resources with names and fields")
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedData(f"{path} cannot be read: {error}. {MEND}") from error
    return found


def _is_described(about: object) -> bool:
    """Whether a resource names itself and its columns."""
    if not isinstance(about, dict) or not isinstance(about.get("name"), str):
        return False
    schema = about.get("schema")
    columns = schema.get("fields") if isinstance(schema, dict) else None
    parts = ("name", "type")
    return isinstance(columns, list) and all(
        isinstance(column, dict) and all(isinstance(column.get(part), str) for part in parts)
        for column in columns
    )


@cache
def resources() -> dict[str, dict[str, Any]]:
    """The description of every table, by name, in the order of publication."""
    return {resource["name"]: resource for resource in descriptor()["resources"]}


def resource(table: str) -> dict[str, Any]:
    """The description of one table; an unknown name raises with the nearest, and so does what is no name."""
    if not isinstance(table, str) or table not in resources():
        raise unknown("a table", table, resources(), more="`silkfigures.tables()` lists them.")
    return resources()[table]


def fields(table: str) -> list[dict[str, Any]]:
    """The columns of a table, in order."""
    return resource(table)["schema"]["fields"]


def content(table: str) -> bytes:
    """The bytes of a table's CSV file, checked against the length, hash and columns in the description.

    After a build that was killed while it put its files in place, the tables described are found where it
    left them.
    """
    from silkfigures.files.stage import left_behind

    about = resource(table)
    path = folder() / _path(about)
    try:
        return _read(path, about)
    except DamagedData:
        for left in left_behind(folder(), _path(about)):
            with suppress(DamagedData):
                return _read(left, about)
        raise


def _path(about: dict[str, Any]) -> str:
    """Where the description says that a table lies: nowhere but in `tables/`."""
    path = f"tables/{about['name']}.csv"
    if about.get("path") != path:
        raise DamagedData(f"{DESCRIPTOR} says that {path} is {about.get('path')!r}. {MEND}")
    return path


def _read(path: Path, about: dict[str, Any]) -> bytes:
    try:
        data = read_bounded(path, MOST_TABLE)
    except OSError as error:
        raise DamagedData(f"{path} cannot be read: {error.strerror or error}. {MEND}") from error
    _check(path, data, about)
    return data


def _check(path: Path, data: bytes, about: dict[str, Any]) -> None:
    expected = about.get("bytes", len(data))
    if len(data) != expected:
        raise DamagedData(f"{path} has {len(data)} bytes where {DESCRIPTOR} says {expected}. {MEND}")
    digest = about.get("hash")
    if digest and digest != "sha256:" + hashlib.sha256(data).hexdigest():
        raise DamagedData(f"{path} is not the file that {DESCRIPTOR} describes: its hash differs. {MEND}")
    header = data.split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r").split(",")
    names = [field["name"] for field in about["schema"]["fields"]]
    if header != names:
        raise DamagedData(f"{path}:1: the columns are {header} where {DESCRIPTOR} says {names}. {MEND}")


def records(table: str) -> list[dict[str, str]]:
    """The rows of a table as plain text, without pandas; an empty string where a value is missing."""
    return list(csv.DictReader(io.StringIO(content(table).decode("utf-8"), newline="")))


def referred(table: str) -> dict[str, tuple[str, str]]:
    """For each column of `table` that refers to another table: that table and its column."""
    keys = resource(table)["schema"].get("foreignKeys", [])
    found = {}
    for key in keys:
        columns, reference = key["fields"], key["reference"]
        column = columns if isinstance(columns, str) else columns[0]
        target = reference["fields"] if isinstance(reference["fields"], str) else reference["fields"][0]
        found[column] = (reference.get("resource") or table, target)
    return found
