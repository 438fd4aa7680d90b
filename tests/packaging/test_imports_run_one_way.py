"""The packages stand on each other in one direction only."""

import ast
from pathlib import Path

import pytest

import silkfigures

MAY_IMPORT = {
    "files": set(),
    "quantities": set(),
    "schemas": {"files"},
    "readings": {"files", "quantities", "schemas"},
    "checks": {"files", "quantities", "schemas", "readings"},
    "build": {"files", "quantities", "schemas", "readings", "checks"},
    "versions": {"files", "schemas", "readings", "build"},
    "publish": {"files", "schemas", "checks", "versions", "dataset"},  # dataset: a publication in words
    "dataset": {"files", "schemas"},  # only where a killed build left tables, and what a period is
    "cli": {
        *("files", "quantities", "schemas", "readings", "build", "checks", "versions", "publish", "dataset")
    },
}
PACKAGE = Path(silkfigures.__file__).parent


def imported(path: Path) -> set[str]:
    """The packages of silkfigures that a module imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        found |= {name.split(".")[1] for name in names if name.startswith("silkfigures.")}
    return found


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_it_stands_on(package):
    modules = list((PACKAGE / package).rglob("*.py"))
    assert modules
    wrong = {path.name: imported(path) - MAY_IMPORT[package] - {package} for path in modules}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_every_package_has_its_place():
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert folders == set(MAY_IMPORT)
