"""Print the records as a table and keep them as JSON and Markdown."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.record import Record

HEADINGS = ("what", "measured", "bar", "n", "reached", "note")


def cells(record: Record) -> tuple[str, ...]:
    """Return a record as the cells of a table row, in the order of ``HEADINGS``.

    Examples
    --------
    >>> cells(Record("money found", 98.5, bar=98.0, n=200))
    ('money found', '98.5 %', 'at least 98 %', '200', 'yes', '')
    """
    bar = (
        ""
        if record.bar is None
        else f"at {'most' if record.at_most else 'least'} {record.bar:,g} {record.unit}"
    )
    measured = "not measured" if record.measured is None else f"{_number(record.measured)} {record.unit}"
    reached = {True: "yes", False: "no", None: ""}[record.passed]
    return record.name, measured, bar, f"{record.n:,}", reached, record.note


def _number(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")


def header(records: list[Record]) -> dict:
    """Return what identifies a run: package version, date (UTC), bars reached of bars set."""
    set_bars = [record.passed for record in records if record.passed is not None]
    return {
        "package": "silkfigures",
        "version": _version(),
        "date": datetime.now(UTC).date().isoformat(),
        "bars": len(set_bars),
        "reached": sum(set_bars),
    }


def _version() -> str:
    try:
        return metadata.version("silkfigures")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def show(records: list[Record], console: Console | None = None) -> None:
    """Print the records as a table."""
    table = Table(title="Benchmark of the quantity reader", show_lines=False)
    for heading in HEADINGS[:5]:
        table.add_column(heading, overflow="fold")
    for record in records:
        colour = {True: "green", False: "red", None: "white"}[record.passed]
        table.add_row(*cells(record)[:5], style=colour)
    (console or Console()).print(table)


def markdown(records: list[Record]) -> str:
    """Return the records as a Markdown page: the table, then the worst failures of each."""
    about = header(records)
    lines = [
        "# Benchmark of the quantity reader",
        "",
        "silkfigures {version}, {date}: {reached} of {bars} bars reached.".format(**about),
        "",
        "| " + " | ".join(HEADINGS) + " |",
        "|" + "---|" * len(HEADINGS),
    ]
    lines += [
        "| " + " | ".join(cell.replace("|", "\\|") for cell in cells(record)) + " |" for record in records
    ]
    for record in records:
        if record.failures:
            lines += ["", f"## Worst failures: {record.name}", ""]
            lines += [f"- `{failure.replace('`', '´')}`" for failure in record.failures]
    return "\n".join(lines) + "\n"


def keep(records: list[Record], path: Path) -> None:
    """Write the records to `path` (JSON) and beside it as Markdown."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = header(records) | {"records": [record.to_dict() for record in records]}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    path.with_suffix(".md").write_text(markdown(records), encoding="utf-8")
