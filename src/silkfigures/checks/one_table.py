"""One table by itself: header, writing of the cells, then its pandera schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from silkfigures.schemas import Field, Table
from silkfigures.schemas.csvfile import CsvFile, header_findings
from silkfigures.schemas.findings import Finding, choice, shown
from silkfigures.schemas.lexical import lexical_problem

Codes = Mapping[str, Sequence[str]]


def table_findings(cells: CsvFile, table: Table, codes: Codes | None) -> list[Finding]:
    """Everything wrong with one table.

    The cells are read as text and checked for how they are written before they are cast, so that nothing
    turns into a missing value unseen. A cell that is badly written counts as missing in the checks that
    follow, and those say nothing more about its row.

    Parameters
    ----------
    cells : CsvFile
        The cells as text.
    table : Table
        Its declaration.
    codes : mapping or None
        Codes of the closed lists by name; None leaves them unchecked.

    Returns
    -------
    list of Finding
        In no particular order. With a wrong header only that is reported: the columns mean nothing.
    """
    findings = header_findings(cells, table.names)
    if findings:
        return findings
    clean, badly = _lexical(cells, table)
    bad_lines = {finding.line for finding in badly}
    later = [finding for finding in _schema(clean, cells, table, codes) if finding.line not in bad_lines]
    return badly + later


def _lexical(cells: CsvFile, table: Table) -> tuple[list[list[str]], list[Finding]]:
    """The rows with badly written cells emptied, and a finding for each of those."""
    rows, findings = [], []
    for line, row in zip(cells.lines, cells.rows, strict=True):
        clean = list(row)
        for at, (field, text) in enumerate(zip(table.fields, row, strict=True)):
            problem = lexical_problem(field, text)
            if problem:
                findings.append(Finding(cells.name, line, field.name, *problem))
                clean[at] = ""
        rows.append(clean)
    return rows, findings


def _schema(rows: list[list[str]], cells: CsvFile, table: Table, codes: Codes | None) -> list[Finding]:
    """What the pandera schema finds in the typed frame, whose index is the line number."""
    if not rows:
        return []
    from pandera.errors import SchemaErrors

    from silkfigures.schemas.frames import typed_frame
    from silkfigures.schemas.pandera_schemas import pandera_schema

    try:
        frame = typed_frame(table, rows, cells.lines)
    except (ValueError, OverflowError) as error:
        return [Finding(cells.name, 0, "", f"cannot be read as the declared types: {error}", "build again")]
    try:
        pandera_schema(table, codes).validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases[["column", "check", "index"]].itertuples(index=False, name=None)
        said = _Explain(cells, table, codes)
        found = {said.finding(str(column), str(check), line) for column, check, line in cases}
        return list(found)
    return []


class _Explain:
    """Turns a failure case of pandera into a finding that names what was given and what is allowed."""

    def __init__(self, cells: CsvFile, table: Table, codes: Codes | None) -> None:
        from silkfigures.schemas.rules import rules

        self.table, self.name, self.codes = table, cells.name, codes or {}
        self.rows = dict(zip(cells.lines, cells.records(), strict=True))
        self.rules = {rule.name: rule for rule in rules(table)}
        self.first: dict[tuple[str, ...], int] = {}
        for line, row in self.rows.items():
            self.first.setdefault(self._key(row), line)

    def _key(self, row: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(row[name] for name in self.table.key)

    def finding(self, column: str, check: str, line: object) -> Finding:
        """The finding for one failing cell or row."""
        number = int(line) if isinstance(line, (int, float)) and line == line else 0
        row = self.rows.get(number)
        if row is None:
            return Finding(self.name, number, "", f"{column}: {check}", "build the tables again")
        if check in self.rules:
            return self._rule(check, number, row)
        if check == "multiple_fields_uniqueness":
            return self._doubled(number, row)
        return self._cell(self.table[column], check, number, row[column])

    def _rule(self, check: str, line: int, row: Mapping[str, str]) -> Finding:
        rule = self.rules[check]
        given = ", ".join(f"{name} {shown(row[name])}" for name in rule.columns)
        return Finding(self.name, line, rule.columns[0], f"{given}; allowed: {rule.allowed}", rule.mend)

    def _doubled(self, line: int, row: Mapping[str, str]) -> Finding:
        key, others = self._key(row), self.first
        at = ", ".join(shown(cell) for cell in key)
        message = f"{at} stands in more than one row, first in line {others[key]}"
        return Finding(self.name, line, self.table.key[0], message, "each key stands once: take the copy out")

    def _cell(self, field: Field, check: str, line: int, given: str) -> Finding:
        codes = self.codes.get(field.codes, ())
        message, mend = {
            "codes": (f"{shown(given)} is not a code of {field.codes}", choice(given, codes)),
            "pattern": (f"{shown(given)} does not have the form {field.pattern}", _example(field)),
            "minimum": (f"{given} is too small", f"at least {field.minimum}"),
            "not_nullable": ("is empty", f"fill it: {field.about}"),
        }.get(check, (f"{shown(given)} fails the check {check}", "build the tables again"))
        return Finding(self.name, line, field.name, message, mend)


def _example(field: Field) -> str:
    return f"write it like {shown(field.example)}" if field.example else field.about
