"""Damage to the other cells of the built tables: who, when, where, in what words."""

from __future__ import annotations

from random import Random

from silkfigures.schemas import tables
from silkfigures.schemas.periods import period_days
from tests.damage.kinds import ONLY_A_READER, Files, Made, kind
from tests.damage.sheets import Sheet, a_cell, a_row, a_sheet, is_number, refers_to, rewritten, sheet


@kind("country codes swapped", "party", ONLY_A_READER)
def parties_swapped(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "value")
    columns = refers_to(one, "parties")
    if len(columns) < 2:
        return None
    row, (left, right) = dice.randrange(len(one.rows)), dice.sample(columns, 2)
    return rewritten(one, row, **{left: one.at(row, right), right: one.at(row, left)})


@kind("party changed for another", "party", ONLY_A_READER)
def party_changed(files: Files, dice: Random) -> Made:
    codes = [row[0] for row in sheet("tables/parties.csv", files["tables/parties.csv"]).rows]
    found = a_cell(
        files, dice, lambda one, column, cell: "value" in one.header and column in refers_to(one, "parties")
    )
    return rewritten(found[0], found[1], **{found[2]: dice.choice(codes)}) if found else None


@kind("dimension lost", "words", ONLY_A_READER)
def dimension_lost(files: Files, dice: Random) -> Made:
    def own(one: Sheet, column: str, cell: str) -> bool:
        table = tables().get(one.table)
        return bool(table) and column in table.dimensions and column not in ("theme", "indicator", "flow")

    found = a_cell(files, dice, own)
    return rewritten(found[0], found[1], **{found[2]: ""}) if found else None


def _year_on(text: str, step: int) -> str:
    return "/".join(f"{int(part[:4]) + step}{part[4:]}" for part in text.split("/"))


@kind("period shifted by years, its days too", "period", ONLY_A_READER)
def period_shifted(files: Files, dice: Random) -> Made:
    found = a_row(files, dice, lambda row: row["period"] != "", "period", "period_start")
    if found is None:
        return None
    period = _year_on(found[0].at(found[1], "period"), dice.choice([-10, -1, 1, 10]))
    try:
        first, last = period_days(period)
    except ValueError:
        return None
    return rewritten(*found, period=period, period_start=first.isoformat(), period_end=last.isoformat())


@kind("period shifted, its days not", "period", "The year of a base or of an announcement stands alone.")
def period_alone(files: Files, dice: Random) -> Made:
    found = a_cell(files, dice, lambda one, column, cell: column in ("period", "base_period", "announced"))
    if found is None:
        return None
    one, row, column = found
    return rewritten(one, row, **{column: _year_on(one.at(row, column), dice.choice([-1, 1]))})


@kind("period lost, its days too", "period", ONLY_A_READER)
def period_lost(files: Files, dice: Random) -> Made:
    found = a_row(files, dice, lambda row: row["period"] != "", "period", "period_start")
    return (
        rewritten(*found, period="", period_start="", period_end="", period_kind="unstated")
        if found
        else None
    )


@kind("code changed for another of its list", "words", ONLY_A_READER)
def code_changed(files: Files, dice: Random) -> Made:
    lists: dict[str, list[str]] = {}
    for row in sheet("tables/codes.csv", files["tables/codes.csv"]).rows:
        lists.setdefault(row[0], []).append(row[1])
    found = a_cell(files, dice, lambda one, column, cell: bool(one.field(column) and one.field(column).codes))
    if found is None:
        return None
    one, row, column = found
    return rewritten(one, row, **{column: dice.choice(lists[one.field(column).codes])})


@kind("indicator changed for another of its theme", "words", ONLY_A_READER)
def indicator_changed(files: Files, dice: Random) -> Made:
    codes = [row[0] for row in sheet("tables/indicators.csv", files["tables/indicators.csv"]).rows]
    found = a_cell(files, dice, lambda one, column, cell: column == "indicator" and "value" in one.header)
    if found is None:
        return None
    one, row, column = found
    old = one.at(row, column)
    return rewritten(
        one, row, indicator=dice.choice([c for c in codes if c.partition(".")[0] == old.partition(".")[0]])
    )


@kind("fact or total changed", "words", ONLY_A_READER)
def link_changed(files: Files, dice: Random) -> Made:
    found = a_cell(files, dice, lambda one, column, cell: column in ("fact", "part_of"))
    if found is None:
        return None
    one, row, column = found
    work = one.at(row, "work")
    same = [claim for claim, *rest in one.rows if claim.rpartition("-")[0] == work]
    return rewritten(one, row, **{column: dice.choice(same)})


@kind("flag and note lost", "words", "A doubt is a judgement.")
def flag_lost(files: Files, dice: Random) -> Made:
    found = a_row(files, dice, lambda row: row["flag"] != "", "flag", "note")
    return rewritten(*found, flag="", note="") if found else None


@kind("quote changed by a word", "words", "Without the texts nobody knows what stands around the figure.")
def quote_changed(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "quote")
    row = dice.randrange(len(one.rows))
    words = one.at(row, "quote").split()
    at = dice.randrange(len(words))
    words[at : at + 1] = [] if len(words) > 1 and dice.random() < 0.5 else [words[at][::-1]]
    return rewritten(one, row, quote=" ".join(words))


@kind("place moved", "place", "Where a figure stands is known from the texts alone.")
def place_moved(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "start", "end")
    row, step = dice.randrange(len(one.rows)), dice.choice([-500, -7, -1, 1, 7, 500])
    start, end = int(one.at(row, "start")) + step, int(one.at(row, "end")) + step
    return rewritten(one, row, start=str(start), end=str(end)) if start >= 0 else None


@kind("line or document changed", "place", "Where a figure stands is known from the texts alone.")
def line_changed(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "line", "document", "quote")
    row = dice.randrange(len(one.rows))
    if dice.random() < 0.5:
        documents = sheet("tables/documents.csv", files["tables/documents.csv"]).rows
        return rewritten(one, row, document=dice.choice(documents)[0])
    return rewritten(
        one, row, line=str(max(1, int(one.at(row, "line")) + dice.choice([-40, -3, -1, 1, 3, 40])))
    )


@kind("label or definition changed or lost", "words", "A word of a code list; raw/codelists alone knows it.")
def label_changed(files: Files, dice: Random) -> Made:
    found = a_cell(
        files, dice, lambda one, column, cell: column.startswith(("label_", "definition", "variants"))
    )
    if found is None:
        return None
    one, row, column = found
    cell = one.at(row, column)
    return rewritten(one, row, **{column: dice.choice(["", cell[::-1], cell[:-1]])})


@kind(
    "record of a source changed", "words", "A word of a bibliographic record; raw/works.json alone knows it."
)
def work_changed(files: Files, dice: Random) -> Made:
    one = sheet("tables/works.csv", files["tables/works.csv"])
    row = dice.randrange(len(one.rows))
    column = dice.choice([name for name in one.header[1:] if one.at(row, name)])
    cell = one.at(row, column)
    at = dice.randrange(len(cell))
    return rewritten(one, row, **{column: cell[:at] + cell[at + 1 :]})


@kind("white space or spelling of a word", "words", ONLY_A_READER)
def letter_lost(files: Files, dice: Random) -> Made:
    found = a_cell(files, dice, lambda one, column, cell: not is_number(one, column, cell) and len(cell) > 2)
    if found is None:
        return None
    one, row, column = found
    cell = one.at(row, column)
    at = dice.randrange(len(cell))
    return rewritten(one, row, **{column: dice.choice([cell + " ", cell[:at] + cell[at + 1 :]])})
