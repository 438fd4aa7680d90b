"""One wrong cell, nothing else changed: each is named by file, column and what is allowed."""

from dataclasses import replace

import pytest

from silkfigures.checks import validate
from silkfigures.checks.across import across_findings, view
from silkfigures.checks.one_table import table_findings
from silkfigures.checks.proof import proof_findings
from silkfigures.schemas import tables, themes
from silkfigures.schemas.csvfile import CsvFile, read_csv

A1, A2, A3, A4, A5 = (f"akhmet2020-00{n}" for n in range(1, 6))
L1, L2, L3 = (f"lee2021-00{n}" for n in range(1, 4))

DAMAGE = {
    # writing of cells
    "decimal comma": ("figures", A1, "value", "5,9", "value", "'5,9' is no number"),
    "exponent": ("figures", A1, "value", "5.9e9", "value", "is no number"),
    "thousands by space": ("figures", A1, "value", "5 900 000 000", "value", "is no number"),
    "space before a number": ("figures", A1, "value", " 5900000000", "value", "is no number"),
    "zero at the end": ("figures", A4, "lower", "1249.50", "lower", "is no number"),
    "point in a whole number": ("figures", A1, "line", "12.0", "line", "is no integer"),
    "missing-looking word": ("figures", A1, "value", "NA", "value", "'NA' is no number"),
    "day first": ("figures", A1, "period_start", "01.01.2023", "period_start", "is no date"),
    "day that does not exist": ("figures", A1, "period_end", "2023-02-30", "period_end", "is no date"),
    "space after a code": ("figures", A1, "reporter", "KAZ ", "reporter", "white space at its ends"),
    # one cell
    "swapped code": ("figures", A1, "status", "actul", "status", "write 'actual'"),
    "empty required cell": ("figures", A1, "status", "", "status", "is empty"),
    "empty key": ("figures", A1, "claim_id", "", "claim_id", "is empty"),
    "claim number": ("figures", A1, "claim_id", "akhmet2020-1", "claim_id", "does not have the form"),
    "period in words": ("figures", A1, "period", "in 2023", "period", "does not have the form"),
    "line zero": ("figures", A1, "line", "0", "line", "at least 1"),
    "code not in its table": ("figures", A1, "partner", "CHM", "partner", "write 'CHN'"),
    "unknown unit": ("figures", A1, "unit", "usd", "unit", "write 'USD'"),
    "unknown indicator": ("figures", A3, "indicator", "trade.exports", "indicator", "write 'trade.export'"),
    "fact that is not there": ("figures", A1, "fact", "akhmet2020-999", "fact", "is no figures.claim_id"),
    "total that is not there": ("figures", A3, "part_of", "akhmet2020-099", "part_of", "is no figures"),
    "unknown work": ("figures", A1, "work", "akhmet2002", "work", "write 'akhmet2020'"),
    "unknown document": ("works", "lee2021", "document", "c.txt", "document", "add it to the table"),
    # bounds and qualifier
    "value above its bounds": ("figures", A1, "value", "5990000000", "lower", "lower <= value <= upper"),
    "value below its bounds": ("figures", A1, "value", "590000000", "lower", "lower <= value <= upper"),
    "over with an upper bound": ("figures", A3, "upper", "3500000000", "qualifier", "over: value = lower"),
    "exact without a bound": ("figures", A1, "upper", "", "qualifier", "value in the middle"),
    "digit of a bound": ("figures", A1, "lower", "5840000000", "qualifier", "value in the middle"),
    "under from below": ("figures", A5, "qualifier", "over", "qualifier", "under: value = upper"),
    "range off its middle": ("figures", L1, "value", "5500000", "qualifier", "value in the middle"),
    "range without an end": ("figures", L1, "upper", "", "qualifier", "both bounds"),
    "sign of a fall lost": ("figures", A2, "value", "5", "lower", "lower <= value <= upper"),
    "negative length": ("figures", A4, "value", "-1250", "measure", "no negative"),
    # the number against its printed words
    "words of another number": ("figures", A1, "quote", "not 5,9 bn dollarss", "printed", "prints no"),
    "another currency": ("figures", A1, "unit", "CNY", "value", "5950000000] USD, exact"),
    "words that print no figure": ("figures", A1, "printed", "a record", "printed", "prints no figure"),
    # when
    "period ends before it begins": ("figures", A1, "period", "2023/2022", "period", "first and last day"),
    "days of another period": ("figures", A1, "period", "2022", "period", "first and last day"),
    "last day before first": ("figures", A1, "period_end", "2022-12-31", "period_start", "<= period_end"),
    "period of no stated kind": ("figures", A1, "period_kind", "unstated", "period", "unstated: no period"),
    "no period of a stated kind": ("figures", L1, "period_kind", "year", "period", "unstated: no period"),
    "month called a year": ("figures", A1, "period", "2023-05", "period", "year: 2024"),
    "month thirteen": ("figures", A2, "base_period", "2022-13", "base_period", "that exists"),
    "base of a level": ("figures", A1, "base_period", "2022", "base_period", "growth, change or ratio only"),
    "announced though actual": ("figures", A1, "announced", "2023", "announced", "planned, forecast"),
    # measure and unit
    "growth in money": ("figures", A2, "unit", "USD", "measure", "growth, share and ratio in percent"),
    "unit that does not fit": ("figures", A1, "unit", "km", "unit", "does not fit trade.turnover"),
    "people in a length": ("figures", A4, "unit", "person", "unit", "does not fit pipelines.length"),
    # doubts
    "flag without a note": ("figures", L2, "note", "", "flag", "a note that gives the reason"),
    "correction without a flag": ("figures", L2, "flag", "", "corrected_value", "with a flag only"),
    "unit corrected alone": ("figures", A1, "corrected_unit", "CNY", "corrected_value", "_value only"),
    "correction to the same": ("figures", L2, "corrected_value", "996000000000", "value", "differs"),
    "corrected unit of another kind": ("figures", L2, "corrected_unit", "km", "corrected_unit", "not fit"),
    # who and where
    "claim of another work": ("figures", A1, "work", "lee2021", "claim_id", "the key of the work"),
    "fact of another work": ("figures", A1, "fact", L1, "fact", "a claim of the same work"),
    "part of itself": ("figures", A3, "part_of", A3, "part_of", "another claim"),
    "parts in a circle": ("figures", A1, "part_of", A3, "part_of", "is part of itself"),
    "end before start": ("figures", A1, "end", "99", "start", "start < end"),
    "place too short": ("figures", A1, "end", "111", "printed", "as long as the printed"),
    "place too long": ("figures", A1, "end", "149", "printed", "as long as the printed"),
    "end beyond the text": ("figures", A1, "end", "8001", "end", "8000 characters"),
    "line outside the work": ("figures", L1, "line", "41", "line", "lines 10 to 40"),
    "document of another work": ("figures", A1, "document", "b.txt", "document", "stands in 'a.txt'"),
    "quote of fifteen words": ("figures", A1, "quote", "5,9 bn dollars" + " w" * 12, "quote", "14 words"),
    "quote of 121 characters": ("figures", A1, "quote", "5,9 bn dollars".rjust(121, "w"), "quote", "120"),
    "printed not in the quote": ("figures", A1, "printed", "6,9 bn dollars", "printed", "in the quote"),
    "theme of another indicator": ("figures", A1, "theme", "aid", "theme", "before the point"),
    "dimension the theme hides": ("figures", A1, "mode", "rail", "mode", "no such column"),
    # views
    "value changed in the view": ("trade", A1, "value", "5900000001", "value", "in figures"),
    "flow swapped in the view": ("trade", A3, "flow", "import", "flow", "'export' in figures"),
    "claim renamed in the view": ("aid", L1, "claim_id", "lee2021-009", "claim_id", "is no claim of aid"),
    "label changed in parties": ("parties", "KAZ", "label_en", "Kazakstan", "party", "not as in places"),
    "party that is nowhere": ("parties", "ADB", "party", "EBRD", "party", "not as in places"),
    # reference tables
    "theme that is no table": ("indicators", "aid.oda", "theme", "add", "theme", "write 'aid'"),
    "indicator of another theme": ("indicators", "aid.oda", "theme", "trade", "theme", "before the point"),
    "work backwards": ("works", "lee2021", "line_end", "9", "line_start", "line_start <= line_end"),
    "work beyond its document": ("works", "lee2021", "line_end", "81", "line_end", "has 80 lines"),
    "hash cut": ("documents", "a.txt", "sha256", "a" * 63, "sha256", "does not have the form"),
    "code in another alphabet": ("assets", "east_railway", "asset", "еast_railway", "asset", "the form"),
}  # fmt: skip


