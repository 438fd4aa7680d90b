"""The packages stand on each other in one direction only."""

import ast
from pathlib import Path

import pytest

import silkfigures

MAY_IMPORT = {
    "quantities": set(),
    "schemas": set(),
    "readings": {"quantities", "schemas"},
    "build": {"quantities", "schemas", "readings"},
    "checks": {"schemas"},
    "publish": {"schemas", "dataset"},  # of dataset only how a publication is written in words
    "dataset": {"schemas"},  # only what a period is
    "cli": {"quantities", "schemas", "readings", "build", "checks", "publish", "dataset"},
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
