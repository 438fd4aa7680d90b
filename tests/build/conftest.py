"""What is wrong with the changed made-up repository, when it is built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.build import build_tables
from silkfigures.readings import ReadingErrors


@pytest.fixture
def slips(example: Path) -> Callable[[], list[str]]:
    """What is wrong with the changed copy, a line each."""

    def found() -> list[str]:
        with pytest.raises(ReadingErrors) as caught:
            build_tables(example)
        return [str(error) for error in caught.value.errors]

    return found
