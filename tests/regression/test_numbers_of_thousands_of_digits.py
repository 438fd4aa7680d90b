"""Python refuses to read whole numbers of more than 4300 digits; cells and JSON may hold them."""

import pytest

from silkfigures.checks import validate
from silkfigures.readings import ReadingErrors, load_works
from silkfigures.readings.errors import Errors

DIGITS = "9" * 5000


@pytest.mark.parametrize(
    ("table", "column"), [("figures", "line"), ("figures", "end"), ("works", "line_end")]
)
def test_a_cell_is_a_finding(folder, repository, table, column):
    key = (folder / "tables" / f"{table}.csv").read_text(encoding="utf-8").split("\n")[1].split(",")[0]
    repository.set_cell(folder, table, key, column, DIGITS)
    report = validate(folder, outsider=False)
    assert any(f"tables/{table}.csv:2: {column}: '9999" in str(finding) for finding in report.findings)


def test_works_are_a_slip(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "works.json").write_text(f'[{{"id": "a", "year": {DIGITS}}}]')
    errors = Errors()
    assert load_works(tmp_path, errors) == {}
    with pytest.raises(ReadingErrors, match=r"works.json:1: a number of thousands of digits"):
        errors.check()
