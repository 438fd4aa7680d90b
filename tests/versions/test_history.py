"""The ledger and what is wrong with a history: nothing changes, or vanishes, without a word."""

from __future__ import annotations

import pytest

from silkfigures.versions import (
    ReleaseError,
    changes_by_version,
    differences,
    history_findings,
    open_release,
    read_recorded,
    record,
    recorded,
    release_files,
)


@pytest.fixture
def root(tmp_path):
    """A repository without a history."""
    (tmp_path / "root/raw").mkdir(parents=True)
    return tmp_path / "root"


@pytest.fixture
def enter(root, release):
    """Record a version of these tables."""

    def write(version, tables):
        folder = release(version, tables, folder=f"recorded-{version}")
        return record(root, release_files(folder), version)

    return write


@pytest.fixture
def wrong(root, release, enter, tables):
    """What is wrong with version `new` after a change, when `old` was released; a line each."""

    def found(change, old="1.0.0", new="1.1.0", reasons="", retired=""):
        if not recorded(root):
            enter(old, tables)
        change(tables)
        (root / "raw/changes.yaml").write_text(reasons or "[]", encoding="utf-8")
        (root / "raw/retired.yaml").write_text(retired or "[]", encoding="utf-8")
        return [str(f) for f in history_findings(root, open_release(release(new, tables, folder="present")))]

    return found


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unit(tables):
    tables["figures"]["rows"][0][4] = "meeting"


def rename(tables):
    tables["trade"]["columns"][1] = "direction"


def drop(tables):
    tables["figures"]["rows"].pop(1)


def add(tables):
    tables["figures"]["rows"].append(["lee2021-004", *tables["figures"]["rows"][0][1:]])


WHY = "- version: {}\n  claims: lee2021-001\n  field: unit\n  why: It was misread.\n"
RENAMED = "- version: {}\n  table: trade\n  field: flow\n  why: The standard calls it so.\n"
RETIRED = "- claim: {}\n  version: {}\n  reason: Counted twice.\n"


def test_a_repository_without_a_ledger_has_no_history(root, opened):
    assert recorded(root) == [] and history_findings(root, opened) == []
    assert changes_by_version(root, opened) == {}


def test_the_ledger_holds_what_was_released(root, enter, release, tables):
    folder = enter("1.0.0", tables)
    assert folder == root / "raw/released/1.0.0"
    assert {path.name for path in files(folder)} == {
        "datapackage.json",
        "figures.csv",
        "flags.csv",
        "units.csv",
    }
    whole = open_release(release("1.0.0", tables))
    assert differences(whole, read_recorded(root, "1.0.0")) == []
    assert differences(read_recorded(root, "1.0.0"), whole) == []


def test_versions_are_in_order(root, enter, tables):
    for version in ("1.10.0", "1.9.0", "1.0.0"):
        enter(version, tables)
    assert recorded(root) == ["1.0.0", "1.9.0", "1.10.0"]


def test_a_recorded_version_is_never_changed(root, enter, release, tables):
    enter("1.0.0", tables)
    before = files(root / "raw/released")
    assert record(root, release_files(release("1.0.0", tables)), "again") is None
    unit(tables)
    with pytest.raises(ReleaseError, match=r"1\.0\.0 is released, with another content \(mend: raise"):
        record(root, release_files(release("1.0.0", tables, folder="other")), "other")
    assert files(root / "raw/released") == before
    assert [path.name for path in (root / "raw").iterdir()] == ["released"]


def test_what_is_no_release_is_not_recorded(root, tmp_path):
    with pytest.raises(ReleaseError, match="is no release"):
        record(root, {}, "nothing")
    assert not (root / "raw/released").exists()


def test_a_damaged_ledger_is_told(wrong, root, enter, tables):
    enter("1.0.0", tables)
    (root / "raw/released/1.0.0/tables/flags.csv").write_text("flag\n", encoding="utf-8")
    (line,) = wrong(add)
    assert line.startswith("raw/released: ") and "tables/flags.csv: is not the file" in line


def test_a_folder_that_is_no_version_is_told(wrong, root):
    (line,) = wrong(lambda tables: (root / "raw/released/latest").mkdir())
    assert "a folder is named wrongly: `latest` is no version" in line


def test_new_claims_need_no_reason(wrong):
    assert wrong(add) == []


def test_a_changed_claim_without_a_reason_fails(wrong):
    (line,) = wrong(unit)
    assert line == (
        "raw/changes.yaml: nothing says why: claim changed: lee2021-001, unit from 'times' to 'meeting' "
        "(mend: add an item: version: 1.1.0, claims: lee2021-001, field: unit, why: …)"
    )


def test_a_changed_claim_with_a_reason_passes(wrong):
    assert wrong(unit, reasons=WHY.format("1.1.0")) == []


def test_a_reason_of_another_version_explains_nothing(wrong):
    lines = wrong(unit, reasons=WHY.format("1.0.0"))
    assert len(lines) == 2
    assert lines[0].startswith("raw/changes.yaml: nothing says why")
    assert lines[1].startswith("raw/changes.yaml:1: 1.0.0 is explained, but nothing of the kind changed")


