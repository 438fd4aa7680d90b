"""Whether the table `conflicts` is what the claims give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from silkfigures.checks.conflict_judging import Tables, circle, resolved
from silkfigures.checks.conflict_pairs import FACT, Claims, Pair
from silkfigures.checks.conflicts import Cells, Verdicts, compare_claims
from silkfigures.checks.conflicts_file import CONFLICTS, NOBODY, SAME, Judgement
from silkfigures.readings.errors import Errors
from silkfigures.schemas.csvfile import CsvFile, Files, numbered
from silkfigures.schemas.findings import Finding, shown
from silkfigures.schemas.preference import READER
from silkfigures.schemas.rules import BUILD

NEEDED = ("conflicts", "figures", "units", "works", "codes")


def conflict_findings(files: Files, folder: Path | None) -> list[Finding]:
    """Everything wrong with `conflicts`, by comparing the claims anew.

    Where `validation/conflicts.yaml` lies beside the tables, the table must be what it and the claims give.
    Without it the rows themselves stand for what readers said: their arithmetic, basis and preference must
    follow from the claims, and no two claims of one fact may be apart without a row. Claims of equal terms
    without a row are then taken to be explained.

    Parameters
    ----------
    files : mapping of str to CsvFile
        The tables, sound by themselves; nothing is checked unless all that is needed is there.
    folder : Path, optional
        The folder that holds `tables/` and perhaps `validation/conflicts.yaml`.

    Examples
    --------
    >>> conflict_findings({}, None)
    []
    """
    if not set(NEEDED) <= set(files):
        return []
    from pint import PintError

    rows = {name: files[name].records() for name in NEEDED}
    try:
        if folder and (folder / CONFLICTS).is_file():
            return _by_file(files["conflicts"], rows, folder)
        claims = Claims(rows["figures"], rows["units"], rows["works"])
        found = compare_claims(claims, _by_rows(rows["conflicts"], claims)).rows
    except (PintError, ValueError, ArithmeticError, LookupError) as error:  # units that pint cannot read
        return [Finding(files["conflicts"].name, 0, "", f"cannot be compared anew: {error}", BUILD)]
    listed = {_key(row) for row in rows["conflicts"]}
    certain = [row for row in found if row["basis"] == FACT or _key(row) in listed]
    return list(_differences(files["conflicts"], certain))


def _by_file(cells: CsvFile, rows: Tables, folder: Path) -> list[Finding]:
    """What differs from the judgements of the file and the claims, and what is wrong with the file."""
    errors = Errors()
    found = resolved(folder, rows, errors)
    wrong = [Finding(slip.path, slip.line or 0, "", slip.message, slip.mend) for slip in errors]
    return wrong or list(_differences(cells, found.rows))


def _by_rows(rows: list[Cells], claims: Claims) -> Verdicts:
    """What the rows of the table say of their pairs, as judgements."""
    judged = {}
    for row in rows:
        if row["claim"] in claims.rows and row["other"] in claims.rows:
            wanted = row["preferred"] if row["rule"] == READER else "" if row["preferred"] else NOBODY
            judged[_key(row)] = Judgement(_key(row), SAME, row["note"], row["cause"], wanted)
    return judged


def _key(row: Cells) -> Pair:
    return row["claim"], row["other"]


def _differences(cells: CsvFile, wanted: list[Cells]) -> Iterator[Finding]:
    """Rows and cells of the table that are not what the claims give."""
    right = {_key(row): row for row in wanted}
    rows = {_key(row): (line, row) for line, row in numbered(cells)}
    for key, (line, row) in rows.items():
        if key not in right:
            yield Finding(cells.name, line, "claim", f"{' and '.join(key)} are not in conflict", BUILD)
            continue
        for column, given in row.items():
            if given != right[key][column]:
                message = (
                    f"{shown(given)}, and the claims give {shown(right[key][column])} ({' and '.join(key)})"
                )
                yield Finding(cells.name, line, column, message, BUILD)
    for key in right:
        if key not in rows:
            yield Finding(
                cells.name, 0, "claim", f"{' and '.join(key)} are in conflict and not listed", BUILD
            )
    if list(rows) != [key for key in right if key in rows] and set(rows) == set(right):
        yield Finding(cells.name, 0, "", "the rows are not in the order of figures", BUILD)
    for claim in circle(row for _, row in rows.values()):
        yield Finding(cells.name, 0, "preferred", f"{shown(claim)} is preferred to itself in a circle", BUILD)
