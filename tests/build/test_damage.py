"""Whatever happens to a file in raw/, the build says so in its own words or goes on; it never breaks."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from silkfigures.build import build_tables
from silkfigures.readings import ReadingErrors, verify

FILES = [
    "raw/readings/teapass.yaml",
    "raw/readings/pereval.yaml",
    "raw/works.json",
    "raw/documents.yaml",
    "raw/corrections.yaml",
    "raw/places.csv",
    *(
        f"raw/codelists/{n}.csv"
        for n in ("places", "organisations", "assets", "indicators", "flags", "codes")
    ),
]
SIGNS = [
    b"\n",
    b'"',
    b",",
    b":",
    b"-",
    b"\t",
    b"&",
    b"[",
    b"{",
    b"\xff",
    b"\x00",
    b"9",
    b"x",
    "я".encode(),
    b"  ",
]


def damaged(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    kind = chance.choice(["insert", "replace", "delete", "cut", "double", "line"])
    if kind == "insert":
        return content[:at] + chance.choice(SIGNS) + content[at:]
    if kind == "replace":
        return content[:at] + chance.choice(SIGNS) + content[at + 1 :]
    if kind == "delete":
        return content[:at] + content[at + chance.randrange(1, 40) :]
    if kind == "cut":
        return content[:at]
    lines = content.splitlines(keepends=True)
    line = chance.randrange(len(lines))
    return b"".join(lines[:line] + lines[line : line + 1] * (2 * (kind == "double")) + lines[line + 1 :])


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file(example: Path, name: str) -> None:
    path, chance = example / name, random.Random(name)
    content, said = path.read_bytes(), 0
    for _ in range(25):
        path.write_bytes(damaged(content, chance))
        try:
            build_tables(example)
            verify(example, example / "texts")
        except ReadingErrors as caught:
            said += 1
            assert caught.errors and all(
                error.path.startswith("raw/") and error.mend for error in caught.errors
            )
    assert said > 0
