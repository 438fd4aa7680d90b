"""Damage to the numbers of the built tables and to their units."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from silkfigures.quantities.model import plain
from tests.damage.kinds import NOT_PRINTED, OF_SOURCES, Files, Made, kind
from tests.damage.sheets import a_cell, a_row, is_number, rewritten, sheet

NUMBER = ("value", "lower", "upper")


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
