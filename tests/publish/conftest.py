"""Releases to look at: one of the made-up tables, one of the tables of the repository."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def package(sound: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up tables with all that a release is made from; for reading only."""
    folder = shutil.copytree(sound, tmp_path_factory.mktemp("package") / "data")
    shutil.copytree(root / "LICENSES", folder / "LICENSES")
    return folder


@pytest.fixture(scope="session")
def released(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a release of the made-up tables."""
    return _release(package, tmp_path_factory)


@pytest.fixture(scope="session")
def published(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a release of the repository's tables."""
    return _release(root, tmp_path_factory)


def _release(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    for module in ("openpyxl", "pyarrow"):
        pytest.importorskip(module, reason=f"a release needs {module}")
    from silkfigures.publish.release import release

    folder, _ = release(root, tmp_path_factory.mktemp("release"))
    return folder
