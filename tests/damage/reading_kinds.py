"""Damage to what the readings say of a figure, as slips of a hand do it."""

from __future__ import annotations

import re
from random import Random

from silkfigures.schemas import tables
from tests.damage.kinds import ONLY_A_READER, Files, Made, kind
from tests.damage.readings_text import a_value, rewritten, values, without
from tests.damage.sheets import sheet


def _feeding(target: str) -> tuple[str, ...]:
    """The keys by which readings fill columns that refer to a table."""
    fields = [field for table in tables().values() if table.dimensions for field in table.fields]
    return tuple(dict.fromkeys(field.name for field in fields if field.refers.partition(".")[0] == target))


def _codes(files: Files, name: str) -> list[str]:
    one = f"raw/codelists/{name}.csv"
    return [row[0] for row in sheet(one, files[one]).rows]


@kind("reading: period shifted", "period", ONLY_A_READER)
def period_shifted(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "period", "base_period", "announced", fits=lambda v: v.text[:4].isdigit())
    step = dice.choice([-10, -1, 1, 10])
    return value and rewritten(
        files, value, re.sub(r"\b\d{4}\b", lambda m: str(int(m[0]) + step), value.text)
    )


@kind("reading: period lost", "period", ONLY_A_READER)
def period_lost(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "period", fits=lambda v: v.text != "unstated")
    return rewritten(files, value, "unstated")


@kind("reading: party changed for another", "party", ONLY_A_READER)
def party_changed(files: Files, dice: Random) -> Made:
    codes = _codes(files, "places")
    return rewritten(
        files, a_value(files, dice, *_feeding("parties"), fits=lambda v: v.text in codes), dice.choice(codes)
    )


@kind("reading: party misspelt or lost", "party", ONLY_A_READER)
def party_lost(files: Files, dice: Random) -> Made:
    codes = _codes(files, "places")
    value = a_value(files, dice, *_feeding("parties"), fits=lambda v: v.text in codes)
    if value is None or dice.random() < 0.5:
        return without(files, value)
    return rewritten(files, value, value.text[:-1])


@kind("reading: parties of a claim swapped", "party", ONLY_A_READER)
def parties_swapped(files: Files, dice: Random) -> Made:
    keys, codes = _feeding("parties"), _codes(files, "places")
    first = a_value(files, dice, *keys, fits=lambda v: v.text in codes)
    if first is None:
        return None
    content = files[first.file].decode("utf-8")
    near = [
        v for v in values(first.file, content) if v.key in keys and v.key != first.key and v.text in codes
    ]
    near = [v for v in near if 0 < v.start - first.end < 40 and v.text != first.text]
    if not near:
        return None
    second = near[0]
    middle = content[first.end : second.start]
    swapped = content[: first.start] + second.text + middle + first.text + content[second.end :]
    return {
        first.file: swapped.encode()
    }, f"{first.file}: {first.key} and {second.key} swapped: {first.text}, {second.text}"


@kind("reading: indicator changed for another of its theme", "words", ONLY_A_READER)
def indicator_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "indicator")
    theme = value.text.partition(".")[0]
    return rewritten(
        files, value, dice.choice([c for c in _codes(files, "indicators") if c.partition(".")[0] == theme])
    )


@kind("reading: status, measure or kind of period changed", "words", ONLY_A_READER)
def word_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "status", "measure", "period_kind")
    field = value and tables()["figures"][value.key]
    rows = sheet("raw/codelists/codes.csv", files["raw/codelists/codes.csv"]).rows
    return value and rewritten(files, value, dice.choice([row[1] for row in rows if row[0] == field.codes]))


@kind(
    "reading: direction turned",
    "value",
    "Up or down is said by words, which the reading turns into the sign.",
)
def direction_turned(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "direction")
    return value and rewritten(files, value, {"up": "down", "down": "up"}[value.text])


@kind(
    "reading: qualifier changed or lost",
    "value",
    "Only a person can read what the reader of quantities does not.",
)
def qualifier_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "qualifier")
    others = ["exact", "about", "over", "under"]
    return without(files, value) if dice.random() < 0.3 else rewritten(files, value, dice.choice(others))


@kind("reading: dimension lost", "words", ONLY_A_READER)
def dimension_lost(files: Files, dice: Random) -> Made:
    return without(
        files,
        a_value(files, dice, "commodity", "section", "subject", "sector", "mode", "project", "pipeline"),
    )


@kind("reading: flag, note or attribution lost", "words", "A judgement, or words that no check can read.")
def note_lost(files: Files, dice: Random) -> Made:
    return without(files, a_value(files, dice, "flag", "note", "attributed_to"))


@kind("reading: fact or total changed or lost", "words", ONLY_A_READER)
def link_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "fact", "part_of")
    if value is None or dice.random() < 0.3:
        return without(files, value)
    ids = [v.text for v in values(value.file, files[value.file].decode("utf-8")) if v.key == "id"]
    return rewritten(files, value, dice.choice(ids))
