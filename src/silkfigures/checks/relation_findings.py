"""Whether the table `relations` is what the figures give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from silkfigures.checks.conversion import Units
from silkfigures.checks.relations import FAILS, Row, relation_row, relation_rows
from silkfigures.checks.relations_file import RELATIONS
from silkfigures.checks.spelling import read_back
from silkfigures.readings.errors import Errors, Slip
from silkfigures.schemas.csvfile import CsvFile, Files, numbered
from silkfigures.schemas.findings import Finding, shown
from silkfigures.schemas.rules import BUILD

NEEDED = {"relations", "figures", "units"}


def relation_findings(folder: Path | None, files: Files) -> list[Finding]:
    """Where the rows of `relations` are not what the arithmetic gives.

    With `validation/relations.yaml` in the folder all rows are computed from it; without it, as in a release,
    each row is computed from its own kind and arithmetic, and only what it says in words is taken as it is.

    Parameters
    ----------
    folder : Path, optional
        The folder with `tables/` and perhaps `validation/relations.yaml`.
    files : mapping of str to CsvFile
        The tables without findings of their own; where one that is needed is missing, nothing is checked.
    """
    if not set(files) >= NEEDED:
        return []
    try:
        units = Units(files["units"].records())
    except Exception as error:  # pint raises whatever its parser stumbles over
        return [Finding(files["units"].name, 0, "pint", f"makes no registry: {error}", BUILD)]
    figures = files["figures"].records()
    if folder and (Path(folder) / RELATIONS).exists():
        return list(_against_file(Path(folder), files["relations"], figures, units))
    return list(_against_themselves(files["relations"], {row["claim_id"]: row for row in figures}, units))


def _against_file(folder: Path, cells: CsvFile, figures: Sequence[Row], units: Units) -> Iterator[Finding]:
    """Rows against those that the file of relations gives; what is wrong in that file comes first."""
    errors = Errors()
    wanted = {row["relation"]: row for row in relation_rows(folder, figures, units, errors)}
    for slip in errors:
        yield Finding(slip.path, slip.line or 0, "", slip.message, slip.mend)
    if len(errors):
        return
    given = cells.column("relation")
    for line, row in numbered(cells):
        if row["relation"] in wanted:
            yield from _differences(cells, line, row, wanted[row["relation"]])
        else:
            message = f"{shown(row['relation'])} stands here and not in {RELATIONS}"
            yield Finding(cells.name, line, "relation", message, BUILD)
    for lost in (relation for relation in wanted if relation not in given):
        message = f"{shown(lost)} stands in {RELATIONS} and not here"
        yield Finding(cells.name, 0, "relation", message, BUILD)
    if sorted(given) == sorted(wanted) and given != list(wanted):
        yield Finding(cells.name, 0, "", f"the rows are not in the order of {RELATIONS}", BUILD)


def _against_themselves(cells: CsvFile, claims: Mapping[str, Row], units: Units) -> Iterator[Finding]:
    """Rows against what their own kind and arithmetic give."""
    for line, row in numbered(cells):
        try:
            yield from _differences(cells, line, row, _computed(row, claims, units))
        except Slip as slip:
            yield Finding(cells.name, line, "left", slip.message, BUILD)


def _computed(row: Row, claims: Mapping[str, Row], units: Units) -> Row:
    """The row that the words of a row make, its words of explanation taken as they are."""
    relation = read_back(row["kind"], row["left"], row["right"])
    if relation is None:
        given = f"{shown(row['left'])} and {shown(row['right'])}"
        raise Slip(f"{given} are no two sides of the kind {row['kind']}", BUILD)
    words = row["note"] if row["verdict"] == FAILS else ""
    named = replace(relation, id=row["relation"], about=row["about"], explained=words)
    return relation_row(named, claims, units)


def _differences(cells: CsvFile, line: int, row: Row, wanted: Row) -> Iterator[Finding]:
    for column, right in wanted.items():
        if row[column] != right:
            message = f"{shown(row[column])}, and the figures give {shown(right)} ({row['relation']})"
            yield Finding(cells.name, line, column, message, BUILD)
