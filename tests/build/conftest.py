"""A small made-up repository: two works, two texts, all code lists."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.build import build_tables
from silkfigures.readings import ReadingErrors, write_places

EXAMPLE = Path(__file__).parent / "example"


@pytest.fixture(scope="session")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up repository with its places found; for reading only."""
    root = tmp_path_factory.mktemp("placed") / "repository"
    shutil.copytree(EXAMPLE, root)
    write_places(root, root / "texts")
    return root


@pytest.fixture
def example(placed: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return Path(shutil.copytree(placed, tmp_path / "repository"))


@pytest.fixture
def edit(example: Path) -> Callable[[str, str, str], int]:
    """Replace a passage that stands once in a file; gives the line in which it stood."""

    def replace(name: str, old: str, new: str) -> int:
        text = (example / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (example / name).write_text(text.replace(old, new), encoding="utf-8")
        return text.count("\n", 0, text.index(old)) + 1

    return replace


@pytest.fixture
def slips(example: Path) -> Callable[[], list[str]]:
    """What is wrong with the changed copy, a line each."""

    def found() -> list[str]:
        with pytest.raises(ReadingErrors) as caught:
            build_tables(example)
        return [str(error) for error in caught.value.errors]

    return found
