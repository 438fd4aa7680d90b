"""The made-up package, with cells of its works and lines of its description changed."""

from __future__ import annotations

import json
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
