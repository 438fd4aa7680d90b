"""The fuzzing finds what it is there to find, and nothing in a short run."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.__main__ import TARGETS
from fuzz.target import expected

CHEAP = ("yaml", "quotes", "csv", "archives", "strings")
PLANTED = """
import os, time
from pathlib import Path
import fuzz.__main__ as run
from fuzz.target import Target
def read(name, data, folder):
    {code}
run.TARGETS.clear()
run.TARGETS["planted"] = Target(lambda: {{"a": b"abc"}}, read, 1.0)
run.sys.argv = ["fuzz", "--count", "3", "--seed", "1"]
run.sys.exit(run.main())
"""
BUGS = {
    "another exception": ("{}['x']", "KeyError"),
    "a hang": ("time.sleep(60)", "Hang"),
    "a file elsewhere": ("Path('/pwned-by-a-stranger').write_text('')", "Forbidden"),
    "a folder elsewhere": ("os.mkdir('/work-of-a-stranger')", "Forbidden"),
    "a program": ("os.system('true')", "Forbidden"),
    "a connection": ("import socket; socket.create_connection(('127.0.0.1', 9), 1)", "Forbidden"),
    "memory": ("bytearray(20_000_000_000)", "MemoryError"),
}


def python(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(root), *(path for path in sys.path if path)])
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, *words], cwd=root, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("name", CHEAP)
def test_a_few_inputs(name: str, tmp_path: Path) -> None:
    for number in range(25):
        file, data = TARGETS[name].input(random.Random(f"{name} 77 {number}"))
        try:
            TARGETS[name].read(file, data, tmp_path)
        except expected():
            continue


def test_the_same_seed_gives_the_same_input() -> None:
    one, other = (TARGETS["yaml"].input(random.Random("yaml 1 5")) for _ in range(2))
    assert one == other


def test_the_shares_make_a_whole() -> None:
    assert sum(target.share for target in TARGETS.values()) == pytest.approx(1)


@pytest.mark.slow
@pytest.mark.parametrize("bug", BUGS)
def test_a_planted_bug_is_found(root: Path, bug: str) -> None:
    code, told = BUGS[bug]
    done = python(root, "-c", PLANTED.format(code=code))
    assert done.returncode == 1, done.stderr
    assert re.search(rf"3 times, first with --target planted --only 0: {told}", done.stdout), done.stdout
    assert not Path("/pwned-by-a-stranger").exists()


@pytest.mark.slow
def test_a_short_run_of_every_target_finds_nothing(root: Path) -> None:
    done = python(root, "-m", "fuzz", "--count", "1000", "--seed", "77")
    assert done.returncode == 0, done.stdout + done.stderr
