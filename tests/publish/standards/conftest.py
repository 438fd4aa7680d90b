"""The catalogue files for the readers and schemas that others wrote; nothing here uses a network."""

from __future__ import annotations

import csv
import shutil
import socket
from pathlib import Path

import pytest

from silkfigures.publish import CATALOGUE

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here needs the extra `standards` and takes long: `make test-standards` runs them."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on any try to reach a network."""

    def refused(*_args: object, **_options: object) -> None:
        raise AssertionError("a test of a standard must not use the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.fixture(scope="session")
def number_of_works(root: Path) -> int:
    """How many publications there are."""
    with open(root / "tables" / "works.csv", encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


@pytest.fixture(scope="session")
def released(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a release has it: the tables, their description and the catalogue files."""
    folder = tmp_path_factory.mktemp("released")
    shutil.copytree(root / "tables", folder / "tables")
    (folder / "datapackage.json").write_bytes((root / "datapackage.json").read_bytes())
    for name, tell in CATALOGUE.items():
        (folder / name).write_text(tell(folder), encoding="utf-8", newline="")
    return folder
