"""Writing the tables: all of them or none, the same bytes everywhere."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from silkfigures.build.tables import Tables, build_tables
from silkfigures.readings.csvfile import csv_text
from silkfigures.schemas import tables

FOLDER = "tables"


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: the folder, the number of rows by table, and the files that are new or changed."""

    folder: Path
    rows: dict[str, int]
    changed: tuple[Path, ...]


def build(root: Path) -> BuildResult:
    """Compute all tables from `raw/` under `root` and write them to `tables/`.

    Raises ReadingErrors, and writes nothing, when anything in `raw/` is wrong.
    """
    found = build_tables(root)
    folder = Path(root) / FOLDER
    changed = write_tables(found, folder)
    return BuildResult(folder, {name: len(rows) for name, rows in found.items()}, tuple(changed))


def write_tables(found: Tables, folder: Path) -> list[Path]:
    """Write tables as CSV files into a folder; returns the files that changed.

    Everything is written beside the folder first, then moved in file by file.
    """
    contents = _contents(found)
    changed = [name for name, content in contents.items() if _bytes(folder / name) != content]
    folder.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        for name in changed:
            (beside / name).write_bytes(contents[name])
        for name in changed:
            os.replace(beside / name, folder / name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return [folder / name for name in changed]


def stale(root: Path) -> list[Path]:
    """The files of `tables/` that are missing or not what `raw/` gives now."""
    folder = Path(root) / FOLDER
    return [
        folder / name
        for name, content in _contents(build_tables(root)).items()
        if _bytes(folder / name) != content
    ]


def _contents(found: Tables) -> dict[str, bytes]:
    """The bytes of every file by its name."""
    return {
        f"{name}.csv": csv_text(tables()[name].names, rows).encode("utf-8") for name, rows in found.items()
    }


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
