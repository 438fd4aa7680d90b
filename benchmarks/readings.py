"""The figures of the tables: does the reader find in the running text what it found in the checked quote?

``tables/figures.csv`` says for each claim where its figure stands (document, start, end) and with which
value and unit. Those were read by this same reader from the few quoted words, which people chose and
checked. So this measures whether the whole text around a figure leads the reader astray, not whether the
quote was read rightly; for that there is ``gold.tsv``, which was written without the reader.

A figure is found when a quantity overlaps its place and has the same unit and the same value. A table
records a fall as negative and a text prints it as positive, so values are compared without their sign.
Numbers of things (projects, institutes) are counted apart, without a bar; for them the reader may give
no unit. Ranks are left out: a text prints them as ordinals, which the reader does not report.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from benchmarks.record import Record, around, tally
from benchmarks.spans import Reader, overlapping, said, unit_kind
from benchmarks.speed import KAZAKH, LATIN
from silkfigures.quantities import Quantity

BAR = 97.0
RANK = "rank"
COLUMNS = ("document", "start", "end", "value", "unit")


def measure(shared: Path, read: Reader, tables: Path) -> list[Record]:
    """Compare the reader `read` on ``shared/texts`` with ``figures.csv`` in `tables`, language by language.

    Returns
    -------
    list of Record
        For each language the figures with a unit of measure, then the numbers of things; one that is not
        measured when the table is not there.
    """
    path = tables / "figures.csv"
    if not path.exists():
        return [Record("figures of the readings", None, note="tables/figures.csv is not there yet")]
    outcomes: dict[tuple[bool, str], list[str | None]] = defaultdict(list)
    for document, rows in placed_rows(path).items():
        text = (shared / "texts" / document).read_bytes().decode("utf-8")
        quantities = read(text, None)
        for row in rows:
            start, end = int(row["start"]), int(row["end"])
            key = is_thing(row["unit"]), language_at(text, start, end)
            outcomes[key].append(outcome(row, text, overlapping(quantities, start, end)))
    return [_by_language(outcomes[key], *key) for key in sorted(outcomes)]


def _by_language(outcomes: list[str | None], things: bool, lang: str) -> Record:
    if things:
        return tally(f"readings, numbers of things found again, {lang}", outcomes)
    return tally(f"readings, figures with a unit found again, {lang}", outcomes, BAR)


def is_thing(unit: str) -> bool:
    """Tell whether a unit code counts things (``project``) instead of measuring (``t``, ``times``)."""
    return unit_kind(unit) == "other" and unit != "times"


def placed_rows(path: Path) -> dict[str, list[dict]]:
    """Return the rows of `path` with a place, a value and a unit, by document, each figure once."""
    rows: dict[str, list[dict]] = defaultdict(list)
    seen = set()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            figure = tuple(row[column] for column in COLUMNS)
            if all(figure) and figure not in seen and row["unit"] != RANK:
                seen.add(figure)
                rows[row["document"]].append(row)
    return rows


def language_at(text: str, start: int, end: int) -> str:
    """Return the language of the text around a place, told by its letters: ``en``, ``ru`` or ``kk``."""
    stretch = text[max(0, start - 150) : end + 150]
    if len(LATIN.findall(stretch)) > len(stretch) / 2:
        return "en"
    return "kk" if KAZAKH.search(stretch) else "ru"


def outcome(row: dict, text: str, near: list[Quantity]) -> str | None:
    """Return None when one of the quantities `near` has the value and unit of `row`, else the failure."""
    value = abs(Decimal(row["value"]))
    units = {row["unit"], ""} if is_thing(row["unit"]) else {row["unit"]}
    if any(q.unit in units and q.value is not None and abs(q.value) == value for q in near):
        return None
    where = around(text, int(row["start"]), int(row["end"]), width=45)
    return f"{where} is {row['value']} {row['unit']}: {said(near)}"
