"""What must hold between rows and between tables: references, views, facts, units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from silkfigures.checks.text_places import place_findings
from silkfigures.schemas import Table, themes
from silkfigures.schemas.csvfile import CsvFile, Files, keyed, numbered
from silkfigures.schemas.findings import Finding, nearest, shown
from silkfigures.schemas.rules import BUILD

MEASURED = {"money", "mass", "volume", "length", "area", "power", "energy", "temperature", "angle"}
SIZES = MEASURED | {"time", "ratio"}
COMPARING = {"growth", "share", "ratio", "rank"}


def across_findings(files: Files, tables: Mapping[str, Table]) -> list[Finding]:
    """Everything wrong between tables.

    Parameters
    ----------
    files : mapping of str to CsvFile
        The tables that could be read and have the declared columns; the others are left out and so are the
        checks that need them.
    tables : mapping of str to Table
        The declaration.
    """
    findings = list(_references(files, tables))
    if "figures" in files:
        findings += _views(files, tables)
        findings += _facts(files["figures"])
        findings += _hidden(files["figures"], tables)
        findings += _units(files)
    return findings + list(_parties(files)) + place_findings(files)


def _references(files: Files, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Foreign keys: cells that name a row which is not there."""
    for name, cells in files.items():
        for field in tables[name].fields:
            target, _, column = field.refers.partition(".")
            if target not in files:
                continue
            known = dict.fromkeys(files[target].column(column))
            strange = [
                (line, given)
                for line, given in zip(cells.lines, cells.column(field.name), strict=True)
                if given and given not in known
            ]
            likes = {given: nearest(given, known) for _, given in strange}
            for line, given in strange:
                mend = f"write {shown(likes[given])}, or " if likes[given] else ""
                message = f"{shown(given)} is no {field.refers}"
                yield Finding(cells.name, line, field.name, message, f"{mend}add it to the table {target}")


def view(figures: CsvFile, table: Table) -> list[list[str]]:
    """The rows of a themed table as the master table gives them."""
    feeds = table.dimensions
    return [
        [_fed(row, feeds.get(name, name)) for name in table.names]
        for row in figures.records()
        if row["theme"] == table.name
    ]


def _fed(row: Mapping[str, str], feed: str) -> str:
    column, _, leaf = feed.partition(":")
    return row[column].rpartition(".")[2] if leaf else row[column]


