"""The validation of a folder of tables: a repository, or the data folder of an installed package."""

from __future__ import annotations

from pathlib import Path

from silkfigures.checks.across import across_findings
from silkfigures.checks.conflict_findings import conflict_findings
from silkfigures.checks.one_table import table_findings
from silkfigures.checks.outsider import outsider_findings
from silkfigures.checks.package import (
    file_findings,
    leads_out,
    outside,
    read_descriptor,
    resource_findings,
    schema_findings,
)
from silkfigures.checks.proof import proof_findings
from silkfigures.checks.relation_findings import relation_findings
from silkfigures.checks.report import Report
from silkfigures.schemas import tables
from silkfigures.schemas.csvfile import CsvFile, Files, read_csv
from silkfigures.schemas.findings import Finding
from silkfigures.schemas.table_schema import code_lists


def validate(folder: str | Path, outsider: bool = True) -> Report:
    """Check the tables of a folder and their description, and report everything that is wrong.

    In turn: the files as text, each table by its pandera schema, references and views between tables, each
    number against its printed words, relations and conflicts computed anew, size and hash against
    `datapackage.json`, and frictionless as an outsider would run it. Nothing is printed or changed.

    Parameters
    ----------
    folder : str or Path
        The folder with `datapackage.json` and `tables/`.
    outsider : bool
        Whether frictionless runs too (2 seconds). It adds what it finds in files of which nothing
        else was said.

    Returns
    -------
    Report
        `ok`, `findings` (file, line, column, message, mend), `rows` by table; `str()` gives one line a
        finding. Damage of any kind is a finding, never an exception.

    Raises
    ------
    ModuleNotFoundError
        When pandera or frictionless is not installed.

    Examples
    --------
    >>> report = validate("no/such/folder")
    >>> report.ok, str(report.findings[0])
    (False, 'datapackage.json: the file is missing (mend: build the tables again)')
    """
    _need_tools()
    folder = Path(folder)
    read = {name: _read(folder, f"tables/{name}.csv") for name in tables()}
    cells = {name: found for name, (found, _) in read.items() if found}
    findings = [finding for _, problems in read.values() for finding in problems]
    findings += content_findings(cells, folder)
    findings += _description(folder, cells)
    if outsider:
        named = {finding.file for finding in findings}
        findings += [finding for finding in _outsider(folder) if finding.file not in named]
    return Report(tuple(sorted(set(findings))), {name: len(found.rows) for name, found in cells.items()})


def _read(folder: Path, name: str) -> tuple[CsvFile | None, list[Finding]]:
    """A table, unless its name leads to a file outside the folder: that is a finding, and never opened."""
    if outside(folder, name):
        message = "is a symbolic link that leads out of the folder"
        return None, [Finding(name, 0, "", message, "put the file itself there")]
    return read_csv(folder / name, name)


def content_findings(cells: Files, folder: Path | None = None) -> list[Finding]:
    """Everything that the cells of the tables tell: each table by itself, then all of them together.

    Parameters
    ----------
    cells : mapping of str to CsvFile
        The tables that could be read, by name; of one with a wrong header only that is said.
    folder : Path, optional
        The repository, whose `validation/` says what relations and conflicts readers have written down.
    """
    sound = _sound(cells)
    findings = [*_each_table(cells, sound), *across_findings(sound, tables())]
    wrong = {finding.file for finding in findings}  # nothing is computed from cells that cannot be
    whole = {name: found for name, found in sound.items() if found.name not in wrong}
    findings += proof_findings(sound)
    return [*findings, *relation_findings(folder, whole), *conflict_findings(whole, folder)]


def _sound(cells: Files) -> Files:
    """The tables that have the declared columns."""
    return {name: found for name, found in cells.items() if found.header == tables()[name].names}


def _each_table(cells: Files, sound: Files) -> list[Finding]:
    """The findings of every table by itself; code lists go unchecked where the table of codes is broken."""
    codes = None
    if "codes" in sound:
        declared = {field.codes for table in tables().values() for field in table.fields if field.codes}
        found = code_lists(sound["codes"].records())
        codes = {name: [row["code"] for row in found.get(name, ())] for name in sorted(declared)}
    return [
        finding for name, found in cells.items() for finding in table_findings(found, tables()[name], codes)
    ]


def _description(folder: Path, cells: Files) -> list[Finding]:
    """The findings about `datapackage.json`."""
    content, findings = read_descriptor(folder)
    if not content:
        return findings
    findings += resource_findings(content, folder, tables())
    codes = code_lists(cells["codes"].records()) if "codes" in _sound(cells) else None
    for resource in content["resources"]:
        name = resource["name"]
        if name in tables():
            findings += file_findings(resource, folder, cells.get(name))
            findings += schema_findings(resource, tables()[name], codes) if codes else []
    return findings


def _outsider(folder: Path) -> list[Finding]:
    """What frictionless finds, where there is a descriptor that names our own files only."""
    content, _ = read_descriptor(folder)
    return outsider_findings(folder) if content and not leads_out(content, folder) else []


def _need_tools() -> None:
    """Raise where the libraries of the checks are not installed, saying how to get them."""
    try:
        import frictionless  # noqa: F401
        import pandera  # noqa: F401
    except ImportError as error:
        message = f"validation needs {error.name}: install it with `pip install 'silkfigures[build]'`"
        raise ModuleNotFoundError(message, name=error.name) from error
