"""What all tests share: the repository, the source texts, and which package is under test."""

from __future__ import annotations

import importlib.util
import inspect
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

import silkfigures
from silkfigures.readings import write_places

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = Path(__file__).parent / "example"


def pytest_report_header() -> str:
    return f"silkfigures {silkfigures.__version__} from {Path(silkfigures.__file__).parent}"


def pytest_sessionstart() -> None:
    """Refuse to run on another package than the one announced (see tests/packaging/on_the_wheel.py)."""
    expected = os.environ.get("SILKFIGURES_TESTED_FROM")
    if expected and not Path(silkfigures.__file__).is_relative_to(expected):
        raise pytest.UsageError(f"the tests imported {silkfigures.__file__}, not the package in {expected}")


@pytest.fixture(scope="session")
def runner() -> CliRunner:
    """What runs a command and keeps its standard error apart, which click did not do of itself before 8.2."""
    apart = "mix_stderr" in inspect.signature(CliRunner).parameters
    return CliRunner(**({"mix_stderr": False} if apart else {}))


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


@pytest.fixture(scope="session")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small made-up repository (two works, their texts, all code lists), places found; for reading only."""
    root = tmp_path_factory.mktemp("placed") / "repository"
    shutil.copytree(EXAMPLE, root)
    write_places(root, root / "texts")
    return root


@pytest.fixture
def example(placed: Path, tmp_path: Path) -> Path:
    """A copy of the made-up repository, to be changed."""
    return Path(shutil.copytree(placed, tmp_path / "repository"))


@pytest.fixture
def edit(example: Path) -> Callable[[str, str, str], int]:
    """Replace a passage that stands once in a file of the copy; gives the line in which it stood."""

    def replace(name: str, old: str, new: str) -> int:
        text = (example / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (example / name).write_text(text.replace(old, new), encoding="utf-8")
        return text.count("\n", 0, text.index(old)) + 1

    return replace


@pytest.fixture(scope="session")
def repository() -> ModuleType:
    """The module that makes folders of made-up tables and damages them."""
    return _beside("made_up_repository")


@pytest.fixture(scope="session")
def shown() -> ModuleType:
    """The module that runs the examples and commands of pages."""
    return _beside("shown")


def _beside(name: str) -> ModuleType:
    """A module of this folder that is no test."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def sound(repository: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up tables with their description, which nobody damages."""
    return repository.make(tmp_path_factory.mktemp("sound") / "repository")


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """A copy of the made-up tables, to damage."""
    return Path(shutil.copytree(sound, tmp_path / "repository"))
