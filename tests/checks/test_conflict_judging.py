"""The file of judgements: what is laid on which pairs, and every slip with file, line and mend."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from silkfigures.checks.conflict_judging import circle, resolved
from silkfigures.checks.conflicts_file import CONFLICTS
from silkfigures.readings import Errors

MADE_UP = runpy.run_path(str(Path(__file__).with_name("conflict_claims.py")))
claim = MADE_UP["claim"]
TABLES = {
    "figures": [
        claim("lee-001", "1", "2"),
        claim("lee-002", "1", "2", fact="lee-001"),
        claim("lee-003", "7", "8", subject="bridge"),
        claim("lee-004", "9", "9", "t", measure="level", indicator="energy.output", theme="energy"),
        claim("kim-001", "1.5", "2.5", subject="road"),
        claim("kim-002", "4", "5", subject="the way"),
        claim("kim-003", "7", "8", partner="CHN", subject="bridge"),
        claim("kim-004", "6", "6", "t"),
        claim("old-001", "20", "21", subject="tunnel"),
        claim("old-002", "30", "31", subject="tunnel"),
    ],
    **{"units": MADE_UP["UNITS"], "works": MADE_UP["WORKS"], "codes": MADE_UP["CODES"]},
}
TUNNELS = "- claims: [old-001, old-002]\n  verdict: different\n  why: The old one and the new one.\n"


def judge(tmp_path: Path, text: str):
    """The comparison, and the slips a line each."""
    (tmp_path / "validation").mkdir(exist_ok=True)
    (tmp_path / CONFLICTS).write_text(text, encoding="utf-8")
    errors = Errors()
    return resolved(tmp_path, TABLES, errors), [str(error) for error in errors]


def item(claims: str, verdict: str = "same", more: str = "") -> str:
    return f"{TUNNELS}- claims: [{claims}]\n  verdict: {verdict}\n{more}  why: So it is.\n"


def test_a_claim_stands_for_its_fact(tmp_path: Path) -> None:
    found, slips = judge(tmp_path, item("lee-001, kim-002", more="  cause: period\n  prefer: lee-001\n"))
    assert slips == []
    assert [(row["claim"], row["other"], row["basis"]) for row in found.rows] == [
        ("lee-001", "kim-002", "reader"),
        ("lee-002", "kim-002", "reader"),
    ]
    assert [row["preferred"] for row in found.rows] == ["lee-001", "lee-002"]
    assert {row["gap"] for row in found.rows} == {"2"}


def test_three_claims_make_three_pairs(tmp_path: Path) -> None:
    found, slips = judge(
        tmp_path, item("lee-003, kim-002, kim-001", more="  cause: source\n  prefer: kim-001\n")
    )
    assert slips == []
    assert {
        (row["claim"], row["other"]): (row["gap"], row["preferred"], row["rule"]) for row in found.rows
    } == {
        ("lee-003", "kim-001"): ("4.5", "kim-001", "reader"),
        # not named by the reader: 1 in 7.5 is narrower than 1 in 4.5
        ("lee-003", "kim-002"): ("2", "lee-003", "most_precise"),
        ("kim-001", "kim-002"): ("1.5", "kim-001", "reader"),
    }


def test_the_same_thing_that_meets_is_agreement(tmp_path: Path) -> None:
    found, slips = judge(tmp_path, item("lee-001, kim-001"))
    assert (slips, found.rows) == ([], [])
    assert found.agreeing == {("lee-001", "kim-001"): "reader", ("lee-002", "kim-001"): "reader"}


def test_without_a_file_the_claims_must_tell_every_cause(tmp_path: Path) -> None:
    errors = Errors()
    found = resolved(tmp_path, TABLES, errors)
    assert [(row["claim"], row["other"]) for row in found.rows] == [("old-001", "old-002")]
    assert [str(error) for error in errors] == [
        "validation/conflicts.yaml: old-001 and old-002 are about the same thing and do not meet, and "
        "nothing tells why (mend: add `- claims: [old-001, old-002]` with verdict, cause and why)"
    ]


@pytest.mark.parametrize(
    ("text", "line", "message", "mend"),
    [
        ("- lee-001\n", 1, "a judgement is a list of keys", "write claims, verdict"),
        ("claims: [a]\n", 1, "the judgements are no list", "begin each with `- claims:`"),
        (item("lee-001, kim-009"), 4, "no such claim: kim-009", "did you mean `kim-00"),
        (item("lee-001"), 4, "`claims` has 1 claims", "name two or more"),
        (item("lee-001, lee-001"), 4, "`claims` names a claim twice", "name each once"),
        (
            item("lee-001, kim-001").replace("claims: [lee", "claim: [lee"),
            4,
            "no such key: `claim`",
            "did you mean `claims`",
        ),
        (item("lee-001, kim-001", "sam"), 4, "`verdict` is `sam`", "write same or different"),
        (item("lee-001, kim-001").replace("why: So it is.", "why:"), 4, "`why` is missing", "write `why: …`"),
        (
            item("lee-001, kim-002", more="  cause: perod\n"),
            4,
            "no such cause: `perod`",
            "did you mean `period`",
        ),
        (
            item("lee-001, kim-002", more="  prefer: old-001\n"),
            4,
            "`prefer` is `old-001`",
            "name one of lee-001, kim-002, or none",
        ),
        (
            item("lee-001, kim-001", "different", "  cause: unit\n"),
            4,
            "a cause or preference between different",
            "remove",
        ),
        (item("lee-001, lee-002", "different"), 4, "lee-001 and lee-002 share a fact", "mend `fact`"),
        (
            item("lee-003, lee-004"),
            4,
            "lee-003 and lee-004 stand in two tables",
            "compare claims of one theme",
        ),
        (
            item("lee-003, kim-004"),
            4,
            "lee-003 and kim-004 cannot be compared: t and km measure different",
            "take one",
        ),
        (item("old-001, old-002"), 4, "old-001 and old-002 are judged in line 1 too", "judge each pair once"),
        (item("lee-001, lee-002"), 4, "lee-001, lee-002 are compared anyway", "give `cause` or `prefer`"),
        (
            item("lee-001, kim-001", more="  cause: unit\n"),
            4,
            "lee-001, kim-001 do not conflict",
            "remove `cause`",
        ),
        (
            item("lee-003, lee-004", "different"),
            4,
            "lee-003, lee-004 would not be compared",
            "remove the item",
        ),
    ],
)
def test_a_slip_names_file_line_and_mend(
    tmp_path: Path, text: str, line: int, message: str, mend: str
) -> None:
    slips = judge(tmp_path, text)[1]
    assert any(s.startswith(f"{CONFLICTS}:{line}: {message}") and f"(mend: {mend}" in s for s in slips), slips


def test_likely_pairs_may_be_judged_different(tmp_path: Path) -> None:
    found, slips = judge(tmp_path, item("lee-003, kim-003", "different"))
    assert slips == []
    assert ("lee-003", "kim-003") in found.different


def test_a_circle_of_preferences_is_a_slip(tmp_path: Path) -> None:
    texts = [
        item("lee-003, kim-002", more="  cause: unit\n  prefer: lee-003\n"),
        item("kim-002, old-001", more="  cause: unit\n  prefer: kim-002\n").replace(TUNNELS, ""),
        item("lee-003, old-001", more="  cause: unit\n  prefer: old-001\n").replace(TUNNELS, ""),
    ]
    assert judge(tmp_path, texts[0] + texts[1])[1] == []
    slips = judge(tmp_path, "".join(texts))[1]
    assert len(slips) == 3
    assert (
        "validation/conflicts.yaml: lee-003 is preferred to itself in a circle (mend: mend a `prefer`)"
        in slips
    )


def test_a_chain_is_no_circle() -> None:
    assert (
        circle(
            [{"claim": "a", "other": "b", "preferred": "a"}, {"claim": "b", "other": "c", "preferred": "b"}]
        )
        == []
    )
