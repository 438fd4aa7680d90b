"""The identifier of a withdrawn claim is never used again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.build import build_tables
from silkfigures.build.retired import load_retired
from silkfigures.readings import Errors

GONE = "- claim: teapass-900\n  version: 0.3.0\n  reason: The book prints it of another pass.\n"


def test_a_withdrawn_claim_is_no_row(example: Path) -> None:
    (example / "raw/retired.yaml").write_text(GONE, encoding="utf-8")
    assert "teapass-900" not in {row["claim_id"] for row in build_tables(example)["figures"]}


def test_a_withdrawn_claim_may_name_its_successor(example: Path) -> None:
    (example / "raw/retired.yaml").write_text(GONE + "  successor: teapass-014\n", encoding="utf-8")
    (entry,) = load_retired(example, Errors())
    assert (entry.claim, entry.successor) == ("teapass-900", "teapass-014")
    assert build_tables(example)["figures"]


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        ("teapass-900", "teapass-014", "raw/retired.yaml:1: the retired claim teapass-014 is in use again"),
        ("  version: 0.3.0\n", "", "raw/retired.yaml:1: `version` is missing (mend: add `version: …`)"),
        ("version", "verion", "raw/retired.yaml:1: no such key: `verion` (mend: did you mean `version`?"),
        (
            "  reason",
            "  successor: teapass-01\n  reason",
            "raw/retired.yaml:1: the successor teapass-01 is no claim",
        ),
        ("  reason", "  successor: ''\n  reason", "raw/retired.yaml:1: `successor` is missing"),
        (GONE, GONE + GONE, "raw/retired.yaml:4: the claim teapass-900 again (mend: remove one)"),
        (GONE, "gone: teapass-900\n", "raw/retired.yaml:1: the retired claims are no list"),
    ],
)
def test_a_slip_is_told(example: Path, slips: Callable[[], list[str]], old: str, new: str, slip: str) -> None:
    (example / "raw/retired.yaml").write_text(GONE.replace(old, new), encoding="utf-8")
    assert [found for found in slips() if found.startswith(slip)]
