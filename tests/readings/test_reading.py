"""The form of a reading: what is read from it, and each slip with file, line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from silkfigures.readings import Errors, ReadingErrors, load_readings

GOOD = """\
work: tea
document: tea.txt
figures:
  - line: 3
    quote: 5 tea
      houses and 15 wells
    indicator: corridors.houses
    period: 2020
    claims:
      - id: "001"
        take: "5"
      - id: "0002"
        take: "15"
        nth: 1
        indicator: corridors.wells
        unit: { line: 1, quote: (wells) }
left_out:
  - { quote: in 2020, reason: date }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "raw" / "readings"
    folder.mkdir(parents=True)
    return folder


def slips(folder: Path, text: str, name: str = "tea.yaml") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(ReadingErrors) as caught:
        load_readings(folder)
    return [str(error) for error in caught.value.errors]


def test_a_reading(folder: Path) -> None:
    (folder / "tea.yaml").write_text(GOOD, encoding="utf-8")
    (reading,) = load_readings(folder)
    assert (reading.work, reading.document, reading.path) == ("tea", "tea.txt", "raw/readings/tea.yaml")
    (figure,) = reading.figures
    assert (figure.line, figure.quote, figure.source_line) == (3, "5 tea houses and 15 wells", 4)
    first, second = figure.claims
    assert (first.id, first.take, first.nth, first.unit) == ("001", "5", None, None)
    assert first.keys == {"indicator": "corridors.houses", "period": "2020"}
    assert (first.line_of("indicator"), first.line_of("take"), first.line_of("note")) == (7, 11, 10)
    assert second.keys == {"indicator": "corridors.wells", "period": "2020"}
    assert (second.id, second.nth, second.unit.quote, second.unit.line) == ("0002", 1, "(wells)", 1)
    assert (second.line_of("indicator"), second.unit.source_line) == (15, 16)
    assert [(item.quote, item.reason, item.line) for item in reading.left_out] == [("in 2020", "date", None)]
    assert reading.claim_id("001") == "tea-001"