@pytest.fixture(scope="module")
def files(sound):
    """The sound tables as cells."""
    return {name: read_csv(sound / f"tables/{name}.csv", f"tables/{name}.csv")[0] for name in tables()}


@pytest.fixture(scope="module")
def codes(files):
    """The codes of every list."""
    lists = {field.codes: [] for table in tables().values() for field in table.fields if field.codes}
    for row in files["codes"].records():
        lists[row["list"]].append(row["code"])
    return lists


def _damaged(cells, key, column, cell):
    """The cells with one changed in the row that begins with the key."""
    at = cells.header.index(column)
    rows = [[*row[:at], cell, *row[at + 1 :]] if row[0] == key else row for row in cells.rows]
    assert sum(old != new for old, new in zip(cells.rows, rows, strict=True)) == 1
    return replace(cells, rows=rows)


@pytest.mark.parametrize("case", DAMAGE, ids=list(DAMAGE))
def test_a_wrong_cell_is_found(files, codes, case):
    table, key, column, cell, at, says = DAMAGE[case]
    damaged = files | {table: _damaged(files[table], key, column, cell)}
    findings = table_findings(damaged[table], tables()[table], codes) + across_findings(damaged, tables())
    findings += proof_findings(damaged)
    here = [f for f in findings if (f.file, f.column) == (f"tables/{table}.csv", at)]
    assert any(says in f"{f.message}; {f.mend}" for f in here), "\n".join(map(str, findings))
    assert all(f.mend for f in findings)


