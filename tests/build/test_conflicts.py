"""The build makes the table of conflicts from the claims and `validation/conflicts.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from silkfigures.build import build_tables
from silkfigures.checks.conflicts_file import CONFLICTS


def judge(example: Path, text: str) -> None:
    (example / CONFLICTS).parent.mkdir(exist_ok=True)
    (example / CONFLICTS).write_text(text, encoding="utf-8")


def test_no_file_and_no_conflict_give_an_empty_table(placed: Path) -> None:
    assert build_tables(placed)["conflicts"] == []


def test_a_judgement_makes_a_row(example: Path) -> None:
    judge(
        example,
        "- claims: [teapass-001, teapass-003]\n  verdict: same\n  cause: period\n  prefer: teapass-003\n"
        "  why: Two years of one trade.\n",
    )
    (row,) = build_tables(example)["conflicts"]
    # 4.05 to 4.15 and 4.35 to 4.45 bn
    assert (row["lower"], row["upper"], row["gap"], row["unit"]) == (
        "4050000000",
        "4150000000",
        "200000000",
        "USD",
    )
    assert (row["relative_gap"], row["cause"], row["preferred"]) == ("0.04598", "period", "teapass-003")


def test_a_slip_stops_the_build(example: Path, slips: Callable[[], list[str]]) -> None:
    judge(example, "- claims: [teapass-001, teapass-999]\n  verdict: same\n  why: Two.\n")
    (slip,) = slips()
    assert slip.startswith(
        "validation/conflicts.yaml:1: no such claim: teapass-999 (mend: did you mean `teapass-"
    )
