"""Damage to what stands beside the readings in raw/: places, corrections, works, documents, code lists."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from tests.damage.kinds import FROM_TEXTS, Files, Made, kind
from tests.damage.sheets import Sheet, rewritten, sheet

PLACES, COVERAGE, CORRECTIONS = "raw/places.csv", "raw/coverage.csv", "raw/corrections.yaml"
WORKS, DOCUMENTS, PACKAGE, RETIRED = (
    "raw/works.json",
    "raw/documents.yaml",
    "raw/package.toml",
    "raw/retired.yaml",
)
LISTS = "raw/codelists/"


def _line_of(files: Files, dice: Random, name: str, pattern: str, change) -> Made:
    """A value in a file of lines, found by a pattern with one group, put through a change."""
    text = files[name].decode("utf-8")
    found = list(re.finditer(pattern, text, re.M))
    if not found:
        return None
    one = dice.choice(found)
    new = change(one[1])
    line = text.count("\n", 0, one.start(1)) + 1
    changed = (text[: one.start(1)] + new + text[one.end(1) :]).encode()
    return {name: changed}, f"{name}:{line}: {one[1]!r} -> {new!r}"


def _other_digit(dice: Random):
    def change(text: str) -> str:
        at = dice.choice([i for i, sign in enumerate(text) if sign.isdigit()])
        return text[:at] + dice.choice("123456789".replace(text[at], "")) + text[at + 1 :]

    return change


def _one(files: Files, name: str, dice: Random) -> tuple[Sheet, int]:
    one = sheet(name, files[name])
    return one, dice.randrange(len(one.rows))


@kind("places: a place moved", "place", FROM_TEXTS)
def place_moved(files: Files, dice: Random) -> Made:
    one, row = _one(files, PLACES, dice)
    step = dice.choice([-500, -7, -1, 1, 7, 500])
    start, end = (max(0, int(one.at(row, name)) + step) for name in ("start", "end"))
    return rewritten(one, row, start=str(start), end=str(end))


@kind("places: two claims exchange their places", "place", FROM_TEXTS)
def places_exchanged(files: Files, dice: Random) -> Made:
    one, row = _one(files, PLACES, dice)
    other = row + 1 if row + 1 < len(one.rows) else row - 1
    rows = list(one.rows)
    rows[row], rows[other] = [rows[row][0], *rows[other][1:]], [rows[other][0], *rows[row][1:]]
    return {
        PLACES: replace(one, rows=rows).content()
    }, f"{PLACES}: {rows[row][0]} and {rows[other][0]} exchanged"


@kind("places: line, document or hash changed", "place", FROM_TEXTS)
def place_changed(files: Files, dice: Random) -> Made:
    one, row = _one(files, PLACES, dice)
    column = dice.choice(["line", "document", "sha256"])
    return rewritten(one, row, **{column: _other_digit(dice)(one.at(row, column))})


@kind("places: a row lost or doubled", "key")
def place_lost(files: Files, dice: Random) -> Made:
    one, row = _one(files, PLACES, dice)
    copies = [one.rows[row]] * dice.choice([0, 2])
    rows = [*one.rows[:row], *copies, *one.rows[row + 1 :]]
    return {PLACES: replace(one, rows=rows).content()}, f"{PLACES}: {one.rows[row][0]} {len(copies)} times"


@kind("correction: its expected value is gone", "value")
def expected_gone(files: Files, dice: Random) -> Made:
    return _line_of(files, dice, CORRECTIONS, r"expects: \"([^\"\n]+)\"", _other_digit(dice))


@kind("correction: its claim changed", "key")
def correction_of_another(files: Files, dice: Random) -> Made:
    return _line_of(files, dice, CORRECTIONS, r"claim: (\S+)", _other_digit(dice))


@kind(
    "correction: likely figure or unit changed",
    "value",
    "A correction is a judgement; its reason stands beside it.",
)
def likely_changed(files: Files, dice: Random) -> Made:
    if dice.random() < 0.5:
        return _line_of(files, dice, CORRECTIONS, r"\bvalue: \"([^\"\n]+)\"", _other_digit(dice))
    return _line_of(
        files, dice, CORRECTIONS, r"\bunit: (\S+)", lambda old: dice.choice(["USD", "CNY", "km", "t", "x"])
    )


@kind("correction lost", "value", "A correction is a judgement; nothing asks for it.")
def correction_lost(files: Files, dice: Random) -> Made:
    head, *items = re.split(r"(?m)^(?=- claim)", files[CORRECTIONS].decode("utf-8"))
    lost = items.pop(dice.randrange(len(items)))
    return {CORRECTIONS: (head + "".join(items)).encode()}, f"{CORRECTIONS}: {lost.splitlines()[0]} lost"


@kind("correction: reason or evidence changed", "words", "Nothing is made of it: it stands in raw/ alone.")
def reason_changed(files: Files, dice: Random) -> Made:
    return _line_of(files, dice, CORRECTIONS, r"(?:reason|evidence): (.+)$", lambda old: old[: len(old) // 2])


@kind("coverage: a count changed or lost", "value", FROM_TEXTS)
def count_changed(files: Files, dice: Random) -> Made:
    one, row = _one(files, COVERAGE, dice)
    if dice.random() < 0.7:
        return rewritten(one, row, numbers=_other_digit(dice)(one.at(row, "numbers")))
    less = replace(one, rows=[*one.rows[:row], *one.rows[row + 1 :]])
    return {COVERAGE: less.content()}, f"{COVERAGE}: {one.rows[row]} lost"


@kind("code list: a row lost", "key", "A code that no row uses.")
def code_lost(files: Files, dice: Random) -> Made:
    one, row = _one(files, dice.choice([name for name in files if name.startswith(LISTS)]), dice)
    less = replace(one, rows=[*one.rows[:row], *one.rows[row + 1 :]])
    return {one.name: less.content()}, f"{one.name}: {one.rows[row][:2]} lost"


@kind("code list: a row doubled", "key")
def code_doubled(files: Files, dice: Random) -> Made:
    one, row = _one(files, dice.choice([name for name in files if name.startswith(LISTS)]), dice)
    more = replace(one, rows=[*one.rows, one.rows[row]])
    return {one.name: more.content()}, f"{one.name}: {one.rows[row][:2]} doubled"


@kind("code list: a code misspelt", "key", "A code that no row uses.")
def code_misspelt(files: Files, dice: Random) -> Made:
    one, row = _one(files, dice.choice([name for name in files if name.startswith(LISTS)]), dice)
    column = one.header[1 if one.table == "codes" else 0]
    return rewritten(one, row, **{column: one.at(row, column)[:-1]})


@kind("code list: a label lost or changed", "words", "A word of a list, which nothing else knows.")
def label_lost(files: Files, dice: Random) -> Made:
    one, row = _one(files, dice.choice([name for name in files if name.startswith(LISTS)]), dice)
    column = dice.choice([name for name in one.header if name.startswith("label_")])
    return rewritten(one, row, **{column: dice.choice(["", one.at(row, column)[1:]])})


@kind("code list: what an indicator allows changed", "unit", "A list may allow more than is used.")
def dimensions_changed(files: Files, dice: Random) -> Made:
    one, row = _one(files, f"{LISTS}indicators.csv", dice)
    column = dice.choice(["measure", "dimensions"])
    words = {
        "measure": ["level", "count", "share", "length"],
        "dimensions": ["money", "mass", "length", "count", "x"],
    }
    return rewritten(one, row, **{column: dice.choice(words[column])})


@kind("code list: header renamed or a column dropped", "key")
def list_header(files: Files, dice: Random) -> Made:
    one, _ = _one(files, dice.choice([n for n in files if n.startswith("raw/") and n.endswith(".csv")]), dice)
    at = dice.randrange(len(one.header))
    header = [*one.header[:at], one.header[at].upper(), *one.header[at + 1 :]]
    renamed = replace(one, header=header)
    less = replace(
        one, header=one.header[:at] + one.header[at + 1 :], rows=[r[:at] + r[at + 1 :] for r in one.rows]
    )
    return {one.name: dice.choice([renamed, less]).content()}, f"{one.name}: column {one.header[at]}"


@kind("works: title, author or year changed", "words", "A word of a record, which nothing else knows.")
def work_changed(files: Files, dice: Random) -> Made:
    pattern = r"\"(?:title|family|given|container-title|literal|page)\": \"([^\"\n]+)\""
    return _line_of(files, dice, WORKS, pattern, lambda old: old[:-1] or "x")


@kind(
    "works: key, document, lines or language changed",
    "key",
    "Lines may be wider than the figures in them, and a language is seldom needed.",
)
def work_moved(files: Files, dice: Random) -> Made:
    if dice.random() < 0.5:
        return _line_of(files, dice, WORKS, r"^ {8}(\d+),?$", _other_digit(dice))
    pattern = r"\"(?:id|document|language)\": \"([^\"\n]+)\""
    return _line_of(files, dice, WORKS, pattern, lambda old: dice.choice(["en", "ru", "x", old + "x"]))


@kind("documents: hash or size changed", "key", FROM_TEXTS)
def document_changed(files: Files, dice: Random) -> Made:
    return _line_of(files, dice, DOCUMENTS, r"(?:sha256|bytes|characters|lines): (\S+)", _other_digit(dice))


@kind("package: metadata changed", "words", "Words about the package, which nothing else knows.")
def package_changed(files: Files, dice: Random) -> Made:
    return _line_of(
        files, dice, PACKAGE, r"^(?:name|title|released|path) = \"([^\"\n]+)\"", lambda old: old[:-1]
    )


@kind("retired: a claim in use is listed", "key")
def retired_in_use(files: Files, dice: Random) -> Made:
    one, row = _one(files, PLACES, dice)
    entry = f'- claim: {one.rows[row][0]}\n  version: "0.2.0"\n  reason: a slip\n'
    text = files[RETIRED].decode("utf-8").replace("[]\n", entry)
    return {RETIRED: text.encode()}, f"{RETIRED}: {one.rows[row][0]} listed"
