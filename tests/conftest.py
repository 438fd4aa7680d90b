"""What all tests share: the repository, the source texts, and which package is under test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import silkfigures

ROOT = Path(__file__).resolve().parents[1]


def pytest_report_header() -> str:
    return f"silkfigures {silkfigures.__version__} from {Path(silkfigures.__file__).parent}"


def pytest_sessionstart() -> None:
    """Refuse to run on another package than the one announced (see tests/packaging/on_the_wheel.py)."""
    expected = os.environ.get("SILKFIGURES_TESTED_FROM")
    if expected and not Path(silkfigures.__file__).is_relative_to(expected):
        raise pytest.UsageError(f"the tests imported {silkfigures.__file__}, not the package in {expected}")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of the source texts; a test that needs them is skipped where they are not at hand."""
    for folder in (os.environ.get("SILKFIGURES_TEXTS"), ROOT.parent / "shared" / "texts"):
        if folder and Path(folder).is_dir():
            return Path(folder)
    pytest.skip("needs the source texts: set SILKFIGURES_TEXTS to their folder")
