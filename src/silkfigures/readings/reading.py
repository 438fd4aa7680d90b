"""Readings: the hand-made YAML files that quote figures and say what they mean.

`load_readings` checks their form alone (keys, identifiers, lengths of quotes). What the words mean is checked
where the code lists are known, in the build.
"""

from __future__ import annotations

import re
from pathlib import Path

from silkfigures.readings.errors import Errors, Slip, nearest
from silkfigures.readings.records import (
    REASONS,
    Claim,
    Figure,
    LeftOut,
    Reading,
    UnitQuote,
)
from silkfigures.readings.yamlfile import Mapping, Node, Sequence, load_yaml
from silkfigures.schemas.quotes import MAX_CHARACTERS, MAX_WORDS, word_count

_READING = {"work": True, "document": True, "read_by_line": False, "figures": True, "left_out": False}
_LEFT_OUT = {"line": False, "quote": True, "take": False, "nth": False, "reason": True, "note": False}
_UNIT = {"line": False, "quote": True}
_FIGURE_ONLY = ("line", "quote", "claims")
_CLAIM_ONLY = ("id", "take", "nth")


def load_readings(folder: Path, errors: Errors | None = None) -> list[Reading]:
    """Read every `*.yaml` of `raw/readings`, in the order of their names.

    Slips go to `errors` when it is given (readings that hold slips then come back as far as they are sound);
    otherwise all of them are raised together as `ReadingErrors`.
    """
    mine = Errors() if errors is None else errors
    readings = []
    for path in sorted(folder.glob("*.yaml")):
        name = "/".join(path.parts[-3:])
        with mine.at(name, 1):
            readings.append(_Reader(name, mine).reading(load_yaml(path, name), path.stem))
    if errors is None:
        mine.check()
    return readings


