"""The tables of the made-up repository, worked out by hand."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from silkfigures.build import build_tables
from silkfigures.schemas import tables, themes

# value, lower, upper, unit, qualifier
NUMBERS = {
    "pereval-001": ("5900000000", "5800000000", "6000000000", "USD", "about"),
    "pereval-002": ("-5", "-6", "-4", "percent", "range"),
    "pereval-003": ("2.4", "2.35", "2.45", "times", "exact"),
    "pereval-004": ("2", "2", "2", "rank", "exact"),
    "pereval-005": ("12", "12", "12", "count", "exact"),
    "pereval-006": ("300", "300", "300", "person", "exact"),
    "teapass-001": ("4100000000", "4050000000", "4150000000", "USD", "exact"),
    "teapass-002": ("-7", "-7.5", "-6.5", "percent", "exact"),
    "teapass-003": ("4400000000", "4350000000", "4450000000", "USD", "exact"),
    "teapass-004": ("2500000000", "2450000000", "2550000000", "USD", "exact"),
    "teapass-005": ("-5", "", "-5", "percent", "over"),
    "teapass-006": ("2", "2", "2", "rank", "exact"),
    "teapass-007": ("5", "5", "5", "count", "exact"),
    "teapass-008": ("5", "5", "5", "count", "exact"),
    "teapass-009": ("12100000", "12050000", "12150000", "USD", "exact"),
    "teapass-010": ("76000000", "75950000", "76050000", "USD", "exact"),
    "teapass-011": ("21000000", "20500000", "21500000", "USD", "exact"),
    "teapass-012": ("12000000", "11500000", "12500000", "t", "exact"),
    "teapass-013": ("14000000", "13500000", "14500000", "t/year", "exact"),
    "teapass-014": ("996000000000", "995500000000", "996500000000", "USD", "exact"),
    "teapass-1015": ("5", "5", "5", "count", "exact"),
}


@pytest.fixture(scope="module")
def found(placed: Path) -> dict[str, list[dict[str, str]]]:
    return build_tables(placed)


def row(found: dict, claim_id: str, table: str = "figures") -> dict[str, str]:
    (one,) = [row for row in found[table] if row["claim_id"] == claim_id]
    return one


def test_every_declared_table_with_every_declared_column(found: dict) -> None:
    assert list(found) == list(tables())
    for name, rows in found.items():
        assert all(list(row) == tables()[name].names for row in rows), name


@pytest.mark.parametrize("claim_id", NUMBERS)
def test_numbers(found: dict, claim_id: str) -> None:
    cells = row(found, claim_id)
    assert (
        tuple(cells[name] for name in ("value", "lower", "upper", "unit", "qualifier")) == NUMBERS[claim_id]
    )


def test_claims_stand_by_work_and_number(found: dict) -> None:
    assert [row["claim_id"] for row in found["figures"]] == list(NUMBERS)


def test_a_whole_row(found: dict) -> None:
    assert {name: cell for name, cell in row(found, "teapass-013").items() if cell} == {
        "claim_id": "teapass-013",
        "theme": "freight",
        "indicator": "freight.rail",
        "reporter": "KAZ",
        "measure": "level",
        "period": "2030",
        "period_start": "2030-01-01",
        "period_end": "2030-12-31",
        "period_kind": "horizon",
        "announced": "2021",
        "value": "14000000",
        "lower": "13500000",
        "upper": "14500000",
        "unit": "t/year",
        "qualifier": "exact",
        "status": "forecast",
        "fact": "teapass-013",
        "printed": "14 million tonnes a year",
        "quote": "may reach 14 million tonnes a year by 2030",
        "document": "pass_en.txt",
        "line": "13",
        "start": "519",
        "end": "543",
        "work": "teapass",
    }


def test_a_claim_inherits_from_its_figure_and_overrules_it(found: dict) -> None:
    cells = row(found, "teapass-002", "trade")
    assert (cells["reporter"], cells["partner"], cells["flow"]) == ("KAZ", "CHN", "export")
    assert (cells["measure"], cells["base_period"], cells["period"]) == ("growth", "2018", "2019")


def test_the_line_of_a_figure_without_line_comes_from_the_lock_file(found: dict) -> None:
    assert row(found, "teapass-012")["line"] == "12"


def test_links(found: dict) -> None:
    assert row(found, "teapass-1015")["fact"] == "teapass-007"
    assert row(found, "teapass-008")["part_of"] == "teapass-007"


def test_a_correction_stands_beside_the_printed_value(found: dict) -> None:
    cells = row(found, "teapass-014")
    assert (cells["value"], cells["corrected_value"], cells["corrected_unit"], cells["flag"]) == (
        "996000000000",
        "996000000",
        "USD",
        "magnitude",
    )
    assert row(found, "teapass-013")["corrected_value"] == row(found, "teapass-013")["corrected_unit"] == ""


def test_themes_part_the_figures(found: dict) -> None:
    parts = [row["claim_id"] for name in themes() for row in found[name]]
    assert sorted(parts) == sorted(NUMBERS)
    assert [row["claim_id"] for row in found["aid"]] == ["teapass-009", "teapass-010", "teapass-011"]
    assert row(found, "teapass-009", "aid")["donor"] == "TEAFUND"
    assert row(found, "teapass-006", "context")["place"] == "KAZ"
    assert row(found, "teapass-007", "corridors")["project"] == "made_up_pass"


def test_works(found: dict) -> None:
    first, second = found["works"]
    assert (first["work"], first["authors"], first["issued"], first["container"]) == (
        "pereval",
        "not printed",
        "",
        "",
    )
    assert {
        name: second[name] for name in ("authors", "issued", "volume", "issue", "pages", "doi", "type")
    } == {
        "authors": "Kettle, Ada; Society of Tea",
        "issued": "2021",
        "volume": "3",
        "issue": "2",
        "pages": "14-15",
        "doi": "10.1234/tea.2021.3",
        "type": "article-journal",
    }
    assert (second["line_start"], second["line_end"], second["document"]) == ("1", "15", "pass_en.txt")


def test_reference_tables(found: dict) -> None:
    assert [row["party"] for row in found["parties"]] == ["CHN", "KAZ", "KGZ", "CN-XJ", "TEA3", "TEAFUND"]
    assert found["parties"][0]["label_kk"] == "Қытай"
    assert {row["indicator"]: row["theme"] for row in found["indicators"]}["freight.rail"] == "freight"
    assert [row["characters"] for row in found["documents"]] == ["674", "311"]


def test_units_declared_and_rates_used(found: dict) -> None:
    units = {row["unit"]: row for row in found["units"]}
    assert units["t"]["pint"] == "t = 1000 * kg"
    assert [unit for unit in units if "/" in unit] == ["t/year"]
    assert (units["t/year"]["dimension"], units["t/year"]["label_ru"]) == ("mass/time", "тонна / год")
    assert {row["unit"] for row in found["figures"]} <= units.keys()


@pytest.mark.slow
def test_a_build_of_800_claims_is_quick(example: Path) -> None:
    path, places = example / "raw/readings/teapass.yaml", example / "raw/places.csv"
    figure = {
        "line": "3",
        "quote": "exports of Kazakhstan to China came to 4.1 bln USD, 7% less",
        "claims": [],
    }
    claim = {"take": "4.1 bln USD", "indicator": "trade.export", "reporter": "KAZ", "period": "2019"}
    number = range(2000, 2800)
    figures = [figure | {"claims": [claim | {"id": str(n)}]} for n in number]
    added = "".join(
        f"  {line}\n" for line in yaml.safe_dump(figures, allow_unicode=True, width=200).splitlines()
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace("left_out:", added + "left_out:"), encoding="utf-8"
    )
    one = next(
        line for line in places.read_text(encoding="utf-8").splitlines() if line.startswith("teapass-001")
    )
    with places.open("a", encoding="utf-8", newline="") as out:
        out.writelines(one.replace("teapass-001", f"teapass-{n}") + "\n" for n in number)
    begin = time.process_time()
    assert len(build_tables(example)["trade"]) == 808
    assert time.process_time() - begin < 10
