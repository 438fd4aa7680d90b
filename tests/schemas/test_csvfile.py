"""Our dialect, read strictly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from silkfigures.schemas.csvfile import format_csv, header_findings, parse_csv, read_csv

cells = st.text(st.characters(blacklist_characters="\0\r", blacklist_categories=["Cs"]))


@settings(deadline=None)
@given(st.lists(st.tuples(cells, cells), min_size=1))
def test_what_is_written_is_read(rows):
    found, findings = parse_csv(format_csv(["a", "b"], rows), "t.csv")
    assert findings == []
    assert found.rows == [list(row) for row in rows]


def test_a_cell_of_two_lines_counts_as_two():
    found, _ = parse_csv('a,b\n1,"x\ny"\n2,z\n', "t.csv")
    assert found.lines == [2, 4]
    assert found.column("b") == ["x\ny", "z"]


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_found_wrong(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("bytes") / "t.csv"
    path.write_bytes(data)
    found, findings = read_csv(path, "t.csv")
    assert found is not None or findings
    if found:
        header_findings(found, ["a", "b"])


def test_a_good_header_has_no_findings():
    found, _ = parse_csv("a,b\n", "t.csv")
    assert header_findings(found, ["a", "b"]) == []
    assert found.rows == [] and found.records() == []


def test_two_renamed_columns_are_matched_one_to_one():
    found, _ = parse_csv("valeu,valu\n", "t.csv")
    mends = [finding.mend for finding in header_findings(found, ["value", "values"])]
    assert mends == ["rename it to 'value'", "rename it to 'values'"]
