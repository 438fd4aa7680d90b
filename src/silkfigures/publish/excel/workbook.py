"""The workbook: a sheet that explains, all figures in three languages, a sheet a table, a list of columns."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from silkfigures.publish.excel.about_sheet import ABOUT, COLUMNS, about_sheet
from silkfigures.publish.excel.cells import put, timeless
from silkfigures.publish.excel.style import dress, room
from silkfigures.publish.excel.table_sheet import table_sheet
from silkfigures.publish.guide import guide
from silkfigures.publish.source import Source
from silkfigures.schemas import LANGUAGES, Field, Table, tables

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

COLUMN_FACTS = (
    "table",
    "column",
    "label_en",
    "label_ru",
    "label_kk",
    "type",
    "unit",
    "codes",
    "concept",
    "description",
)


def workbook(root: Path) -> bytes:
    """The content of `silkfigures.xlsx`.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml` and `tables/`.

    Returns
    -------
    bytes
        A workbook without a formula. The same tables and the same version of openpyxl give the same bytes.

    Raises
    ------
    ValueError
        When a table or the metadata cannot be read; it names the file.
    ModuleNotFoundError
        Without openpyxl (the extra `excel`).
    """
    from openpyxl import Workbook

    source = Source.read(Path(root))
    book = Workbook()
    book.active.title = ABOUT
    about_sheet(book.active, source)
    for language in LANGUAGES:
        table_sheet(book.create_sheet(guide()["sheet"][language]), tables()["figures"], source, language)
    for table in tables().values():
        table_sheet(book.create_sheet(table.name), table, source)
    _columns(book.create_sheet(COLUMNS))
    _properties(book, source)
    out = io.BytesIO()
    book.save(out)
    return timeless(out.getvalue(), date.fromisoformat(source.about["released"]))


def _columns(sheet: Worksheet) -> None:
    """The list of all columns."""
    rows = [_column(table, field) for table in tables().values() for field in table.fields]
    for line, row in enumerate([COLUMN_FACTS, *rows], 1):
        for at, text in enumerate(row, 1):
            put(sheet.cell(line, at), text)
    columns = zip(*rows, strict=True)
    dress(sheet, [room(name, cells, True) for name, cells in zip(COLUMN_FACTS, columns, strict=True)])


def _column(table: Table, field: Field) -> tuple[str, ...]:
    labels = (field.label[language] for language in LANGUAGES)
    codes = field.codes or field.refers
    return (table.name, field.name, *labels, field.type, field.unit, codes, field.concept, field.about)


def _properties(book: Workbook, source: Source) -> None:
    about, known = source.about, book.properties
    known.title, known.subject = about["title"], f"version {source.version}"
    known.creator = known.lastModifiedBy = ", ".join(person["title"] for person in about["contributors"])
    known.description = " ".join(about["description"].split())
    known.keywords = ", ".join(about["keywords"])
