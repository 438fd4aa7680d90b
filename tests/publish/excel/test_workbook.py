"""The workbook explains itself, keeps what it is given, runs nothing, and is the same each time."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

openpyxl = pytest.importorskip("openpyxl", reason="the workbook needs openpyxl")

from openpyxl import Workbook, load_workbook  # noqa: E402

from silkfigures.publish.excel import workbook  # noqa: E402
from silkfigures.publish.excel.cells import put, put_typed  # noqa: E402
from silkfigures.publish.guide import guide  # noqa: E402
from silkfigures.schemas import LANGUAGES, tables  # noqa: E402

HOSTILE = ['=HYPERLINK("http://example.org","x")', "+1+1", "-2+3", "@SUM(A1)"]
CLAIM = "akhmet2020-001"


@pytest.fixture(scope="module")
def content(package: Path) -> bytes:
    return workbook(package)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def header(sheet) -> list[str]:
    return [cell.value for cell in sheet[1]]


def cell_of(sheet, claim: str, column: str):
    at = header(sheet).index(column)
    return next(row[at] for row in sheet.iter_rows(min_row=2) if row[0].value == claim)


def test_there_is_a_sheet_that_explains_one_a_language_one_a_table_and_the_columns(book: Workbook) -> None:
    languages = [guide()["sheet"][language] for language in LANGUAGES]
    assert book.sheetnames == ["About", *languages, *tables(), "columns"]


def test_the_first_sheet_links_every_other_and_counts_its_rows(book: Workbook) -> None:
    linked = {
        row[0].hyperlink.location: (row[1].value, row[2].value)
        for row in book["About"].iter_rows()
        if row[0].hyperlink
    }
    for sheet in book.sheetnames[1:]:
        text, rows = linked.pop(f"'{sheet}'!A1")
        assert text and rows == book[sheet].max_row - 1, sheet
    assert linked == {}


def test_the_first_sheet_says_how_to_read_and_cite_in_three_languages(book: Workbook) -> None:
    told = "\n".join(str(cell.value) for row in book["About"].iter_rows() for cell in row if cell.value)
    for language in LANGUAGES:
        assert guide()["heading"][language] in told
        assert all(point[language] in told for point in guide()["points"])
    assert "The silkfigures maintainers (2026)" in told and "CC-BY-4.0" in told


def test_every_sheet_of_a_table_is_frozen_and_filtered(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        last = sheet.cell(max(sheet.max_row, 2), sheet.max_column).coordinate  # a table without rows has room
        assert sheet.auto_filter.ref == f"A1:{last}"


def test_a_sheet_is_printed_on_as_few_pages_across_as_can_be_read(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    assert [book[name].page_setup.fitToWidth for name in ("About", "flags", "figures")] == [1, 1, 3]
    assert (book["figures"].print_title_rows, book["figures"].print_title_cols) == ("$1:$1", "$A:$A")


def test_every_column_of_a_table_has_a_note_with_its_name_in_three_languages(book: Workbook) -> None:
    for name, table in tables().items():
        for cell, field in zip(book[name][1], table.fields, strict=True):
            for language in LANGUAGES:
                assert f"{language}: {field.label[language]}" in cell.comment.text
            assert field.about in cell.comment.text


def test_a_note_tells_unit_and_codes(book: Workbook) -> None:
    notes = {
        name: {cell.value: cell.comment.text for cell in book[name][1]} for name in ("trade", "documents")
    }
    assert "export: exports / экспорт / экспорт" in notes["trade"]["flow"]
    assert "see the sheet parties" in notes["trade"]["reporter"]
    assert "Unit: bytes" in notes["documents"]["bytes"]


def test_numbers_are_numbers_with_as_many_decimals_as_they_have(book: Workbook) -> None:
    sheet = book["figures"]
    turnover = cell_of(sheet, CLAIM, "value")
    assert (turnover.value, turnover.data_type, turnover.number_format) == (5900000000, "n", "#,##0")
    bound = cell_of(sheet, "akhmet2020-004", "lower")
    assert (bound.value, bound.number_format) == (1249.5, "#,##0.0")
    growth = cell_of(sheet, "akhmet2020-002", "value")
    assert (growth.value, growth.number_format) == (-5, "#,##0")  # percent, and no fraction
    assert cell_of(sheet, CLAIM, "line").number_format == "0"


def test_no_digit_is_lost(content: bytes) -> None:
    sheet = Workbook().active
    put_typed(sheet["A1"], "number", "0.1666666666666666666666666667")
    out = io.BytesIO()
    sheet.parent.save(out)
    assert b"<v>0.1666666666666666666666666667</v>" in parts(out.getvalue())["xl/worksheets/sheet1.xml"]


def test_days_are_days_and_years_stay_text(book: Workbook) -> None:
    start = cell_of(book["figures"], CLAIM, "period_start")
    assert (start.value.date(), start.number_format) == (date(2023, 1, 1), "yyyy-mm-dd")
    assert cell_of(book["figures"], CLAIM, "period").value == "2023"


def test_a_day_that_excel_cannot_count_stays_text() -> None:
    sheet = Workbook().active
    put_typed(sheet["A1"], "date", "1867-03-30")
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("1867-03-30", "s")


def test_a_flagged_row_is_shaded_and_no_other(book: Workbook) -> None:
    for sheet in (book["figures"], book["aid"], book["По-русски"]):
        shaded = {row[0].value for row in sheet.iter_rows(min_row=2) if row[0].fill.fill_type}
        assert shaded == {"lee2021-002"}
    assert any(cell.fill.fill_type for row in book["About"].iter_rows() for cell in row)  # the legend


def test_a_sheet_in_a_language_has_labels_in_place_of_codes(book: Workbook) -> None:
    sheet = book["Қазақша"]
    labels = [field.label["kk"] for field in tables()["figures"].fields]
    assert sorted(header(sheet)) == sorted(labels)
    assert header(sheet)[: len(guide()["first"]["columns"])] == [
        tables()["figures"][name].label["kk"] for name in guide()["first"]["columns"]
    ]
    assert cell_of(sheet, CLAIM, "Тақырып").value == "сауда"


def test_the_list_of_columns_is_complete(book: Workbook) -> None:
    listed = [(row[0], row[1]) for row in book["columns"].iter_rows(min_row=2, values_only=True)]
    assert listed == [(table.name, field.name) for table in tables().values() for field in table.fields]


def test_text_that_looks_like_a_formula_stays_text(
    package: Path, repository: ModuleType, tmp_path: Path
) -> None:
    folder = shutil.copytree(package, tmp_path / "data")
    given = dict(zip((f"akhmet2020-00{number}" for number in range(1, 5)), HOSTILE, strict=True))
    for claim, text in given.items():
        repository.set_cell(folder, "figures", claim, "attributed_to", text)
    content = workbook(folder)
    book = load_workbook(io.BytesIO(content))
    for sheet, column in (("figures", "attributed_to"), ("In English", "Attributed to")):
        for claim, text in given.items():
            cell = cell_of(book[sheet], claim, column)
            assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert_runs_nothing(content)


def assert_runs_nothing(content: bytes) -> None:
    for name, part in parts(content).items():
        assert not re.search(rb"<f[ >/]|<(\w+:)?f>|<formula", part), name
        assert not re.search(r"macro|externalLink|vbaProject|activeX|embeddings|connections", name), name
        if name.endswith(".rels"):
            outside = re.findall(rb'Target="([^"]*)"[^>]*TargetMode="External"', part)
            outside += re.findall(rb'TargetMode="External"[^>]*Target="([^"]*)"', part)
            assert all(target.startswith(b"https://doi.org/10.") for target in outside), name


def test_nothing_runs_and_no_link_leaves_but_to_a_doi(content: bytes) -> None:
    assert_runs_nothing(content)
    assert b"https://doi.org/10.5555/made.up" in b"".join(parts(content).values())


def test_a_formula_would_be_noticed() -> None:
    sheet, out = Workbook(), io.BytesIO()
    sheet.active["A1"] = "=1+1"
    sheet.save(out)
    with pytest.raises(AssertionError):
        assert_runs_nothing(out.getvalue())


def test_what_a_cell_cannot_hold_is_replaced_or_refused() -> None:
    cell = Workbook().active["A1"]
    put(cell, "a\x00b\ud800")
    assert cell.value == "a\ufffdb\ufffd"
    with pytest.raises(ValueError, match="a cell holds 32767 at most"):
        put(cell, "a" * 32_768)


def test_the_same_bytes_each_time_and_the_day_of_the_release(package: Path, content: bytes) -> None:
    assert workbook(package) == content
    core = parts(content)["docProps/core.xml"]
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {b"2026-11-21T00:00:00Z"}
    assert b"The silkfigures maintainers" in core
    assert b"openpyxl" not in core


def test_no_warning_of_years_written_as_text(content: bytes) -> None:
    sheets = [part for name, part in parts(content).items() if name.startswith("xl/worksheets/sheet")]
    assert sum(b'numberStoredAsText="1"' in sheet for sheet in sheets) == len(tables()) + len(LANGUAGES)
