"""No folder of tests has a name that pytest passes over, as it does of itself with `build` and `dist`."""

from fnmatch import fnmatch
from pathlib import Path

import pytest


def test_pytest_passes_over_no_folder_with_tests(root: Path, pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent.relative_to(root) for path in (root / "tests").rglob("test_*.py")}
    assert Path("tests/build") in folders
    assert [
        folder
        for folder in folders
        if any(fnmatch(part, pattern) for part in folder.parts for pattern in passed_over)
    ] == []
