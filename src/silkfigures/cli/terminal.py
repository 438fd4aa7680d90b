"""A table for a person: the columns that matter most, as many as fit the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from shutil import get_terminal_size
from typing import Literal

from silkfigures.cli.formats import Cell, Row, text

# The columns that a person wants before all others, and those that can wait, each most wanted first. The rest
# (in an observation table its own dimensions) stand between.
FIRST = ("claim_id", "value", "unit", "period")
LATER = (
    *("measure", "flag", "qualifier", "status", "printed", "corrected_value", "corrected_unit", "corrected"),
    *(
        "base_period",
        "announced",
        "attributed_to",
        "note",
        "quote",
        "lower",
        "upper",
        "part_of",
        "fact",
        "work",
    ),
    *("line", "period_kind", "document", "start", "end", "period_start", "period_end"),
    *("type", "members", "variants", "sha256"),
)
WIDEST = 40
GAP = 2


def width() -> int:
    """Columns of the terminal; 120 where the output is no terminal."""
    return get_terminal_size((120, 24)).columns


def shown(cell: Cell) -> str:
    """A cell for reading: thousands set apart, one line.

    >>> shown(5900000000), shown(-0.5), shown("2024")
    ('5,900,000,000', '-0.5', '2024')
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        whole, point, part = text(cell).partition(".")
        return f"{int(whole):,}{point}{part}" if int(whole) else whole + point + part
    return " ".join(text(cell).split())


def wanted(found: Sequence[Row], names: Sequence[str]) -> list[str]:
    """The columns in the order in which a person wants them; columns without any value are left out."""
    filled = [name for name in names if any(row[name] is not None for row in found)]
    if "flow" in filled and "indicator" in filled:
        filled.remove("indicator")
    first = [name for name in dict.fromkeys([names[0], *FIRST]) if name in filled]
    later = [name for name in LATER if name in filled and name not in first]
    return [*first, *(name for name in filled if name not in {*first, *later}), *later]


def fitting(found: Sequence[Row], names: Sequence[str], room: int) -> list[str]:
    """The most wanted columns that fit into `room`, in the order of the table; two at least."""
    left = room
    chosen: list[str] = []
    for name in wanted(found, names):
        need = min(max(len(name), *(len(shown(row[name])) for row in found)), WIDEST) + GAP
        if need > left + GAP and len(chosen) >= 2:
            break
        chosen.append(name)
        left -= need
    return [name for name in names if name in chosen]


def draw(found: Sequence[Row], names: Sequence[str], wrapped: str = "") -> str:
    """A drawn table of these columns; too long a cell is cut, in the column `wrapped` it goes on below."""
    from io import StringIO

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, GAP - 1, 0, 0))
    for name in names:
        side: Literal["left", "right"] = (
            "right" if all(isinstance(row[name], int | float | None) for row in found) else "left"
        )
        if name == wrapped:
            table.add_column(Text(name), overflow="fold")
        else:
            table.add_column(Text(name), justify=side, no_wrap=True, overflow="ellipsis", max_width=WIDEST)
    for row in found:
        table.add_row(*(Text(shown(row[name])) for name in names))
    out = StringIO()
    Console(file=out, width=width(), highlight=False).print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
