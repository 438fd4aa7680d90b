"""A release opened: its version, the shapes of its tables, and the rows that are compared."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from silkfigures.schemas.csvfile import parse_bytes
from silkfigures.schemas.findings import shown
from silkfigures.schemas.table_schema import PROFILES
from silkfigures.versions.files import DESCRIPTOR, FETCH, Files, ReleaseError, release_files
from silkfigures.versions.kinds import parts
from silkfigures.versions.shape import MASTER, Shape, shape_of

PACKAGE = "silkfigures"
SCHEMA = PROFILES + "datapackage.json"

Record = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Release:
    """One version: where it was read, its tables by name, and by table the rows by their key."""

    where: str
    version: str
    tables: Mapping[str, Shape]
    rows: Mapping[str, Mapping[str, Record]]

    @property
    def claims(self) -> Mapping[str, Record]:
        """The claims by identifier."""
        return self.rows[MASTER]


def open_release(path: Path) -> Release:
    """Open a release: a folder, a zip or a checkout.

    Parameters
    ----------
    path : Path
        See `release_files`.

    Raises
    ------
    ReleaseError
        When it is no release of silkfigures, is damaged, or is of a format not known here.

    Examples
    --------
    >>> open_release(Path("no/such/release"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    silkfigures.versions.files.ReleaseError: no/such/release: there is no such folder or zip (mend: ...)
    """
    return read_release(release_files(path), str(path))


def read_release(files: Files, where: str) -> Release:
    """The release that these files are; `where` is what errors call the place. Raises ReleaseError."""
    content = _descriptor(files, where)
    shapes: dict[str, Shape] = {}
    for resource in content["resources"]:
        shape = _shape(resource, where)
        if shape.name in shapes:
            raise ReleaseError(f"{where}/{DESCRIPTOR}", f"describes {shape.name} twice", FETCH)
        shapes[shape.name] = shape
    if MASTER not in shapes:
        raise ReleaseError(f"{where}/{DESCRIPTOR}", f"describes no table {MASTER}", FETCH)
    rows = {name: _rows(shape, files, where) for name, shape in shapes.items() if shape.path}
    for name in [name for name, shape in shapes.items() if shape.compared and name not in rows]:
        raise ReleaseError(f"{where}/{DESCRIPTOR}", f"names no file of the table {name}", FETCH)
    kept = {name: found for name, found in rows.items() if shapes[name].compared}
    return Release(where, content["version"], shapes, kept)


def _descriptor(files: Files, where: str) -> dict[str, Any]:
    """The descriptor, when it is one of ours and of a format known here."""
    name = f"{where}/{DESCRIPTOR}"
    if DESCRIPTOR not in files:
        mend = "name the folder or zip that holds it, at its top or in its only folder"
        raise ReleaseError(where, f"is no release: it holds no {DESCRIPTOR}", mend)
    try:
        content = json.loads(files[DESCRIPTOR])
    except (ValueError, RecursionError) as error:
        raise ReleaseError(name, f"is not JSON: {error}", FETCH) from error
    if not isinstance(content, dict) or content.get("name") != PACKAGE:
        given = content.get("name", "") if isinstance(content, dict) else ""
        raise ReleaseError(name, f"describes the package {shown(given)}", f"name a release of {PACKAGE}")
    if content.get("$schema") != SCHEMA:
        message = f"is of the format {shown(content.get('$schema', ''))}; {SCHEMA} is known here"
        raise ReleaseError(name, message, "install a newer silkfigures")
    try:
        parts(str(content.get("version", "")))
    except ValueError as error:
        raise ReleaseError(name, f"the version {error}", FETCH) from error
    if not isinstance(content.get("resources"), list):
        raise ReleaseError(name, "has no list of resources", FETCH)
    return content


def _shape(resource: object, where: str) -> Shape:
    told = f"{where}/{DESCRIPTOR}"
    name = resource.get("name") if isinstance(resource, dict) else None
    if not isinstance(resource, dict) or not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z_]*", name):
        raise ReleaseError(told, f"describes a table named {shown(name)}", FETCH)
    try:
        shape = shape_of(resource)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        message = f"describes {name} in a way not known here: {error or type(error).__name__}"
        raise ReleaseError(told, message, "install a newer silkfigures, or " + FETCH) from error
    if shape.path not in ("", f"tables/{name}.csv"):
        raise ReleaseError(told, f"says that {name} lies in {shown(shape.path)}", FETCH)
    return shape


def _rows(shape: Shape, files: Files, where: str) -> dict[str, Record]:
    """The rows of a table by key; none, after a look at its hash, of a table whose rows are not compared."""
    name = f"{where}/{shape.path}"
    if shape.path not in files:
        raise ReleaseError(name, "the table is missing", FETCH)
    data = files[shape.path]
    if shape.hash and shape.hash != "sha256:" + hashlib.sha256(data).hexdigest():
        mend = f"{FETCH}; in a checkout run `silkfigures build`"
        raise ReleaseError(name, f"is not the file that {DESCRIPTOR} describes: its hash differs", mend)
    if not shape.compared:
        return {}
    cells, findings = parse_bytes(data, name)
    if cells is None or findings:
        raise ReleaseError(name, findings[0].message, FETCH)
    if cells.header != list(shape.columns):
        raise ReleaseError(f"{name}:1", f"the columns are not those of {DESCRIPTOR}", FETCH)
    found: dict[str, Record] = {}
    for line, row in zip(cells.lines, cells.records(), strict=True):
        key = "/".join(row[column] for column in shape.key)
        if key in found:
            raise ReleaseError(f"{name}:{line}", f"{shown(key)} stands there twice", FETCH)
        found[key] = row
    return found
