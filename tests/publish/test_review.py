"""The report for reviewers says what the tables hold."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from silkfigures.publish import review, review_json

AGREEMENT = """work,both,first_only,second_only,value,unit,party,period,status,agreed
all,9,1,0,0,0,1,0,0,0.800
"""


def rows(root: Path, table: str) -> list[dict[str, str]]:
    with open(root / "tables" / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_counts_claims_by_theme(folder: Path) -> None:
    text = review(folder)
    figures = rows(folder, "figures")
    assert f"- {len(figures)} claims in" in text
    assert f"| trade | {sum(row['theme'] == 'trade' for row in figures)} |" in text


def test_it_lists_each_doubt_with_its_reason(folder: Path) -> None:
    doubtful = [row for row in rows(folder, "figures") if row["flag"] not in ("", "repeat")]
    assert doubtful
    text = review(folder)
    assert [row["claim_id"] for row in doubtful if row["claim_id"] not in text] == []
    assert [row["claim_id"] for row in doubtful if row["note"] not in text] == []


def test_it_lists_each_correction(folder: Path) -> None:
    corrected = [row for row in rows(folder, "figures") if row["corrected_value"]]
    assert corrected
    text = review(folder)
    for row in corrected:
        cells = [row[name] for name in ("claim_id", "printed", "value", "unit", "corrected_value")]
        assert f"| {' | '.join(cells)} |" in text


def test_it_explains_each_relation_that_fails(root: Path) -> None:
    failing = [row for row in rows(root, "relations") if row["verdict"] == "fails"]
    assert failing
    text = review(root)
    section = text[text.index("## Relations") : text.index("## Conflicts")]
    assert [row["relation"] for row in failing if f"| {row['relation']} | " not in section] == []
    assert [row["note"] for row in failing if row["note"] not in section] == []


def test_it_lists_each_conflict_with_its_cause(root: Path) -> None:
    conflicts = rows(root, "conflicts")
    assert conflicts
    text = review(root)
    section = text[text.index("## Conflicts") : text.index("## Corrections")]
    for row in conflicts:
        assert f"| {row['claim']} | {row['other']} | " in section
        assert f" | {row['cause']} | {row['preferred']} | {row['rule']} | {row['note']} |" in section


def test_it_says_how_far_two_readers_agree(folder: Path, tmp_path: Path) -> None:
    assert "No publication has been read twice yet." in review(folder)
    (tmp_path / "tables").symlink_to(folder / "tables")
    (tmp_path / "validation").mkdir()
    (tmp_path / "validation" / "agreement.csv").write_text(AGREEMENT, encoding="utf-8")
    assert "9 figures were found by both readers, 1 only by the first and 0 only by the second" in review(
        tmp_path
    )


def test_the_same_facts_stand_in_json(root: Path) -> None:
    facts = json.loads(review_json(root))
    figures, relations = rows(root, "figures"), rows(root, "relations")
    assert facts["claims"] == len(figures) == sum(work["claims"] for work in facts["publications"])
    assert facts["flagged"] == sum(bool(row["flag"]) for row in figures) == sum(facts["flags"].values())
    told = [work["relations"] for work in facts["publications"]]
    of_one_work = [row for row in relations if row["work"]]
    assert sum(sum(verdicts.values()) for verdicts in told) == len(of_one_work)
    assert facts["relations"]["tested"] == len(relations)
    assert facts["coverage"]["unexplained"] == 0
    assert len(facts["conflicts"]["rows"]) == facts["conflicts"]["pairs"] == len(rows(root, "conflicts"))


def test_a_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"tables/figures\.csv: the file is missing"):
        review(tmp_path)


def test_the_report_of_the_repository_is_not_stale(root: Path) -> None:
    assert (root / "validation" / "report.md").read_text(encoding="utf-8") == review(root)
    assert (root / "validation" / "report.json").read_text(encoding="utf-8") == review_json(root)
