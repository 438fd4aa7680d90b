"""Damage to the readings, as slips of a hand do it."""

from __future__ import annotations

import re
from random import Random

from silkfigures.quantities import find_quantities
from silkfigures.schemas import tables
from tests.damage.kinds import Files, Hurt, kind
from tests.damage.readings_text import FOLDER, a_value, item, rewritten, values, without
from tests.damage.sheets import sheet
from tests.damage.table_kinds import ONLY_A_READER

Made = tuple[Hurt, str] | None
PLACES = "raw/places.csv"
LEFT_OUT = "No table holds it. With the texts it is missed, but where a rule proves the same number anyway."


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


@kind("reading: digit of a quoted figure changed", "value", "Without the texts nobody knows what they print.")
def quoted_digit(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "quote", fits=lambda v: any(map(str.isdigit, v.text)))
    if value is None:
        return None
    at = dice.choice([i for i, sign in enumerate(value.text) if sign.isdigit()])
    new = dice.choice("0123456789".replace(value.text[at], ""))
    changed = value.text[:at] + new + value.text[at + 1 :]
    number = next((m for m in re.finditer(r"[\d.,]*\d", value.text) if m.start() <= at < m.end()), None)
    made = rewritten(files, value, changed)
    return made and number and _takes_too(made, value, number[0], changed[number.start() : number.end()])


def _takes_too(made: tuple[Hurt, str], value, old: str, new: str) -> tuple[Hurt, str]:
    """The same digit changed in the `take` of the claims of that quote."""
    (file, content), said = *made[0].items(), made[1]
    text = content.decode("utf-8")
    border = re.compile(r"\n  - |\nleft_out").search(text, value.end)
    end = border.start() if border else len(text)
    part = re.sub(
        rf"(take: \"?[^\n]*?){re.escape(old)}(?!\d)", lambda m: m[1] + new, text[value.end + 2 : end]
    )
    return {file: (text[: value.end + 2] + part + text[end:]).encode()}, said


@kind("reading: word of a quote changed or lost", "words", "Without the texts nobody knows what they print.")
def quote_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "quote", fits=lambda v: len(v.text.split()) > 2)
    words = value.text.split()
    at = dice.choice([0, len(words) - 1, dice.randrange(len(words))])
    words[at : at + 1] = [] if dice.random() < 0.5 else [words[at][::-1]]
    return rewritten(files, value, " ".join(words))


@kind(
    "reading: line of a quote changed or lost",
    "place",
    "Where the quote stands is in raw/places.csv all the same.",
)
def line_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "line")
    if value is None or dice.random() < 0.1:
        return without(files, value)
    return rewritten(files, value, str(int(value.text) + dice.choice([-20, -1, 1, 20])))


@kind(
    "reading: another figure of the quote taken",
    "value",
    "Without the texts and raw/places.csv, one number of a quote is as good as another.",
)
def take_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "take")
    if value is None:
        return None
    content = files[value.file].decode("utf-8")
    quotes = [v for v in values(value.file, content) if v.key == "quote" and v.start < value.start]
    others = [q.text for q in find_quantities(quotes[-1].text)] if quotes else []
    others = [text for text in others if text not in value.text and value.text not in text]
    return rewritten(files, value, dice.choice(others)) if others else None


@kind("reading: quoted unit changed or lost", "unit", "Without the texts nobody knows what they print.")
def unit_changed(files: Files, dice: Random) -> Made:
    def of_unit(value) -> bool:
        line = files[value.file].decode("utf-8")[: value.start].rpartition("\n")[2]
        return "unit: {" in line and value.key == "quote"

    value = a_value(files, dice, "quote", fits=of_unit)
    return value and rewritten(
        files, value, dice.choice(["(Bln. USD)", "(Mln. EUR)", "тыс. тонн", "km", "человек"])
    )


@kind("reading: claim lost", "key")
def claim_lost(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "id")
    content = files[value.file].decode("utf-8")
    first, last = item(content, value)
    return {value.file: (content[:first] + content[last:]).encode()}, f"{value.file}: claim {value.text} lost"


