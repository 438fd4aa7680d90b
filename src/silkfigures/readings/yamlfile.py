"""YAML files as plain mappings, lists and strings that know their lines.

Only the plain part of YAML is read: every scalar is a string, and anchors, aliases, tags, repeated keys and
several documents in one file are refused, so that a file means what a person sees in it.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from silkfigures.files.bounded import read_bounded
from silkfigures.readings.errors import Errors, ReadingError, Slip

LIMIT = 4_000_000
DEPTH = 12
_HALF = re.compile("[\ud800-\udfff]")


class Mapping(dict):
    """A YAML mapping: a dict with `line` (where it begins) and `lines` (key -> its line)."""

    def __init__(self, line: int = 1) -> None:
        """Begin empty."""
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Sequence(list):
    """A YAML list with `line` (where it begins) and `lines` (the line of each item)."""

    def __init__(self, line: int = 1) -> None:
        """Begin empty."""
        super().__init__()
        self.line = line
        self.lines: list[int] = []


Node = str | Mapping | Sequence


def read_text(path: Path, name: str) -> str:
    """The text of a UTF-8 file; `name` stands in the ReadingError of one that cannot be read."""
    try:
        content = read_bounded(path, LIMIT)
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        mend = "split the file" if error.errno == errno.EFBIG else "put the file there, readable"
        raise ReadingError(name, None, f"cannot be read: {reason.partition(':')[0]}", mend) from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReadingError(name, line, "this is not UTF-8 text", "save the file as UTF-8") from None


def load_yaml(path: Path, name: str | None = None) -> Node:
    """Read one YAML file; `name` is what errors call it. Raises ReadingError with the line of the slip."""
    name = name or str(path)
    return parse_yaml(read_text(path, name), name)


def load_items(root: Path, name: str, what: str, mend: str, errors: Errors) -> Iterator[tuple[Node, int]]:
    """The items of a YAML file that is a list of `what`, each with its line; slips go to `errors`."""
    with errors.at(name, 1):
        node = load_yaml(root / name, name)
        if not isinstance(node, Sequence):
            raise Slip(f"the {what} are no list", mend)
        yield from zip(node, node.lines, strict=True)


def parse_yaml(text: str, name: str = "text") -> Node:
    """Read YAML from a string.

    >>> node = parse_yaml("work: a\\nfigures:\\n  - line: 3\\n")
    >>> node["figures"][0]["line"], node["figures"][0].lines["line"]
    ('3', 3)
    """
    return _Builder(_plain_events(text, name), name).document()


def _plain_events(text: str, name: str) -> Iterator[Event]:
    """The parser's events, with its errors turned into ours and everything fancy refused."""
    documents = 0
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            documents += isinstance(event, DocumentStartEvent)
            _refuse(event, documents, name)
            yield event
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "not YAML"
        raise ReadingError(
            name, mark.line + 1 if mark else None, f"YAML: {problem}", _mend(problem)
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ReadingError(name, line, "YAML: a character that text files do not have", "remove it") from None


def _refuse(event: Event, documents: int, name: str) -> None:
    line = event.start_mark.line + 1
    if documents > 1:
        raise ReadingError(name, line, "a second YAML document begins here", "remove the line `---`")
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        what = "alias" if isinstance(event, AliasEvent) else "anchor"
        mark = "*" if what == "alias" else "&"
        raise ReadingError(
            name, line, f"a YAML {what} ({mark}{event.anchor})", "write the value out, in quotes"
        )
    if getattr(event, "tag", None):
        raise ReadingError(
            name, line, f"a YAML tag ({event.tag})", "remove the tag, or put the text in quotes"
        )


def _mend(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "put the text that holds a colon in quotes"
    if "\\t" in problem:
        return "indent with spaces, not tabs"
    if "end of stream" in problem or "unexpected end" in problem:
        return "close the quote or bracket that was opened before"
    if "alphabetic or numeric" in problem or "cannot start any token" in problem:
        return "put the text that begins with a sign in quotes"
    return "check indentation, colons and quotes at this line and the one before"


class _Builder:
    """Builds the nodes of one document from its events."""

    def __init__(self, events: Iterator[Event], name: str) -> None:
        self._events, self._name = events, name

    def document(self) -> Node:
        next(self._events)  # the stream begins
        event = next(self._events)
        if not isinstance(event, DocumentStartEvent):
            raise ReadingError(
                self._name, 1, "the file is empty", "write the YAML into it or remove the file"
            )
        node = self._node(next(self._events), 0)
        for _ in self._events:  # what follows is looked at too: a second document is refused
            pass
        return node

    def _node(self, event: Event, depth: int) -> Node:
        if depth > DEPTH:
            raise self._error(event, f"nested more than {DEPTH} deep", "flatten it")
        if isinstance(event, ScalarEvent):
            return self._text(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _sequence(self, event: SequenceStartEvent, depth: int) -> Sequence:
        found = Sequence(event.start_mark.line + 1)
        while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
            found.lines.append(item.start_mark.line + 1)
            found.append(self._node(item, depth + 1))
        return found

    def _mapping(self, event: MappingStartEvent, depth: int) -> Mapping:
        found = Mapping(event.start_mark.line + 1)
        while not isinstance(item := next(self._events), yaml.MappingEndEvent):
            if not isinstance(item, ScalarEvent):
                raise self._error(item, "a key that is no word", "write `key: value`")
            if self._text(item) in found:
                first = found.lines[item.value]
                raise self._error(item, f"the key `{item.value}` again (first at line {first})", "remove one")
            found.lines[item.value] = item.start_mark.line + 1
            found[item.value] = self._node(next(self._events), depth + 1)
        return found

    def _text(self, event: ScalarEvent) -> str:
        """The text of a scalar; an escape such as \\ud800 may have put half a character into it."""
        if _HALF.search(event.value):
            raise self._error(event, "an escape that is half a character", "write the character itself")
        return event.value

    def _error(self, event: Event, message: str, mend: str) -> ReadingError:
        return ReadingError(self._name, event.start_mark.line + 1, message, mend)
