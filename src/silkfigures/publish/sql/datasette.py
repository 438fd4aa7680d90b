"""What datasette shows of the database: `datasette silkfigures.sqlite -m datasette.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from silkfigures.publish.guide import NAMES
from silkfigures.publish.source import Source, headings
from silkfigures.publish.sql.views import views
from silkfigures.schemas import LANGUAGES, Table, tables

FACETS = ("indicator", "measure", "period_kind", "status", "flag", "work")
PAGE = 100  # rows a page


def datasette(root: Path) -> str:
    """The text of the metadata file of datasette.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml` and `tables/`.

    Returns
    -------
    str
        JSON: title, description, licence and source of the release; for every table its title, description
        and those of its columns; for every view with labels the table and the language.

    Raises
    ------
    ValueError
        When a table or the metadata cannot be read; it names the file.
    """
    source = Source.read(Path(root))
    told = {table.name: _table(table) for table in tables().values()}
    for table in tables().values():
        told |= dict(zip(views(table), (_view(table, language) for language in LANGUAGES), strict=False))
    described = {**_release(source), "databases": {source.about["name"]: {"tables": told}}}
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def _release(source: Source) -> dict[str, str]:
    licence = source.about["licenses"][0]
    found = {
        "title": f"{source.about['title']} (version {source.version})",
        "description": source.about["description"],
        "license": licence["title"],
        "license_url": licence["path"],
        "source": source.citation,
        "source_url": source.about.get("homepage", ""),
    }
    return {key: text for key, text in found.items() if text}


def _table(table: Table) -> dict[str, Any]:
    """A table: what a row is, its columns, and how a page of it begins."""
    found: dict[str, Any] = {
        "title": table.title["en"],
        "description": f"One row is {table.row}. {table.about}",
        "columns": {field.name: f"{field.label['en']}: {field.about}" for field in table.fields},
        "size": PAGE,
    }
    if "label_en" in table.names:
        found["label_column"] = "label_en"
    if table.kind == "observation":
        found["facets"] = [facet for facet in FACETS if facet in table.names]
    return found


def _view(table: Table, language: str) -> dict[str, Any]:
    columns = zip(headings(table, language), table.fields, strict=True)
    return {
        "title": table.title[language],
        "description": f"The table {table.name} with headings and labels in {NAMES[language]}.",
        "columns": {heading: f"{field.name}: {field.about}" for heading, field in columns},
        "size": PAGE,
    }
