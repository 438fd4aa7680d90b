"""The version policy: what asks for which step, as RELEASING.md says."""

from __future__ import annotations

import re

import pytest

from silkfigures.versions import Change, required_step, step_between
from silkfigures.versions.kinds import KINDS, at_least, parts

RENAMED = Change("1.0.1", "column renamed", "trade", "", "flow", "flow", "direction")


@pytest.mark.parametrize(
    ("kinds", "step"),
    [
        ([], "none"),
        (["claim changed", "row changed", "column reworded"], "patch"),
        (["claim changed", "claim added"], "minor"),
        (["claim added", "column renamed", "claim changed"], "major"),
        (["column added"], "minor"),
        (["column inserted"], "major"),
        (["claim retired"], "minor"),
        (["row removed"], "major"),
    ],
)
def test_the_largest_step_counts(kinds, step):
    assert required_step([Change("1.0.1", kind, "trade") for kind in kinds]) == step


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("1.2.3", "1.2.4", "patch"),
        ("1.2.3", "1.3.0", "minor"),
        ("1.2.3", "1.10.0", "minor"),
        ("1.9.3", "2.0.0", "major"),
        ("0.2.0", "0.2.1", "patch"),
        ("0.2.0", "0.3.0", "major"),
        ("0.3.0", "1.0.0", "major"),
        ("1.0.0", "1.0.0", "none"),
        ("1.1.0", "1.0.9", "none"),
    ],
)
def test_the_step_between_two_versions(old, new, step):
    assert step_between(old, new) == step


@pytest.mark.parametrize(
    ("version", "step", "least"),
    [
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "major", "2.0.0"),
        ("0.2.1", "major", "0.3.0"),
        ("0.2.1", "patch", "0.2.2"),
    ],
)
def test_the_lowest_version_that_takes_a_step(version, step, least):
    assert at_least(version, step) == least
    assert step_between(version, least) in (step, "major")


@pytest.mark.parametrize(
    "version", ["", "1", "1.0", "1.0.0rc1", "v1.0.0", "01.0.0", "1.0.-1", "١.٠.٠", "1.0.0\n"]
)
def test_what_is_no_version(version):
    with pytest.raises(ValueError, match="is no version"):
        parts(version)


def test_the_policy_is_the_one_that_is_written_down(root):
    lines = (root / "RELEASING.md").read_text(encoding="utf-8").splitlines()
    header = next(line for line in lines if line.startswith("| step |"))
    nouns = [re.match(r"\w+?(?=s\b)", cell.strip())[0] for cell in header.strip("|").split("|")[1:]]
    assert nouns == ["claim", "column", "table", "row"]
    written = {}
    for line in lines:
        if found := re.match(r"\| (MAJOR|MINOR|PATCH) \|(.*)\|$", line):
            for noun, cell in zip(nouns, found[2].split("|"), strict=True):
                written |= {
                    f"{noun} {how.strip()}": found[1].lower() for how in cell.split(",") if how.strip()
                }
    assert written == {kind: facts.step for kind, facts in KINDS.items() if kind != "claim removed"}


def test_what_breaks_a_reader_or_changes_a_claim_needs_a_reason():
    loud = {kind for kind, facts in KINDS.items() if not facts.silent}
    breaking = {kind for kind, facts in KINDS.items() if facts.step == "major"}
    assert loud == breaking | {"claim changed", "claim retired", "claim removed"}
    assert RENAMED.unexplained