def _views(files: Files, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Cells of the themed tables that are not what `figures` says."""
    for name in themes():
        if name in files:
            yield from _view_findings(files[name], view(files["figures"], tables[name]), tables[name])


def _view_findings(cells: CsvFile, wanted: list[list[str]], table: Table) -> Iterator[Finding]:
    if cells.rows == wanted:
        return
    by_claim = {row[0]: row for row in wanted}
    for line, row in zip(cells.lines, cells.rows, strict=True):
        for column, given, right in zip(table.names, row, by_claim.get(row[0], row), strict=True):
            if given != right:
                message = f"{shown(given)} here and {shown(right)} in figures ({row[0]})"
                yield Finding(cells.name, line, column, message, BUILD)
        if row[0] not in by_claim:
            yield Finding(cells.name, line, "claim_id", f"{shown(row[0])} is no claim of {table.name}", BUILD)
    lost = [claim for claim in by_claim if claim not in {row[0] for row in cells.rows}]
    for claim in lost:
        yield Finding(cells.name, 0, "claim_id", f"{shown(claim)} stands in figures and not here", BUILD)
    if not lost and sorted(cells.rows) == sorted(wanted):
        yield Finding(cells.name, 0, "", "the rows are not in the order of figures", BUILD)


def _hidden(figures: CsvFile, tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Generic dimensions that are filled though the themed table of the claim has no column for them."""
    own = set(tables["figures"].dimensions) - {"theme"}
    for line, row in numbered(figures):
        if row["theme"] in themes():
            shows = {feed.partition(":")[0] for feed in tables[row["theme"]].dimensions.values()}
            for column in sorted(own - shows):
                if row[column]:
                    message = f"{shown(row[column])}, but the table {row['theme']} has no such column"
                    yield Finding(figures.name, line, column, message, "take it out of the reading")


def _facts(figures: CsvFile) -> Iterator[Finding]:
    """Facts lead to their first claim; totals do not contain one another in a circle."""
    rows = {row["claim_id"]: row for row in figures.records()}
    for line, row in numbered(figures):
        first = rows.get(row["fact"])
        if first and first["fact"] != first["claim_id"]:
            message = f"{shown(row['fact'])} is itself of the fact {shown(first['fact'])}"
            mend = f"write {shown(first['fact'])} in the reading"
            yield Finding(figures.name, line, "fact", message, mend)
        if _circles(row["claim_id"], rows):
            message = f"{shown(row['claim_id'])} is part of itself"
            yield Finding(figures.name, line, "part_of", message, "correct part_of in the reading")


def _circles(claim: str, rows: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether following `part_of` from a claim leads back to it."""
    seen = set()
    total = rows[claim]["part_of"]
    while total in rows and total not in seen:
        if total == claim:
            return True
        seen.add(total)
        total = rows[total]["part_of"]
    return False


def _units(files: Files) -> Iterator[Finding]:
    """Units, printed and corrected, that the indicator of a claim does not allow."""
    units, indicators = keyed(files, "units", "unit"), keyed(files, "indicators", "indicator")
    for line, row in numbered(files["figures"]):
        indicator = indicators.get(row["indicator"])
        if not indicator or row["measure"] in COMPARING:
            continue
        for column in ("unit", "corrected_unit"):
            unit = units.get(row[column])
            if unit and not unit_fits(unit, indicator["dimensions"], row["measure"]):
                message = f"{shown(row[column])} ({unit['dimension']}) does not fit {row['indicator']}"
                mend = f"allowed: {indicator['dimensions']}; correct take or indicator in the reading"
                yield Finding(files["figures"].name, line, column, message, mend)


def unit_fits(unit: Mapping[str, str], dimensions: str, measure: str = "level") -> bool:
    """Whether a unit is of one of the kinds an indicator allows, by its dimension or its own code.

    "count" allows everything that is counted, "count/time" every such rate. A change may also be in
    percentage points.

    >>> unit_fits({"unit": "USD", "dimension": "money"}, "money mass")
    True
    >>> unit_fits({"unit": "km", "dimension": "length"}, "count")
    False
    >>> unit_fits({"unit": "train/day", "dimension": "trains/time"}, "mass count/time")
    True
    """
    kinds = dimensions.split()
    if measure == "change" and unit["unit"] == "percentage_point":
        return True
    thing, slash, per = unit["dimension"].partition("/")
    counted = "" if thing in SIZES else f"count{slash}{per}"
    return not {unit["dimension"], unit["unit"], counted}.isdisjoint(kinds)


def _parties(files: Files) -> Iterator[Finding]:
    """The table of parties is places and organisations, one after the other."""
    if not {"parties", "places", "organisations"} <= set(files):
        return
    shared = ("kind", "label_en", "label_ru", "label_kk")
    wanted = {}
    for table, key in (("places", "place"), ("organisations", "organisation")):
        for row in files[table].records():
            if row[key] in wanted:
                message = f"{shown(row[key])} is a place and an organisation"
                yield Finding(files[table].name, 0, key, message, "give one of them another code")
            wanted[row[key]] = [row[key], *(row[name] for name in shared)]
    lines = dict(zip(files["parties"].column("party"), files["parties"].lines, strict=True))
    given = {row[0]: row for row in files["parties"].rows}
    for code in [*wanted, *(code for code in given if code not in wanted)]:
        if wanted.get(code) != given.get(code):
            message = f"{shown(code)} is not as in places and organisations"
            yield Finding(files["parties"].name, lines.get(code, 0), "party", message, BUILD)
