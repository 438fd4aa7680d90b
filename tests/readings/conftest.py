"""What is wrong with the changed made-up repository, when it is held against its texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.readings import ReadingErrors, locate


@pytest.fixture
def slips(example: Path) -> Callable[[], list[str]]:
    """What is wrong with the changed copy, a line each."""

    def found() -> list[str]:
        with pytest.raises(ReadingErrors) as caught:
            locate(example, example / "texts")
        return [str(error) for error in caught.value.errors]

    return found
