"""Every kind of change, made by hand in a made-up release, and what is told of it."""

from __future__ import annotations

import pytest

MEANS = "description: As printed."
CLAIM = ["lee2021-001", "context.meetings", "CHN", "6", "times"]
ELSEWHERE = ["a.txt", "12", "130", "132"]
STOOD, STANDS = "a.txt, line 10, 100 to 102", "a.txt, line 12, 130 to 132"


def row(tables, table, at):
    return tables[table]["rows"][at]


def put(tables, table, at, cell, value):
    row(tables, table, at)[cell] = value


def insert(tables, table, name, at=None, cell="x"):
    columns = tables[table]["columns"]
    at = len(columns) if at is None else at
    columns.insert(at, name)
    for cells in tables[table]["rows"]:
        cells.insert(at, cell)


def drop(tables, table, name):
    at = tables[table]["columns"].index(name)
    tables[table]["columns"].pop(at)
    for cells in tables[table]["rows"]:
        cells.pop(at)


def rename(tables, table, old, new):
    tables[table]["columns"] = [new if name == old else name for name in tables[table]["columns"]]


def move(tables, table, old, new):
    for cells in (tables[table]["columns"], *tables[table]["rows"]):
        cells.insert(new, cells.pop(old))


CASES = {
    "nothing": (lambda t: None, []),
    "a claim is new": (
        lambda t: t["figures"]["rows"].append(["lee2021-004", *row(t, "figures", 0)[1:]]),
        [("claim added", "figures", "lee2021-004")],
    ),
    "a claim is gone": (
        lambda t: t["figures"]["rows"].pop(1),
        [("claim removed", "figures", "lee2021-002")],
    ),
    "a claim has another unit and value": (
        lambda t: (put(t, "figures", 0, 3, "7"), put(t, "figures", 0, 4, "meeting")),
        [
            ("claim changed", "figures", "lee2021-001", "value", "6", "7"),
            ("claim changed", "figures", "lee2021-001", "unit", "times", "meeting"),
        ],
    ),
    "claims stand in another order": (lambda t: t["figures"]["rows"].reverse(), []),
    "a claim stands elsewhere in its text": (
        lambda t: t["figures"]["rows"].__setitem__(0, [*CLAIM[:5], *ELSEWHERE]),
        [("claim moved", "figures", "lee2021-001", "place", STOOD, STANDS)],
    ),
    "a code is new": (
        lambda t: t["flags"]["rows"].append(["sum", "sum", "The parts do not add up."]),
        [("row added", "flags", "sum")],
    ),
    "a code is gone": (lambda t: t["flags"]["rows"].pop(0), [("row removed", "flags", "period")]),
    "a code is defined otherwise": (
        lambda t: put(t, "flags", 1, 2, "Another unit is meant."),
        [("row changed", "flags", "unit", "definition", "The unit is in doubt.", "Another unit is meant.")],
    ),
    "no claim has a rate any more": (
        lambda t: t["units"]["rows"].pop(1),
        [("row unused", "units", "t/year")],
    ),
    "a unit is gone": (lambda t: t["units"]["rows"].pop(0), [("row removed", "units", "t")]),
    "a party is new, which its own list tells": (lambda t: t["parties"]["rows"].append(["KAZ"]), []),
    "a check found something else": (
        lambda t: t["coverage"]["rows"].append(["xu2020", "3"]),
        [("table recomputed", "coverage", "1 row", "2 rows")],
    ),
    "a table is new": (
        lambda t: t.update(conflicts={"kind": "check", "columns": ["claim_id"], "rows": []}),
        [("table added", "conflicts")],
    ),
    "a table is gone": (lambda t: t.pop("trade"), [("table removed", "trade")]),
    "a table has another name": (
        lambda t: t.update(doubts=t.pop("flags")),
        [("table renamed", "doubts", "flags", "doubts")],
    ),
    "a renamed table has other rows too": (
        lambda t: (t["flags"]["rows"].pop(), t.update(doubts=t.pop("flags"))),
        [("table renamed", "doubts", "flags", "doubts"), ("row removed", "doubts", "unit")],
    ),
    "a table has another key": (
        lambda t: t["flags"].update(key="label_en"),
        [("table rekeyed", "flags", "flag", "label_en")],
    ),
    "a row is told of otherwise": (
        lambda t: t["flags"].update(row="one doubt"),
        [("table reworded", "flags", "row", "one row", "one doubt")],
    ),
    "a column is new at the end": (
        lambda t: insert(t, "figures", "note"),
        [("column added", "figures", "note")],
    ),
    "a column is new in the middle": (
        lambda t: insert(t, "figures", "note", 2),
        [("column inserted", "figures", "note")],
    ),
    "a column is gone": (lambda t: drop(t, "figures", "unit"), [("column removed", "figures", "unit")]),
    "a column has another name": (
        lambda t: rename(t, "figures", "partner", "counterpart"),
        [("column renamed", "figures", "partner", "partner", "counterpart")],
    ),
    "a renamed column has another cell": (
        lambda t: (rename(t, "figures", "partner", "counterpart"), put(t, "figures", 0, 2, "KAZ")),
        [
            ("claim changed", "figures", "lee2021-001", "counterpart", "CHN", "KAZ"),
            ("column renamed", "figures", "partner", "partner", "counterpart"),
        ],
    ),
    "the key has another name": (
        lambda t: rename(t, "flags", "flag", "doubt"),
        [("column renamed", "flags", "flag", "flag", "doubt")],
    ),
    "a column of a view has another name": (
        lambda t: rename(t, "trade", "flow", "direction"),
        [("column renamed", "trade", "flow", "flow", "direction")],
    ),
    "a column gives way to another": (
        lambda t: (drop(t, "figures", "partner"), insert(t, "figures", "mode", 2, "rail")),
        [("column removed", "figures", "partner"), ("column inserted", "figures", "mode")],
    ),
    "a column has moved to the end": (
        lambda t: move(t, "figures", 2, 8),
        [("column moved", "figures", "partner", "after indicator", "after end")],
    ),
    "a column has moved to the front": (
        lambda t: (move(t, "flags", 2, 0), t["flags"].update(key="flag")),
        [("column moved", "flags", "definition", "after label_en", "first")],
    ),
    "a column has another type": (
        lambda t: t["figures"].update(types={"line": "integer"}),
        [("column retyped", "figures", "line", "string", "integer")],
    ),
    "a column has a new rule": (
        lambda t: t["figures"].update(rules={"unit": {"required": True}}),
        [("column tightened", "figures", "unit", "required: true")],
    ),
    "the codes of a column are those of its list": (
        lambda t: t["figures"].update(rules={"unit": {"enum": ["USD"]}}),
        [],
    ),
    "a column is told of otherwise": (
        lambda t: t["figures"].update(words={"unit": "Of the value."}),
        [("column reworded", "figures", "unit", MEANS, "description: Of the value.")],
    ),
    "what a view repeats of the master is told once": (
        lambda t: [t[table].update(words={"unit": "Of the value."}) for table in ("figures", "trade")],
        [("column reworded", "figures", "unit", MEANS, "description: Of the value.")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_told(changed, case):
    change, expected = CASES[case]
    assert changed(change) == expected


def test_a_rule_that_is_dropped_loosens(changed, tables):
    before = {**tables, "flags": {**tables["flags"], "rules": {"label_en": {"required": True}}}}
    told = [("column loosened", "flags", "label_en", "required: true")]
    assert changed(lambda t: None, before) == told


def test_every_kind_is_made_here_or_by_hand():
    from silkfigures.versions.kinds import KINDS

    made = {change[0] for _, expected in CASES.values() for change in expected}
    assert set(KINDS) - made == {"claim retired", "column loosened"}
