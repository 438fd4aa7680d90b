"""The first sheet: what the workbook is, what is on which sheet, and how to read it, in three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from silkfigures.publish.excel.cells import put
from silkfigures.publish.excel.style import DARK, SHADE, bold, fill, lay_out
from silkfigures.publish.guide import guide
from silkfigures.publish.source import Source
from silkfigures.schemas import LANGUAGES, tables

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ABOUT, COLUMNS = "About", "columns"
WIDTHS = {"A": 26, "B": 110, "C": 9}
LETTERS = 125  # that fit a line of the widest column


def about_sheet(sheet: Worksheet, source: Source) -> None:
    """Fill the first sheet; every other sheet is linked from it."""
    _Page(sheet, source).write()


class _Page:
    """Writes the sheet line by line."""

    def __init__(self, sheet: Worksheet, source: Source) -> None:
        self.sheet, self.source, self.line = sheet, source, 0

    def write(self) -> None:
        for column, width in WIDTHS.items():
            self.sheet.column_dimensions[column].width = width
        self.sheet.sheet_view.showGridLines = False
        lay_out(self.sheet, sum(WIDTHS.values()))
        self._release()
        self._sheets()
        for language in LANGUAGES:
            self._reading(language)

    def _release(self) -> None:
        about = self.source.about
        self._heading(about["title"], size=16)
        self._row("Version", f"{self.source.version}, {about['released']}")
        self._row("What it is", " ".join(about["description"].split()))
        self._row("Cite as", self.source.citation)
        self._row("Licence", self.source.licence)

    def _sheets(self) -> None:
        self._heading("Sheets · Листы · Парақтар")
        rows = len(self.source.files["figures"].rows)
        for language in LANGUAGES:
            self._link(guide()["sheet"][language], guide()["every_figure"][language], rows)
        for table in tables().values():
            titles = " · ".join(dict.fromkeys(table.title[language] for language in LANGUAGES))
            told = f"{titles}. One row is {table.row}."
            self._link(table.name, told, len(self.source.files[table.name].rows))
        fields = sum(len(table.fields) for table in tables().values())
        self._link(
            COLUMNS, "Every column of every table: its name in three languages and its meaning.", fields
        )

    def _reading(self, language: str) -> None:
        self._heading(guide()["heading"][language])
        known = {field.name: field for field in tables()["figures"].fields}
        for point in guide()["points"]:
            names = [known[name].label[language] for name in point["columns"]]
            self._row(", ".join(names), point[language])
        self._row(known["flag"].label[language], guide()["shaded"][language])
        self.sheet.cell(self.line, 2).fill = fill(SHADE)

    def _heading(self, text: str, size: int = 13) -> None:
        self.line += 1 if self.line == 0 else 2
        put(self.sheet.cell(self.line, 1), text)
        self.sheet.cell(self.line, 1).font = bold(DARK, size)

    def _row(self, term: str, text: str) -> None:
        self.line += 1
        for at, words in enumerate((term, text), 1):
            put(self.sheet.cell(self.line, at), words)
        self.sheet.cell(self.line, 1).font = bold()
        lines = max(1 + len(text) // LETTERS, 1 + len(term) // int(WIDTHS["A"] - 3))
        self.sheet.row_dimensions[self.line].height = 15.5 * lines
        self._align()

    def _link(self, sheet: str, text: str, rows: int) -> None:
        from openpyxl.worksheet.hyperlink import Hyperlink

        self._row(sheet, text)
        cell = self.sheet.cell(self.line, 1)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!A1")
        cell.style = "Hyperlink"
        self.sheet.cell(self.line, 3, rows).number_format = "#,##0"
        self._align()

    def _align(self) -> None:
        from openpyxl.styles import Alignment

        for cell in self.sheet[self.line]:
            cell.alignment = Alignment(wrap_text=cell.column < 3, vertical="top")
