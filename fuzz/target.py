"""A target of fuzzing: real files to damage, and what reads them.

A target raises nothing but the errors that the project declares for bad input (`expected`), and returns a
sound value otherwise; what it returns is looked at where more can be said of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fuzz.mutate import mutated

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "example"


@cache
def expected() -> tuple[type[Exception], ...]:
    """The errors that bad input may end in."""
    from silkfigures.dataset.errors import SilkfiguresError
    from silkfigures.files.safe_archive import UnsafeArchive
    from silkfigures.readings import ReadingError, ReadingErrors, Slip

    return (SilkfiguresError, UnsafeArchive, ReadingError, ReadingErrors, Slip)


@dataclass(frozen=True, slots=True)
class Target:
    """Files to damage, by name, and the reader: it is given the name of a file, its bytes, and a folder.

    `share` is the share of all inputs that it gets.
    """

    seeds: Callable[[], dict[str, bytes]]
    read: Callable[[str, bytes, Path], None]
    share: float

    def input(self, source: random.Random) -> tuple[str, bytes]:
        """The name and the damaged bytes of one input."""
        seeds = self.seeds()
        name = source.choice(sorted(seeds))
        return name, mutated(seeds[name], source, list(seeds.values()))


def files(*patterns: str, root: Path = ROOT) -> dict[str, bytes]:
    """The bytes of the files that match, by name from the root."""
    return {
        str(path.relative_to(root)): path.read_bytes() for pattern in patterns for path in root.glob(pattern)
    }
