"""Cells that hold what they are given and nothing else: text never runs, no digit of a number is lost."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZipFile

from silkfigures.publish.archive import zipped

if TYPE_CHECKING:
    from openpyxl.cell import Cell

EPOCH = date(1980, 1, 1)
# The first day that Excel counts as other programs do: it takes 1900 for a leap year.
FIRST_DAY = date(1900, 3, 1)
DAY, WHOLE = "yyyy-mm-dd", "0"
MOST_DECIMALS = 6  # that are shown; the cell holds them all
LONGEST = 32_767
# Characters that a workbook cannot hold, and signs that begin a formula where a text is typed in.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
RUNS = ("=", "+", "-", "@", "\t", "\r")
TIMES = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
QUIET = b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
NOTES = b"<legacyDrawing"


def put(cell: Cell, value: object) -> None:
    """Write a value; a string stays one, even where it begins with "=", and an empty one is no cell."""
    if value == "":
        return
    if not isinstance(value, str):
        cell.value = value
        return
    text = CONTROL.sub("\ufffd", value)
    if len(text) > LONGEST:
        raise ValueError(f"a text of {len(text)} characters: a cell holds {LONGEST} at most")
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(RUNS)


def put_typed(cell: Cell, type_: str, text: str) -> None:
    """Write a well-written cell of a table as what it is; a number keeps all its digits."""
    from openpyxl.styles import Alignment

    if not text:
        return
    if type_ in ("number", "integer"):
        cell.value = float(text)
        cell._value = text  # openpyxl would round to 16 digits
        cell.number_format = number_format(text) if type_ == "number" else WHOLE
        cell.alignment = Alignment(horizontal="right", indent=1)
    elif type_ == "date" and date.fromisoformat(text) >= FIRST_DAY:
        cell.value = date.fromisoformat(text)
        cell.number_format, cell.alignment = DAY, Alignment(horizontal="left")
    elif type_ == "boolean":
        cell.value = text == "true"
    else:
        put(cell, text)


def number_format(number: str) -> str:
    """How a number is shown: thousands set apart, and as many decimals as it has, up to six.

    >>> number_format("5900000000"), number_format("-20.3"), number_format("1249.55")
    ('#,##0', '#,##0.0', '#,##0.00')
    """
    decimals = _decimals(number)
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def shown(type_: str, text: str) -> str:
    """What a cell of a table shows, as far as its width goes.

    >>> shown("number", "5900000000"), shown("string", "USD")
    ('5,900,000,000', 'USD')
    """
    return f"{float(text):,.{_decimals(text)}f}" if type_ == "number" and text else text


def _decimals(number: str) -> int:
    return min(len(number.partition(".")[2]), MOST_DECIMALS)


def timeless(data: bytes, day: date = EPOCH) -> bytes:
    """The same workbook with every time in it set to one day, and its parts in the order of their names.

    A sheet that has notes no longer warns of numbers written as text, such as the year 2023.
    """
    with ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    core = "docProps/core.xml"
    parts[core] = TIMES.sub(f"{day}T00:00:00Z".encode(), parts[core])
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = parts[name].replace(NOTES, QUIET + NOTES, 1)
    return zipped(parts)
