"""Files that are cut, swapped, saved by another program or lost: findings, never exceptions."""

import csv
import io

import pytest

from silkfigures.checks import validate

FIGURES, AID = "tables/figures.csv", "tables/aid.csv"


def _lines(change):
    """A change of the list of lines of a file."""

    def apply(data: bytes) -> bytes:
        lines = data.decode("utf-8").splitlines(keepends=True)
        return "".join(change(lines)).encode("utf-8")

    return apply


def _semicolons(data: bytes) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows(csv.reader(io.StringIO(data.decode())))
    return out.getvalue().encode()


def _moved_columns(data: bytes) -> bytes:
    out = io.StringIO()
    rows = csv.reader(io.StringIO(data.decode()))
    csv.writer(out, lineterminator="\n").writerows([row[1], row[0], *row[2:]] for row in rows)
    return out.getvalue().encode()


# what is done to the file, the line of the finding, what it says
DAMAGE = {
    "semicolons": (_semicolons, 1, "parted by ';'"),
    "tabs": (lambda d: d.replace(b",", b"\t"), 1, "parted by '\\t'"),
    "comment line": (_lines(lambda x: [x[0], "# checked by hand\n", *x[1:]]), 2, "take the comment out"),
    "comment line of full width": (_lines(lambda x: [x[0], "#" + x[1], *x[1:]]), 2, "does not have the form"),
    "byte order mark": (lambda d: b"\xef\xbb\xbf" + d, 1, "byte order mark"),
    "windows line ends": (lambda d: d.replace(b"\n", b"\r\n"), 1, "carriage return"),
    "renamed column": (lambda d: d.replace(b",value,", b",amount,", 1), 1, "is no column of this table"),
    "misspelt column": (lambda d: d.replace(b",value,", b",vlaue,", 1), 1, "rename it to 'value'"),
    "column in capitals": (lambda d: d.replace(b",value,", b",Value,", 1), 1, "rename it to 'value'"),
    "doubled column": (lambda d: d.replace(b",lower,", b",value,", 1), 1, "stands twice"),
    "columns moved": (_moved_columns, 1, "another order"),
    "header lost": (_lines(lambda x: x[1:]), 1, "is no column"),
    "doubled row": (_lines(lambda x: [*x, x[-1]]), 4, "stands in more than one row, first in line 3"),
    "lost row": (_lines(lambda x: x[:-1]), 0, "stands in figures and not here"),
    "rows swapped": (_lines(lambda x: [x[0], x[2], x[1]]), 0, "not in the order of figures"),
    "empty line": (_lines(lambda x: [*x[:2], "\n", *x[2:]]), 3, "an empty line"),
    "cut in a row": (lambda d: d[:-40], 3, "cut short"),
    "cut in a letter": (lambda d: d[: d.rindex("щ".encode()) + 1], 3, "is not UTF-8"),
    "cut in the header": (lambda d: d[:20], 1, "cut short"),
    "quote left open": (lambda d: d.rstrip(b"\n") + b'"', 3, ""),
    "quote never closed": (_lines(lambda x: [*x[:2], '"' + x[2]]), 3, "not readable as CSV"),
    "empty file": (lambda d: b"", 0, "is empty"),
    "header alone": (_lines(lambda x: x[:1]), 0, "stands in figures and not here"),
    "windows-1251": (lambda d: d.decode().encode("cp1251", "replace"), 2, "is not UTF-8"),
    "utf-16": (lambda d: d.decode().encode("utf-16"), 1, "is not UTF-8"),
    "NUL": (lambda d: d.replace("обещано".encode(), b"\0", 1), 2, "a NUL character"),
    "binary": (lambda d: bytes(range(256)) * 8, 2, "is not UTF-8"),
    "cell too many": (_lines(lambda x: [*x[:2], x[2].rstrip("\n") + ",x\n"]), 3, "cells, "),
    "cell of a million letters": (_lines(lambda x: [*x[:2], "a" * 10**6 + x[2]]), 3, ""),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", DAMAGE, ids=list(DAMAGE))
def test_a_damaged_file_is_found(folder, case):
    damage, line, says = DAMAGE[case]
    path = folder / AID
    before = path.read_bytes()
    path.write_bytes(damage(before))
    assert path.read_bytes() != before
    report = validate(folder, outsider=False)
    here = [f for f in report.findings if f.file == AID]
    assert any(f.line == line and says in f"{f.message}; {f.mend}" for f in here), str(report)
    assert any("hash is" in f.message for f in here)


def test_a_missing_table_is_found(folder):
    (folder / AID).unlink()
    assert f"{AID}: the file is missing" in str(validate(folder, outsider=False))


def test_a_folder_in_place_of_a_table_is_found(folder):
    (folder / AID).unlink()
    (folder / AID).mkdir()
    assert f"{AID}: the file cannot be read" in str(validate(folder))


def test_a_table_that_nobody_declared_is_found(folder):
    (folder / "tables" / "trde.csv").write_text("a\n1\n")
    assert (
        "tables/trde.csv: is no table of the package (mend: take it out, or rename it to trade.csv)"
        in str(validate(folder, outsider=False))
    )


def test_a_changed_cell_that_breaks_no_rule_is_found_by_hash(folder, repository):
    repository.set_cell(folder, "places", "NAM", "definition", "A country")
    report = validate(folder, outsider=False)
    assert {f.file for f in report.findings} == {"tables/places.csv"}
    assert "hash is sha256:" in str(report)


def test_a_broken_list_of_codes_does_not_hide_the_rest(folder, repository):
    (folder / "tables" / "codes.csv").write_bytes(b"\xff\xfe")
    repository.set_cell(folder, "works", "lee2021", "language", "russian")
    text = str(validate(folder, outsider=False))
    assert "tables/codes.csv:1: is not UTF-8" in text
    assert "tables/works.csv:3: language: 'russian' does not have the form" in text


@pytest.mark.slow
def test_validation_changes_nothing(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    (folder / AID).write_bytes(before[folder / AID][:-9])
    validate(folder)
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert after == before | {folder / AID: before[folder / AID][:-9]}
