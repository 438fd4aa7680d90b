"""Reasons written by hand: read with care, and matched to the changes they explain."""

from __future__ import annotations

from pathlib import Path

import pytest

from silkfigures.readings.errors import Errors
from silkfigures.versions import Change, ReleaseError, explained
from silkfigures.versions.reasons import Reason, between, load_reasons, told_reasons

ITEM = "- version: 1.0.1\n  claims: lee2021-001\n  field: unit\n  why: It was misread.\n"
UNIT = Change("1.0.1", "claim changed", "figures", "lee2021-001", "unit", "times", "meeting")
GONE = Change("1.0.1", "claim removed", "figures", "lee2021-002")
RENAMED = Change("1.0.1", "column renamed", "trade", "", "flow", "flow", "direction")
CODE = Change("1.0.1", "row removed", "codes", "flows/transit")


def load(root: Path, changes: str = "", retired: str = "") -> tuple[list[Reason], list[str]]:
    (root / "raw").mkdir()
    for name, text in (("changes", changes), ("retired", retired)):
        if text:
            (root / f"raw/{name}.yaml").write_text(text, encoding="utf-8")
    errors = Errors()
    return load_reasons(root, errors), [str(error) for error in errors]


@pytest.mark.parametrize(
    ("item", "change", "fits"),
    [
        ("claims: lee2021-001\n  field: unit", UNIT, True),
        ("claims: lee2021-*\n  field: '*'", UNIT, True),
        ("claims: [brics-001, lee2021-001]\n  field: [value, unit]", UNIT, True),
        ("table: figures\n  rows: lee2021-001\n  field: unit", UNIT, True),
        ("claims: lee2021-001\n  field: value", UNIT, False),
        ("claims: lee2021-002\n  field: unit", UNIT, False),
        ("claims: lee2021-001", UNIT, False),
        ("table: figures\n  field: unit", UNIT, False),
        ("claims: lee2021-002", GONE, False),  # what is gone is listed in raw/retired.yaml
        ("table: trade\n  field: flow", RENAMED, True),
        ("table: '*'\n  field: flow", RENAMED, True),
        ("table: aid\n  field: flow", RENAMED, False),
        ("table: codes\n  rows: flows/transit", CODE, True),
        ("table: codes", CODE, False),
    ],
)
def test_an_item_explains_what_it_names(tmp_path, item, change, fits):
    (reason,), slips = load(tmp_path, f"- version: 1.0.1\n  {item}\n  why: It was misread.\n")
    assert slips == []
    assert reason.explains(change) is fits
    assert explained([change], [reason])[0].why == ("It was misread." if fits else "")


SLIPS = {
    "no list": ("version: 1.0.1\n", "raw/changes.yaml:1: the changes are no list"),
    "no keys": ("- lee2021-001\n", "raw/changes.yaml:1: a change is a list of keys"),
    "other key": (ITEM.replace("field", "feild"), "no such key: `feild` (mend: did you mean `field`?"),
    "no why": (ITEM.replace("  why: It was misread.\n", ""), "raw/changes.yaml:1: `why` is missing"),
    "empty why": (ITEM.replace("It was misread.", "' '"), "raw/changes.yaml:1: `why` says nothing"),
    "several whys": (ITEM.replace("It was misread.", "[a, b]"), "raw/changes.yaml:1: `why` is a list"),
    "other version": (ITEM.replace("1.0.1", "next"), "raw/changes.yaml:1: `version`: `next` is no version"),
    "nothing named": (ITEM.replace("  claims: lee2021-001\n", ""), "what changed is not told"),
    "two named": (ITEM.replace("  field", "  table: trade\n  field"), "what changed is not told"),
    "mapping": (ITEM.replace("unit", "{a: b}"), "raw/changes.yaml:1: `field` says nothing"),
    "the second": (ITEM + ITEM.replace("why", "reason"), "raw/changes.yaml:5: no such key: `reason`"),
}


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_names_its_line_and_its_mend(tmp_path, case):
    text, message = SLIPS[case]
    _, (slip,) = load(tmp_path, text)
    assert message in slip and "(mend: " in slip


RETIRED = "- claim: lee2021-002\n  version: 1.0.1\n  reason: Counted twice.\n"


def test_a_claim_that_is_gone_is_retired_by_a_word(tmp_path):
    reasons, slips = load(tmp_path, "", RETIRED + "  successor: lee2021-001\n")
    assert slips == []
    told = explained([GONE, UNIT], reasons)
    assert told[0] == Change(
        "1.0.1", "claim retired", "figures", "lee2021-002", "", "", "lee2021-001", "Counted twice."
    )
    assert told[1] == UNIT


def test_a_retired_claim_has_a_version(tmp_path):
    _, (slip,) = load(tmp_path, "", RETIRED.replace("1.0.1", "soon"))
    assert slip.startswith("raw/retired.yaml:1: `version`: `soon` is no version")


def test_only_the_versions_between_two_releases_count():
    reasons = [Reason(version, "Why.") for version in ("0.9.0", "1.0.0", "1.0.1", "1.10.0", "2.0.0")]
    assert [r.version for r in between(reasons, "1.0.0", "1.10.0")] == ["1.0.1", "1.10.0"]


HEADER = "version,kind,table,key,field,from,to,why\n"


@pytest.mark.parametrize("name", ["history.csv", "changes.csv"])
def test_a_release_tells_reasons(name):
    rows = (
        "1.0.1,claim changed,figures,lee2021-001,unit,times,meeting,It was misread.\n"
        "1.0.1,claim retired,figures,lee2021-002,,,lee2021-001,Counted twice.\n"
        "1.0.1,claim added,figures,lee2021-003,,,,\n"
    )
    reasons = told_reasons({name: (HEADER + rows).encode()}, "release")
    told = explained([UNIT, GONE], reasons)
    assert [(c.kind, c.after, c.why) for c in told] == [
        ("claim changed", "meeting", "It was misread."),
        ("claim retired", "lee2021-001", "Counted twice."),
    ]
    assert len(reasons) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "release/history.csv: is not UTF-8"),
        (b"version,why\n", "release/history.csv: the columns are not version, kind"),
        (HEADER.encode() + b"one,claim added,figures,a,,,,Why.\n", "`one` is no version"),
    ],
)
def test_damaged_reasons_are_refused(content, message):
    with pytest.raises(ReleaseError) as caught:
        told_reasons({"history.csv": content}, "release")
    assert message in str(caught.value)
