"""Rows as an Excel workbook whose bytes depend on the rows alone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl.cell import Cell

MOST_ROWS = 1_048_576
WIDTHS = {"text": 40, "document": 30}
# The first day that a zip archive can write down.
EPOCH = (1980, 1, 1, 0, 0, 0)
# Characters that a workbook cannot hold.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TIMES = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def workbook(rows: Iterable[Mapping[str, object]], names: Sequence[str], title: str) -> bytes:
    """One sheet with a frozen header row; text is text, even where it begins with "=".

    Raises
    ------
    ValueError
        When there are more rows than a sheet can hold.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title, sheet.freeze_panes = title, "A2"
    for at, name in enumerate(names, 1):
        _put(sheet.cell(1, at), name)
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(name, 16)
    for line, row in enumerate(rows, 2):
        if line > MOST_ROWS:
            raise ValueError(f"a sheet holds {MOST_ROWS} rows at most: write csv or jsonl")
        for at, name in enumerate(names, 1):
            _put(sheet.cell(line, at), row[name])
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _put(cell: Cell, value: object) -> None:
    """Write a value; a string stays one."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = CONTROL.sub("\ufffd", value)
    cell.data_type = "s"


def _timeless(data: bytes) -> bytes:
    """The same workbook with every time in it set to the first day of 1980."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = TIMES.sub(b"1980-01-01T00:00:00Z", content)
            new.writestr(ZipInfo(name, EPOCH), content, ZIP_DEFLATED)
    return out.getvalue()
