"""The pages of the documentation that people write: what they show runs, and prints what they say."""

from __future__ import annotations

import csv
import json
import runpy
import shutil
import sqlite3
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from silkfigures.schemas import tables

commands = runpy.run_path(str(Path(__file__).with_name("shown.py")))["commands"]
DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted([DOCS / "index.md", *(DOCS / "howto").glob("*.md")])
WALK = DOCS / "howto" / "add-a-reading.md"
BUILDING = ("locate", "coverage", "build", "verify", "validate", "compare")
ELSEWHERE = ("release",)  # takes seconds, and is run in tests/cli/test_release.py
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture
def release(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the tables as a release has them."""
    (tmp_path / "tables").symlink_to(root / "tables")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


@pytest.fixture
def workshop(root: Path, tmp_path: Path, shown: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the code lists and the one publication of the page on adding a reading."""
    shutil.copytree(root / "raw" / "codelists", tmp_path / "raw" / "codelists")
    shutil.copy(root / "raw" / "package.toml", tmp_path / "raw")
    (tmp_path / "raw" / "works.json").write_text("[]")
    for caption, text in shown.captioned(WALK.read_text(encoding="utf-8")).items():
        if caption.startswith(("raw/", "texts/")):
            _add(tmp_path / caption, text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _add(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".json":
        text = json.dumps([*json.loads(path.read_text(encoding="utf-8")), json.loads(text)])
    path.write_text(text, encoding="utf-8")


LOOKING = [
    c
    for page in PAGES
    for c in commands(page.read_text(encoding="utf-8"))
    if c.split()[0] not in (*BUILDING, *ELSEWHERE)
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_python_examples_print_what_is_shown(page: Path, release: Path, shown: ModuleType) -> None:
    text = page.read_text(encoding="utf-8")
    assert shown.examples(page) == sum(line.startswith(">>> ") for line in text.splitlines())


@pytest.mark.parametrize("command", LOOKING)
def test_the_commands_that_look_run(command: str, release: Path, shown: ModuleType) -> None:
    result = shown.run(command)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()


def test_the_first_page_counts_the_publications(root: Path) -> None:
    works = len((root / "tables" / "works.csv").read_text(encoding="utf-8").splitlines()) - 1
    assert f"[{works} of them](" in (DOCS / "index.md").read_text(encoding="utf-8")


def test_the_task_pages_are_all_listed() -> None:
    index = (DOCS / "howto" / "index.md").read_text(encoding="utf-8")
    for page in (DOCS / "howto").glob("*.md"):
        assert page.stem == "index" or (f"({page.name})" in index and f"\n{page.stem}\n" in index)


def test_the_reading_that_is_added_becomes_the_claims_shown(workshop: Path, shown: ModuleType) -> None:
    text = WALK.read_text(encoding="utf-8")
    for command in commands(text):
        result = shown.run(command)
        assert result.exit_code == 0, result.output
    (wanted,) = (
        block for caption, block in shown.captioned(text).items() if caption.startswith("tables/trade.csv")
    )
    with (workshop / "tables" / "trade.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    expected = list(csv.DictReader(wanted.splitlines()))
    assert [{name: row[name] for name in expected[0]} for row in rows] == expected


@pytest.mark.slow
def test_the_reading_that_is_added_can_be_checked(workshop: Path, shown: ModuleType) -> None:
    pages = [WALK, DOCS / "howto" / "check-a-reading.md", DOCS / "howto" / "trace.md"]
    shutil.copytree(workshop / "raw" / "readings", workshop / "second")
    run = [
        c for page in pages for c in commands(page.read_text(encoding="utf-8")) if c.split()[0] in BUILDING
    ]
    assert {command.split()[0] for command in run} == set(BUILDING)
    failed = {c: r.output for c in run if (r := shown.run(c)).exit_code}
    assert failed == {}


def _shown_rows(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_the_sqlite_queries_give_what_is_shown(release: Path, shown: ModuleType) -> None:
    page = DOCS / "howto" / "sql.md"
    text = page.read_text(encoding="utf-8").partition("## DuckDB")[0]
    shown.examples(page)  # makes the database
    with sqlite3.connect("figures.sqlite") as database:
        written = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        assert written == set(tables())
        for query, result in zip(shown.blocks(text, "sql"), shown.blocks(text, "text"), strict=True):
            rows = database.execute(query).fetchall()
            assert [_row(row) for row in rows] == _shown_rows(result)


@pytest.mark.slow
def test_the_duckdb_queries_give_what_is_shown(release: Path, shown: ModuleType) -> None:
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    text = (DOCS / "howto" / "sql.md").read_text(encoding="utf-8").partition("## DuckDB")[2]
    for query, result in zip(shown.blocks(text, "sql"), shown.blocks(text, "text"), strict=True):
        rows = duckdb.sql(query).fetchall()
        assert [_row(row) for row in rows] == _shown_rows(result)


def _row(row: tuple[object, ...]) -> str:
    return " | ".join("" if value is None else str(value) for value in row)


@pytest.mark.slow
def test_the_r_commands_print_what_is_shown(release: Path, shown: ModuleType) -> None:
    if not shutil.which("Rscript"):
        pytest.skip("needs R: no Rscript on the path")
    text = (DOCS / "howto" / "r.md").read_text(encoding="utf-8")
    script = "\n".join(shown.blocks(text, "r"))
    done = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=True, cwd=release)
    assert _shown_rows(done.stdout) == _shown_rows("".join(shown.blocks(text, "text")))