class _Reader:
    """Turns the nodes of one file into a Reading and notes each slip with its line."""

    def __init__(self, path: str, errors: Errors) -> None:
        self._path, self._errors = path, errors
        self._ids: dict[str, int] = {}

    def reading(self, node: Node, stem: str) -> Reading:
        node = _mapping(node, "a reading is a list of keys", "begin with `work:`")
        self._keys(node, _READING, 1)
        work = self._text(node, "work")
        if work and work != stem:
            self._slip(
                node.lines["work"], f"the work is `{work}`, the file `{stem}.yaml`", "give both one name"
            )
        figures = [self._figure(item, line) for item, line in self._items(node, "figures")]
        left_out = [self._left_out(item, line) for item, line in self._items(node, "left_out")]
        document = self._text(node, "document")
        return Reading(
            work, document, self._path, tuple(filter(None, figures)), tuple(filter(None, left_out))
        )

    def _figure(self, node: Node, line: int) -> Figure | None:
        with self._errors.at(self._path, line):
            node = _mapping(node, "a figure is a list of keys", "write `- line: …`, `quote: …`, `claims: …`")
            self._keys(node, {"quote": True, "claims": True}, line, others=True)
            shared = {key: value for key, value in node.items() if key not in _FIGURE_ONLY}
            for key in [key for key in _CLAIM_ONLY if key in shared]:
                self._slip(node.lines[key], f"`{key}` of a figure", f"move `{key}` into a claim")
                del shared[key]
            lines = {key: node.lines[key] for key in shared}
            items = self._items(node, "claims")
            self._unheard(node, shared, [item for item, _ in items if isinstance(item, Mapping)])
            claims = [self._claim(item, at, shared, lines) for item, at in items]
            return Figure(self._number(node, "line"), self._quote(node), tuple(filter(None, claims)), line)
        return None

    def _unheard(self, node: Mapping, shared: dict, claims: list[Mapping]) -> None:
        """Note what is said for all claims of a figure and then otherwise by each of them."""
        for key in [key for key in shared if claims and all(key in claim for claim in claims)]:
            said = f"`{key}` of a figure, and each of its claims has its own"
            self._slip(node.lines[key], said, f"remove `{key}` here")

    def _claim(self, node: Node, line: int, shared: dict, lines: dict[str, int]) -> Claim | None:
        with self._errors.at(self._path, line):
            node = _mapping(node, "a claim is a list of keys", "write `- id: …`, `indicator: …`")
            self._keys(node, {"id": True}, line, others=True)
            for key in [key for key in _FIGURE_ONLY if key in node]:
                self._slip(node.lines[key], f"`{key}` in a claim", "it belongs to the figure, one step up")
            lines = lines | node.lines
            every = {k: v for k, v in (shared | node).items() if k not in (*_CLAIM_ONLY, *_FIGURE_ONLY)}
            unit = self._unit(every.pop("unit"), lines["unit"]) if "unit" in every else None
            keys = {key: text for key in every if (text := self._word(every[key], key, lines[key]))}
            take, nth = self._text(node, "take") or None, self._number(node, "nth")
            return Claim(self._id(node), take, nth, unit, keys, lines, line)
        return None

    def _left_out(self, node: Node, line: int) -> LeftOut | None:
        with self._errors.at(self._path, line):
            node = _mapping(node, "what is left out is a list of keys", "write `- { quote: …, reason: … }`")
            self._keys(node, _LEFT_OUT, line)
            reason = self._text(node, "reason")
            if reason and reason not in REASONS:
                self._slip(node.lines["reason"], f"no such reason: `{reason}`", nearest(reason, REASONS))
            take, nth = self._text(node, "take") or None, self._number(node, "nth")
            return LeftOut(self._number(node, "line"), self._quote(node), take, nth, reason, line)
        return None

    def _unit(self, node: Node, line: int) -> UnitQuote | None:
        with self._errors.at(self._path, line):
            node = _mapping(
                node, "`unit` quotes the printed unit", "write `unit: { line: 12, quote: (Mln. USD) }`"
            )
            self._keys(node, _UNIT, line)
            return UnitQuote(self._number(node, "line"), self._quote(node), line)
        return None

    def _keys(self, node: Mapping, allowed: dict[str, bool], line: int, *, others: bool = False) -> None:
        """Note missing keys and, unless `others` may stand there, keys that are not allowed."""
        for key in [key for key in node if key not in allowed and not others]:
            self._slip(node.lines[key], f"no such key: `{key}`", nearest(key, allowed))
        for key in [key for key, needed in allowed.items() if needed and key not in node]:
            self._slip(line, f"`{key}` is missing", f"add `{key}: …`")

    def _items(self, node: Mapping, key: str) -> list[tuple[Node, int]]:
        items = node.get(key, Sequence())
        if isinstance(items, Sequence):
            return list(zip(items, items.lines, strict=True))
        if items != "":  # `figures:` with nothing after it is an empty list
            self._slip(node.lines[key], f"`{key}` is no list", "begin each item with `- `")
        elif key == "claims":
            self._slip(
                node.lines[key], "the figure has no claim", "add a claim or move the quote to `left_out`"
            )
        return []

    def _word(self, value: Node, key: str, line: int) -> str:
        if not isinstance(value, str):
            self._slip(line, f"`{key}` is no single value", f"write `{key}: …` on one line")
            return ""
        text = tidy(value)
        if not text:
            self._slip(line, f"`{key}` is empty", "give it a value or remove it")
        return text

    def _text(self, node: Mapping, key: str) -> str:
        return self._word(node[key], key, node.lines[key]) if key in node else ""

    def _number(self, node: Mapping, key: str) -> int | None:
        text = self._text(node, key)
        if not text:
            return None
        if not re.fullmatch(r"[1-9][0-9]{0,8}", text):
            self._slip(node.lines[key], f"`{key}` is `{text}`", "write a whole number from 1 up")
            return None
        return int(text)

    def _id(self, node: Mapping) -> str:
        number, line = self._text(node, "id"), node.lines.get("id", node.line)
        if number and not re.fullmatch(r"[0-9]{3,4}", number):
            self._slip(line, f"the id is `{number}`", 'write three or four digits, in quotes: "025"')
        elif number in self._ids:
            self._slip(
                line, f'the id "{number}" again (first at line {self._ids[number]})', "take the next free one"
            )
        if number:
            self._ids.setdefault(number, line)
        return number

    def _quote(self, node: Mapping) -> str:
        quote, line = self._text(node, "quote"), node.lines.get("quote", node.line)
        words = word_count(quote)
        if words > MAX_WORDS:
            self._slip(line, f"the quote has {words} words, more than {MAX_WORDS}", "quote fewer words")
        elif len(quote) > MAX_CHARACTERS:
            much = f"{len(quote)} characters, more than {MAX_CHARACTERS}"
            self._slip(line, f"the quote has {much}", "quote fewer words")
        return quote

    def _slip(self, line: int, message: str, mend: str) -> None:
        self._errors.add(self._path, line, message, mend)


def tidy(text: str) -> str:
    """Text without soft hyphens and with single spaces for white space, as quotes are kept.

    >>> tidy("5,9  млрд\\n дол\\u00adларов")
    '5,9 млрд долларов'
    """
    return " ".join(re.sub(r"\u00ad\s*", "", text).split())


def _mapping(node: Node, message: str, mend: str) -> Mapping:
    if not isinstance(node, Mapping):
        raise Slip(message, mend)
    return node
