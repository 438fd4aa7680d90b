"""The damage tests import each other as `tests.damage`, from the root of the repository."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


@pytest.fixture(scope="session")
def files(root):
    """The files of this repository, by name."""
    from tests.damage.kinds import repository_files

    return repository_files(root)
