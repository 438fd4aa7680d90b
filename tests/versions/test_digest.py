"""Changes for a person: little to read, and nothing left out."""

from __future__ import annotations

import pytest

from silkfigures.versions import Change, digest, markdown
from silkfigures.versions.digest import named


def claims(kind, numbers, **facts):
    return [Change("1.1.0", f"claim {kind}", "figures", f"lee2021-{n:03}", **facts) for n in numbers]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ([], ""),
        (["brics-009", "brics-010", "brics-011"], "brics-009 to brics-011"),
        (["brics-999", "brics-1000"], "brics-999 to brics-1000"),
        (["brics-001", "brics-003"], "brics-001, brics-003"),
        (["brics-001", "lee2021-002"], "brics-001, lee2021-002"),
        (list("abcdefgh"), "a, b, c, d, e, f and 2 more"),
        (["flows/export", "flows/import"], "flows/export, flows/import"),
    ],
)
def test_codes_and_claims_in_words(keys, told):
    assert named(keys) == told


def test_claims_that_changed_alike_are_one_line():
    one = {"field": "unit", "before": "times", "after": "meeting", "why": "Misread."}
    (line,) = digest(claims("changed", [1, 2, 3], **one))
    assert (line.number, line.field, line.before, line.after) == (3, "unit", "times", "meeting")
    assert len(digest(claims("changed", [1, 2], **one) + claims("changed", [3], **{**one, "why": ""}))) == 2


def test_notes_that_were_reworded_for_one_reason_are_one_line():
    notes = [
        *claims("changed", [1], field="note", before="By 2000.", after="By 2000, a plan.", why="Doubt."),
        *claims("changed", [2], field="note", before="By 2006.", after="By 2006, a plan.", why="Doubt."),
        *claims("changed", [3], field="note", before="", after="By 2010.", why="Doubt."),
    ]
    assert [line.number for line in digest(notes)] == [2, 1]
    told = markdown(notes)
    assert "`note` of `lee2021-001` to `lee2021-002` (2) reworded. Doubt." in told
    assert "`note` of `lee2021-003` from nothing to `By 2010.`. Doubt." in told


def test_a_column_that_changed_in_many_tables_is_one_line():
    (line,) = digest([Change("1.1.0", "column added", t, "", "note") for t in ("figures", "aid", "trade")])
    assert (line.tables, line.number) == (("figures", "aid", "trade"), 3)


def test_the_list_in_markdown():
    changes = [
        *claims("retired", [7], after="lee2021-008", why="Counted twice."),
        *claims("changed", [1], field="unit", before="times", after="meeting", why="Misread."),
        *claims("changed", [2], field="note", before="Old.", after=""),
        *claims("moved", [3], field="place", before="a.txt, line 1", after="a.txt, line 2"),
        *claims("moved", [4], field="place", before="a.txt, line 3", after="a.txt, line 4"),
        *claims("added", [9, 10, 12]),
        Change("1.1.0", "table recomputed", "coverage", before="9 rows", after="12 rows"),
        Change("1.1.0", "column renamed", "trade", "", "flow", "flow", "direction", "As in the standard."),
        Change("1.1.0", "column reworded", "works", "", "title", "description: a", "description: b"),
        Change("1.1.0", "row removed", "codes", "flows/transit", why="Never used."),
        Change("1.1.0", "row added", "places", "ARM"),
        Change("1.1.0", "row added", "places", "AZE"),
    ]
    assert markdown(changes).splitlines() == [
        "- **Claims retired**: `lee2021-007`, see `lee2021-008`. Counted twice.",
        "- **Claims changed** (2):",
        "  - `unit` of `lee2021-001` from `times` to `meeting`. Misread.",
        "  - `note` of `lee2021-002` from `Old.` to nothing.",
        "- **Claims moved**: `lee2021-003` to `lee2021-004` (2).",
        "- **Claims added**: `lee2021-009` to `lee2021-010`, `lee2021-012` (3).",
        "- **Tables recomputed**: `coverage` from `9 rows` to `12 rows`.",
        "- **Columns renamed**: `flow` of `trade` to `direction`. As in the standard.",
        "- **Columns reworded**: `title` of `works` from `description: a` to `description: b`.",
        "- **Rows removed**: `codes`: `flows/transit`. Never used.",
        "- **Rows added**: `places`: `ARM`, `AZE` (2).",
    ]


def test_nothing_in_a_cell_ends_the_line_or_the_code():
    text = markdown(claims("changed", [1], field="subject", before="a `b`\n\n# c", after="x" * 200))
    (line,) = [line for line in text.splitlines() if "subject" in line]
    assert "from `a 'b' # c` to `xxx" in line and "…`" in line and len(line) < 200
    assert len(text.splitlines()) == 3
