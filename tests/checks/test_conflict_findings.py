"""`validate` compares the claims anew, with the judgements beside the tables and without them."""

from __future__ import annotations

import csv
from pathlib import Path
from types import ModuleType

import pytest

from silkfigures.checks import validate
from silkfigures.checks.conflicts_file import CONFLICTS
from silkfigures.schemas import tables
from silkfigures.schemas.csvfile import format_csv

pytestmark = pytest.mark.slow

ROAD = {
    "indicator": "pipelines.length",
    **{
        "theme": "pipelines",
        "asset": "north_oil_pipeline",
        "product": "crude_oil",
        "measure": "length",
        "unit": "km",
    },
    **{"work": "lee2021", "document": "b.txt", "line": "21", "period_kind": "unstated", "status": "actual"},
    **{
        "qualifier": "exact",
        "section": "north",
        "printed": "90 км",
        "quote": "длиной 90 км",
        "start": "140",
        "end": "145",
    },
}
CLAIMS = [
    {
        **ROAD,
        "claim_id": "lee2021-004",
        "fact": "lee2021-004",
        "value": "90",
        "lower": "85",
        "upper": "95",
        "qualifier": "about",
        "quote": "около 90 км",
    },
    {
        **ROAD,
        "claim_id": "lee2021-005",
        "fact": "lee2021-004",
        "value": "99",
        "lower": "98.5",
        "upper": "99.5",
        "printed": "99 км",
        "quote": "длиной 99 км",
    },
    {
        **ROAD,
        "claim_id": "lee2021-006",
        "fact": "lee2021-006",
        "value": "80",
        "lower": "79.5",
        "upper": "80.5",
        "printed": "80 км",
        "quote": "длиной 80 км",
    },
]
FILE = """
- claims: [lee2021-004, lee2021-005]
  verdict: same
  cause: misprint
  why: One of the two.
- claims: [lee2021-004, lee2021-006]
  verdict: different
  why: Two parts.
"""
# 95 to 98.5 are 3.5, of 98.5; 1 in 99 is narrower than 10 in 90
ROW = (
    "lee2021-004,lee2021-005,fact,85,95,98.5,99.5,km,3.5,0.03553,"
    "misprint,lee2021-005,most_precise,One of the two."
)


@pytest.fixture
def conflicting(folder: Path, repository: ModuleType) -> Path:
    """The made-up tables with three more claims, two of one fact, and the conflict between those."""
    _add(folder, "figures", CLAIMS)
    _add(
        folder, "pipelines", [row | {"pipeline": row["asset"], "commodity": row["product"]} for row in CLAIMS]
    )
    _write(folder, ROW)
    repository.describe(folder)
    return folder


def _add(folder: Path, table: str, rows: list[dict[str, str]]) -> None:
    path = folder / "tables" / f"{table}.csv"
    with open(path, encoding="utf-8", newline="") as file:
        header, *cells = csv.reader(file)
    more = [[row.get(column, "") for column in header] for row in rows]
    path.write_text(format_csv(header, cells + more), encoding="utf-8", newline="")


def _write(folder: Path, *lines: str) -> None:
    text = "\n".join([",".join(tables()["conflicts"].names), *lines, ""])
    (folder / "tables" / "conflicts.csv").write_text(text, encoding="utf-8", newline="")


def _judge(folder: Path, text: str = FILE) -> None:
    (folder / "validation").mkdir(exist_ok=True)
    (folder / CONFLICTS).write_text(text, encoding="utf-8")


def found(folder: Path, repository: ModuleType) -> list[str]:
    repository.describe(folder)
    return [str(finding) for finding in validate(folder, outsider=False).findings]


def test_a_true_row_passes_with_and_without_the_file(conflicting: Path, repository: ModuleType) -> None:
    assert found(conflicting, repository) == []
    _judge(conflicting)
    assert found(conflicting, repository) == []


@pytest.mark.parametrize("judged", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "column", "told"),
    [
        ("lee2021-005,fact", "lee2021-005,terms", "basis", "'terms', and the claims give 'fact'"),
        (",85,95,", ",85,96,", "upper", "'96', and the claims give '95'"),
        (",98.5,99.5,", ",98.5,,", "other_upper", "empty, and the claims give '99.5'"),
        (",km,", ",t,", "unit", "'t', and the claims give 'km'"),
        (",3.5,", ",3.6,", "gap", "'3.6', and the claims give '3.5'"),
        (",0.03553,", ",0.3553,", "relative_gap", "'0.3553', and the claims give '0.03553'"),
        (
            ",lee2021-005,most",
            ",lee2021-004,most",
            "preferred",
            "'lee2021-004', and the claims give 'lee2021-005'",
        ),
        (",most_precise,", ",latest,", "rule", "'latest', and the claims give 'most_precise'"),
    ],
)
def test_a_wrong_cell_is_found(
    conflicting: Path, repository: ModuleType, judged: bool, old: str, new: str, column: str, told: str
) -> None:
    assert ROW.count(old) == 1
    _write(conflicting, ROW.replace(old, new))
    if judged:
        _judge(conflicting)
    wanted = f"tables/conflicts.csv:2: {column}: {told} (lee2021-004 and lee2021-005)"
    assert f"{wanted} (mend: build the tables again)" in found(conflicting, repository)


