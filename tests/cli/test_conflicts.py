"""`silkfigures conflicts`: the table for people, and the candidates of a repository."""

from __future__ import annotations

import csv
import io

import pytest

from silkfigures.checks.conflicts_file import CONFLICTS


@pytest.fixture
def published(root, read_from):
    read_from(root)
    return root


def test_every_conflict_is_shown_with_words_gap_cause_and_choice(run, published):
    result = run("conflicts")
    assert result.exit_code == 0
    block = next(part for part in result.stdout.split("\n\n") if "chinastages-006" in part)
    for words in (
        "context.border_length, KAZ, CHN",
        "1,782 km  “Қазақстан Қытаймен 1782 км жалпы шекараға ие болса, оның 1215 км”",
        "dong2025-042  1,782.75 km",
        "0.245 km apart, cause: rounding, preferred: dong2025-042 (most_precise)",
    ):
        assert words in block
    with open(published / "tables" / "conflicts.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert f"{len(rows)} conflicts." in result.stderr
    assert result.stdout.count("cause: ") == len(rows)


def test_a_gap_that_was_converted_is_told_to_four_digits(run, published):
    told = [line for line in run("conflicts").stdout.splitlines() if " apart, cause: " in line]
    assert told
    for line in told:
        digits = line.split()[0].replace(",", "").replace(".", "").strip("0")
        assert 1 <= len(digits) <= 4, line


def test_as_csv_it_is_the_published_table(run, published):
    text = run("conflicts", "--format", "csv").stdout
    assert text == (published / "tables" / "conflicts.csv").read_text(encoding="utf-8")


def test_candidates_leave_out_what_is_judged(run, root, tmp_path):
    (tmp_path / "raw" / "readings").mkdir(parents=True)
    (tmp_path / "raw" / "codelists").mkdir()
    (tmp_path / "tables").symlink_to(root / "tables")
    words = ("conflicts", "--propose", "--format", "csv", "--root", tmp_path)

    def pairs() -> set[tuple[str, str]]:
        return {(row["claim"], row["other"]) for row in csv.DictReader(io.StringIO(run(*words).stdout))}

    judged = ("chinafactor-008", "publicdiplomacy-003")
    assert judged in pairs()
    (tmp_path / "validation").mkdir()
    (tmp_path / CONFLICTS).write_text((root / CONFLICTS).read_text(encoding="utf-8"), encoding="utf-8")
    after = pairs()
    assert after
    assert judged not in after
    text = run("conflicts", "--propose", "--root", tmp_path)
    assert text.stdout.count("likeness") == len(after)
    assert f"{len(after)} candidates" in text.stderr


def test_a_slip_in_the_file_ends_it(run, root, tmp_path):
    for name in ("raw/readings", "raw/codelists", "validation"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "tables").symlink_to(root / "tables")
    (tmp_path / CONFLICTS).write_text("- claims: [a]\n", encoding="utf-8")
    result = run("conflicts", "--propose", "--root", tmp_path)
    assert result.exit_code == 1
    assert "validation/conflicts.yaml:1: `claims` has 1 claims (mend: name two or more)" in result.stderr


def test_show_takes_one_claim_a_fact(run):
    shown = run("show", "energy", "--preferred", "--format", "csv", "--columns", "claim_id").stdout
    assert shown.split() == ["claim_id", "smith2020-001", "smith2020-003"]