def test_the_finding_names_the_line(folder, repository):
    repository.set_cell(folder, "figures", A2, "status", "actul")
    repository.describe(folder)
    found = [f for f in validate(folder, outsider=False).findings if f.column == "status" and f.line]
    assert str(found[0]) == (
        "tables/figures.csv:3: status: 'actul' is not a code of statuses "
        "(mend: write 'actual'; allowed: actual, estimate, planned, forecast, pledged, agreed)"
    )


def test_a_fact_leads_to_its_first_claim(folder, repository):
    repository.set_cell(folder, "figures", A2, "fact", A1)
    repository.set_cell(folder, "figures", A3, "fact", A2)
    found = [
        f for f in validate(folder, outsider=False).findings if f.file == "tables/figures.csv" and f.column
    ]
    assert [(f.line, f.column, f.mend) for f in found] == [(4, "fact", f"write '{A1}' in the reading")]


def test_a_place_out_of_order_is_found(files):
    moved = _damaged(files["figures"], A5, "line", "60")
    assert not across_findings(files | {"figures": moved} | _views_of(moved), tables())
    moved = _damaged(moved, A5, "start", "90")
    found = across_findings(files | {"figures": moved} | _views_of(moved), tables())
    assert [(f.line, f.column, f.message) for f in found] == [
        (6, "start", "90 lies before akhmet2020-004 (200), and line 60 after it")
    ]


def _views_of(figures):
    """The themed tables as these figures give them."""
    views = {name: view(figures, tables()[name]) for name in themes()}
    return {
        name: CsvFile(f"tables/{name}.csv", tables()[name].names, rows, list(range(2, len(rows) + 2)))
        for name, rows in views.items()
    }


def test_all_damage_is_reported_at_once(folder, repository):
    repository.set_cell(folder, "figures", A1, "value", "1e9")
    repository.set_cell(folder, "figures", L3, "status", "seen")
    repository.set_cell(folder, "works", "lee2021", "language", "russian")
    repository.describe(folder)
    places = {(f.file, f.column) for f in validate(folder, outsider=False).findings}
    wrong = {
        ("tables/figures.csv", "value"),
        ("tables/figures.csv", "status"),
        ("tables/works.csv", "language"),
    }
    assert wrong <= places


def test_a_badly_written_cell_is_one_finding_in_its_row(folder, repository):
    repository.set_cell(folder, "figures", A1, "value", "5,9")
    repository.describe(folder)
    found = [f for f in validate(folder, outsider=False).findings if f.file == "tables/figures.csv"]
    assert [(f.line, f.column) for f in found] == [(2, "value")]


def test_figures_of_one_quote_keep_their_distance(files):
    """In the quote "from 4 to 6 mln" the second figure stands 5 characters after the first."""
    one, other = ({"printed": printed, "start": start} for printed, start in (("4", "43"), ("6", "48")))
    quote = {"quote": "from 4 to 6 mln", "line": "20", "document": "b.txt"}
    for start, wrong in (("48", False), ("52", False), ("47", True), ("43", False), ("99", True)):
        rows = [L1, {**quote, **one}], [L2, {**quote, **other, "start": start}]
        cells = files["figures"]
        for claim, changes in rows:
            for column, cell in changes.items():
                at = cells.header.index(column)
                new = [[*r[:at], cell, *r[at + 1 :]] if r[0] == claim else r for r in cells.rows]
                cells = replace(cells, rows=new)
        found = across_findings(files | {"figures": cells} | _views_of(cells), tables())
        assert any("which the quote does not allow" in f.message for f in found) == wrong, start


def test_the_same_said_twice_is_found(files):
    cells = files["figures"]
    copy = [cells.rows[0][0].replace("001", "006"), *cells.rows[0][1:]]
    twice = replace(cells, rows=[*cells.rows, copy], lines=[*cells.lines, 10])
    found = across_findings(files | {"figures": twice} | _views_of(twice), tables())
    assert [f.message for f in found if f.column == "claim_id"] == [
        "'akhmet2020-006' says the same of the same words as 'akhmet2020-001'"
    ]
