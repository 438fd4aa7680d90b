"""CSV files that people write: read strictly, each slip with its line and mend; written in one dialect."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from silkfigures.readings.errors import Errors, ReadingErrors
from silkfigures.readings.yamlfile import read_text
from silkfigures.schemas.csvfile import DELIMITER, QUOTE, format_csv


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV file: its cells by column and the line in which it ends."""

    cells: dict[str, str]
    line: int

    def __getitem__(self, column: str) -> str:
        """Give the cell of a column."""
        return self.cells[column]


def read_csv(path: Path, name: str, columns: list[str]) -> list[Row]:
    """All rows of a CSV file; `name` is what errors call it, `columns` its header.

    Raises ReadingError or ReadingErrors for a file that is missing, cut off, ragged or has another header.
    """
    text = read_text(path, name)
    errors = Errors()
    if not text.endswith("\n"):
        last = text.count("\n") + 1
        errors.add(
            name,
            last,
            "the file ends in the middle of a line",
            "restore the rest, or end it with a line feed",
        )
    try:
        rows = _rows(text, name, columns, errors)
    except csv.Error as error:
        errors.add(
            name, None, f"not CSV: {error}", "close the quote that was opened; double a quote inside quotes"
        )
    errors.check()
    return rows


def _rows(text: str, name: str, columns: list[str], errors: Errors) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITER, quotechar=QUOTE, strict=True)
    header = next(reader, [])
    if header != columns:
        given, wanted = ",".join(header) or "nothing", ",".join(columns)
        errors.add(name, 1, f"the header is `{given}`", f"write `{wanted}`")
        raise ReadingErrors(errors)
    rows = []
    for cells in reader:
        if len(cells) == len(columns):
            rows.append(Row(dict(zip(columns, cells, strict=True)), reader.line_num))
        else:
            message = f"the row has {len(cells)} cells, the header {len(columns)}"
            errors.add(
                name, reader.line_num, message, "put a cell that holds a comma in quotes, or restore the row"
            )
    return rows


def csv_text(columns: list[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows as the text of a CSV file.

    >>> csv_text(["a", "b"], [{"a": "1", "b": "x, y"}])
    'a,b\\n1,"x, y"\\n'
    """
    return format_csv(columns, ([row[column] for column in columns] for row in rows))