def test_a_reason_that_explains_nothing_fails(wrong):
    (line,) = wrong(add, reasons="# a comment\n" + WHY.format("1.1.0"))
    assert line.startswith("raw/changes.yaml:2: 1.1.0 is explained, but nothing of the kind changed (mend:")


def test_many_changes_without_a_reason_are_summed_up(wrong, tables):
    tables["figures"]["rows"] = [[f"lee2021-{n:03}", *tables["figures"]["rows"][0][1:]] for n in range(1, 26)]

    def all_units(tables):
        for row in tables["figures"]["rows"]:
            row[4] = "meeting"

    lines = wrong(all_units)
    assert len(lines) == 21
    told = "nothing says why 5 more changed: lee2021-021, lee2021-022, lee2021-023, lee2021-024, lee2021-025"
    assert lines[-1] == f"raw/changes.yaml: {told}"


def test_a_claim_that_vanishes_fails(wrong):
    (line,) = wrong(drop)
    assert line.startswith("tables/figures.csv: lee2021-002 of 1.0.0 has vanished (mend: bring it back, or")


def test_a_retired_claim_passes(wrong):
    assert wrong(drop, retired=RETIRED.format("lee2021-002", "1.1.0")) == []


def test_a_retired_claim_that_no_release_had_fails(wrong):
    (line,) = wrong(add, retired=RETIRED.format("lee2021-009", "1.1.0"))
    assert line.startswith("raw/retired.yaml:1: 1.1.0 is explained, but no release had the claim lee2021-009")


def test_a_retired_claim_that_is_still_there_fails(wrong):
    (line,) = wrong(add, retired=RETIRED.format("lee2021-002", "1.1.0"))
    assert "1.1.0 is explained, but no claim of the version before is gone" in line


def test_a_claim_that_vanished_versions_ago_still_fails(wrong, enter, tables):
    enter("1.0.0", tables)
    drop(tables)
    enter("1.1.0", tables)
    assert [line.split(" (")[0] for line in wrong(add, new="1.2.0")] == [
        "tables/figures.csv: lee2021-002 of 1.0.0 has vanished"
    ]


@pytest.mark.parametrize(
    ("change", "old", "new", "mend"),
    [
        (rename, "1.0.0", "1.0.1", "2.0.0"),
        (rename, "1.0.0", "1.1.0", "2.0.0"),
        (rename, "1.0.0", "2.0.0", None),
        (rename, "0.2.0", "0.2.1", "0.3.0"),
        (rename, "0.2.0", "0.3.0", None),
        (add, "1.0.0", "1.0.1", "1.1.0"),
        (add, "0.2.0", "0.2.1", "0.3.0"),
        (add, "1.0.0", "1.1.0", None),
        (unit, "1.0.0", "1.0.1", None),
    ],
)
def test_the_version_must_take_the_step(wrong, change, old, new, mend):
    reasons = {rename: RENAMED.format(new), unit: WHY.format(new)}.get(change, "")
    lines = wrong(change, old, new, reasons)
    assert [line.rpartition("(mend: ")[2] for line in lines] == (
        [f"raise the version to {mend})"] if mend else []
    )


def test_a_renamed_column_in_a_patch_release_fails(wrong):
    (line,) = wrong(rename, "1.0.0", "1.0.1", RENAMED.format("1.0.1"))
    assert line == (
        "src/silkfigures/__init__.py: 1.0.0 to 1.0.1 is a patch step; a major one is needed: "
        "column renamed: trade, flow from 'flow' to 'direction' (mend: raise the version to 2.0.0)"
    )


def test_what_is_released_stays(wrong):
    (line,) = wrong(add, "1.0.0", "1.0.0")
    assert line == (
        "src/silkfigures/__init__.py: 1.0.0 is released, and the tables are no longer those: "
        "claim added: lee2021-004 (mend: raise the version to 1.1.0)"
    )


def test_the_released_version_itself_passes(wrong):
    assert wrong(lambda tables: None, "1.0.0", "1.0.0") == []


def test_a_version_older_than_the_last_fails(wrong):
    (line,) = wrong(add, "1.1.0", "1.0.1")
    assert "the version is 1.0.1, and 1.1.0 is released (mend: raise it to 1.1.1 or more)" in line


def test_slips_in_the_reasons_are_told(wrong):
    (line,) = wrong(add, reasons="- version: 1.1.0\n  claims: lee2021-001\n")
    assert line.startswith("raw/changes.yaml:1: `why` is missing (mend:")


def test_the_changes_of_every_version_with_their_reasons(root, release, enter, tables):
    enter("1.0.0", tables)
    unit(tables)
    enter("1.0.1", tables)
    add(tables)
    (root / "raw/changes.yaml").write_text(WHY.format("1.0.1"), encoding="utf-8")
    found = changes_by_version(root, open_release(release("1.1.0", tables)))
    assert [*found] == ["1.1.0", "1.0.1"]
    assert [(c.kind, c.key, c.why) for c in found["1.1.0"]] == [("claim added", "lee2021-004", "")]
    assert [(c.kind, c.key, c.why) for c in found["1.0.1"]] == [
        ("claim changed", "lee2021-001", "It was misread.")
    ]
