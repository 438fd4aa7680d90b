"""What differs in the columns of a table between two releases."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher

from silkfigures.versions.kinds import Change
from silkfigures.versions.release import Release
from silkfigures.versions.shape import MASTER, Column, Shape

Names = Mapping[str, str]  # the columns that both releases have: old name to new name


def same_columns(old: Release, new: Release, before: Shape, after: Shape) -> Names:
    """The columns of a table that are in both releases, old name to new name, in the new order.

    A column that is gone and a new one of the same type after the same column are one that was renamed,
    unless their cells say otherwise. Columns that a view shares with the master are judged there.
    """
    found = {name: name for name in before.columns if name in after.columns}
    for name in [name for name in before.columns if name not in found]:
        fresh = [other for other in after.columns if other not in found.values()]
        for other in fresh:
            if _beside(before, after, name, other, found) and _alike(old, new, before, after, name, other):
                found[name] = other
                break
    place = {name: at for at, name in enumerate(after.columns)}
    return dict(sorted(found.items(), key=lambda pair: place[pair[1]]))


def _beside(before: Shape, after: Shape, name: str, other: str, found: Names) -> bool:
    """Whether two columns have one type and stand after the same column."""
    stood = found.get(_previous(name, before, found), "")
    same = before.columns[name].type == after.columns[other].type
    return same and stood == _previous(other, after, [*found.values()])


def _previous(name: str, shape: Shape, known: Collection[str]) -> str:
    """The nearest column before this one that both releases have; "" where there is none."""
    names = [*shape.columns]
    return next((other for other in reversed(names[: names.index(name)]) if other in known), "")


def _alike(old: Release, new: Release, before: Shape, after: Shape, name: str, other: str) -> bool:
    """Whether half of the cells of two columns are the same, or there are none to compare."""
    if not before.compared and before.kind == "observation" and name in old.tables[MASTER].columns:
        shapes = old.tables[MASTER], new.tables[MASTER]
        return other in shapes[1].columns and _alike(old, new, *shapes, name, other)
    if not (before.compared and after.compared):
        return True
    rows, others = old.rows[before.name], new.rows[after.name]
    pairs = [(row[name], others[key][other]) for key, row in rows.items() if key in others]
    filled = [one == two for one, two in pairs if one or two]
    return 2 * sum(filled) >= len(filled)


def column_changes(
    version: str, before: Shape, after: Shape, names: Names, repeated: Collection[str] = ()
) -> Iterator[Change]:
    """What differs in the columns of a table; `names` as `same_columns` gives them.

    Of the `repeated` columns, which a view shares with the master, rules and words are compared there.
    """

    def change(kind: str, field: str, old: str = "", new: str = "") -> Change:
        return Change(version, f"column {kind}", after.name, "", field, old, new)

    for name in before.columns:
        if name not in names:
            yield change("removed", name)
        elif names[name] != name:
            yield change("renamed", name, name, names[name])
    for name in _moved([name for name in before.columns if name in names], [*names]):
        yield change("moved", names[name], *_neighbours(name, before, after, names))
    last = max((at for at, name in enumerate(after.columns) if name in names.values()), default=-1)
    for at, name in enumerate(after.columns):
        if name not in names.values():
            yield change("added" if at > last else "inserted", name)
    for old, new in names.items():
        for kind, was, stands in _differing(before.columns[old], after.columns[new]):
            if kind == "retyped" or new not in repeated:
                yield change(kind, new, was, stands)


def _moved(before: list[str], after: list[str]) -> list[str]:
    """The columns that stand elsewhere, as few as explain the new order.

    >>> _moved(["a", "b", "c"], ["c", "a", "b"])
    ['c']
    """
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = {name for block in blocks for name in before[block.a : block.a + block.size]}
    return [name for name in after if name not in stayed]


def _neighbours(name: str, before: Shape, after: Shape, names: Names) -> tuple[str, str]:
    """After which column it stood and stands."""
    places = _previous(name, before, before.columns), _previous(names[name], after, after.columns)
    was, stands = (f"after {place}" if place else "first" for place in places)
    return was, stands


def _differing(before: Column, after: Column) -> Iterator[tuple[str, str, str]]:
    """Kind, old and new of each property of a column that differs."""
    if before.type != after.type:
        yield "retyped", before.type, after.type
    for rule in dict.fromkeys([*before.rules, *after.rules]):
        old, new = before.rules.get(rule, ""), after.rules.get(rule, "")
        if old != new:
            yield "tightened" if new else "loosened", _told(rule, old), _told(rule, new)
    for what in dict.fromkeys([*before.words, *after.words]):
        old, new = before.words.get(what, ""), after.words.get(what, "")
        if old != new:
            yield "reworded", _told(what, old), _told(what, new)


def _told(what: str, said: str) -> str:
    return f"{what}: {said}" if said else ""
