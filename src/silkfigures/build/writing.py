"""Writing what a build gives: all of it or none, the same bytes everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from silkfigures.build.tables import Tables, build_tables
from silkfigures.files.stage import staging
from silkfigures.files.whole import bytes_there
from silkfigures.readings.csvfile import csv_text
from silkfigures.schemas import tables

FOLDER = "tables"

#: Gives the text of further files by name, when told the folder in which the new `tables/` lies.
Describe = Callable[[Path], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: the folder, the number of rows by table, and the files that are new or changed."""

    folder: Path
    rows: dict[str, int]
    changed: tuple[Path, ...]


def build(root: Path, describe: Describe | None = None) -> BuildResult:
    """Compute all tables from `raw/` under `root` and write them to `tables/`, with what describes them.

    Everything is computed and staged first, then put in place at once (see `silkfigures.files.stage`): a
    build that is cut off at any point leaves the old files.

    Parameters
    ----------
    root : Path
        The repository.
    describe : callable, optional
        What else to write: it is called with the folder in which the new `tables/` lies and gives texts by
        file name, named from the root. The first describes the tables and is written right after them.

    Raises
    ------
    ReadingErrors
        When anything in `raw/` is wrong; nothing is written.
    OSError
        When the files cannot be written; all are as they were.
    """
    root = Path(root)
    found = build_tables(root)
    with staging(root, FOLDER) as stage:
        for name, content in _contents(found).items():
            stage.write(f"{FOLDER}/{name}", content)
        for name, text in (describe(stage.path) if describe else {}).items():
            stage.write(name, text.encode("utf-8"))
        changed = stage.commit()
    return BuildResult(root / FOLDER, {name: len(rows) for name, rows in found.items()}, tuple(changed))


def stale(root: Path) -> list[Path]:
    """The files of `tables/` that are missing or not what `raw/` gives now."""
    folder = Path(root) / FOLDER
    return [
        folder / name
        for name, content in _contents(build_tables(root)).items()
        if bytes_there(folder / name) != content
    ]


def _contents(found: Tables) -> dict[str, bytes]:
    """The bytes of every file by its name."""
    return {
        f"{name}.csv": csv_text(tables()[name].names, rows).encode("utf-8") for name, rows in found.items()
    }
