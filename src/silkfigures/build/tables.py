"""All tables of a repository, computed from `raw/`: no text is needed, and nothing is written."""

from __future__ import annotations

from decimal import localcontext
from pathlib import Path

from silkfigures.build.claims import Claims
from silkfigures.build.corrections import apply_corrections, load_corrections
from silkfigures.build.lists import Lists
from silkfigures.build.retired import check_retired, load_retired
from silkfigures.build.units import unit_rows
from silkfigures.build.vocabulary import Cells
from silkfigures.build.works import document_rows, work_rows
from silkfigures.checks.conflict_judging import resolved
from silkfigures.checks.conversion import Units
from silkfigures.checks.relations import relation_rows
from silkfigures.readings import (
    Errors,
    Place,
    Reading,
    load_documents,
    load_readings,
    load_works,
    read_places,
)
from silkfigures.readings.coverage import read_coverage
from silkfigures.readings.places import LOCATE, PLACES, READINGS, claim_order
from silkfigures.schemas import Table, tables, themes

Tables = dict[str, list[Cells]]
_DIGITS = 60  # of decimal arithmetic: more than any figure prints, so that nothing is rounded


def build_tables(root: Path) -> Tables:
    """Every declared table as rows of text cells, in the order of publication.

    Observation tables are sorted by work, then number of the claim; sources by key; code lists as listed.
    Raises ReadingErrors with every slip found in `raw/`.
    """
    with localcontext() as context:
        context.prec = _DIGITS
        return _build(Path(root))


def _build(root: Path) -> Tables:
    errors = Errors()
    lists, works, documents = Lists(root, errors), load_works(root, errors), load_documents(root, errors)
    readings, places = load_readings(root / READINGS, errors), read_places(root, errors)
    figures = _figures(readings, Claims(lists, works, documents, places, errors), lists)
    references: Tables = lists.tables | {
        "coverage": read_coverage(root, errors),
        "works": work_rows(works, documents, errors),
        "documents": document_rows(documents),
    }
    _no_strangers(readings, list(places), errors)
    known = {reading.claim_id(claim.id) for reading in readings for _, claim in reading.claims}
    check_retired(load_retired(root, errors), known, errors)
    errors.check()
    corrections = load_corrections(root, errors)
    apply_corrections(corrections, {row["claim_id"]: row for row in figures}, lists.indicators, errors)
    errors.check()
    references["units"] = unit_rows({row[column] for row in figures for column in ("unit", "corrected_unit")})
    references["relations"] = relation_rows(root, figures, Units(references["units"]), errors)
    errors.check()
    observations = {"figures": figures} | {name: _view(tables()[name], figures) for name in themes()}
    found = observations | references
    found["conflicts"] = resolved(root, found, errors).rows
    errors.check()
    return {name: _ordered(table, found[name]) for name, table in tables().items()}


def figure_rows(root: Path, readings: Path, places: dict[str, Place]) -> list[Cells]:
    """Rows of `figures` for the readings in any folder, without corrections; `places` by claim.

    Works, documents and code lists are those of the repository. Raises ReadingErrors with every slip.
    """
    errors = Errors()
    with localcontext() as context:
        context.prec = _DIGITS
        lists, works, documents = Lists(root, errors), load_works(root, errors), load_documents(root, errors)
        found = load_readings(readings, errors)
        rows = _figures(found, Claims(lists, works, documents, places, errors), lists)
    errors.check()
    return rows


def _figures(readings: list[Reading], claims: Claims, lists: Lists) -> list[Cells]:
    """Rows of `figures`, by work and number of the claim."""
    readable = readings if lists.complete else []  # without its lists, every word of a claim would seem wrong
    rows = [row for reading in readable for row in claims.rows(reading)]
    return sorted(rows, key=lambda row: claim_order(row["claim_id"]))


def _ordered(table: Table, rows: list[Cells]) -> list[Cells]:
    """Rows with the columns that are declared, in their order."""
    return [{column: row[column] for column in table.names} for row in rows]


def _view(table: Table, figures: list[Cells]) -> list[Cells]:
    """A themed table: its claims, with the generic columns under their natural names."""
    return [_natural(table, row) for row in figures if row["theme"] == table.name]


def _natural(table: Table, row: Cells) -> Cells:
    leaf = {"indicator:leaf": row["indicator"].partition(".")[2]}
    return {field.name: (row | leaf)[field.feed or field.name] for field in table.fields}


def _no_strangers(readings: list[Reading], placed: list[str], errors: Errors) -> None:
    """Note places of claims that no reading has; a reading that cannot be read is noted already."""
    broken = {Path(slip.path).stem for slip in errors if slip.path.startswith(READINGS)}
    broken -= {reading.work for reading in readings}
    known = {reading.claim_id(claim.id) for reading in readings for _, claim in reading.claims}
    for claim_id in placed:
        if claim_id not in known and claim_id.rpartition("-")[0] not in broken:
            errors.add(PLACES, None, f"the claim {claim_id} is in no reading", LOCATE)
