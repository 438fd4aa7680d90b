"""What changed in the data: `changes.csv` and `history.csv`."""

from __future__ import annotations

from pathlib import Path

from silkfigures import __version__
from silkfigures.publish.descriptor import descriptor
from silkfigures.schemas.csvfile import format_csv, parse_bytes
from silkfigures.versions import COLUMNS, Release, changes_by_version, read_release, release_files, told
from silkfigures.versions.files import DESCRIPTOR

HISTORY = "history.csv"


def history(root: Path, built: Path | None = None) -> str:
    """The text of `history.csv`: every change of the data in every version, the newest first.

    Parameters
    ----------
    root : Path
        The repository: its tables, `raw/package.toml`, `raw/released/`, `raw/changes.yaml`,
        `raw/retired.yaml`.
    built : Path, optional
        The folder with `tables/`, where they lie elsewhere: those of a build that is not yet in place.

    Returns
    -------
    str
        CSV in the dialect of the tables, with the columns version, kind, table, key, field, from, to, why;
        no rows while there is one version only. The same files give the same text.

    Raises
    ------
    ValueError
        When a table, the ledger or a list of reasons cannot be read; it names the file.
    """
    found = changes_by_version(Path(root), present(Path(root), built))
    return told(change for changes in found.values() for change in changes)


def changes(root: Path) -> str:
    """The text of `changes.csv`: what changed since the version before, the first part of `history.csv`.

    Parameters
    ----------
    root : Path
        A checkout, or the data folder of the installed package. Without `history.csv` there, it is worked
        out from the ledger, if there is one.

    Raises
    ------
    ValueError
        When a file cannot be read; it names the file.
    """
    path = Path(root) / HISTORY
    data = path.read_bytes() if path.is_file() else history(root).encode("utf-8")
    cells, findings = parse_bytes(data, HISTORY)
    if cells is None or findings or cells.header != list(COLUMNS):
        what = findings[0].message if findings else "the columns are others"
        raise ValueError(f"{path}: {what} (mend: run `silkfigures build`)")
    return format_csv(cells.header, (row for row in cells.rows if row[0] == __version__))


def present(root: Path, built: Path | None = None) -> Release:
    """What stands in the repository, described as it would be now; its tables may lie in `built`."""
    text = descriptor(root, built) if built else descriptor(root)
    files = release_files(built or root) | {DESCRIPTOR: text.encode("utf-8")}
    return read_release(files, str(root))