@pytest.mark.parametrize(
    ("old", "new"),
    [("misprint", "unit"), ("One of", "None of"), ("lee2021-005,most_precise", "lee2021-005,reader")],
)
def test_what_a_reader_said_is_checked_against_the_file(
    conflicting: Path, repository: ModuleType, old: str, new: str
) -> None:
    _write(conflicting, ROW.replace(old, new))
    assert found(conflicting, repository) == []  # nobody else can tell
    _judge(conflicting)
    assert len(found(conflicting, repository)) == 1


@pytest.mark.parametrize("judged", [True, False])
def test_a_lost_row_and_an_invented_one_are_found(
    conflicting: Path, repository: ModuleType, judged: bool
) -> None:
    if judged:
        _judge(conflicting)
    _write(conflicting)
    (lost,) = found(conflicting, repository)
    assert lost.startswith(
        "tables/conflicts.csv: claim: lee2021-004 and lee2021-005 are in conflict and not listed"
    )
    _write(conflicting, "akhmet2020-001,akhmet2020-003,reader,1,2,5,6,USD,3,0.6,source,,,Why.", ROW)
    (invented,) = found(conflicting, repository)
    assert invented.startswith(
        "tables/conflicts.csv:2: claim: akhmet2020-001 and akhmet2020-003 are not in conflict"
    )


def test_a_conflict_of_equal_terms_is_missed_where_the_file_does_not_explain_it(
    conflicting: Path, repository: ModuleType
) -> None:
    _judge(conflicting, FILE.partition("- claims: [lee2021-004, lee2021-006]")[0])
    lines = found(conflicting, repository)
    assert len(lines) == 2  # lee2021-006 is apart from both claims of the fact
    assert lines[0].startswith(
        "validation/conflicts.yaml: lee2021-004 and lee2021-006 are about the same thing"
    )


def test_a_changed_figure_changes_its_conflict(conflicting: Path, repository: ModuleType) -> None:
    for table in ("figures", "pipelines"):
        for column, cell in (("value", "98"), ("lower", "93"), ("upper", "103")):
            repository.set_cell(conflicting, table, "lee2021-004", column, cell)
    assert any("not in conflict" in line for line in found(conflicting, repository))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("lee2021-004,lee2021-005,fact", "lee2021-005,lee2021-005,fact", "claim"),
        (",lee2021-005,most_precise", ",lee2021-006,most_precise", "preferred"),
        (",lee2021-005,most_precise", ",,most_precise", "preferred"),
        (",km,3.5,", ",,3.5,", "gap"),
        (",km,3.5,", ",km,0,", "gap"),
        ("misprint", "mistake", "cause"),
    ],
)
def test_a_row_that_cannot_be_is_found(
    conflicting: Path, repository: ModuleType, old: str, new: str, rule: str
) -> None:
    _write(conflicting, ROW.replace(old, new))
    assert any(
        line.startswith(f"tables/conflicts.csv:2: {rule}: ") for line in found(conflicting, repository)
    )


def test_a_circle_is_found(conflicting: Path, repository: ModuleType) -> None:
    lines = [
        ROW.replace("most_precise", "reader"),
        "lee2021-004,lee2021-006,terms,85,95,79.5,80.5,km,4.5,0.05294,source,lee2021-004,reader,Why.",
        "lee2021-005,lee2021-006,terms,98.5,99.5,79.5,80.5,km,18,0.1827,source,lee2021-006,reader,Why.",
    ]
    _write(conflicting, *lines)
    assert [line for line in found(conflicting, repository) if "in a circle" in line] == [
        f"tables/conflicts.csv: preferred: 'lee2021-00{n}' is preferred to itself in a circle"
        " (mend: build the tables again)"
        for n in (4, 5, 6)
    ]


def test_units_without_a_registry_are_a_finding(conflicting: Path, repository: ModuleType) -> None:
    for table in ("figures", "pipelines"):
        repository.set_cell(conflicting, table, "lee2021-005", "unit", "t")
    repository.set_cell(conflicting, "indicators", "pipelines.length", "dimensions", "length mass")
    assert any("lee2021-005 are not in conflict" in line for line in found(conflicting, repository))
    repository.set_cell(conflicting, "units", "km", "pint", "km = 1000 ** 9 ** 9 * m")
    lines = found(conflicting, repository)
    assert any("km = 1000 ** 9 ** 9 * m" in line and "makes no registry" in line for line in lines)
