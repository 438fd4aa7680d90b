"""What the comparison of a repository's tables gives, for the report and the command line."""

from __future__ import annotations

from pathlib import Path

from silkfigures.checks.conflict_judging import judged_claims
from silkfigures.checks.conflict_pairs import Claims
from silkfigures.checks.conflicts import Compared, Verdicts, compare_claims
from silkfigures.readings.errors import Errors
from silkfigures.schemas.csvfile import read_sound

NEEDED = ("figures", "units", "works", "codes")


def read_claims(root: Path, built: Path | None = None) -> tuple[Claims, Verdicts]:
    """The claims of the tables of a repository, and the judgement on each pair that has one.

    The tables are those in `built` where they are not in place yet.

    Raises
    ------
    ValueError
        When a table cannot be read; it names the file.
    ReadingErrors
        With every slip in `validation/conflicts.yaml`.
    """
    errors = Errors()
    tables = {name: read_sound(Path(built or root), f"tables/{name}.csv").records() for name in NEEDED}
    found = judged_claims(root, tables, errors)
    errors.check()
    return found


def compared(root: Path, built: Path | None = None) -> Compared:
    """What the comparison of all claims of a repository gives: conflicts, agreement, pairs that differ.

    Raises as `read_claims` does.
    """
    return compare_claims(*read_claims(root, built))
