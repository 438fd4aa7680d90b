"""Damage to cells, rows and columns of the built tables."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from silkfigures.quantities.model import plain
from silkfigures.schemas import tables
from silkfigures.schemas.periods import period_days
from tests.damage.kinds import Files, Hurt, kind
from tests.damage.sheets import Sheet, a_cell, a_row, a_sheet, is_number, refers_to, rewritten, sheet

Made = tuple[Hurt, str] | None
NUMBER = ("value", "lower", "upper")
ONLY_A_READER = "The words around the figure say it, and only a person can read them: it is another reading."
OF_SOURCES = "Lines, sizes and counts of the sources are known from raw/ and the texts alone."
NOT_PRINTED = (
    "The tables keep the printed figure alone; where its unit is printed elsewhere, nothing contradicts."
)


def _digits(files: Files, dice: Random, change) -> Made:
    """A number put through a change of its digits."""
    found = a_cell(files, dice, is_number)
    if found is None:
        return None
    one, row, column = found
    changed = change(one.at(row, column), dice)
    return rewritten(one, row, **{column: changed}) if changed else None


@kind("digit dropped", "value", OF_SOURCES)
def digit_dropped(files: Files, dice: Random) -> Made:
    def drop(cell: str, dice: Random) -> str:
        at = dice.choice([i for i, sign in enumerate(cell) if sign.isdigit()])
        return cell[:at] + cell[at + 1 :] if sum(map(str.isdigit, cell)) > 1 else ""

    return _digits(files, dice, drop)


@kind("digit doubled", "value", OF_SOURCES)
def digit_doubled(files: Files, dice: Random) -> Made:
    def double(cell: str, dice: Random) -> str:
        at = dice.choice([i for i, sign in enumerate(cell) if sign.isdigit()])
        return cell[:at] + cell[at] + cell[at:]

    return _digits(files, dice, double)


@kind("digits swapped", "value", OF_SOURCES)
def digits_swapped(files: Files, dice: Random) -> Made:
    def swap(cell: str, dice: Random) -> str:
        pairs = [i for i in range(len(cell) - 1) if cell[i : i + 2].isdigit() and cell[i] != cell[i + 1]]
        at = dice.choice(pairs) if pairs else 0
        return cell[:at] + cell[at + 1] + cell[at] + cell[at + 2 :] if pairs else ""

    return _digits(files, dice, swap)


@kind("digit changed", "value", OF_SOURCES)
def digit_changed(files: Files, dice: Random) -> Made:
    def change(cell: str, dice: Random) -> str:
        at = dice.choice([i for i, sign in enumerate(cell) if sign.isdigit()])
        return cell[:at] + dice.choice("0123456789".replace(cell[at], "")) + cell[at + 1 :]

    return _digits(files, dice, change)


@kind("decimal point moved", "value", OF_SOURCES)
def point_moved(files: Files, dice: Random) -> Made:
    def move(cell: str, dice: Random) -> str:
        return "" if "-" in cell or cell == "0" else plain(Decimal(cell).scaleb(dice.choice([-1, 1])))

    return _digits(files, dice, move)


def _all_three(files: Files, dice: Random, change, fits=lambda row: True) -> Made:
    """A figure put through a change of value and bounds together, so that they still fit each other."""
    found = a_row(files, dice, fits, *NUMBER)
    if found is None:
        return None
    one, row = found
    cells = {name: one.at(row, name) for name in NUMBER}
    numbers = change({name: Decimal(cell) if cell else None for name, cell in cells.items()})
    return rewritten(one, row, **{name: plain(number) or "" for name, number in numbers.items()})


@kind("number and bounds tenfold", "value", NOT_PRINTED)
def all_tenfold(files: Files, dice: Random) -> Made:
    step = dice.choice([-1, 1])
    return _all_three(files, dice, lambda n: {k: v and v.scaleb(step) for k, v in n.items()})


@kind("number and bounds a thousandfold", "value", NOT_PRINTED)
def all_thousandfold(files: Files, dice: Random) -> Made:
    step = dice.choice([-3, 3])
    return _all_three(files, dice, lambda n: {k: v and v.scaleb(step) for k, v in n.items()})


@kind("number and bounds moved by one", "value")
def all_moved(files: Files, dice: Random) -> Made:
    return _all_three(files, dice, lambda n: {k: None if v is None else v + 1 for k, v in n.items()})


@kind(
    "sign lost or turned, bounds as well",
    "value",
    "Up or down is said by words, which the reading turns into the sign.",
)
def sign_turned(files: Files, dice: Random) -> Made:
    def turn(n):
        low, high = (None if n[name] is None else -n[name] for name in ("upper", "lower"))
        return {"value": -n["value"], "lower": low, "upper": high}

    return _all_three(files, dice, turn, lambda row: row["measure"] in ("growth", "change"))


@kind("sign lost", "value")
def sign_lost(files: Files, dice: Random) -> Made:
    found = a_row(files, dice, lambda row: row["value"].startswith("-"), *NUMBER)
    return rewritten(*found, value=found[0].at(found[1], "value")[1:]) if found else None


@kind("lower and upper exchanged", "value")
def bounds_exchanged(files: Files, dice: Random) -> Made:
    found = a_row(files, dice, lambda row: row["lower"] != row["upper"], *NUMBER)
    if found is None:
        return None
    one, row = found
    return rewritten(one, row, lower=one.at(row, "upper"), upper=one.at(row, "lower"))


@kind("bound lost", "value")
def bound_lost(files: Files, dice: Random) -> Made:
    found = a_cell(files, dice, lambda one, column, cell: column in ("lower", "upper"))
    return rewritten(found[0], found[1], **{found[2]: ""}) if found else None


@kind("number lost", "value")
def number_lost(files: Files, dice: Random) -> Made:
    found = a_cell(files, dice, lambda one, column, cell: column == "value")
    return rewritten(found[0], found[1], **{found[2]: ""}) if found else None


@kind(
    "likely figure changed or lost",
    "value",
    "A correction is a judgement; its reason stands in raw/corrections.yaml.",
)
def correction_changed(files: Files, dice: Random) -> Made:
    found = a_row(files, dice, lambda row: row["corrected_value"] != "", "corrected_value")
    if found is None:
        return None
    if dice.random() < 0.5:
        return rewritten(*found, corrected_value="", corrected_unit="")
    old = Decimal(found[0].at(found[1], "corrected_value"))
    return rewritten(*found, corrected_value=plain(old.scaleb(dice.choice([-1, 1]))))


def _unit(files: Files, dice: Random, alike: bool) -> Made:
    units = {row[0]: row[1] for row in sheet("tables/units.csv", files["tables/units.csv"]).rows}
    found = a_cell(
        files,
        dice,
        lambda one, column, cell: (
            column in ("unit", "corrected_unit") and cell in units and one.table != "units"
        ),
    )
    if found is None:
        return None
    one, row, column = found
    old = one.at(row, column)
    others = [unit for unit in units if unit != old and (units[unit] == units[old]) == alike]
    return rewritten(one, row, **{column: dice.choice(others)}) if others else None


@kind("currency or unit changed for one like it", "unit", NOT_PRINTED)
def unit_alike(files: Files, dice: Random) -> Made:
    return _unit(files, dice, True)


@kind("unit changed for one of another dimension", "unit", NOT_PRINTED)
def unit_unlike(files: Files, dice: Random) -> Made:
    return _unit(files, dice, False)


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


@kind("quote changed by a word", "words", "Without the texts nobody knows what stands around the figure.")
def quote_changed(files: Files, dice: Random) -> Made:
    one = a_sheet(files, dice, "quote")
    row = dice.randrange(len(one.rows))
    words = one.at(row, "quote").split()
    at = dice.randrange(len(words))
    words[at : at + 1] = [] if len(words) > 1 and dice.random() < 0.5 else [words[at][::-1]]
    return rewritten(one, row, quote=" ".join(words))


@kind("digit of the printed figure changed", "value")
def printed_changed(files: Files, dice: Random) -> Made:
    found = a_row(files, dice, lambda row: any(map(str.isdigit, row["printed"])), "printed", "quote")
    if found is None:
        return None
    one, row = found
    printed, quote = one.at(row, "printed"), one.at(row, "quote")
    at = dice.choice([i for i, sign in enumerate(printed) if sign.isdigit()])
    new = printed[:at] + dice.choice("123456789".replace(printed[at], "")) + printed[at + 1 :]
    return rewritten(one, row, printed=new, quote=quote.replace(printed, new))


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
