"""A table for a person: the columns that matter most, as many as fit the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shutil import get_terminal_size

from silkfigures.cli.formats import Cell, Row, text

# The columns that a person wants before all others, and those that can wait, each most wanted first. The rest
# (in an observation table its own dimensions) stand between.
FIRST = ("claim_id", "value", "unit", "period", "flag")
LATER = (
    *("measure", "qualifier", "status", "printed", "corrected_value", "corrected_unit", "corrected"),
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
ACTUAL = "actual"  # the status that is not worth a column
WIDEST, NARROWEST = 40, 16
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
    """The columns in the order in which a person wants them.

    Columns without any value are left out; those that say the same in every row can wait. Where a figure is
    not actual the status comes right behind what it is about: a plan must not pass for a fact.
    """
    filled = [name for name in names if any(row[name] is not None for row in found)]
    if "flow" in filled and "indicator" in filled:
        filled.remove("indicator")
    first = [name for name in dict.fromkeys([names[0], *FIRST]) if name in filled]
    later = [name for name in LATER if name in filled and name not in first]
    own = [name for name in filled if name not in {*first, *later}]
    own.sort(key=lambda name: _says_the_same(found, name))
    planned = "status" in filled and any(row["status"] not in (None, ACTUAL) for row in found)
    return list(dict.fromkeys([*first, *own[:1], *(["status"] if planned else []), *own[1:], *later]))


def _says_the_same(found: Sequence[Row], name: str) -> bool:
    return len(found) > 1 and len({row[name] for row in found}) == 1


def fitting(found: Sequence[Row], names: Sequence[str], room: int) -> dict[str, int]:
    """The most wanted columns that fit into `room`, in the order of the table, and the width of each.

    A wide column gets what is left where that is enough to read it by; else the next one is tried, up to
    those that can wait.
    """
    left = room
    chosen: dict[str, int] = {}
    for name in wanted(found, names):
        full = _longest(found, name)
        if left >= max(min(full, NARROWEST), len(name)):
            chosen[name] = min(full, WIDEST, left)
            left -= chosen[name] + GAP
        elif name in LATER:
            break
    return {name: chosen[name] for name in names if name in chosen}


def squeezed(found: Sequence[Row], names: Sequence[str], room: int) -> dict[str, int]:
    """All the columns named and the width of each: the widest give way until they fit into `room`."""
    full = {name: _longest(found, name) for name in names}
    widest, space = max(full.values()), room - GAP * (len(full) - 1)
    while widest > 1 and sum(min(width, widest) for width in full.values()) > space:
        widest -= 1
    return {name: min(width, widest) for name, width in full.items()}


def _longest(found: Sequence[Row], name: str) -> int:
    return max(len(name), *(len(shown(row[name])) for row in found))


def draw(found: Sequence[Row], names: Sequence[str] | Mapping[str, int], wrapped: Sequence[str] = ()) -> str:
    """A drawn table of these columns, as wide as given; long cells are cut, in `wrapped` ones they go on."""
    from io import StringIO

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    widths = names if isinstance(names, Mapping) else {}
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0))
    for name in names:
        numbers = all(isinstance(row[name], int | float | None) for row in found)
        table.add_column(
            Text(name),
            justify="right" if numbers else "left",
            no_wrap=name not in wrapped,
            overflow="fold" if name in wrapped else "ellipsis",
            max_width=widths.get(name),
        )
    for row in found:
        table.add_row(*(Text(shown(row[name])) for name in names))
    out = StringIO()
    Console(file=out, width=width(), highlight=False).print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
