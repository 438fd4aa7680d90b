"""Reading and writing CSV in the one dialect of the tables.

UTF-8 without a byte order mark, comma, `"` where needed, `\\n` line ends (also after the last row), a header
row. Cells are text with their line numbers; nothing is guessed. What does not read is a finding, never an
exception.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from silkfigures.files.bounded import MOST_TABLE, read_bounded
from silkfigures.schemas.findings import Finding, nearest, shown

DELIMITER, QUOTE, LINE_END, ENCODING = ",", '"', "\n", "utf-8"
REBUILD = "restore the file, or build the tables again"


@dataclass(frozen=True, slots=True)
class CsvFile:
    """The cells of one file: header, rows of text, and the line (from 1) in which each row begins."""

    name: str
    header: list[str]
    rows: list[list[str]]
    lines: list[int]

    def records(self) -> list[dict[str, str]]:
        """Rows as dictionaries, header to cell."""
        return [dict(zip(self.header, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[str]:
        """All cells of one column, in row order."""
        at = self.header.index(name)
        return [row[at] for row in self.rows]


Files = Mapping[str, CsvFile]  # tables by name


def numbered(cells: CsvFile) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows as dictionaries, each with its line number."""
    return zip(cells.lines, cells.records(), strict=True)


def keyed(files: Files, table: str, key: str) -> dict[str, dict[str, str]]:
    """The rows of a table by one of its columns; none where the table is not there.

    >>> keyed({"flags": CsvFile("flags.csv", ["flag"], [["unit"]], [2])}, "flags", "flag")
    {'unit': {'flag': 'unit'}}
    """
    return {row[key]: row for row in files[table].records()} if table in files else {}


def format_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a CSV file in the dialect of the tables.

    >>> format_csv(["a", "b"], [["1", "x, y"]])
    'a,b\\n1,"x, y"\\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=DELIMITER, quotechar=QUOTE, lineterminator=LINE_END)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def read_csv(path: Path, name: str = "") -> tuple[CsvFile | None, list[Finding]]:
    """Read a table as text.

    Parameters
    ----------
    path : Path
        The file.
    name : str
        What findings call it; the path itself by default.

    Returns
    -------
    tuple
        The cells, or None where nothing can be read, and what is wrong with the file.
        Rows with too few or too many cells are left out of the cells and are findings.

    Examples
    --------
    >>> cells, findings = read_csv(Path("no/such/table.csv"), "tables/table.csv")
    >>> cells is None, str(findings[0])
    (True, 'tables/table.csv: the file is missing (mend: restore the file, or build the tables again)')
    """
    name = name or str(path)
    try:
        data = read_bounded(path, MOST_TABLE)
    except FileNotFoundError:
        return None, [Finding(name, 0, "", "the file is missing", REBUILD)]
    except OSError as error:
        return None, [Finding(name, 0, "", f"the file cannot be read: {error.strerror}", REBUILD)]
    return parse_bytes(data, name)


def read_sound(root: Path, name: str) -> CsvFile:
    """Read a table with which nothing is wrong.

    Parameters
    ----------
    root : Path
        The folder from which the file is named.
    name : str
        The file, with "/"; what the error calls it.

    Raises
    ------
    ValueError
        With the first finding, where the file cannot be read or some row is not sound.

    Examples
    --------
    >>> read_sound(Path("no/such"), "tables/flags.csv")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    ValueError: tables/flags.csv: the file is missing (mend: ...)
    """
    cells, findings = read_csv(root / name, name)
    if cells is None or findings:
        raise ValueError(str(findings[0]))
    return cells


def parse_bytes(data: bytes, name: str) -> tuple[CsvFile | None, list[Finding]]:
    """Read the bytes of a table as text; see `read_csv`.

    >>> cells, findings = parse_bytes(b"a\\n\\xff\\n", "t.csv")
    >>> cells is None, findings[0].message
    (True, 'is not UTF-8: byte 0xff at offset 2')
    """
    text, findings = _decoded(data, name)
    if text is None:
        return None, findings
    cells, more = parse_csv(text, name)
    return cells, findings + more