SLIPS = {
    "no quote": (
        "    quote: 5 tea\n      houses and 15 wells\n",
        "",
        "tea.yaml:4: `quote` is missing (mend: add `quote: …`)",
    ),
    "no work": ("work: tea\n", "", "tea.yaml:1: `work` is missing (mend: add `work: …`)"),
    "other work": (
        "work: tea",
        "work: te",
        "tea.yaml:1: the work is `te`, the file `tea.yaml` (mend: give both one name)",
    ),
    "unknown key": (
        "document: tea.txt",
        "document: tea.txt\nread_by_lines: [1, 2]",
        "tea.yaml:3: no such key: `read_by_lines` (mend: did you mean `read_by_line`?",
    ),
    "id of two digits": (
        '"001"',
        '"01"',
        'tea.yaml:10: the id is `01` (mend: write three or four digits, in quotes: "025")',
    ),
    "id twice": (
        '"0002"',
        '"001"',
        'tea.yaml:12: the id "001" again (first at line 10) (mend: take the next free one)',
    ),
    "no id": ('- id: "001"\n        take', "- take", "tea.yaml:10: `id` is missing (mend: add `id: …`)"),
    "line": (
        "line: 3",
        "line: three",
        "tea.yaml:4: `line` is `three` (mend: write a whole number from 1 up)",
    ),
    "nth": ("nth: 1", "nth: 0", "tea.yaml:14: `nth` is `0` (mend: write a whole number from 1 up)"),
    "too many words": (
        "15 wells",
        "15 wells " + "of tea " * 5,
        "tea.yaml:5: the quote has 16 words, more than 14 (mend: quote fewer words)",
    ),
    "too long": (
        "15 wells",
        "15 w" + "e" * 100 + "lls",
        "tea.yaml:5: the quote has 124 characters, more than 120 (mend: quote fewer words)",
    ),
    "unit in words": (
        "unit: { line: 1, quote: (wells) }",
        "unit: wells",
        "tea.yaml:16: `unit` quotes the printed unit (mend: write `unit: { line: 12, quote: (Mln. USD) }`)",
    ),
    "unit without quote": ("{ line: 1, quote: (wells) }", "{ line: 1 }", "tea.yaml:16: `quote` is missing"),
    "no claims": (
        GOOD[GOOD.index("    claims") : GOOD.index("left_out")],
        "",
        "tea.yaml:4: `claims` is missing (mend: add `claims: …`)",
    ),
    "claims empty": (
        GOOD[GOOD.index("      - id") : GOOD.index("left_out")],
        "",
        "tea.yaml:9: the figure has no claim (mend: add a claim or move the quote to `left_out`)",
    ),
    "claims no list": (
        GOOD[GOOD.index("\n      - id") : GOOD.index("left_out")],
        " five\n",
        "tea.yaml:9: `claims` is no list (mend: begin each item with `- `)",
    ),
    "id of a figure": (
        "  - line: 3\n",
        '  - line: 3\n    id: "1"\n',
        "tea.yaml:5: `id` of a figure (mend: move `id` into",
    ),
    "said for all and otherwise by each": (
        'take: "5"\n',
        'take: "5"\n        indicator: corridors.houses\n',
        "tea.yaml:7: `indicator` of a figure, and each of its claims has its own (mend: remove",
    ),
    "quote of a claim": (
        'take: "5"',
        "quote: 5",
        "tea.yaml:11: `quote` in a claim (mend: it belongs to the figure",
    ),
    "empty value": (
        "period: 2020",
        "period:",
        "tea.yaml:8: `period` is empty (mend: give it a value or remove it)",
    ),
    "list value": ("period: 2020", "period: [2020]", "tea.yaml:8: `period` is no single value"),
    "reason": (
        "reason: date",
        "reason: dates",
        "tea.yaml:18: no such reason: `dates` (mend: did you mean `date`?",
    ),
    "left out key": (
        "reason: date",
        "reasons: date",
        "tea.yaml:18: no such key: `reasons` (mend: did you mean `reason`?",
    ),
    "a claim in a word": (
        '- id: "001"\n        take: "5"',
        "- five",
        "tea.yaml:10: a claim is a list of keys",
    ),
    "yaml": (
        "quote: 5 tea",
        "quote: tea: 5",
        "tea.yaml:5: YAML: mapping values are not allowed here (mend: put the text",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip(folder: Path, name: str) -> None:
    old, new, message = SLIPS[name]
    assert GOOD.count(old) == 1
    found = slips(folder, GOOD.replace(old, new))
    assert any(f"raw/readings/{message}" in slip for slip in found), found


def test_a_quote_may_have_14_words_and_120_characters(folder: Path) -> None:
    for quote in ("15 wells" + " of tea" * 4, "15 w" + "e" * 96 + "lls"):
        (folder / "tea.yaml").write_text(GOOD.replace("15 wells", quote), encoding="utf-8")
        (figure,) = load_readings(folder)[0].figures
        assert len(figure.quote.split()) == 14 or len(figure.quote) == 120


def test_a_file_that_is_no_reading(folder: Path) -> None:
    assert slips(folder, "- work: tea\n") == [
        "raw/readings/tea.yaml:1: a reading is a list of keys (mend: begin with `work:`)"
    ]


def test_all_slips_at_once_sorted(folder: Path) -> None:
    (folder / "zoo.yaml").write_text("work: [\n", encoding="utf-8")
    found = slips(folder, GOOD.replace('"0002"', "two").replace("line: 3", "line: -3"))
    assert [slip.split(" ")[0] for slip in found] == [
        "raw/readings/tea.yaml:4:",
        "raw/readings/tea.yaml:12:",
        "raw/readings/zoo.yaml:2:",
    ]


def test_a_slip_in_one_file_does_not_hide_the_others(folder: Path) -> None:
    (folder / "bad.yaml").write_text("&a", encoding="utf-8")
    (folder / "tea.yaml").write_text(GOOD, encoding="utf-8")
    errors = Errors()
    assert [reading.work for reading in load_readings(folder, errors)] == ["tea"]
    assert len(errors) == 1
