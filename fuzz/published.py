"""Fuzzing what reads the published tables and their description: csv, schemas, validation, loading."""

from __future__ import annotations

import json
import runpy
import shutil
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path

from fuzz.target import ROOT, Target, files


@cache
def _module(name: str) -> dict:
    return runpy.run_path(str(ROOT / "tests" / name))


@cache
def _sound() -> Path:
    return _module("made_up_repository.py")["make"](Path(tempfile.mkdtemp(prefix="fuzz-")) / "sound")


@cache
def _tables() -> dict[str, bytes]:
    return files("tables/*.csv", root=_sound())


def _csv(name: str, data: bytes, folder: Path) -> None:
    """A table as text and cells."""
    from silkfigures.schemas import tables
    from silkfigures.schemas.csvfile import header_findings, read_csv

    path = folder / "t.csv"
    path.write_bytes(data)
    cells, findings = read_csv(path, name)
    assert cells is not None or findings
    if cells:
        assert all(len(row) == len(cells.header) for row in cells.rows) and len(cells.lines) == len(
            cells.rows
        )
        header_findings(cells, tables()[Path(name).stem].names)


def _table(name: str, data: bytes, folder: Path) -> None:
    """A table by itself, with its schema."""
    from silkfigures.checks.one_table import table_findings
    from silkfigures.schemas import tables
    from silkfigures.schemas.csvfile import read_csv

    path = folder / "t.csv"
    path.write_bytes(data)
    cells, _ = read_csv(path, name)
    if cells:
        table_findings(cells, tables()[Path(name).stem], None)


def _validate(name: str, data: bytes, folder: Path) -> None:
    """The validation of a folder in which a table or the description is damaged; damage is found."""
    from silkfigures.checks import validate

    root = folder / "tables of a stranger"
    if not root.exists():
        shutil.copytree(_sound(), root)
    before = (root / name).read_bytes()
    (root / name).write_bytes(data)
    try:
        report = validate(root, outsider=False)
        same = data == before or (name.endswith(".json") and _json(data) == _json(before))
        assert report.ok == same, f"ok: {report.ok}"
        str(report).encode("utf-8", "backslashreplace")
    finally:
        (root / name).write_bytes(before)


def _json(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


@cache
def _described() -> dict[str, bytes]:
    return _tables() | files("datapackage.json", root=_sound())


def _load(name: str, data: bytes, folder: Path) -> None:
    """What the package loads from damaged tables whose description fits the damage, or is damaged."""
    from silkfigures.dataset import store
    from silkfigures.dataset.load import load

    root = folder / "tables to load"
    if not root.exists():
        shutil.copytree(_sound(), root)
    description = root / "datapackage.json"
    before, described = (root / name).read_bytes(), description.read_bytes()
    (root / name).write_bytes(data)
    if name != "datapackage.json":
        about = json.loads(described)
        for resource in about["resources"]:
            if resource["path"] == name:
                resource |= {"bytes": len(data), "hash": "sha256:" + sha256(data).hexdigest()}
        description.write_text(json.dumps(about), encoding="utf-8")
    for cached in (store.descriptor, store.resources):
        cached.cache_clear()
    real, store.folder = store.folder, lambda: root
    try:
        load(Path(name).stem if name.startswith("tables") else "trade", labels="ru")
    finally:
        store.folder = real
        (root / name).write_bytes(before)
        description.write_bytes(described)
        for cached in (store.descriptor, store.resources):
            cached.cache_clear()


TARGETS = {
    "csv": Target(_tables, _csv, 0.16),
    "schemas": Target(_tables, _table, 0.005),
    "validate": Target(_described, _validate, 0.001),
    "load": Target(_described, _load, 0.005),
}
