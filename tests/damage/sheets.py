"""CSV files as sheets of cells, for the kinds of damage that hurt cells, rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from silkfigures.schemas import Field, tables
from silkfigures.schemas.csvfile import format_csv, parse_csv
from tests.damage.kinds import Files, Hurt

TABLE_TRIES = 40


@dataclass(frozen=True)
class Sheet:
    """The cells of one CSV file."""

    name: str
    header: list[str]
    rows: list[list[str]]

    @property
    def table(self) -> str:
        """The table that the file holds, or is the list of."""
        return self.name.rpartition("/")[2].removesuffix(".csv")

    def field(self, column: str) -> Field | None:
        """The declaration of a column, where it is a declared table."""
        table = tables().get(self.table)
        return table[column] if table and column in table.names else None

    def at(self, row: int, column: str) -> str:
        """One cell."""
        return self.rows[row][self.header.index(column)]

    def with_cells(self, row: int, **cells: str) -> Sheet:
        """The sheet with some cells of one row written anew."""
        old = dict(zip(self.header, self.rows[row], strict=True))
        new = list((old | cells).values())
        return replace(self, rows=[*self.rows[:row], new, *self.rows[row + 1 :]])

    def content(self) -> bytes:
        """The bytes of the file."""
        return format_csv(self.header, self.rows).encode("utf-8")


@lru_cache(maxsize=64)
def sheet(name: str, content: bytes) -> Sheet:
    """The cells of a sound file; never change them, they are kept."""
    cells, findings = parse_csv(content.decode("utf-8"), name)
    assert cells is not None and not findings, name
    return Sheet(name, cells.header, cells.rows)


def sheets(files: Files, under: tuple[str, ...] = ("tables/",)) -> list[Sheet]:
    """The CSV files whose names begin so."""
    return [
        sheet(name, content)
        for name, content in files.items()
        if name.endswith(".csv") and name.startswith(under)
    ]


def a_sheet(files: Files, dice: Random, *columns: str, under: tuple[str, ...] = ("tables/",)) -> Sheet:
    """A sheet with rows and these columns: as often the master, one of the themed tables, or another."""
    found = [one for one in sheets(files, under) if one.rows and set(columns) <= set(one.header)]
    groups: dict[str, list[Sheet]] = {}
    for one in found:
        groups.setdefault(one.table if one.table == "figures" else str("value" in one.header), []).append(one)
    return dice.choice(dice.choice(list(groups.values())))


def a_cell(
    files: Files, dice: Random, fits: Callable[[Sheet, str, str], bool], under: tuple[str, ...] = ("tables/",)
) -> tuple[Sheet, int, str] | None:
    """A cell (sheet, row, column) that fits, or None where the dice find none."""
    for _ in range(TABLE_TRIES):
        one = a_sheet(files, dice, under=under)
        row = dice.randrange(len(one.rows))
        found = [
            name
            for name, cell in zip(one.header, one.rows[row], strict=True)
            if cell and fits(one, name, cell)
        ]
        if found:
            return one, row, dice.choice(found)
    return None


def a_row(
    files: Files, dice: Random, fits: Callable[[dict[str, str]], bool], *columns: str, figures: bool = True
) -> tuple[Sheet, int] | None:
    """A row with these columns that fits (sheet, row), or None where the dice find none."""
    for _ in range(TABLE_TRIES):
        one = a_sheet(files, dice, *columns)
        row = dice.randrange(len(one.rows))
        if fits(dict(zip(one.header, one.rows[row], strict=True))):
            return one, row
    return None


def rewritten(one: Sheet, row: int, **cells: str) -> tuple[Hurt, str] | None:
    """The damage of writing some cells of a row anew; None when they hold that already."""
    old = {column: one.at(row, column) for column in cells}
    if old == cells:
        return None
    said = ", ".join(f"{column} {old[column]!r} -> {cell!r}" for column, cell in cells.items())
    return {one.name: one.with_cells(row, **cells).content()}, f"{one.name} {one.rows[row][0]}: {said}"


def is_number(one: Sheet, column: str, cell: str) -> bool:
    """Whether a cell is a number of the data."""
    field = one.field(column)
    return field is not None and field.type in ("number", "integer")


def refers_to(one: Sheet, target: str) -> list[str]:
    """The columns of a sheet that name a row of a table ("parties", "units")."""
    found: Iterator[tuple[str, Field | None]] = ((name, one.field(name)) for name in one.header)
    return [name for name, field in found if field and field.refers.partition(".")[0] == target]
