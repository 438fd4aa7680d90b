"""A build that is killed anywhere leaves the old set or the new one; the next build leaves nothing over."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import silkfigures

SCRIPT = Path(__file__).with_name("killed_builds.py")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked children")


def killed(repository: Path, *words: str) -> list[dict[str, str]]:
    """What was left by each kill."""
    paths = os.pathsep.join([str(Path(silkfigures.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, str(SCRIPT), str(repository), *words]
    done = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def repository(example: Path, root: Path) -> Path:
    shutil.copy(root / "raw" / "package.toml", example / "raw")
    return example


@pytest.mark.slow
def test_a_hundred_kills(repository: Path) -> None:
    found = killed(repository, "30", "5", "--every", "2")
    assert len(found) >= 100
    assert {(one["next build"], one["then"], one["strangers"]) for one in found} == {(0, "new", "kept")}
    states = Counter((one["tables"], one["description"], one["loaded"]) for one in found)
    # The folder of tables is whole at any time; between its exchange and that of the description, the package
    # reads the tables that are described.
    assert set(states) <= {("old", "old", "old"), ("new", "old", "old"), ("new", "new", "new")}
    assert states["old", "old", "old"] and states["new", "new", "new"]


@pytest.mark.slow
def test_kills_where_the_system_cannot_exchange_folders(repository: Path) -> None:
    found = killed(repository, "5", "6", "--every", "6", "--no-exchange")
    assert {(one["next build"], one["then"], one["strangers"]) for one in found} == {(0, "new", "kept")}
    assert {(one["description"], one["loaded"]) for one in found} == {("old", "old"), ("new", "new")}
