"""Packages to look at: made-up tables, changed cells of them, and releases of them and of the repository."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def edited(folder: Path, repository: ModuleType) -> Callable[..., Path]:
    """Change the made-up package: edited(works={"lee2021": {"pages": "4–9"}}, about={"id": "…"})."""

    def change(
        works: dict[str, dict[str, str]] | None = None,
        figures: dict[str, dict[str, str]] | None = None,
        about: dict[str, object] | None = None,
    ) -> Path:
        for table, rows in (("works", works or {}), ("figures", figures or {})):
            for key, cells in rows.items():
                for column, cell in cells.items():
                    repository.set_cell(folder, table, key, column, cell)
        repository.describe(folder)
        path = folder / "datapackage.json"
        description = json.loads(path.read_text(encoding="utf-8")) | (about or {})
        path.write_text(json.dumps(description, ensure_ascii=False), encoding="utf-8")
        return folder

    return change


@pytest.fixture(scope="session")
def package(sound: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up tables with all that a release is made from; for reading only."""
    folder = shutil.copytree(sound, tmp_path_factory.mktemp("package") / "data")
    shutil.copytree(root / "LICENSES", folder / "LICENSES")
    (folder / "history.csv").write_text("version,kind,table,key,field,from,to,why\n", encoding="utf-8")
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
