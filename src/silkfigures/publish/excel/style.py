"""How the sheets look: colours, fonts, widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

DARK, PAPER, SHADE, MARK = "1F4E5F", "FFFFFF", "FFF2CC", "F8CBAD"
WIDEST, BUTTON = 46, 4  # letters; BUTTON is the room of the filter's button in the header
SHORT = 24  # letters of a cell that is never cut
ONE_PAGE = 280  # letters that can still be read across a page


def fill(colour: str) -> PatternFill:
    """A fill of one colour."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=colour)


def bold(colour: str = "000000", size: int = 11) -> Font:
    """A bold font of the workbook's family."""
    from openpyxl.styles import Font

    return Font(name="Calibri", bold=True, size=size, color=colour)


def shade(sheet: Worksheet, line: int, mark: int) -> None:
    """Colour a row, and one cell of it more strongly."""
    for at in range(1, sheet.max_column + 1):
        sheet.cell(line, at).fill = fill(MARK if at == mark else SHADE)


def room(header: str, cells: Sequence[str], whole: bool) -> int:
    """The width of a column, in letters.

    Parameters
    ----------
    header : str
        What stands in the first row, beside the button of the filter.
    cells : sequence of str
        What the other cells show.
    whole : bool
        Whether every cell must fit, as a number must. Short ones always do, such as periods, that would be
        read wrongly where they are cut; of long ones nine in ten, and the rest run on or are cut.

    Examples
    --------
    >>> room("unit", ["USD"] * 10, False), room("unit", ["USD"] * 10 + ["percentage_point"], False)
    (9, 18)
    >>> room("note", ["Short."] * 10 + ["A note that runs over two lines and more."], False)
    9
    """
    lengths = sorted(map(len, cells)) or [0]
    wanted = lengths[-1] if whole or lengths[-1] <= SHORT else lengths[len(lengths) * 9 // 10]
    return min(max(len(header) + BUTTON, wanted + 1 + whole) + 1, WIDEST)


def dress(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Header, filter, frozen panes and widths; the first row of the sheet is the header."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    for at, width in enumerate(widths, 1):
        head = sheet.cell(1, at)
        head.font, head.fill, head.alignment = bold(PAPER), fill(DARK), Alignment(vertical="center")
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.row_dimensions[1].height = 22
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{max(sheet.max_row, 2)}"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    lay_out(sheet, sum(widths))


def lay_out(sheet: Worksheet, width: int) -> None:
    """How the sheet is printed: A4 on its side, on as few pages across as can still be read."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1 + width // ONE_PAGE, 0
