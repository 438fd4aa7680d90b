"""What a kind of damage is, the files it hurts, and the register of all kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from silkfigures.cli.keep import telling
from silkfigures.schemas import tables

Files = Mapping[str, bytes]  # content by path from the root, as people name it
Hurt = dict[str, bytes | None]  # what became of the files that a damage touches; None where one is lost
Made = tuple[Hurt, str] | None  # what a damage did, and a line that says so
Make = Callable[[Files, Random], Made]

BUILT = tuple(f"tables/{name}.csv" for name in tables())
FEEDING = (
    "validation/agreement.csv",
    "validation/relations.yaml",
    "validation/conflicts.yaml",
)  # kept outside raw/, and something is made of it
MATTERS = ("value", "unit", "party", "period", "key")  # of these the checks must miss nothing

# Why damage may slip through. More than one kind may give the same reason.
ONLY_A_READER = "The words around the figure say it, and only a person can read them: it is another reading."
OF_SOURCES = "Lines, sizes and counts of the sources are known from raw/ and the texts alone."
FROM_TEXTS = "The texts alone know it."
NOT_PRINTED = "Where the unit is printed away from the number, the tables do not keep the words of it."


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to damage files.

    `changes` says what of the data becomes another: one of MATTERS, "words" (labels, notes, quotes, other
    meanings), "place" (where a figure stands), "file" (nothing can be read as it was), or "" where the
    meaning stays the same and nothing need be caught. `make` gives the damaged files and says in a line what
    was done, or None when the dice fell on something that cannot be damaged so. `slips` is why some damage of
    the kind cannot be seen, if so it is.
    """

    name: str
    changes: str
    make: Make
    slips: str = ""

    @property
    def must(self) -> bool:
        """Whether a damage changes a value, a unit, a party, a period or a key."""
        return self.changes in MATTERS


KINDS: dict[str, Kind] = {}


def kind(name: str, changes: str, slips: str = "") -> Callable[[Make], Make]:
    """Register the function below as a kind of damage."""

    def register(make: Make) -> Make:
        assert name not in KINDS, name
        KINDS[name] = Kind(name, changes, make, slips)
        return make

    return register


def repository_files(root: Path) -> dict[str, bytes]:
    """All files that `silkfigures validate` answers for: `raw/`, what is built, what feeds it."""
    raw = sorted(path.relative_to(root).as_posix() for path in (root / "raw").rglob("*") if path.is_file())
    names: Iterable[str] = (*raw, *BUILT, *telling(root), *FEEDING)
    return {name: (root / name).read_bytes() for name in names if (root / name).is_file()}