@kind("reading: claim lost, its place too", "key", "The last claim of a work leaves no gap in the numbers.")
def claim_lost_with_place(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "id", fits=lambda v: not _alone(files, v))
    if value is None:
        return None
    content = files[value.file].decode("utf-8")
    first, last = item(content, value)
    claim = f"{value.file.rpartition('/')[2].removesuffix('.yaml')}-{value.text}"
    places = [
        line for line in files[PLACES].splitlines(keepends=True) if not line.startswith(f"{claim},".encode())
    ]
    hurt = {value.file: (content[:first] + content[last:]).encode(), PLACES: b"".join(places)}
    return hurt, f"{value.file}: claim {value.text} lost, in {PLACES} too"


def _alone(files: Files, value) -> bool:
    """Whether a claim is the only one of its quote, which would be left without any."""
    content = files[value.file].decode("utf-8")
    first, last = item(content, value)
    before, after = (
        content[:first].rstrip("\n").rpartition("\n")[2],
        content[last:].lstrip("\n").partition("\n")[0],
    )
    return before.strip() == "claims:" and not after.startswith(content[first : first + 7])


@kind("reading: claim doubled, its place too", "key")
def claim_doubled(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "id")
    content = files[value.file].decode("utf-8")
    first, last = item(content, value)
    ids = [v.text for v in values(value.file, content) if v.key == "id"]
    new = f"{max(map(int, ids)) + 1:03}"
    work = value.file.rpartition("/")[2].removesuffix(".yaml")
    copy = content[first:last].replace(f'"{value.text}"', f'"{new}"', 1)
    line = next(
        line for line in files[PLACES].decode().splitlines() if line.startswith(f"{work}-{value.text},")
    )
    places = files[PLACES].decode() + line.replace(f"{work}-{value.text}", f"{work}-{new}", 1) + "\n"
    hurt = {value.file: (content[:last] + copy + content[last:]).encode(), PLACES: places.encode()}
    return hurt, f"{value.file}: claim {value.text} once more as {new}"


@kind("reading: claim id changed or used again", "key")
def id_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "id")
    ids = [v.text for v in values(value.file, files[value.file].decode("utf-8")) if v.key == "id"]
    return rewritten(files, value, dice.choice([*ids, f"{int(value.text) + 400:03}"]))


@kind(
    "reading: two claims exchange their ids",
    "key",
    "The numbers are free names; only an earlier release knows which was which.",
)
def ids_exchanged(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "id")
    content = files[value.file].decode("utf-8")
    others = [v for v in values(value.file, content) if v.key == "id" and v.start > value.end]
    if not others:
        return None
    other = dice.choice(others)
    text = content[: value.start] + f'"{other.text}"' + content[value.end : other.start]
    text += f'"{value.text}"' + content[other.end :]
    return {value.file: text.encode()}, f"{value.file}: ids {value.text} and {other.text} exchanged"


@kind(
    "reading: number left out no longer",
    "words",
    LEFT_OUT,
)
def left_out_lost(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "line", left_out=True)
    if value is None:
        return None
    content = files[value.file].decode("utf-8")
    first, last = item(content, value)
    return {
        value.file: (content[:first] + content[last:]).encode()
    }, f"{value.file}: left_out {value.text} lost"


@kind(
    "reading: reason or quote of a number left out changed",
    "words",
    LEFT_OUT,
)
def left_out_changed(files: Files, dice: Random) -> Made:
    value = a_value(files, dice, "reason", "quote", left_out=True)
    if value is None or value.key == "reason":
        return value and rewritten(files, value, dice.choice(["date", "citation", "page", "vague", "name"]))
    return rewritten(files, value, value.text[1:] if dice.random() < 0.5 else value.text[:-1])


@kind("reading: white space or a comment more", "")
def comment_added(files: Files, dice: Random) -> Made:
    name = dice.choice([name for name in files if name.startswith(FOLDER)])
    lines = files[name].decode("utf-8").splitlines(keepends=True)
    lines.insert(dice.randrange(2, len(lines)), dice.choice(["\n", "# looked at again\n"]))
    return {name: "".join(lines).encode()}, f"{name}: a line that says nothing"
