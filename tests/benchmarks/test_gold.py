"""The hand-made list keeps its own rules, and stands where it says in the texts."""

import os
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks import gold
from benchmarks.passages import texts

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(os.environ.get("SILKFIGURES_TEXTS", ROOT.parent / "shared" / "texts"))
ENTRIES = gold.rows(gold.FOLDER / "gold.tsv")
UNITS = """
count - USD CNY EUR KZT RUB percent percent/year times person job vehicle/year
t t/year bbl bbl/day m3 m3/year m3/day km km2 day month year
"""


def language(entry):
    line = int(entry["line"])
    own = [p for p in gold.passages() if p.document == entry["document"] and p.first <= line <= p.last]
    assert len(own) == 1, entry
    return own[0].lang


def test_the_list_covers_three_languages_and_the_table():
    counts = Counter(map(language, ENTRIES))
    assert counts["kk"] >= 100
    assert counts["ru"] >= 100
    assert counts["en"] >= 60
    assert counts["table"] == 35
    assert {entry["document"] for entry in ENTRIES} == {"000", "001", "002", "003", "004"}


def test_the_list_is_in_the_order_of_the_texts():
    places = [(entry["document"], int(entry["line"])) for entry in ENTRIES]
    assert places == sorted(places)


def test_each_entry_is_short_and_uses_known_codes():
    for entry in ENTRIES:
        assert len(entry["printed"].split()) <= 14
        assert len(entry["printed"]) <= 120
        assert set(entry["unit"].split(" or ")) <= {"", *UNITS.split()}, entry
        assert entry["qualifier"] in ("", "-", "about", "over", "under", "range"), entry
        assert (".." in entry["value"].split(" or ")[0]) == (entry["qualifier"] == "range"), entry


def test_passages_do_not_overlap():
    stretches = sorted(gold.passages(), key=lambda p: (p.document, p.first))
    for before, after in pairwise(stretches):
        assert before.document != after.document or before.last < after.first


@pytest.mark.skipif(not TEXTS.is_dir(), reason=f"the source texts are not at {TEXTS}")
def test_each_entry_stands_at_its_line():
    placed = [figure for _, _, figures in texts(TEXTS) for figure in figures]
    assert len(placed) == len(ENTRIES)


def test_a_printed_figure_is_not_found_inside_a_longer_number():
    text = "15 km, 1.5 km, 2,5 km and 5\n  km"
    assert gold.find_printed("5 km", text, 0, len(text)) == (26, 32)
    with pytest.raises(ValueError, match="7 km"):
        gold.find_printed("7 km", text, 0, len(text))


def test_a_figure_that_begins_after_the_line_is_an_error():
    with pytest.raises(ValueError, match="5 km"):
        gold.find_printed("5 km", "road\n5 km", 0, 5)


def test_values_are_numbers_ends_fractions_and_alternatives():
    assert gold.values("5.9e9") == ((Decimal("5900000000"),),)
    assert gold.values("4..6") == ((Decimal(4), Decimal(6)),)
    assert gold.values("1/4") == ((Decimal("0.25"),),)
    assert gold.values("2 or 2..6") == ((Decimal(2),), (Decimal(2), Decimal(6)))


def entry(printed, value, unit, line=1):
    return {
        "document": "x",
        "line": str(line),
        "printed": printed,
        "value": value,
        "unit": unit,
        "qualifier": "",
    }


def test_entries_of_a_line_are_placed_from_left_to_right():
    text = "share 5% and 5%\nthen 5%"
    own = [gold.Passage("x", 1, 2, "en")]
    figures = gold.place([entry("5%", "5", "percent"), entry("5%", "5", "percent")], own, text)
    assert [figure.start for figure in figures] == [6, 13]
    with pytest.raises(ValueError, match="line 1"):
        gold.place([entry("5%", "5", "percent")] * 3, own, text)


def test_an_entry_outside_the_passages_is_an_error():
    with pytest.raises(ValueError, match="no passage"):
        gold.place([entry("5%", "5", "percent")], [gold.Passage("x", 2, 2, "en")], "share 5%\n\n")
