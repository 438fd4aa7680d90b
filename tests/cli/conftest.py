"""The command line reads the made-up data folder of tests/dataset."""

import runpy
from pathlib import Path

import pytest
from click.testing import Result

from silkfigures.cli import cli

_dataset = runpy.run_path(str(Path(__file__).parents[1] / "dataset" / "conftest.py"))
data_folder, read_from, data = (_dataset[name] for name in ("data_folder", "read_from", "data"))


@pytest.fixture
def run(monkeypatch, runner):
    """Run a command in a terminal of so many columns: run("show", "trade", columns=80)."""

    def command(*words: str, columns: int = 100, given: bytes | None = None) -> Result:
        monkeypatch.setenv("COLUMNS", str(columns))
        return runner.invoke(cli, [str(word) for word in words], prog_name="silkfigures", input=given)

    return command
