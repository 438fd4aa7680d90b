"""Changes for a person: what goes together in one line, and the lines as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from silkfigures.schemas.findings import shown
from silkfigures.versions.kinds import KINDS, Change

ALWAYS = ("claim added", "claim changed", "claim retired")  # told even where there are none
NAMED = 6  # so many codes of a list are named
LONGEST = 80  # characters of a cell
_APART = ("claim moved",)  # each from another place to another: only their number is told


@dataclass(frozen=True, slots=True)
class Line:
    """Changes of one kind that say the same of several claims, rows or tables.

    `tables` and `keys` are those changed; `field`, `before`, `after` and `why` hold for all.
    """

    kind: str
    tables: tuple[str, ...]
    keys: tuple[str, ...]
    field: str
    before: str
    after: str
    why: str

    @property
    def number(self) -> int:
        """How many changes these are."""
        return max(len(self.keys), len(self.tables))


def digest(changes: Iterable[Change]) -> list[Line]:
    """The changes in as few lines as tell all, in their order.

    >>> added = [Change("2.0.0", "claim added", "figures", f"lee2021-00{n}") for n in (1, 2, 3)]
    >>> [line.number for line in digest(added)]
    [3]
    """
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault(_together(change), []).append(change)
    return [_line(group) for group in groups.values()]


def _together(change: Change) -> tuple[str, ...]:
    """What changes have in common that go into one line."""
    what, _, how = change.kind.partition(" ")
    same: tuple[str, ...] = (change.field, change.before, change.after, change.why)
    if change.kind in _APART:
        same = ()
    elif _reworded(change):
        same = (change.field, change.why)
    if what == "claim" and how != "changed":
        return (change.kind, change.key.rpartition("-")[0], *same)
    return (change.kind, "" if what == "column" else change.table, *same)


def _reworded(change: Change) -> bool:
    """Whether a note says the same or more in other words; what it says stands in the table."""
    return change.kind == "claim changed" and change.field == "note" and bool(change.before and change.after)


def _line(group: Sequence[Change]) -> Line:
    first = group[0]
    told = first.kind not in _APART and not _reworded(first)
    before, after = (first.before, first.after) if told else ("", "")
    tables = tuple(dict.fromkeys(change.table for change in group))
    keys = tuple(change.key for change in group if change.key)
    return Line(first.kind, tables, keys, first.field, before, after, first.why)


def named(keys: Sequence[str], most: int = NAMED, mark: Callable[[str], str] = str) -> str:
    """Claims and codes in words, each put through `mark`: claims as ranges, the first of many codes.

    >>> named(["brics-001", "brics-002", "brics-003", "lee2021-007"])
    'brics-001 to brics-003, lee2021-007'
    >>> named(["a", "b", "c"], most=2)
    'a, b and 1 more'
    """
    runs = list(_runs(keys))
    rest = sum(len(run) for run in runs[most:])
    told = [" to ".join(map(mark, dict.fromkeys((run[0], run[-1])))) for run in runs[:most]]
    return ", ".join(told) + (f" and {rest} more" if rest else "")


def _runs(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """Runs of claims with neighbouring numbers; anything else is a run by itself."""
    start = 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or _following(keys[at - 1]) != keys[at]:
            yield keys[start:at]
            start = at


def _following(key: str) -> str:
    """The claim with the next number; "" for anything else."""
    found = re.fullmatch(r"(.+-)(\d{3,})", key)
    return f"{found[1]}{int(found[2]) + 1:0{len(found[2])}}" if found else ""


def sentence(change: Change) -> str:
    """One change in a line of plain words.

    >>> sentence(Change("0.2.0", "claim changed", "figures", "lee2021-001", "unit", "times", "meeting"))
    "claim changed: lee2021-001, unit from 'times' to 'meeting'"
    """
    what = (
        change.key if change.kind.startswith("claim") else " ".join(filter(None, (change.table, change.key)))
    )
    field = f", {change.field}" if change.field else ""
    values = f" from {shown(change.before)} to {shown(change.after)}" if change.before or change.after else ""
    return f"{change.kind}: {what}{field}{values}"


def markdown(changes: Iterable[Change]) -> str:
    """Changes as a list in Markdown, by kind; the kinds that concern claims stand there in any case.

    >>> print(markdown([Change("0.2.0", "claim retired", "figures", "lee2021-001", why="Counted twice.")]))
    - **Claims retired**: `lee2021-001`. Counted twice.
    - **Claims changed**: none.
    - **Claims added**: none.
    """
    lines = digest(changes)
    told = (_kind(kind, [line for line in lines if line.kind == kind]) for kind in KINDS)
    return "\n".join(filter(None, told))


def _kind(kind: str, lines: list[Line]) -> str:
    what, _, how = kind.partition(" ")
    title = f"- **{what.capitalize()}s {how}**"
    if not lines:
        return f"{title}: none." if kind in ALWAYS else ""
    if len(lines) == 1:
        return f"{title}: {_said(lines[0])}"
    number = sum(line.number for line in lines)
    return "\n".join([f"{title} ({number}):", *(f"  - {_said(line)}" for line in lines)])


def _said(line: Line) -> str:
    """A line in Markdown: what, from what to what, and why."""
    text = " of ".join(filter(None, (_field(line), _subject(line))))
    both = line.kind.endswith(" changed")
    if both and not (line.before or line.after):
        return f"{text} reworded. {line.why}".rstrip()
    if line.kind != "claim retired":
        text += f" from {_code(line.before)}" if both or line.before not in ("", line.field) else ""
        text += f" to {_code(line.after)}" if line.after or both else ""
    if line.kind == "claim retired" and line.after:
        text += f", see {_code(line.after)}"
    return f"{text}. {line.why}".rstrip()


def _field(line: Line) -> str:
    return "" if not line.field or line.kind == "claim moved" else _code(line.field)


def _subject(line: Line) -> str:
    """The claims, rows or tables of a line, with their number where there are many."""
    tables = ", ".join(map(_code, line.tables))
    if not line.keys:
        return tables
    keys = named(line.keys, mark=_code)
    many = f" ({len(line.keys)})" if len(line.keys) > 1 else ""
    return f"{keys}{many}" if line.kind.startswith("claim") else f"{tables}: {keys}{many}"


def _code(text: str) -> str:
    """Text as code that nothing in it can end, cut to a readable length."""
    line = " ".join(text.split()).replace("`", "'")
    return f"`{line if len(line) <= LONGEST else line[: LONGEST - 1] + '…'}`" if line else "nothing"
