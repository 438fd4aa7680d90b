"""Drawing damages from a seed: as many of each kind, each of them a real change."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from silkfigures.readings import ReadingError
from silkfigures.readings.yamlfile import parse_yaml
from tests.damage import (
    cell_kinds,
    file_kinds,
    number_kinds,
    quote_kinds,
    raw_kinds,
    reading_kinds,
    row_kinds,
)
from tests.damage.kinds import KINDS, Files, Hurt, Kind

# importing them registers the kinds
MODULES = (number_kinds, cell_kinds, row_kinds, file_kinds, reading_kinds, quote_kinds, raw_kinds)
ROLLS = 200


@dataclass(frozen=True, slots=True)
class Damage:
    """One damage: its kind, its number among those of that kind, what became of the files, what was done."""

    kind: str
    number: int
    hurt: Hurt
    said: str

    @property
    def area(self) -> str:
        """Which files are hurt: "tables", "raw", or "told" for what tells of the tables."""
        folders = {name.partition("/")[0] for name in self.hurt}
        return "raw" if "raw" in folders else "tables" if "tables" in folders else "told"


def draw(files: Files, seed: int, count: int) -> list[Damage]:
    """So many damages, spread evenly over the kinds; the same for the same files and seed."""
    kinds = list(KINDS.values())
    return [damage(files, kinds[at % len(kinds)], seed, at // len(kinds)) for at in range(count)]


def damage(files: Files, kind: Kind, seed: int, number: int) -> Damage:
    """One damage of a kind. Raises ValueError when the dice find nothing to damage so."""
    dice = Random(f"{seed}/{kind.name}/{number}")
    for _ in range(ROLLS):
        made = kind.make(files, dice)
        if made and changed(files, made[0], meaning=bool(kind.changes)):
            return Damage(kind.name, number, *made)
    raise ValueError(f"nothing found to damage: {kind.name}")


def changed(files: Files, hurt: Hurt, meaning: bool = True) -> bool:
    """Whether a damage really changes files; with `meaning`, what they say and not only their bytes."""
    if not meaning:
        return any(content != files[name] for name, content in hurt.items())
    return any(_content(name, content) != _content(name, files[name]) for name, content in hurt.items())


@lru_cache(maxsize=256)
def _content(name: str, data: bytes | None) -> object:
    """What a file says: its cells or its nodes; its bytes where they cannot be read, or are no such file."""
    if data is None:
        return None
    try:
        text = data.decode("utf-8")
        return next((reads(text) for end, reads in _READS.items() if name.endswith(end)), data)
    except (ValueError, RecursionError, csv.Error, ReadingError):
        return data


_READS = {
    ".csv": lambda text: list(csv.reader(io.StringIO(text, newline=""), strict=True)),
    ".yaml": parse_yaml,
    ".json": json.loads,
    ".toml": tomllib.loads,
}
