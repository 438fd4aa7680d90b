"""The identifier of a withdrawn claim is never used again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.build import build_tables, missing_claims
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


def test_a_claim_that_is_lost_or_never_was_is_missed(example: Path) -> None:
    before = [error.message for error in missing_claims(example).errors]
    assert not any("pereval" in message for message in before)
    path = example / "raw/readings/pereval.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('id: "005"', 'id: "009"'), encoding="utf-8")
    gone = [f"the claim pereval-00{number} is neither in the reading nor retired" for number in (5, 7, 8)]
    assert [error.message for error in missing_claims(example).errors if "pereval" in error.message] == gone
    retired = "".join(GONE.replace("teapass-900", f"pereval-00{number}") for number in (5, 7, 8))
    (example / "raw/retired.yaml").write_text(retired, encoding="utf-8")
    assert [error.message for error in missing_claims(example).errors] == before


def test_a_work_without_a_reading_is_missed(example: Path) -> None:
    (example / "raw/readings/pereval.yaml").unlink()
    said = [str(error) for error in missing_claims(example).errors]
    assert any(line.startswith("raw/works.json:") and "`pereval` has no reading" in line for line in said)