def _decoded(data: bytes, name: str) -> tuple[str | None, list[Finding]]:
    """The text of the bytes, and what a file of ours would not have in it."""
    findings = []
    if data.startswith(b"\xef\xbb\xbf"):
        findings.append(Finding(name, 1, "", "begins with a byte order mark", "save as UTF-8 without BOM"))
        data = data[3:]
    try:
        text = data.decode(ENCODING)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}"
        return None, [*findings, Finding(name, line, "", message, "save the file as UTF-8, or " + REBUILD)]
    for sign, what in (("\0", "a NUL character"), ("\r", "a carriage return")):
        if sign in text:
            line = text.count("\n", 0, text.index(sign)) + 1
            findings.append(Finding(name, line, "", f"holds {what}", "write lines that end in \\n only"))
    if not text.strip():
        return None, [*findings, Finding(name, 0, "", "is empty: no header row", REBUILD)]
    if not text.endswith(LINE_END):
        line = text.count("\n") + 1
        message = "ends in the middle of a line: the file is cut short"
        findings.append(Finding(name, line, "", message, REBUILD))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""), findings


def parse_csv(text: str, name: str) -> tuple[CsvFile | None, list[Finding]]:
    """Split decoded text into cells; see `read_csv`.

    >>> cells, findings = parse_csv("a,b\\n1,2\\n3\\n", "t.csv")
    >>> cells.rows, [f.message for f in findings]
    ([['1', '2']], ['1 cell, 2 columns'])
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITER, quotechar=QUOTE, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    findings: list[Finding] = []
    begins = 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        findings.append(Finding(name, begins, "", f"is not readable as CSV: {error}", REBUILD))
    if not rows:
        return None, findings
    header = rows[0]
    kept = [(row, line) for row, line in zip(rows[1:], lines[1:], strict=True) if len(row) == len(header)]
    findings += [
        Finding(name, line, "", _width_message(row, header), _width_mend(row))
        for row, line in zip(rows[1:], lines[1:], strict=True)
        if len(row) != len(header)
    ]
    return CsvFile(name, header, [row for row, _ in kept], [line for _, line in kept]), findings


def _width_message(row: list[str], header: list[str]) -> str:
    cells = "an empty line" if not row else f"{len(row)} cell{'s' * (len(row) != 1)}"
    return f"{cells}, {len(header)} columns"


def _width_mend(row: list[str]) -> str:
    if row and row[0].startswith("#"):
        return "take the comment out: the tables hold none"
    return REBUILD


def header_findings(cells: CsvFile, expected: Sequence[str]) -> list[Finding]:
    """What is wrong with a header row: columns missing, unknown, doubled or moved.

    >>> cells, _ = parse_csv("id,vlue\\n", "t.csv")
    >>> print(*header_findings(cells, ["id", "value"]), sep="\\n")
    t.csv:1: vlue: is no column of this table (mend: rename it to 'value')
    """
    header, wanted = cells.header, list(expected)
    if header == wanted:
        return []
    if len(header) == 1 and len(wanted) > 1:
        sign = next((s for s in (";", "\t", "|") if s in header[0]), "")
        what = "the header is one cell" + (f": cells are parted by {shown(sign)}" if sign else "")
        return [Finding(cells.name, 1, "", what, "part cells by commas")]
    missing = [name for name in wanted if name not in header]
    findings = []
    for name in dict.fromkeys(header):
        if name not in wanted:
            like = nearest(name, missing)
            missing = [other for other in missing if other != like]
            mend = f"rename it to {shown(like)}" if like else "take it out"
            findings.append(Finding(cells.name, 1, name, "is no column of this table", mend))
        elif header.count(name) > 1:
            findings.append(Finding(cells.name, 1, name, "stands twice in the header", "keep one of them"))
    findings += [Finding(cells.name, 1, name, "the column is missing", REBUILD) for name in missing]
    if not findings:
        mend = f"the order is: {', '.join(wanted)}"
        findings.append(Finding(cells.name, 1, "", "the columns are in another order", mend))
    return findings
