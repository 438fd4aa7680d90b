"""`validate` computes the relations anew, from their file or, in a release, from their own rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from silkfigures.checks import validate
from silkfigures.checks.relations_file import RELATIONS

TABLE = "tables/relations.csv"
FILE = """\
- id: akhmet2020-exports
  kind: limit
  about: Exports are a part of turnover.
  parts: [akhmet2020-003]
  whole: akhmet2020-001
- id: aid-of-two-countries
  kind: limit
  about: The aid of the one is less than that of the other.
  parts: [lee2021-002]
  whole: lee2021-001
  explained: Made up.
"""


@pytest.fixture(params=["with the file of relations", "without it"])
def either(request: pytest.FixtureRequest, folder: Path) -> Path:
    """A folder of sound tables, with and without the file from which the relations come."""
    if request.param == "with the file of relations":
        (folder / "validation").mkdir()
        (folder / RELATIONS).write_text(FILE, encoding="utf-8")
    return folder


def found(folder: Path, repository) -> list[str]:
    repository.describe(folder)
    return [str(finding) for finding in validate(folder, outsider=False).findings]


def test_sound_relations_pass(either: Path) -> None:
    assert validate(either, outsider=False).ok


@pytest.mark.parametrize(
    ("relation", "column", "cell", "says"),
    [
        ("aid-of-two-countries", "gap", "1", "'1', and the figures give '995494000000'"),
        ("aid-of-two-countries", "left_lower", "995400000000", "give '995500000000'"),
        ("aid-of-two-countries", "right_upper", "", "empty, and the figures give '6000000'"),
        ("aid-of-two-countries", "flag", "currency", "'currency', and the figures give 'magnitude'"),
        ("aid-of-two-countries", "verdict_corrected", "holds", "'holds', and the figures give 'fails'"),
        ("aid-of-two-countries", "work", "", "empty, and the figures give 'lee2021'"),
        ("akhmet2020-exports", "note", "Who knows.", "give 'akhmet2020-003 has no upper bound'"),
        ("akhmet2020-exports", "unit", "CNY", "'CNY', and the figures give 'USD'"),
    ],
)
def test_a_wrong_cell_is_found(either: Path, repository, relation, column, cell, says) -> None:
    repository.set_cell(either, "relations", relation, column, cell)
    line = 2 if relation == "akhmet2020-exports" else 3
    lines = [text for text in found(either, repository) if text.startswith(f"{TABLE}:{line}: {column}: ")]
    assert any(says in text for text in lines), found(either, repository)


def test_a_changed_figure_is_found(either: Path, repository) -> None:
    """The same wrong bounds and value in figures and aid: only the relation knows better."""
    for table in ("figures", "aid"):
        for column, cell in (("value", "5500000"), ("upper", "7000000")):
            repository.set_cell(either, table, "lee2021-001", column, cell)
    said = f"{TABLE}:3: right_upper: '6000000', and the figures give '7000000' (aid-of-two-countries)"
    assert any(text.startswith(said) for text in found(either, repository))


@pytest.mark.parametrize(
    ("relation", "column", "cell", "says"),
    [
        ("akhmet2020-exports", "left", "akhmet2020-1", "are no two sides of the kind limit"),
        ("akhmet2020-exports", "left", "akhmet2020-009", "no such claim: akhmet2020-009"),
        ("akhmet2020-exports", "left", "akhmet2020-004", "km and USD measure different things"),
        ("akhmet2020-exports", "kind", "growth", "are no two sides of the kind growth"),
        ("akhmet2020-exports", "kind", "sum", "are no two sides of the kind sum"),
        ("akhmet2020-exports", "right", "akhmet2020-001 ", "has white space at its ends"),
        ("akhmet2020-exports", "right", "(akhmet2020-001)", "and the figures give 'akhmet2020-001'"),
        ("akhmet2020-exports", "right", f"akhmet2020-001 at {'9' * 9000} to 9 kg/m3", "the figures give"),
    ],
)
def test_wrong_arithmetic_is_found_in_a_release(
    folder: Path, repository, relation, column, cell, says
) -> None:
    repository.set_cell(folder, "relations", relation, column, cell)
    assert any(text.startswith(f"{TABLE}:2: ") and says in text for text in found(folder, repository))


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("verdict", "holds", "holds: a gap of 0"),
        ("verdict", "perhaps", "'perhaps' is not a code of verdicts"),
        ("gap", "", "fails: a gap above 0"),
        ("gap", "-1", "is too small"),
        ("flag", "", "a failing relation with the flag of a claim"),
        ("note", "", "and an explanation"),
        ("left_lower", "996600000000", "the lower end of a side at or below the upper one"),
    ],
)
def test_cells_that_do_not_go_together_are_found(folder: Path, repository, column, cell, says) -> None:
    repository.set_cell(folder, "relations", "aid-of-two-countries", column, cell)
    assert any(text.startswith(f"{TABLE}:3: ") and says in text for text in found(folder, repository))


def test_rows_lost_added_and_moved_are_found(folder: Path, repository) -> None:
    (folder / "validation").mkdir()
    (folder / RELATIONS).write_text(FILE, encoding="utf-8")
    sound = (folder / TABLE).read_text(encoding="utf-8")
    head, first, second = sound.splitlines(keepends=True)
    cases = {
        head + first: "'aid-of-two-countries' stands in validation/relations.yaml and not here",
        sound
        + second.replace("aid-of", "tea-of"): "4: relation: 'tea-of-two-countries' stands here and not in",
        head + second + first: "the rows are not in the order of validation/relations.yaml",
    }
    for text, says in cases.items():
        (folder / TABLE).write_text(text, encoding="utf-8", newline="")
        assert any(says in finding for finding in found(folder, repository)), says


def test_a_slip_in_the_file_of_relations_is_a_finding(folder: Path, repository) -> None:
    (folder / "validation").mkdir()
    (folder / RELATIONS).write_text(FILE.replace("limit", "limt", 1), encoding="utf-8")
    (finding,) = found(folder, repository)
    assert finding.startswith(f"{RELATIONS}:1: akhmet2020-exports: no such kind: `limt` (mend: did you mean")


@pytest.mark.parametrize("cell", ["USD = 9 ** 9 ** 9", "USD = [", "USD = EUR"])
def test_units_that_make_no_registry_are_a_finding(folder: Path, repository, cell: str) -> None:
    repository.set_cell(folder, "units", "USD", "pint", cell)
    text = "\n".join(found(folder, repository))
    assert "tables/units.csv: pint: makes no registry" in text
