"""Fixtures: the made-up repository, sound, ready to be damaged."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location(
    "made_up_repository", Path(__file__).with_name("repository.py")
)
made_up = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(made_up)


@pytest.fixture(scope="session")
def sound(tmp_path_factory):
    """The repository nobody damages."""
    return made_up.make(tmp_path_factory.mktemp("sound") / "repository")


@pytest.fixture
def folder(sound, tmp_path):
    """A copy to damage."""
    return Path(shutil.copytree(sound, tmp_path / "repository"))


@pytest.fixture(scope="session")
def repository():
    """The module that makes and damages repositories."""
    return made_up
