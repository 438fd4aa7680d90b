"""Damage to what the readings quote, take and leave out, and to their claims as a whole."""

from __future__ import annotations

import re
from random import Random

from silkfigures.quantities import find_quantities
from tests.damage.kinds import Files, Hurt, Made, kind
from tests.damage.readings_text import FOLDER, a_value, item, rewritten, values, without

PLACES = "raw/places.csv"
LEFT_OUT = "No table holds it. With the texts it is missed, but where a rule proves the same number anyway."


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
