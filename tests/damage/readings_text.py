"""The readings as text: where their keys stand, so that one value can be written anew, nothing else moved."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from tests.damage.kinds import Files, Hurt

FOLDER = "raw/readings/"
_KEY = re.compile(
    r"(?P<before>^ *(?:- )?|[{,] *)(?P<key>[a-z_]+): +(?P<value>\"[^\"\n]*\"|\{|[^\"{\n][^\n]*)", re.M
)
TRIES = 40


@dataclass(frozen=True)
class Value:
    """A value in a file: its key, the file, the stretch of text that holds it and what it says."""

    file: str
    key: str
    start: int
    end: int
    text: str
    left_out: bool


@lru_cache(maxsize=128)
def values(file: str, content: str) -> tuple[Value, ...]:
    """Every `key: value` of a reading, in the order of the text."""
    border = content.find("\nleft_out:")
    found, at = [], 0
    while match := _KEY.search(content, at):
        at = match.end("key")
        start, value = match.start("value"), match["value"]
        if value == "{" or content[content.rfind("\n", 0, start) + 1 :].lstrip().startswith("#"):
            continue
        if not value.startswith('"') and _in_braces(content, start):
            value = re.split(r"[,}]", value)[0].rstrip()
        text = value[1:-1] if value.startswith('"') else value.rstrip()
        found.append(Value(file, match["key"], start, start + len(value.rstrip()), text, 0 <= border < start))
    return tuple(found)


def _in_braces(content: str, at: int) -> bool:
    line = content[content.rfind("\n", 0, at) + 1 : at]
    return line.count("{") > line.count("}")


def a_value(
    files: Files,
    dice: Random,
    *keys: str,
    fits: Callable[[Value], bool] = lambda value: True,
    left_out: bool = False,
) -> Value | None:
    """One of the values with these keys, in any reading."""
    names = [name for name in files if name.startswith(FOLDER)]
    for _ in range(TRIES):
        name = dice.choice(names)
        found = [
            v for v in values(name, files[name].decode("utf-8")) if v.key in keys and v.left_out == left_out
        ]
        found = [value for value in found if fits(value)]
        if found:
            return dice.choice(found)
    return None


def rewritten(files: Files, value: Value | None, new: str) -> tuple[Hurt, str] | None:
    """The damage of writing another value in that place."""
    if value is None or new == value.text:
        return None
    content = files[value.file].decode("utf-8")
    line = content.count("\n", 0, value.start) + 1
    said = f"{value.file}:{line}: {value.key} {value.text!r} -> {new!r}"
    quoted = '"' + new.replace('"', "") + '"'
    return {value.file: (content[: value.start] + quoted + content[value.end :]).encode()}, said


def without(files: Files, value: Value | None) -> tuple[Hurt, str] | None:
    """The damage of taking the key out together with its value."""
    if value is None:
        return None
    content = files[value.file].decode("utf-8")
    key = content.rfind(value.key, 0, value.start)
    first, last = content.rfind("\n", 0, key) + 1, content.find("\n", value.end)
    if content[first:key].strip():  # in braces, or the first key of an item
        after = re.compile(r", *").match(content, value.end)
        if after is None:
            return None
        cut = content[:key] + content[after.end() :]
    else:
        cut = content[:first] + content[last + 1 :]
    line = content.count("\n", 0, key) + 1
    return {value.file: cut.encode()}, f"{value.file}:{line}: {value.key} {value.text!r} taken out"


def item(content: str, value: Value) -> tuple[int, int]:
    """The lines of the list item that a value begins (`- id: …`), as a stretch of the text."""
    first = content.rfind("\n", 0, value.start) + 1
    indent = re.compile(r" *").match(content, first).end() - first
    last = content.find("\n", value.end) + 1 or len(content)
    while (blank := re.compile(rf" {{{indent + 1},}}\S[^\n]*(?:\n|$)").match(content, last)) is not None:
        last = blank.end()
    return first, last
