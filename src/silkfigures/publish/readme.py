"""`README.md` of a release: what is in it, how to open it, how to read it, how to cite it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from silkfigures.publish.guide import guide
from silkfigures.publish.review import table
from silkfigures.publish.source import Source
from silkfigures.schemas import tables

# What to open the release with, and how; the tests run every line but the last.
OPEN = """\
| with | |
|---|---|
| Excel, LibreOffice | open `silkfigures.xlsx` |
| pandas | `pandas.read_parquet("parquet/trade.parquet")` |
| R | `read.csv("tables/trade.csv", na.strings = "", encoding = "UTF-8")` |
| DuckDB | `SELECT * FROM 'parquet/trade.parquet'` |
| SQL | `sqlite3 silkfigures.sqlite "SELECT * FROM trade_kk"`: labels in `_en`, `_ru` and `_kk` |
| datasette | `datasette silkfigures.sqlite -m datasette.json` |
| Python, with evidence and units | `pip install silkfigures` |"""


def readme(root: Path, parts: Mapping[str, str]) -> str:
    """The text of the README of a release.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml` and `tables/`.
    parts : mapping of str to str
        The files and folders of the release, each with what it is for.

    Returns
    -------
    str
        Markdown.

    Raises
    ------
    ValueError
        When a table or the metadata cannot be read; it names the file.
    """
    source = Source.read(Path(root))
    sections = [
        f"# {source.about['title']}",
        f"silkfigures {source.version}, {source.about['released']}. {source.about['description'].strip()}",
        "## What is here",
        table(["file", ""], ((f"`{name}`", about) for name, about in parts.items())),
        "`sha256sum -c SHA256SUMS` tells whether every file is as it was released.",
        "## How to open it",
        OPEN,
        "## The tables",
        table(["table", "rows", "one row is"], _tables(source)),
        f"## {guide()['heading']['en']}",
        "\n".join(_points()),
        "## How to cite",
        f"> {source.citation}",
        "For a figure cite the publication that prints it as well: column `work`, table `works`.",
        "## Licence",
        f"{source.licence}. The texts stand in `LICENSES/`.",
    ]
    return "\n\n".join(sections) + "\n"


def _tables(source: Source) -> Iterable[list[str]]:
    for name, declared in tables().items():
        yield [f"`{name}`", str(len(source.files[name].rows)), declared.row]


def _points() -> Iterable[str]:
    for point in guide()["points"]:
        columns = ", ".join(f"`{name}`" for name in point["columns"])
        yield f"- {columns}: {point['en']}" if columns else f"- {point['en']}"
