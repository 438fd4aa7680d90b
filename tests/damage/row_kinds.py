"""Damage to the rows and columns of the built tables, and to their keys."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.damage.kinds import ONLY_A_READER, Files, Made, kind
from tests.damage.sheets import a_cell, a_sheet, rewritten


@kind("claim id used again", "key")
def id_reused(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "claim_id")
    row, other = dice.randrange(len(one.rows)), dice.randrange(len(one.rows))
    return rewritten(one, row, claim_id=one.at(other, "claim_id"))


@kind("claim id changed", "key", "A number of the last claims of a work, free to take.")
def id_changed(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "claim_id")
    row = dice.randrange(len(one.rows))
    work = one.at(row, "claim_id").rpartition("-")[0]
    return rewritten(one, row, claim_id=f"{work}-{dice.randrange(1, 400):03}")


@kind("foreign key broken", "key")
def key_broken(files: Files, dice: Random) -> Made:
    found = a_cell(
        files,
        dice,
        lambda one, column, cell: bool(one.field(column) and one.field(column).refers) and len(cell) > 2,
    )
    if found is None:
        return None
    one, row, column = found
    cell = one.at(row, column)
    at = dice.randrange(len(cell))
    return rewritten(one, row, **{column: cell[:at] + cell[at + 1 :]})


@kind("key of a reference row changed", "key", "A code that no row uses.")
def code_renamed(files: Files, dice: Random) -> Made:
    found = a_cell(
        files, dice, lambda one, column, cell: column == one.header[0] and "claim_id" not in one.header
    )
    if found is None:
        return None
    one, row, column = found
    return rewritten(one, row, **{column: one.at(row, column) + dice.choice("xX2_")})


@kind("row lost", "key", "Nothing but the number of rows told of it.")
def row_lost(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice)
    row = dice.randrange(len(one.rows))
    left = replace(one, rows=one.rows[:row] + one.rows[row + 1 :])
    return {one.name: left.content()}, f"{one.name}: row {one.rows[row][:2]} lost"


@kind("row doubled", "key")
def row_doubled(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice)
    row, at = dice.randrange(len(one.rows)), dice.randrange(len(one.rows))
    more = replace(one, rows=[*one.rows[:at], one.rows[row], *one.rows[at:]])
    return {one.name: more.content()}, f"{one.name}: row {one.rows[row][:2]} doubled"


@kind("row doubled under a new claim id", "key")
def row_copied(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "claim_id", "quote")
    row = dice.randrange(len(one.rows))
    work = one.at(row, "work")
    last = max(i for i in range(len(one.rows)) if one.at(i, "work") == work)
    number = int(one.at(last, "claim_id").rpartition("-")[2]) + 1
    copy = ["" if name == "part_of" else cell for name, cell in zip(one.header, one.rows[row], strict=True)]
    copy[0] = f"{work}-{number:03}"
    more = replace(one, rows=[*one.rows[: last + 1], copy, *one.rows[last + 1 :]])
    return {one.name: more.content()}, f"{one.name}: {one.rows[row][0]} once more as {copy[0]}"


@kind("rows in another order", "")
def rows_reordered(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice)
    rows = list(one.rows)
    left, right = dice.randrange(len(rows)), dice.randrange(len(rows))
    rows[left], rows[right] = rows[right], rows[left]
    if rows == one.rows:
        return None
    return {
        one.name: replace(one, rows=rows).content()
    }, f"{one.name}: rows {left} and {right} changed places"


@kind("cells of a column swapped between rows", "value", ONLY_A_READER)
def cells_swapped(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "value")
    column = dice.choice([name for name in one.header if name != "claim_id"])
    left, right = dice.randrange(len(one.rows)), dice.randrange(len(one.rows))
    cells = one.at(left, column), one.at(right, column)
    if cells[0] == cells[1]:
        return None
    swapped = one.with_cells(left, **{column: cells[1]}).with_cells(right, **{column: cells[0]})
    ids = one.rows[left][0], one.rows[right][0]
    return {one.name: swapped.content()}, f"{one.name}: {column} of {ids[0]} and {ids[1]} swapped"


@kind("header renamed", "key")
def header_renamed(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice)
    at = dice.randrange(len(one.header))
    name = dice.choice([one.header[at].upper(), one.header[at] + "_", one.header[at][:-1]])
    renamed = replace(one, header=[*one.header[:at], name, *one.header[at + 1 :]])
    return {one.name: renamed.content()}, f"{one.name}: column {one.header[at]} renamed {name!r}"


@kind("headers of two columns exchanged", "key")
def headers_exchanged(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice)
    left, right = dice.sample(range(len(one.header)), 2)
    header = list(one.header)
    header[left], header[right] = header[right], header[left]
    return {
        one.name: replace(one, header=header).content()
    }, f"{one.name}: headers {header[right]} and {header[left]} exchanged"


@kind("column dropped", "key")
def column_dropped(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice)
    at = dice.randrange(len(one.header))
    less = replace(
        one, header=one.header[:at] + one.header[at + 1 :], rows=[r[:at] + r[at + 1 :] for r in one.rows]
    )
    return {one.name: less.content()}, f"{one.name}: column {one.header[at]} dropped"
