"""The history of this repository: nothing vanished without a word, and the story it tells is true."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import silkfigures
from silkfigures.build.retired import load_retired
from silkfigures.publish import changelog, changes, history, history_findings
from silkfigures.readings import Errors
from silkfigures.versions import differences, open_release, read_recorded, recorded


def test_every_change_is_explained_and_fits_the_version(root: Path) -> None:
    assert [str(finding) for finding in history_findings(root)] == []


def test_every_claim_of_every_version_is_there_or_retired(root: Path) -> None:
    retired = {entry.claim for entry in load_retired(root, Errors())}
    present = set(open_release(root).claims)
    assert not present & retired
    versions = recorded(root)
    assert versions[:2] == ["0.1.0", "0.2.0"]
    for version in versions:
        assert set(read_recorded(root, version).claims) <= present | retired, version


def test_the_changelog_is_not_stale(root: Path) -> None:
    assert (root / "CHANGELOG.md").read_text(encoding="utf-8") == changelog(root)


def test_the_history_that_is_published_is_not_stale(root: Path) -> None:
    assert (root / "history.csv").read_text(encoding="utf-8") == history(root)
    versions = [row.split(",")[0] for row in changes(root).splitlines()[1:]]
    assert set(versions) == {silkfigures.__version__}


def test_the_story_from_0_1_0_to_0_2_0(root: Path) -> None:
    old, new = read_recorded(root, "0.1.0"), read_recorded(root, "0.2.0")
    assert (len(old.claims), len(new.claims)) == (115, 724)
    found = differences(old, new)
    kinds = Counter(change.kind for change in found)
    assert kinds["claim added"] == 724 - 115 and kinds["claim changed"] == 2
    assert not {kind for kind in kinds if kind.endswith(("removed", "renamed", "moved", "retyped"))}
    added = {change.key.rpartition("-")[0] for change in found if change.kind == "claim added"}
    assert len(added) == 29 and not added & {"dong2025", "modernisation"}
    rows = Counter(change.table for change in found if change.kind == "row added")
    assert rows["works"] == 38 - 2 and rows["documents"] == 5 - 2
    assert [change.table for change in found if change.kind == "table added"] == ["coverage"]


@pytest.mark.parametrize("back", [False, True])
def test_no_version_equals_another(root: Path, back: bool) -> None:
    releases = [read_recorded(root, version) for version in recorded(root)]
    for old, new in pairwise(releases[::-1] if back else releases):
        assert differences(old, new)
        assert differences(old, old) == []


def test_the_story_from_0_2_0_to_0_3_0(root: Path) -> None:
    found = differences(read_recorded(root, "0.2.0"), read_recorded(root, "0.3.0"))
    claims = {change.key for change in found if change.kind == "claim changed"}
    assert claims == {
        *("caspianregion-001", "caspianregion-004", "caspianregion-012", "caspianregion-106"),
        *("caspianstatus-032", "chinamilitary-008", "dong2025-004", "gubaidullina-007", "gubaidullina-050"),
        *("transportcorridor-021", "transportcorridor-022"),
    }
    kinds = Counter(change.kind for change in found)
    assert not kinds["claim added"] and not kinds["claim retired"]
    assert {change.table for change in found if change.kind == "table added"} == {"relations", "conflicts"}


def test_the_story_from_0_3_0_to_1_0_0(root: Path) -> None:
    """The third reading of all claims: 42 of them changed, none in its value."""
    found = differences(read_recorded(root, "0.3.0"), read_recorded(root, "1.0.0"))
    third = {
        "caspianregion": "013 041 064 103 105", "caspianstatus": "011 012 013 016 024 025 027",
        "chinafactor": "006", "chinamilitary": "005", "eaeuchina": "005", "gubaidullina": "035 052",
        "iteducation": "002 003 005 014", "japansoftpower": "003", "kazakhturkish": "003",
        "modernisation": "043 044 049 063", "priorities": "025", "serikkaliyeva": "006 008 012 014 015 033",
        "transportcorridor": "004 006 019 093 094", "transportlogistics": "020 021 022",
    }  # fmt: skip
    claims = [change for change in found if change.kind == "claim changed"]
    wanted = {f"{work}-{number}" for work, numbers in third.items() for number in numbers.split()}
    assert {change.key for change in claims} == wanted and len(wanted) == 42
    assert not {"value", "qualifier", "printed", "quote", "start"} & {change.field for change in claims}
    units = {change.key for change in claims if change.field == "unit"}
    assert units == {"gubaidullina-035", "transportcorridor-006"}
    kinds = {change.kind for change in found} - {"claim changed", "table recomputed"}
    assert kinds <= {"table reworded", "column reworded", "row changed", "row added", "table recomputed"}, (
        kinds
    )
    changed = {change.field for change in found if change.kind == "row changed"}
    assert changed <= {"label_en", "label_ru", "label_kk", "definition"}, changed
