"""The command `relations`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from silkfigures.build import build
from silkfigures.cli import cli


@pytest.fixture
def built(example: Path) -> Path:
    build(example)
    return example


@pytest.fixture
def call(runner: CliRunner) -> Callable[..., Result]:
    """Run the command on a repository."""

    def run(root: Path, *words: str) -> Result:
        return runner.invoke(cli, ["relations", "--root", str(root), *words], env={"COLUMNS": "150"})

    return run


def test_it_shows_the_relations(built: Path, call) -> None:
    result = call(built)
    assert result.exit_code == 0
    (row,) = [line for line in result.stdout.splitlines() if "teapass" in line]
    assert row.split()[:2] == ["teapass-export-growth", "growth"]
    assert "teapass-001 / teapass-003 - 1" in row and row.split()[-1] == "holds"
    assert "1 relation: 1 holds." in result.stderr


def test_it_shows_those_of_a_work_or_kind(built: Path, call) -> None:
    assert "1 relation" in call(built, "--work", "teapass", "--kind", "growth").stderr
    for words in (("--work", "pereval"), ("--kind", "sum")):
        result = call(built, *words)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No relations.\n")


def test_it_proposes_what_is_not_written_down(built: Path, call) -> None:
    (built / "validation/relations.yaml").write_text("[]\n", encoding="utf-8")
    result = call(built, "--propose")
    assert result.exit_code == 0
    items = yaml.safe_load(result.stdout)
    growth = {"growth": "teapass-002", "from": "teapass-003", "to": "teapass-001"}
    assert [item for item in items if growth.items() <= item.items()]
    assert f"{len(items)} candidate" in result.stderr
    only = yaml.safe_load(call(built, "--propose", "--kind", "equal").stdout)
    assert only and {item["kind"] for item in only} == {"equal"}


def test_what_is_written_down_is_not_proposed(built: Path, call) -> None:
    items = yaml.safe_load(call(built, "--propose").stdout)
    assert not [item for item in items if item.get("growth") == "teapass-002" and item["to"] == "teapass-001"]


def test_a_slip_in_the_file_is_named(built: Path, call) -> None:
    (built / "validation/relations.yaml").write_text("- id: a\n  kind: tea\n", encoding="utf-8")
    result = call(built, "--propose")
    assert result.exit_code == 1
    assert "validation/relations.yaml:1: a: no such kind: `tea`" in result.stderr


def test_a_missing_table_is_named(built: Path, call) -> None:
    (built / "tables/relations.csv").unlink()
    result = call(built)
    assert result.exit_code == 1
    assert "tables/relations.csv" in result.stderr
    assert "Traceback" not in result.stderr
