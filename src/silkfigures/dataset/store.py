"""Where the tables lie, what their description says, and the bytes of each.

The tables are found inside the installed package, or, in a checkout, at the root of the repository.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

from silkfigures.dataset.errors import DamagedData, unknown

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
        found = json.loads(path.read_bytes())
        if not isinstance(found, dict) or not isinstance(found["resources"], list):
            raise TypeError("no list of resources")
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamagedData(f"{path} cannot be read: {error}. {MEND}") from error
    return found


@cache
def resources() -> dict[str, dict[str, Any]]:
    """The description of every table, by name, in the order of publication."""
    return {resource["name"]: resource for resource in descriptor()["resources"]}


def resource(table: str) -> dict[str, Any]:
    """The description of one table; an unknown name raises with the nearest."""
    if table not in resources():
        raise unknown("a table", table, resources(), more="`silkfigures.tables()` lists them.")
    return resources()[table]


def fields(table: str) -> list[dict[str, Any]]:
    """The columns of a table, in order."""
    return resource(table)["schema"]["fields"]


def content(table: str) -> bytes:
    """The bytes of a table's CSV file, checked against the length, hash and columns in the description."""
    about = resource(table)
    path = folder() / about["path"]
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DamagedData(f"{path} cannot be read: {error.strerror or error}. {MEND}") from error
    _check(path, data, about)
    return data


def _check(path: Path, data: bytes, about: dict[str, Any]) -> None:
    expected = about.get("bytes", len(data))
    if len(data) != expected:
        raise DamagedData(f"{path} has {len(data)} bytes where {DESCRIPTOR} says {expected}. {MEND}")
    algorithm, _, digest = about.get("hash", "").rpartition(":")
    if digest and hashlib.new(algorithm or "md5", data, usedforsecurity=False).hexdigest() != digest:
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
