"""The tests of the notebook's functions read a small made-up data folder."""

import runpy
from pathlib import Path

import pytest

from silkfigures.dataset import store, units

MADE_UP = runpy.run_path(str(Path(__file__).with_name("made_up.py")))
CACHES = (store.folder, store.descriptor, store.resources, units.registry, units.codes)


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory):
    return MADE_UP["write"](tmp_path_factory.mktemp("made_up") / "data")


@pytest.fixture
def read_from(monkeypatch):
    """A function that makes the package read its tables from a given folder, until the test ends."""

    def use(folder):
        for cached in CACHES:
            cached.cache_clear()
        monkeypatch.setattr(store, "folder", lambda: folder)

    yield use
    for cached in CACHES:
        cached.cache_clear()


@pytest.fixture(autouse=True)
def data(data_folder, read_from):
    """The made-up folder, in use."""
    read_from(data_folder)
    return data_folder
