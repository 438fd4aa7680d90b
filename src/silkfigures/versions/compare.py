"""What differs between two releases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from silkfigures.versions.columns import Names, column_changes, same_columns
from silkfigures.versions.kinds import KINDS, Change
from silkfigures.versions.release import Record, Release
from silkfigures.versions.shape import MASTER, Shape

PLACE = ("document", "line", "start", "end")  # where the printed figure stands, and no part of the claim
_ORDER = {kind: at for at, kind in enumerate(KINDS)}


def differences(old: Release, new: Release) -> list[Change]:
    """Every difference between two releases, without the reasons.

    Parameters
    ----------
    old, new : Release
        As `open_release` gives them.

    Returns
    -------
    list of Change
        By kind, then table and row in the order of publication. A claim that differs in two columns is two
        changes; one that only stands elsewhere in its text is one, of the field `place`. The themed tables
        show claims of `figures`, so of them only the columns are compared; of a table that the checks write,
        whether it is the same.
    """
    found = [*_tables(old, new)]
    return sorted(found, key=lambda change: _ORDER[change.kind])


def _tables(old: Release, new: Release) -> Iterator[Change]:
    """All changes, by table."""
    renamed = _renamed_tables(old, new)
    for name in old.tables:
        if name not in new.tables and name not in renamed:
            yield Change(new.version, "table removed", name)
    earlier = {after: before for before, after in renamed.items()}
    for name, shape in new.tables.items():
        before = old.tables.get(earlier.get(name, name))
        if before is None:
            yield Change(new.version, "table added", name)
        else:
            yield from _table(old, new, before, shape)


def _renamed_tables(old: Release, new: Release) -> dict[str, str]:
    """Tables that are gone and the new ones with the same columns, one to one."""
    fresh = [shape for name, shape in new.tables.items() if name not in old.tables]
    found: dict[str, str] = {}
    for name in [name for name in old.tables if name not in new.tables]:
        before = old.tables[name]
        for shape in fresh:
            same = (shape.kind, [*shape.columns]) == (before.kind, [*before.columns])
            if same and shape.name not in found.values():
                found[name] = shape.name
                break
    return found


def _table(old: Release, new: Release, before: Shape, after: Shape) -> Iterator[Change]:
    """The changes of a table that both releases have."""
    version, name = new.version, after.name
    if before.name != name:
        yield Change(version, "table renamed", name, before=before.name, after=name)
    names = same_columns(old, new, before, after)
    if tuple(names.get(column, column) for column in before.key) != after.key:
        yield Change(version, "table rekeyed", name, "", "", "/".join(before.key), "/".join(after.key))
    for what, words in after.words.items():
        if before.words.get(what, "") != words:
            yield Change(version, "table reworded", name, "", what, before.words.get(what, ""), words)
    view = after.kind == "observation" and name != MASTER
    repeated = {*old.tables[MASTER].columns, *new.tables[MASTER].columns} if view else ()
    yield from column_changes(version, before, after, names, repeated)
    if after.kind == "check" and (before.rows, before.hash) != (after.rows, after.hash):
        was, stands = (f"{rows} row{'s' * (rows != 1)}" for rows in (before.rows, after.rows))
        yield Change(version, "table recomputed", name, before=was, after=stands)
    if before.compared and after.compared:
        yield from _rows(version, after, old.rows[before.name], new.rows[name], names)


def _rows(
    version: str, shape: Shape, old: Mapping[str, Record], new: Mapping[str, Record], names: Names
) -> Iterator[Change]:
    """Rows added, changed and removed; in the master table these are claims."""
    what = "claim" if shape.name == MASTER else "row"
    for key in old:
        if key not in new:
            unused = shape.name == "units" and "/" in key
            yield Change(version, "row unused" if unused else f"{what} removed", shape.name, key)
    for key, row in new.items():
        if key not in old:
            yield Change(version, f"{what} added", shape.name, key)
        else:
            yield from _cells(version, shape, key, (old[key], row), names)


def _cells(
    version: str, shape: Shape, key: str, rows: tuple[Record, Record], names: Names
) -> Iterator[Change]:
    """The cells of a row that differ, by their new column; columns of one release only do not count."""
    before, after = rows
    what = "claim" if shape.name == MASTER else "row"
    for old, new in names.items():
        if before[old] != after[new] and not (what == "claim" and new in PLACE):
            yield Change(version, f"{what} changed", shape.name, key, new, before[old], after[new])
    if what == "claim":
        stood, stands = ([row.get(column, "") for column in PLACE] for row in rows)
        if stood != stands:
            yield Change(version, "claim moved", shape.name, key, "place", _place(stood), _place(stands))


def _place(cells: list[str]) -> str:
    """A place in words.

    >>> _place(["a.txt", "12", "100", "114"])
    'a.txt, line 12, 100 to 114'
    """
    document, line, start, end = cells
    return f"{document}, line {line}, {start} to {end}"
