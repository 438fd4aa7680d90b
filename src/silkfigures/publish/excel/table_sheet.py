"""A table as a sheet: a frozen header row with notes, a filter, typed cells, flagged rows shaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from silkfigures.publish.excel.cells import put, put_typed, shown
from silkfigures.publish.excel.notes import comment, note
from silkfigures.publish.excel.style import dress, room, shade
from silkfigures.publish.guide import guide
from silkfigures.publish.source import Source, headings
from silkfigures.schemas import Field, Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class _Column:
    """A column of a sheet: what it is, its heading, and its cells as text."""

    field: Field
    heading: str
    cells: Sequence[str]

    @property
    def width(self) -> int:
        """Letters that it takes; a number and a day must be seen whole."""
        cells = [shown(self.field.type, text) for text in self.cells]
        return room(self.heading, cells, whole=self.field.type != "string")


def table_sheet(sheet: Worksheet, table: Table, source: Source, language: str = "") -> None:
    """Fill a sheet with a table.

    Parameters
    ----------
    sheet : Worksheet
        An empty sheet.
    table : Table
        The declaration.
    source : Source
        The release.
    language : str
        Headings and names of codes in this language, and the columns that a reader wants first in front;
        the table as it is where no language is named.
    """
    columns = _labelled(table, source, language) if language else _plain(table, source)
    for at, column in enumerate(columns, 1):
        put(sheet.cell(1, at), column.heading)
        sheet.cell(1, at).comment = comment(note(column.field, source.codes))
        for line, text in enumerate(column.cells, 2):
            _put(sheet.cell(line, at), column.field, text)
    for at, column in enumerate(columns, 1):
        if column.field.name == "flag" and table.kind == "observation":
            for line, text in enumerate(column.cells, 2):
                if text:
                    shade(sheet, line, at)
    dress(sheet, [column.width for column in columns])


def _plain(table: Table, source: Source) -> list[_Column]:
    cells = source.files[table.name]
    return [_Column(field, field.name, cells.column(field.name)) for field in table.fields]


def _labelled(table: Table, source: Source, language: str) -> list[_Column]:
    columns, first = [], guide()["first"]["columns"]
    for column, heading in zip(_plain(table, source), headings(table, language), strict=True):
        labels = source.labels(column.field, language)
        columns.append(_Column(column.field, heading, [labels.get(text, text) for text in column.cells]))
    return sorted(columns, key=lambda one: (*first, one.field.name).index(one.field.name))


def _put(cell: Cell, field: Field, text: str) -> None:
    """Write a cell; a DOI leads to its publication."""
    put_typed(cell, field.type, text)
    if field.name == "doi" and text:
        cell.hyperlink = "https://doi.org/" + quote(text, safe="/:;().")
        cell.style = "Hyperlink"
