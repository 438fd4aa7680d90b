"""Drawing damages from a seed: as many of each kind, each of them a real change."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from silkfigures.readings import ReadingError
from silkfigures.readings.yamlfile import parse_yaml
from tests.damage import file_kinds, raw_kinds, reading_kinds, table_kinds
from tests.damage.kinds import KINDS, Files, Hurt, Kind

MODULES = (table_kinds, file_kinds, reading_kinds, raw_kinds)  # importing them registers the kinds
ROLLS = 200


@dataclass(frozen=True, slots=True)
class Damage:
    """One damage: its kind, its number in the run, what became of the files, and what was done."""

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
    return [damage(files, kinds[number % len(kinds)], seed, number) for number in range(count)]


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


def of_kind(damages: list[Damage], kind: str) -> Iterator[Damage]:
    """The damages of one kind."""
    return (one for one in damages if one.kind == kind)
