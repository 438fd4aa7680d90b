"""`silkfigures diff` and `silkfigures record` on the releases in the ledger and on bad input."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile

import pytest

from silkfigures.checks.report import Report
from silkfigures.readings import ReadingErrors


@pytest.fixture
def old(root):
    return root / "raw/released/0.1.0"


@pytest.fixture
def new(root):
    return root / "raw/released/0.2.0"


def test_the_table_tells_the_story(run, old, new):
    result = run("diff", old, new, columns=120)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["change", "number", "what", "how", "and", "why"]
    assert " ".join(lines[2].split()[:8]) == "claim changed 1 dong2025-004 unit: times → meeting"
    assert any(line.split() == ["claim", "added", "7", "brics-001", "to", "brics-007"] for line in lines)
    assert max(map(len, lines)) <= 120
    assert result.stderr == (
        "0.1.0 to 0.2.0: 609 claims added, 2 changed, 0 gone. "
        "The changes ask for a step of the version: minor.\n"
    )


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_table_fits_the_terminal(run, old, new, columns):
    assert max(map(len, run("diff", old, new, columns=columns).stdout.splitlines())) <= columns


def test_csv_has_a_row_a_change(run, old, new):
    rows = list(csv.DictReader(io.StringIO(run("diff", old, new, "--format", "csv").stdout)))
    assert [*rows[0]] == ["version", "kind", "table", "key", "field", "from", "to", "why"]
    assert sum(row["kind"] == "claim added" for row in rows) == 609
    changed = [row for row in rows if row["kind"] == "claim changed"]
    assert [(row["key"], row["from"], row["to"]) for row in changed] == [
        ("dong2025-004", "times", "meeting"),
        ("dong2025-038", "count", "institution"),
    ]


def test_markdown_goes_to_a_file(run, old, new, tmp_path):
    result = run("diff", old, new, "--format", "markdown", "--output", tmp_path / "story.md")
    assert result.exit_code == 0 and result.stdout == ""
    text = (tmp_path / "story.md").read_text(encoding="utf-8")
    assert text.startswith("# silkfigures 0.1.0 to 0.2.0\n\n- **Claims retired**: none.\n")
    assert "- **Tables added**: `coverage`.\n" in text


@pytest.mark.parametrize("place", [".", "raw/released/0.2.0"])
def test_a_checkout_says_why(run, old, root, place):
    result = run("diff", old, root / place, "--format", "csv")
    told = [row for row in csv.DictReader(io.StringIO(result.stdout)) if row["key"] == "dong2025-004"]
    why = {row["field"]: row["why"] for row in told}
    assert why["unit"].startswith("What is counted is meetings of the presidents;")


def test_a_release_says_why_in_its_history(run, old, new, tmp_path):
    told = (
        "version,kind,table,key,field,from,to,why\n0.2.0,claim changed,figures,dong2025-038,unit,,,Because.\n"
    )
    path = tmp_path / "silkfigures-0.2.0.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("silkfigures-0.2.0/history.csv", told)
        for file in new.rglob("*.*"):
            archive.write(file, f"silkfigures-0.2.0/{file.relative_to(new).as_posix()}")
    rows = list(csv.DictReader(io.StringIO(run("diff", old, path, "--format", "csv").stdout)))
    assert [row["why"] for row in rows if row["kind"] == "claim changed"] == ["", "Because."]


def test_nothing_changed(run, new):
    result = run("diff", new, new)
    assert result.stdout == "nothing changed\n" and "0 claims added, 0 changed, 0 gone" in result.stderr


def test_the_way_back_tells_what_is_gone(run, old, new):
    assert "0 claims added, 2 changed, 609 gone. The changes ask for a step of the version: major." in (
        run("diff", new, old).stderr
    )


def test_the_word_installed_names_the_tables_of_the_package(run, root):
    assert run("diff", "installed", "installed").stdout == "nothing changed\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("away", "there is no such folder or zip"),
        ("README.md", "README.md: is no release: neither a folder nor a zip (mend: name the folder"),
        ("tables", "is no release: it holds no datapackage.json"),
    ],
)
def test_what_is_no_release_ends_with_code_2(run, root, new, name, message):
    result = run("diff", new, root / name)
    assert result.exit_code == 2
    assert message in result.stderr and "(mend: " in result.stderr and result.stdout == ""


def test_slips_in_the_reasons_of_a_checkout_end_with_code_1(run, new, root, tmp_path):
    shutil.copytree(new, tmp_path / "checkout")
    (tmp_path / "checkout/raw").mkdir()
    (tmp_path / "checkout/raw/changes.yaml").write_text("- version: 0.2.0\n", encoding="utf-8")
    result = run("diff", new, tmp_path / "checkout")
    assert result.exit_code == 1 and "raw/changes.yaml:1: `why` is missing" in result.stderr


def test_record_writes_once_and_never_again(run, new, tmp_path, root):
    for name in ("readings", "codelists"):
        (tmp_path / "raw" / name).mkdir(parents=True)
    assert run("record", new, "--root", tmp_path).stderr == "raw/released/0.2.0 written.\n"
    assert run("record", new, "--root", tmp_path).stderr == "it stands there already.\n"
    damaged = tmp_path / "raw/released/0.2.0/tables/flags.csv"
    damaged.write_text("flag\n", encoding="utf-8")
    result = run("record", new, "--root", tmp_path)
    assert result.exit_code == 1 and "0.2.0 is released, with another content" in result.stderr
    assert damaged.read_text(encoding="utf-8") == "flag\n"


def test_validate_tells_when_what_is_released_has_changed(run, example, root, edit, monkeypatch):
    monkeypatch.setattr(
        "silkfigures.checks.validate", lambda folder, outsider=True: Report()
    )  # looked at elsewhere, as is the numbering of claims, which has gaps in the made-up repository
    monkeypatch.setattr("silkfigures.build.missing_claims", lambda root: ReadingErrors(()))
    (example / "raw/package.toml").write_bytes((root / "raw/package.toml").read_bytes())
    assert run("build", "--root", example).exit_code == 0
    assert run("record", "--root", example).exit_code == 0
    result = run("validate", "--root", example)
    assert result.exit_code == 0, result.stdout
    edit("raw/readings/pereval.yaml", "period: 2010/2020", "period: 2010/2021")
    assert run("build", "--root", example).exit_code == 0
    result = run("validate", "--root", example)
    assert result.exit_code == 1
    assert (
        "no longer those: claim changed: pereval-004, period from '2010/2020' to '2010/2021'" in result.stdout
    )


def test_a_place_that_cannot_be_written_is_named(run, old, new, tmp_path):
    result = run("diff", old, new, "--output", tmp_path / "nowhere" / "x.md")
    assert result.exit_code == 2
    assert f"{tmp_path / 'nowhere'}: cannot be written: no such folder (mend: " in result.stderr
