"""Rows as an Excel workbook whose bytes depend on the rows alone."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from silkfigures.publish.excel.cells import put, timeless

MOST_ROWS = 1_048_576
WIDTHS = {"text": 40, "document": 30}


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
        put(sheet.cell(1, at), name)
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(name, 16)
    for line, row in enumerate(rows, 2):
        if line > MOST_ROWS:
            raise ValueError(f"a sheet holds {MOST_ROWS} rows at most: write csv or jsonl")
        for at, name in enumerate(names, 1):
            put(sheet.cell(line, at), row[name])
    out = io.BytesIO()
    book.save(out)
    return timeless(out.getvalue())
