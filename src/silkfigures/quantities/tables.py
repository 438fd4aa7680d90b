"""Plain-text tables: rows of a label and numbers, whose unit stands in the header or the title."""

import re
from bisect import bisect_left
from decimal import Decimal

from silkfigures.quantities.figure import Figure
from silkfigures.quantities.figures import looks_like_year
from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.unit_text import parse_unit

CELL = r"[-–—−+]?[$€£]?\d[\d.,]{0,20}%?"
ROW = re.compile(
    rf"^(?:[ \t|]{{0,20}}[^\n\d|]{{0,70}}?[ \t|]{{1,40}})?{CELL}"
    rf"(?:[ \t|]{{1,40}}(?:{CELL}|[-–—]|n/?a)){{1,40}}[ \t|]{{0,40}}$",
    re.MULTILINE,
)
BRACKET = re.compile(r"\(([^()\n]{1,60})\)")
AFTER_COMMA = re.compile(r",\s*([^,\n]{1,60})$", re.MULTILINE)
TITLE_SPAN = 400
ROW_GAP = 3
WORDS = re.compile(r"[^\W\d_]{2,}")


def table_units(lex: Lexicon, figures: list[Figure], text: str, start: int, end: int) -> None:
    """Give the unit of a table's header or title to its cells, and refuse the years of its header.

    Parameters
    ----------
    lex : Lexicon
    figures : list of Figure
        Those of the stretch, in order; changed in place.
    text : str
    start, end : int
        The stretch.
    """
    if len(figures) < 4:
        return
    for rows in _blocks(text, start, end):
        cells = _between(figures, rows[0].start(), rows[-1].end())
        unit = _header_unit(lex, text, max(0, rows[0].start() - TITLE_SPAN), rows[0].start())
        for row in rows:
            _fill(_between(cells, row.start(), row.end()), unit)


def _blocks(text: str, start: int, end: int) -> list[list[re.Match]]:
    """Rows that follow each other, two at least."""
    blocks: list[list[re.Match]] = []
    for row in ROW.finditer(text, start, end):
        last = blocks[-1][-1].end() if blocks else -ROW_GAP - 1
        if row.start() - last <= ROW_GAP and not text[last : row.start()].strip():
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return [rows for rows in blocks if len(rows) > 1]


def _between(figures: list[Figure], start: int, end: int) -> list[Figure]:
    """Figures that start in a part of the text."""
    first = bisect_left(figures, start, key=lambda figure: figure.start)
    last = bisect_left(figures, end, key=lambda figure: figure.start)
    return figures[first:last]


def _header_unit(lex: Lexicon, text: str, start: int, end: int) -> tuple[Decimal, str] | None:
    """The unit nearest above the first row: in brackets, after a comma, or a line of its own."""
    window = text[start:end]
    pieces = [(m.start(), m.group(1)) for pattern in (BRACKET, AFTER_COMMA) for m in pattern.finditer(window)]
    for _, piece in sorted(pieces, reverse=True):
        unit = parse_unit(piece, lex.code) or parse_unit(piece)
        if unit:
            return unit
    return None


def _fill(cells: list[Figure], unit: tuple[Decimal, str] | None) -> None:
    """Give one row's cells the unit; a row of years is a header."""
    if cells and all(_is_year(cell) for cell in cells):
        for cell in cells:
            cell.refused = "year"
        return
    for index, cell in enumerate(cells):
        if index == 0 and _is_year(cell):
            cell.refused = "year"
        elif unit and not cell.unit and not cell.refused and cell.number:
            factor, code = unit
            cell.unit, _, cell.rate = code.partition("/")
            cell.factor = factor
            cell.year = False


def _is_year(cell: Figure) -> bool:
    """Whether a cell is a year that prints no unit of its own."""
    return cell.number is not None and not cell.unit and looks_like_year(cell.number)
