"""Sound tables pass; the report reads well."""

import shutil
from pathlib import Path

import pytest

from silkfigures.checks import Report, validate
from silkfigures.schemas import tables
from silkfigures.schemas.findings import Finding

REPOSITORY = Path(__file__).parents[2]


def test_sound_tables_pass(sound):
    report = validate(sound)
    assert report.ok, str(report)
    assert report.rows["figures"] == 8
    assert list(report.rows) == list(tables())
    assert str(report).startswith(f"no findings in {len(tables())} tables, ")


@pytest.mark.slow
def test_the_data_folder_of_an_installed_package_passes(sound, tmp_path):
    shutil.copytree(sound / "tables", tmp_path / "data" / "tables")
    shutil.copy(sound / "datapackage.json", tmp_path / "data")
    assert validate(str(tmp_path / "data")).ok


@pytest.mark.slow
def test_the_tables_of_this_repository_pass():
    report = validate(REPOSITORY)
    assert report.ok, str(report)


def test_an_empty_folder_has_a_finding_for_every_table(tmp_path):
    files = {finding.file for finding in validate(tmp_path).findings}
    assert files == {"datapackage.json", *(f"tables/{name}.csv" for name in tables())}


def test_two_runs_find_the_same_in_the_same_order(folder, repository):
    repository.set_cell(folder, "figures", "lee2021-001", "unit", "km")
    repository.set_cell(folder, "trade", "akhmet2020-001", "status", "x")
    first, second = validate(folder, outsider=False), validate(folder, outsider=False)
    assert first == second
    assert list(first.findings) == sorted(first.findings)
    assert len(set(first.findings)) == len(first.findings) > 3


def test_a_report_of_one():
    report = Report((Finding("tables/aid.csv", 0, "", "is empty", "restore it"),), {})
    assert str(report) == "tables/aid.csv: is empty (mend: restore it)\n1 finding in 0 tables, 0 rows"


def test_validation_says_what_to_install(monkeypatch, sound):
    monkeypatch.setitem(__import__("sys").modules, "pandera", None)
    with pytest.raises(ImportError, match=r"pip install 'silkfigures\[build\]'"):
        validate(sound)
