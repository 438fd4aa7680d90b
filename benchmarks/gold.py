"""The hand-made list of figures: what a person reads in passages of the five source texts.

``gold.tsv`` was written by reading the passages, without the reader: one line a figure, tab-separated,
in the order of the text:

* ``document``: the number its file name begins with; ``line``: 1-based, where the figure begins;
* ``printed``: the figure itself, words and digits as printed; a space stands for any white space, also a
  line end;
* ``value``: ``5.9e9``, ``4..6`` for the ends of a range, ``1/6`` for a fraction;
* ``unit``: a code of the reader, or ``count`` for a number of things (the reader may give no unit, or a
  counted one);
* ``qualifier``: ``exact`` when empty, ``-`` where a careful person would not be sure.

Where the sentence allows two readings (a rate that may carry over to the second figure), ``value`` and
``unit`` give both, joined by `` or ``; the unit ``-`` there is no unit at all.

``passages.tsv`` gives the stretches of lines that were read in full, with their language (``table`` for
a table in plain text). In them every figure of money, percent, mass, volume, length, area and change in
the running text is in the list, so that what is reported too much can be counted. Not in the list are
dates, ordinals, frames of time ("in the past 30 years") and small counts in words ("five countries").

The long passages were chosen before any reader was run. Some short ones (a few lines each) were chosen
later among the places where figures had been reported; they say more about values and units than about
finding.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.spans import unit_kind
from silkfigures.quantities import Quantity

FOLDER = Path(__file__).parent
OR = " or "
COUNT = "count"
CLOSE = Decimal("1e-12")


@dataclass(frozen=True)
class Figure:
    """One figure of the list at its place in the text.

    `values` and `units` hold the readings allowed, nearly always one; a value is a tuple of one number, or
    of the two ends of a range.
    """

    start: int
    end: int
    values: tuple[tuple[Decimal, ...], ...]
    units: tuple[str, ...]
    qualifier: str
    lang: str

    def is_read_by(self, quantity: Quantity) -> bool:
        """Tell whether `quantity` has a value and a unit that are allowed here."""
        return any(self._has(value, quantity) for value in self.values) and self._fits(quantity.unit)

    @staticmethod
    def _has(value: tuple[Decimal, ...], quantity: Quantity) -> bool:
        ends = (quantity.value,) if len(value) == 1 else (quantity.lower, quantity.upper)
        return None not in ends and all(
            abs(a - b) <= abs(a) * CLOSE for a, b in zip(value, ends, strict=True)
        )

    def _fits(self, unit: str) -> bool:
        return unit in self.units or (self.is_count and unit_kind(unit) in ("", "other"))

    @property
    def wanted(self) -> str:
        """The first value and unit allowed, in plain digits."""
        return f"{'..'.join(format(end, 'f') for end in self.values[0])} {self.units[0]}"

    @property
    def is_count(self) -> bool:
        """Whether the figure is a number of things without a unit of measure."""
        return set(self.units) <= {COUNT, ""}


@dataclass(frozen=True)
class Passage:
    """A stretch of lines that was read in full: 1-based, both ends included."""

    document: str
    first: int
    last: int
    lang: str


def rows(path: Path) -> list[dict[str, str]]:
    """Return the lines of a tab-separated file as dictionaries."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def passages(folder: Path = FOLDER) -> list[Passage]:
    """Return the passages that were read in full."""
    return [
        Passage(row["document"], int(row["first"]), int(row["last"]), row["lang"])
        for row in rows(folder / "passages.tsv")
    ]


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line begins, with the length of the text as the last entry.

    Examples
    --------
    >>> line_starts("ab\\nc")
    [0, 3, 4]
    """
    return [0, *(match.end() for match in re.finditer("\n", text)), len(text)]


def find_printed(printed: str, text: str, begin: int, limit: int) -> tuple[int, int]:
    """Return where `printed` stands in `text` at or after `begin` and beginning before `limit`.

    A figure that begins and ends with a digit is not found inside a longer number.

    Raises
    ------
    ValueError
        When it does not stand there: the list is wrong, or the text is another one.

    Examples
    --------
    >>> find_printed("5 km", "15 km and 5\\nkm", 0, 15)
    (10, 14)
    """
    words = r"\s+".join(re.escape(word) for word in printed.split())
    pattern = r"(?<!\d)(?<!\d[.,])" + words + (r"(?!\d|[.,]\d)" if printed[-1].isdigit() else "")
    match = re.compile(pattern).search(text, begin)
    if match is None or match.start() >= limit:
        raise ValueError(f"gold.tsv: {printed!r} is not in the text at or after character {begin}")
    return match.start(), match.end()


def place(entries: list[dict[str, str]], stretches: list[Passage], text: str) -> list[Figure]:
    """Give each entry of one document its place in `text`; those of one line are found from left to right."""
    starts, figures, line, at = line_starts(text), [], 0, 0
    for entry in entries:
        if int(entry["line"]) != line:
            line = int(entry["line"])
            at = starts[line - 1]
        try:
            start, at = find_printed(entry["printed"], text, at, starts[line])
        except ValueError as error:
            raise ValueError(f"{error} (document {entry['document']}, line {line})") from None
        lang = next((stretch.lang for stretch in stretches if stretch.first <= line <= stretch.last), "")
        if not lang:
            raise ValueError(
                f"gold.tsv: line {line} of document {entry['document']} is in no passage of passages.tsv"
            )
        units = tuple(unit.replace("-", "") for unit in entry["unit"].split(OR))
        figures.append(Figure(start, at, values(entry["value"]), units, entry["qualifier"] or "exact", lang))
    return figures


def values(written: str) -> tuple[tuple[Decimal, ...], ...]:
    """Return the readings that a value of the list allows, each with one number or the two ends of a range.

    Examples
    --------
    >>> values("2e6 or 2e6..6e6")
    ((Decimal('2E+6'),), (Decimal('2E+6'), Decimal('6E+6')))
    """
    return tuple(tuple(_number(end) for end in reading.split("..")) for reading in written.split(OR))


def _number(written: str) -> Decimal:
    over, _, under = written.partition("/")
    return Decimal(over) / Decimal(under or 1)
