"""Each kind of damage does what its name says, and really changes the content."""

import csv
import io
from random import Random

import pytest

from tests.damage.draw import KINDS, changed, damage, draw
from tests.damage.readings_text import a_value, item, rewritten, values, without

FIGURES = """\
claim_id,theme,indicator,reporter,partner,period,period_start,period_end,period_kind,measure,value,lower,upper,unit,\
qualifier,status,fact,flag,corrected_value,corrected_unit,note,printed,quote,document,line,start,end,work
a-001,trade,trade.export,KAZ,CHN,2023,2023-01-01,2023-12-31,year,growth,-12.5,-12.55,-12.45,percent,exact,actual,\
a-001,unit,12,percent,doubt,"12,5 %","fell by 12,5 %",a.txt,7,100,106,a
"""
UNITS = "unit,dimension,label_en\npercent,ratio,per cent\ntimes,ratio,times\nkm,length,kilometre\n"
PARTIES = "party,kind\nKAZ,country\nCHN,country\nUZB,country\n"
SMALL = {"tables/figures.csv": FIGURES, "tables/units.csv": UNITS, "tables/parties.csv": PARTIES}

# what may become of the cells of the one row of figures: any of these
CELLS = {
    "sign lost": [{"value": "12.5"}],
    "sign lost or turned, bounds as well": [{"value": "12.5", "lower": "12.45", "upper": "12.55"}],
    "number and bounds tenfold": [
        {"value": "-125", "lower": "-125.5", "upper": "-124.5"},
        {"value": "-1.25", "lower": "-1.255", "upper": "-1.245"},
    ],
    "number and bounds a thousandfold": [
        {"value": "-12500", "lower": "-12550", "upper": "-12450"},
        {"value": "-0.0125", "lower": "-0.01255", "upper": "-0.01245"},
    ],
    "number and bounds moved by one": [{"value": "-11.5", "lower": "-11.55", "upper": "-11.45"}],
    "lower and upper exchanged": [{"lower": "-12.45", "upper": "-12.55"}],
    "bound lost": [{"lower": ""}, {"upper": ""}],
    "number lost": [{"value": ""}],
    "country codes swapped": [{"reporter": "CHN", "partner": "KAZ"}],
    "party changed for another": [
        {column: code} for column in ("reporter", "partner") for code in ("KAZ", "CHN", "UZB")
    ],
    "currency or unit changed for one like it": [{"unit": "times"}, {"corrected_unit": "times"}],
    "unit changed for one of another dimension": [{"unit": "km"}, {"corrected_unit": "km"}],
    "period shifted by years, its days too": [
        {"period": str(year), "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
        for year in (2013, 2022, 2024, 2033)
    ],
    "period shifted, its days not": [{"period": "2022"}, {"period": "2024"}],
    "period lost, its days too": [
        {"period": "", "period_start": "", "period_end": "", "period_kind": "unstated"},
    ],
    "flag and note lost": [{"flag": "", "note": ""}],
    "likely figure changed or lost": [
        {"corrected_value": "", "corrected_unit": ""},
        {"corrected_value": "120"},
        {"corrected_value": "1.2"},
    ],
    "digit of the printed figure changed": [
        {"printed": printed, "quote": f"fell by {printed}"}
        for digit in "0123456789"
        for printed in (f"{digit}2,5 %", f"1{digit},5 %", f"12,{digit} %")
    ],
    "place moved": [
        {"start": str(100 + step), "end": str(106 + step)} for step in (-7, -1, 1, 7, 500)
    ],
}  # fmt: skip


def small():
    return {name: text.encode() for name, text in SMALL.items()}


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


@pytest.mark.parametrize("name", CELLS)
def test_a_kind_changes_what_it_says_and_no_more(name):
    (before,) = rows(FIGURES.encode())
    for number in range(6):
        hurt = damage(small(), KINDS[name], 1, number).hurt
        assert list(hurt) == ["tables/figures.csv"]
        (after,) = rows(hurt["tables/figures.csv"])
        assert {column: cell for column, cell in after.items() if cell != before[column]} in CELLS[name]


@pytest.mark.parametrize("name", list(KINDS))
def test_every_kind_really_changes_the_repository(files, name):
    for number in range(2):
        one = damage(files, KINDS[name], 7, number)
        assert changed(files, one.hurt, meaning=bool(KINDS[name].changes))
        assert set(one.hurt) <= set(files)
        assert one.said


def test_a_damage_that_changes_only_the_writing_is_none():
    quoted = UNITS.replace("per cent", '"per cent"').encode()
    assert not changed(small(), {"tables/units.csv": quoted})
    assert changed(small(), {"tables/units.csv": quoted}, meaning=False)
    assert changed(small(), {"tables/units.csv": None})


def test_digits_and_points():
    cells = {
        name: set() for name in ("digit dropped", "digit doubled", "digits swapped", "decimal point moved")
    }
    for name, found in cells.items():
        for number in range(60):
            (row,) = rows(
                damage({"tables/figures.csv": FIGURES.encode()}, KINDS[name], 1, number).hurt[
                    "tables/figures.csv"
                ]
            )
            found.add(row["corrected_value"])
    assert cells["digit dropped"] == {"12", "1", "2"}
    assert cells["digit doubled"] == {"12", "112", "122"}
    assert cells["digits swapped"] == {"12", "21"}
    assert cells["decimal point moved"] == {"12", "120", "1.2"}


def test_the_same_seed_draws_the_same(files):
    first, again, other = draw(files, 3, 30), draw(files, 3, 30), draw(files, 4, 30)
    assert first == again
    assert [one.hurt for one in first] != [one.hurt for one in other]


def test_there_are_many_kinds_and_each_that_may_slip_says_why():
    assert len(KINDS) >= 15
    assert {kind.changes for kind in KINDS.values()} == {
        "value", "unit", "party", "period", "key", "place", "words", "file", ""
    }  # fmt: skip


READING = """\
work: a
document: a.txt
figures:
  - line: 5
    quote: came to 5.9 bln USD, a record
    claims:
      - { id: "001", indicator: trade.export, period: "2023" }
      - id: "002"
        take: 5.9 bln USD
        period: 2024
  - line: 6
    quote: two roads
    claims:
      - id: "003"
left_out:
  - { line: 9, quote: two people, reason: bare_word }
"""


def test_values_of_a_reading_are_found_where_they_stand():
    found = values("raw/readings/a.yaml", READING)
    said = [(value.key, value.text, value.left_out) for value in found]
    assert ("quote", "came to 5.9 bln USD, a record", False) in said
    assert ("period", "2023", False) in said
    assert ("period", "2024", False) in said
    assert ("reason", "bare_word", True) in said
    assert [text for key, text, _ in said if key == "id"] == ["001", "002", "003"]
    for value in found:
        assert READING[value.start : value.end].strip('"') == value.text


def test_a_value_is_rewritten_or_taken_out_alone():
    readings = {"raw/readings/a.yaml": READING.encode()}
    period = a_value(readings, Random(1), "period", fits=lambda value: value.text == "2024")
    (hurt, said) = rewritten(readings, period, "2025")
    assert hurt["raw/readings/a.yaml"].decode() == READING.replace("period: 2024", 'period: "2025"')
    assert said == "raw/readings/a.yaml:10: period '2024' -> '2025'"
    assert without(readings, period)[0]["raw/readings/a.yaml"].decode() == READING.replace(
        "        period: 2024\n", ""
    )
    first = a_value(readings, Random(1), "indicator")
    assert '{ id: "001", period' in without(readings, first)[0]["raw/readings/a.yaml"].decode()


def test_an_item_is_all_its_lines():
    second = next(value for value in values("raw/readings/a.yaml", READING) if value.text == "002")
    first, last = item(READING, second)
    assert READING[first:last] == '      - id: "002"\n        take: 5.9 bln USD\n        period: 2024\n'
