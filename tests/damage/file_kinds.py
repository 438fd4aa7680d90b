"""Damage to whole files, as editors, disks and transfers do it."""

from __future__ import annotations

from random import Random

from tests.damage.kinds import Files, Made, kind


def _a_file(files: Files, dice: Random) -> str:
    """A file: as often a built one as one of raw/."""
    raw = [name for name in files if name.startswith("raw/")]
    return dice.choice(raw if dice.random() < 0.5 else [name for name in files if name not in raw])


def _text_file(files: Files, dice: Random) -> str:
    """A file with letters that are not ASCII."""
    return dice.choice([name for name, content in files.items() if not content.isascii()])


@kind("encoding damaged: a byte lost", "file")
def byte_lost(files: Files, dice: Random) -> Made:
    name = _text_file(files, dice)
    content = files[name]
    at = dice.choice([i for i, byte in enumerate(content) if byte > 127])
    return {name: content[:at] + content[at + 1 :]}, f"{name}: byte {at} lost"


@kind("encoding damaged: saved in another", "file")
def saved_in_another(files: Files, dice: Random) -> Made:
    name, code = _text_file(files, dice), dice.choice(["cp1251", "utf-16", "latin-1"])
    return {name: files[name].decode("utf-8").encode(code, "replace")}, f"{name}: saved as {code}"


@kind("encoding damaged: read as another", "words", "A letter for a letter, and no list knows the word.")
def read_as_another(files: Files, dice: Random) -> Made:
    name = _text_file(files, dice)
    return {
        name: files[name].decode("latin-1").encode("utf-8")
    }, f"{name}: read as latin-1 and saved as UTF-8"


@kind("file cut short", "file")
def cut_short(files: Files, dice: Random) -> Made:
    name = _a_file(files, dice)
    content = files[name]
    if len(content.strip()) < 4:
        return None
    at = dice.randrange(1, len(content.rstrip()) - 1)
    return {name: content[:at]}, f"{name}: cut after {at} of {len(content)} bytes"


@kind("file cut short after a line", "file", "A list that ends early is a list.")
def cut_after_line(files: Files, dice: Random) -> Made:
    name = _a_file(files, dice)
    lines = files[name].splitlines(keepends=True)
    if len(lines) < 3:
        return None
    kept = dice.randrange(1, len(lines) - 1)
    return {name: b"".join(lines[:kept])}, f"{name}: cut after line {kept} of {len(lines)}"


@kind("file empty", "file")
def emptied(files: Files, dice: Random) -> Made:
    name = _a_file(files, dice)
    return {name: b""}, f"{name}: empty"


@kind("file lost", "file")
def lost(files: Files, dice: Random) -> Made:
    name = _a_file(files, dice)
    return {name: None}, f"{name}: lost"


@kind("file exchanged for another", "file")
def exchanged(files: Files, dice: Random) -> Made:
    name = _a_file(files, dice)
    ending = name.rpartition(".")[2]
    folder = name.rpartition("/")[0]
    others = [
        n for n in files if n.endswith(ending) and n.rpartition("/")[0] == folder and files[n] != files[name]
    ]
    if not others:
        return None
    other = dice.choice(others)
    return {name: files[other]}, f"{name}: holds {other}"


@kind("line ends of another system", "")
def line_ends(files: Files, dice: Random) -> Made:
    name = _a_file(files, dice)
    return {name: files[name].replace(b"\n", b"\r\n")}, f"{name}: lines end in CR LF"


@kind("byte order mark", "")
def byte_order_mark(files: Files, dice: Random) -> Made:
    name = _a_file(files, dice)
    return {name: b"\xef\xbb\xbf" + files[name]}, f"{name}: begins with a byte order mark"


@kind("description, citation or report edited", "words")
def told_edited(files: Files, dice: Random) -> Made:
    name = dice.choice([n for n in files if not n.startswith(("raw/", "tables/")) and not n.endswith(".csv")])
    text = files[name].decode("utf-8")
    at = dice.choice([i for i, sign in enumerate(text) if sign.isalnum()])
    new = dice.choice("0123456789" if text[at].isdigit() else "aeiou")
    return {name: (text[:at] + new + text[at + 1 :]).encode()}, f"{name}: {text[at]!r} -> {new!r} at {at}"
