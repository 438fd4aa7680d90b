"""The README's examples run and print what it shows; its tables and commands exist."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

import silkfigures
from silkfigures.schemas import tables


def test_the_notebook_examples_print_what_is_shown(
    root: Path, shown: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert shown.examples(root / "README.md") > 8


def test_it_counts_what_there_is(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    rows = silkfigures.tables().set_index("name")["rows"]
    assert set(re.findall(r"(\d+)\s+publications", text)) == {str(rows["works"])}
    assert re.findall(r"(\d+) in all", text) == [str(rows["figures"])]


def test_what_it_links_to_is_there(root: Path) -> None:
    linked = re.findall(r"\]\(([^)]+)\)", (root / "README.md").read_text(encoding="utf-8"))
    assert len(linked) > 10
    assert [name for name in linked if not (root / name).exists()] == []


def test_every_table_is_listed(root: Path) -> None:
    listed = set(
        re.findall(r"`([a-z]+)`", "\n".join(re.findall(r"^\|.*\|", (root / "README.md").read_text(), re.M)))
    )
    assert set(tables()) <= listed


def test_every_command_it_names_exists(root: Path) -> None:
    from silkfigures.cli import cli

    text = (root / "README.md").read_text(encoding="utf-8") + (root / "CONTRIBUTING.md").read_text(
        encoding="utf-8"
    )
    named = set(re.findall(r"(?:`|    )(?:\.venv/bin/)?silkfigures ([a-z]+)", text))
    assert len(named) > 5
    assert named <= set(cli.commands)


def test_every_function_it_uses_is_public(root: Path) -> None:
    used = set(re.findall(r"sf\.(\w+)\(", (root / "README.md").read_text(encoding="utf-8")))
    assert used <= set(silkfigures.__all__)


def test_the_shell_commands_it_shows_run(
    root: Path, shown: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    text = (root / "README.md").read_text(encoding="utf-8") + (root / "CONTRIBUTING.md").read_text(
        encoding="utf-8"
    )
    commands = [
        command
        for command in re.findall(r"`silkfigures ([^`]+)`", text)
        if command.startswith(("tables", "show", "evidence"))
    ]
    assert len(commands) > 4
    failed = {c: r.output for c in commands if (r := shown.run(c)).exit_code}
    assert failed == {}
