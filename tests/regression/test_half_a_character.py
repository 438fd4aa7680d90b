r"""An escape such as \ud800 is half a character: it could be read, and the tables could not be written."""

import pytest

from silkfigures.build import build
from silkfigures.readings import ReadingErrors


def test_in_a_reading(example, edit):
    line = edit("raw/readings/pereval.yaml", "partner: CHN\n", 'partner: CHN\n        note: "\\ud800"\n')
    with pytest.raises(ReadingErrors, match=rf"pereval.yaml:{line + 1}: an escape that is half a character"):
        build(example)


def test_in_the_works(example):
    path = example / "raw" / "works.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"title": "', '"title": "\\ud83d', 1), encoding="utf-8")
    with pytest.raises(ReadingErrors, match=r"works.json:1: a \\ud800 or the like that is half a character"):
        build(example)
    path.write_text(text.replace('"title": "', '"title": "\\ud83d\\ude00 ', 1), encoding="utf-8")
    build(example)
