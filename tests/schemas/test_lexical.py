"""How cells are written."""

import pytest

from silkfigures.schemas.lexical import is_written

GOOD = {
    "number": ["0", "1", "-1", "0.5", "-0.05", "1250", "5900000000", "1249.5"],
    "integer": ["0", "7", "-7", "1200"],
    "boolean": ["true", "false"],
    "date": ["2024-02-29", "1991-12-16"],
    "string": ["a", "a b", "две\nстроки", "NA"],
}
BAD = {
    "number": [
        "", " ", "1 ", " 1", "1 000", "1\u00a0000", "1,5", "1.", ".5", "00", "01", "1.50", "1.0", "-0", "+1",
        "1e3", "1E3", "0x1", "NaN", "nan", "inf", "NA", "1_000", "٣", "1.5.2", "--1", "1" * 400,
    ],
    "integer": ["", "1.0", "1.", "01", "-0", "1e3", " 1", "1,000", "٣"],
    "boolean": ["True", "FALSE", "1", "yes", ""],
    "date": ["2023-02-29", "2024-13-01", "24-01-01", "2024-1-1", "2024", "01.02.2024", "2024-01-01T00", ""],
    "string": [" a", "a ", "\ta", "a\n", " "],
}  # fmt: skip


@pytest.mark.parametrize(("type_", "text"), [(t, x) for t, texts in GOOD.items() for x in texts])
def test_well_written(type_, text):
    assert is_written(type_, text)


@pytest.mark.parametrize(("type_", "text"), [(t, x) for t, texts in BAD.items() for x in texts])
def test_badly_written(type_, text):
    assert not is_written(type_, text)
