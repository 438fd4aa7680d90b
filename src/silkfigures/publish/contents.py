"""What a release holds: one line a file or folder, in the order in which its README names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from silkfigures.publish.catalogue import CATALOGUE
from silkfigures.publish.changes import changes
from silkfigures.publish.datacite import datacite
from silkfigures.publish.descriptor import descriptor
from silkfigures.publish.excel import workbook
from silkfigures.publish.jsonld import dataset_jsonld
from silkfigures.publish.parquet import parquet
from silkfigures.publish.readme import readme
from silkfigures.publish.sql import database, datasette
from silkfigures.schemas import tables

Content = str | bytes | Mapping[str, str | bytes]
MODULES = {"excel": "openpyxl", "parquet": "pyarrow"}  # the extra of the package that brings each


@dataclass(frozen=True)
class Part:
    """One file of a release, or a folder: then the name ends in "/" and the content is one by file name.

    `make` is called with the folder that holds `raw/package.toml`, `tables/` and `LICENSES/`; `about` says
    in the README what the part is for; `extra` names the extra of the package that it needs.
    """

    name: str
    make: Callable[[Path], Content]
    about: str
    extra: str = ""


def _readme(root: Path) -> str:
    return readme(root, {part.name: part.about for part in PARTS})


def _tables(root: Path) -> dict[str, bytes]:
    return {f"{name}.csv": (root / "tables" / f"{name}.csv").read_bytes() for name in tables()}


def _history(root: Path) -> bytes:
    path = root / "history.csv"
    if not path.is_file():
        raise ValueError(f"{path}: is missing (mend: run `silkfigures build`)")
    return path.read_bytes()


def _licences(root: Path) -> dict[str, bytes]:
    folder = root / "LICENSES"
    found = {path.name: path.read_bytes() for path in sorted(folder.glob("*.txt"))}
    if not found:
        raise ValueError(
            f"{folder}: no licence texts (mend: restore the folder, or install the package again)"
        )
    return found


ABOUT = {
    "CITATION.cff": "how to cite the release (Citation File Format)",
    ".zenodo.json": "metadata for a deposit in Zenodo",
    "datacite.json": "metadata in the DataCite schema",
    "dataset.jsonld": "for dataset search engines (schema.org)",
    "croissant.json": "tables and the source of every row, for machine learning tools (Croissant 1.1)",
    "csv-metadata.json": "CSV on the Web, with titles in three languages",
    "annotations.jsonl": "every claim as a W3C Web Annotation: its words and where they stand",
}

PARTS = (
    Part("README.md", _readme, "what you are reading"),
    Part(
        "silkfigures.xlsx", workbook, "all tables as an Excel workbook; begin with its sheet About", "excel"
    ),
    Part("tables/", _tables, "all tables as CSV (UTF-8, comma), with the exact decimals"),
    Part(
        "datapackage.json",
        descriptor,
        "what every table and column of the CSV files means (Data Package 2.0)",
    ),
    Part("parquet/", parquet, "all tables as Parquet, with types and the meaning of every column", "parquet"),
    Part(
        "silkfigures.sqlite", database, "all tables in one SQLite database, with keys and views with labels"
    ),
    Part("datasette.json", datasette, "what datasette shows of the database"),
    Part("changes.csv", changes, "what changed in the data since the version before, and why"),
    Part("history.csv", _history, "what changed in every version"),
    *(Part(name, make, ABOUT[name]) for name, make in CATALOGUE.items()),
    Part("LICENSES/", _licences, "the texts of the licences"),
)


def contents(root: Path) -> dict[str, bytes]:
    """The content of every file of a release by its name, without the sums.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml`, `datapackage.json`, `tables/` and `LICENSES/`: a checkout, or the
        data folder of the installed package.

    Raises
    ------
    ValueError
        When something is missing or not as declared, or `datapackage.json` is not what the tables give.
    """
    _check_description(root)
    found: dict[str, bytes] = {}
    for part in PARTS:
        content = part.make(root)
        files = {part.name: content} if isinstance(content, str | bytes) else content
        prefix = "" if isinstance(content, str | bytes) else part.name
        for name, text in files.items():
            found[prefix + name] = text.encode("utf-8") if isinstance(text, str) else text
    for name, tell in {"datacite.json": datacite, "dataset.jsonld": dataset_jsonld}.items():
        found[name] = tell(root, found).encode("utf-8")  # these two name the other files
    return found


def missing_extras() -> list[str]:
    """The extras of the package that a release needs and that are not installed."""
    needed = dict.fromkeys(part.extra for part in PARTS if part.extra)
    return [extra for extra in needed if find_spec(MODULES[extra]) is None]


def _check_description(root: Path) -> None:
    path = root / "datapackage.json"
    if not path.is_file() or path.read_text(encoding="utf-8") != descriptor(root):
        mend = "run `silkfigures build`, or install the package again"
        raise ValueError(f"{path}: not what the tables give now (mend: {mend})")
