"""A row proves its number by its printed words: what may stand elsewhere is left open, the rest compared."""

import pytest

from silkfigures.checks.proof import proof_findings
from silkfigures.schemas.csvfile import CsvFile

COLUMNS = ["claim_id", "measure", "value", "lower", "upper", "unit", "qualifier", "printed", "quote", "work"]
UNITS = {
    **{"USD": "money", "CNY": "money", "t": "mass", "t/year": "mass/time", "m3": "volume", "km": "length"},
    **{"percent": "ratio", "times": "ratio", "person": "people", "project": "projects", "rank": "rank"},
}


def said(cells, lang="en"):
    """What is found in a row of figures: measure, value, lower, upper, unit, qualifier, printed, quote."""
    row = ["a-001", *cells, "a"]
    files = {
        "figures": CsvFile("figures.csv", COLUMNS, [row], [2]),
        "works": CsvFile("works.csv", ["work", "language"], [["a", lang]], [2]),
        "units": CsvFile("units.csv", ["unit", "dimension"], [*map(list, UNITS.items())], [2] * len(UNITS)),
    }
    return [finding.message for finding in proof_findings(files)]


USD = ("5.9 bln USD", "came to 5.9 bln USD")
SALT = ("3 mln t", "carries 3 mln t of salt")
ROW = ("12.1", "Kazakhstan 12.1 76.0")
SOUND = {
    "as printed": ("level", "5900000000", "5850000000", "5950000000", "USD", "exact", *USD),
    "a fall, signed by the reading": ("growth", "-5", "-5.5", "-4.5", "percent", "exact", "5%", "fell by 5%"),
    "a fall by more than": ("growth", "-5", "", "-5", "percent", "over", "5%", "fell by more than 5%"),
    "a unit and multiplier of a header": ("level", "12100000", "12050000", "12150000", "USD", "exact", *ROW),
    "a rate printed elsewhere": ("capacity", "3000000", "2500000", "3500000", "t/year", "exact", *SALT),
    "things counted as the indicator says": ("count", "5", "5", "5", "project", "exact", "5", "5 tea houses"),
    "an ordinal": ("rank", "2", "2", "2", "rank", "exact", "second", "the second largest buyer"),
    "an amount in a word": ("growth", "2", "1.5", "2.5", "times", "exact", "doubled", "doubled in a year"),
    "a qualifier of the reader": ("level", "5900000000", "", "5900000000", "USD", "under", *USD),
}  # fmt: skip
WRONG = {
    "a digit": ("level", "5800000000", "5750000000", "5850000000", "USD", "exact", *USD),
    "the multiplier": ("level", "5900000", "5850000", "5950000", "USD", "exact", *USD),
    "the currency": ("level", "5900000000", "5850000000", "5950000000", "CNY", "exact", *USD),
    "the bounds": ("level", "5900000000", "5800000000", "6000000000", "USD", "exact", *USD),
    "a sign without a change": ("level", "-5", "-5.5", "-4.5", "percent", "exact", "5%", "stood at 5%"),
    "a factor that no unit has": ("level", "121000", "120500", "121500", "USD", "exact", *ROW),
    "a length for people": ("length", "5", "5", "5", "km", "exact", "5 people", "5 people in a house"),
    "a unit of another kind": ("level", "3000000", "2500000", "3500000", "m3", "exact", *SALT),
    "another ordinal": ("rank", "3", "3", "3", "rank", "exact", "second", "the second largest buyer"),
}  # fmt: skip


@pytest.mark.parametrize("case", SOUND)
def test_a_sound_row_passes(case):
    assert said(SOUND[case]) == []


@pytest.mark.parametrize("case", WRONG)
def test_a_number_that_the_words_do_not_print_is_found(case):
    (message,) = said(WRONG[case])
    assert "reads" in message


def test_the_finding_says_what_the_words_read():
    assert said(WRONG["the currency"]) == [
        "5900000000 [5850000000, 5950000000] CNY, exact, and '5.9 bln USD' in 'came to 5.9 bln USD' reads "
        "5900000000 [5850000000, 5950000000] USD, exact"
    ]


def test_words_without_a_figure_are_found():
    cells = (*SOUND["as printed"][:6], "a record", "it was a record")
    assert said(cells) == ["'a record' in 'it was a record' prints no figure"]


def test_a_badly_written_number_is_left_to_another_check():
    assert said(("level", "5,9", "", "", "USD", "exact", "5.9 bln USD", "came to 5.9 bln USD")) == []
