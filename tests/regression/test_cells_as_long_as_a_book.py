"""A title of more than 131072 characters went into a table that no CSV reader would read again."""

import pytest

from silkfigures.build import build
from silkfigures.readings import ReadingErrors


def test_it_is_a_slip(example):
    path = example / "raw" / "works.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"title": "', '"title": "' + "a" * 140_000, 1), "utf-8"
    )
    with pytest.raises(
        ReadingErrors, match=r"works.json:\d+: `title` has 1400\d\d characters, more than 10000"
    ):
        build(example)
    assert not (example / "tables").exists()
