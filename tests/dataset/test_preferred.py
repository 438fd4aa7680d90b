"""`load(preferred=True)`: one claim a fact, and of claims in conflict the preferred one."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

import silkfigures as sf
from silkfigures.dataset.preferred import preferred_claims
from silkfigures.publish import descriptor
from silkfigures.schemas import tables

TRADE = [f"ivanov2024-00{n}" for n in range(1, 6)]


@pytest.fixture
def conflicting(data_folder, tmp_path, read_from):
    """A function that puts rows into the conflicts of a copy of the data, and reads from the copy."""

    def write(*rows: str) -> None:
        folder = Path(shutil.copytree(data_folder, tmp_path / "copy", dirs_exist_ok=True))
        header = ",".join(tables()["conflicts"].names)
        (folder / "tables" / "conflicts.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")
        (folder / "datapackage.json").write_text(descriptor(folder), encoding="utf-8")
        read_from(folder)

    return write


def row(claim: str, other: str, better: str = "", rule: str = "", gap: str = "2", unit: str = "USD") -> str:
    return f"{claim},{other},reader,1,2,4,5,{unit},{gap},0.5,source,{better},{rule},Two sources."


def claims(table: str, **given: object) -> list[str]:
    return sf.load(table, preferred=True, **given)["claim_id"].tolist()


def test_of_one_fact_in_two_units_the_more_precise_stays():
    assert claims("energy") == ["smith2020-001", "smith2020-003"]  # 50 Mt to 2 %, 1 Mb/d to 10 %
    assert claims("trade") == TRADE
    assert len(sf.load("energy")) == 3


def test_of_two_in_conflict_the_preferred_stays(conflicting):
    conflicting(row("ivanov2024-004", "ivanov2024-005", "ivanov2024-005", "unflagged"))
    assert claims("trade") == [claim for claim in TRADE if claim != "ivanov2024-004"]
    assert "ivanov2024-004" not in claims("figures")


def test_where_nothing_justifies_a_choice_both_stay(conflicting):
    conflicting(row("ivanov2024-004", "ivanov2024-005"), row("smith2020-001", "smith2020-002"))
    assert claims("trade") == TRADE
    assert claims("energy") == ["smith2020-001", "smith2020-002", "smith2020-003"]


def test_a_conflict_in_a_fact_goes_before_precision(conflicting):
    conflicting(row("smith2020-001", "smith2020-002", "smith2020-002", "reader"))
    assert claims("energy") == ["smith2020-002", "smith2020-003"]


def test_what_loses_once_is_gone_and_what_wins_is_there(conflicting):
    conflicting(
        row("ivanov2024-001", "ivanov2024-004", "ivanov2024-001", "reader"),
        row("ivanov2024-004", "ivanov2024-005", "ivanov2024-004", "reader"),
    )
    assert claims("trade") == ["ivanov2024-001", "ivanov2024-002", "ivanov2024-003"]


def test_the_choice_is_made_before_filters_and_corrections(conflicting):
    conflicting(row("ivanov2024-003", "ivanov2024-004", "ivanov2024-003", "reader"))
    assert claims("trade", reporter="KGZ") == []
    both = sf.load("trade", preferred=True, corrected=True, flow="export")
    assert both["value"].tolist() == [996_000_000]
    assert both.index.tolist() == [0]
    assert sf.load("trade", preferred=True, labels="ru", flow="export")["reporter"].tolist() == ["Казахстан"]


def test_tables_without_claims_say_so():
    for table in ("works", "conflicts", "codes"):
        with pytest.raises(
            sf.SilkfiguresError, match=f"'{table}' holds no figures to choose from. These do: figures"
        ):
            sf.load(table, preferred=True)


def test_the_page_of_evidence_names_the_conflict(conflicting):
    conflicting(
        row("ivanov2024-004", "ivanov2024-005", "ivanov2024-005", "unflagged"),
        row("ivanov2024-001", "ivanov2024-005", gap="", unit=""),
    )
    assert sf.evidence("ivanov2024-004").doubts["In conflict with"] == (
        "ivanov2024-005 (200,000 CNY, trade.import, no period): 2 USD apart, cause: source, "
        "preferred: ivanov2024-005 (unflagged)"
    )
    told = sf.evidence("ivanov2024-005").doubts["In conflict with"]
    assert told.count("preferred: ") == 2
    assert "ivanov2024-001 (5,900,000,000 USD, trade.turnover, 2024): cause: source, preferred: none" in told
    assert "In conflict with" not in sf.evidence("ivanov2024-002").doubts


def test_the_published_tables_lose_no_fact_without_a_reason(root, read_from):
    read_from(root)
    with open(root / "tables" / "conflicts.csv", encoding="utf-8", newline="") as file:
        conflicts = list(csv.DictReader(file))
    kept, figures = preferred_claims(), sf.load("figures")
    lost = {row["claim"] for row in conflicts} | {row["other"] for row in conflicts}
    lost -= {row["preferred"] for row in conflicts}
    for fact, rows in figures.groupby("fact"):
        stay = kept & set(rows["claim_id"])
        assert stay or set(rows["claim_id"]) & lost, fact
        assert len(stay) <= 1 or any(row["preferred"] == "" for row in conflicts), fact
