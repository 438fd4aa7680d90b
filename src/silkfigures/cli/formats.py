"""Rows as csv, JSON, JSON lines or a Markdown table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | bool | None
Row = Mapping[str, Any]


def rows(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame in plain Python values: None where a value is missing, days as ISO 8601."""
    columns = {name: [_cell(value) for value in frame[name].astype("object")] for name in frame.columns}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _cell(value: Any) -> Cell:
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    return int(value) if isinstance(value, float) and value.is_integer() else value


def text(cell: Cell) -> str:
    """A cell as the published tables write it: plain decimals, nothing where a value is missing.

    >>> text(5.9e-07), text(1e21), text(True), text(None)
    ('0.00000059', '1000000000000000000000', 'true', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if not isinstance(cell, float):
        return str(cell)
    digits = format(Decimal(repr(cell)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def number(count: int, noun: str) -> str:
    """A number of things.

    >>> number(1, "row"), number(2, "row")
    ('1 row', '2 rows')
    """
    return f"{count} {noun}{'s' * (count != 1)}"


def as_csv(found: Sequence[Row], names: Sequence[str]) -> str:
    """A csv file in the dialect of the published tables."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([text(row[name]) for name in names] for row in found)
    return out.getvalue()


def as_json(found: Sequence[Row], names: Sequence[str]) -> str:
    """A JSON array of objects."""
    return (
        json.dumps([{name: row[name] for name in names} for row in found], ensure_ascii=False, indent=2)
        + "\n"
    )


def as_jsonl(found: Sequence[Row], names: Sequence[str]) -> str:
    """One JSON object a line."""
    return "".join(
        json.dumps({name: row[name] for name in names}, ensure_ascii=False) + "\n" for row in found
    )


def as_markdown(found: Sequence[Row], names: Sequence[str]) -> str:
    """A Markdown table."""
    lines = [names, ["---"] * len(names), *([_markdown(text(row[name])) for name in names] for row in found)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _markdown(cell: str) -> str:
    """A cell in which nothing ends the cell or begins markup."""
    for sign in "\\|`*_<[":
        cell = cell.replace(sign, "\\" + sign)
    return " ".join(cell.split())


WRITERS: dict[str, Callable[[Sequence[Row], Sequence[str]], str]] = {
    "csv": as_csv,
    "json": as_json,
    "jsonl": as_jsonl,
    "md": as_markdown,
}
