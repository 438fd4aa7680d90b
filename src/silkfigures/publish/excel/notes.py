"""The note on a column: its name in three languages, its meaning, its unit and its codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from silkfigures.schemas import LANGUAGES, Field
from silkfigures.schemas.table_schema import CodeRows

if TYPE_CHECKING:
    from openpyxl.comments import Comment

MOST_CODES = 12  # that are listed in a note
WIDTH, LINE, LETTERS = 340, 17, 52  # pixels, pixels, letters a line


def note(field: Field, codes: CodeRows) -> str:
    """The text of the note on a column.

    Parameters
    ----------
    field : Field
        The column.
    codes : mapping
        Name of a code list to its rows in the table `codes`, with the labels.

    Examples
    --------
    >>> from silkfigures.schemas import fields
    >>> print(note(fields()["bytes"], {}))
    en: Bytes
    ru: Размер в байтах
    kk: Байт саны
    <BLANKLINE>
    Size of the file.
    <BLANKLINE>
    Unit: bytes
    """
    names = "\n".join(f"{language}: {field.label[language]}" for language in LANGUAGES)
    unit = [f"Unit: {field.unit}"] if field.unit else []
    return "\n\n".join([names, field.about, *unit, *_codes(field, codes)])


def _codes(field: Field, codes: CodeRows) -> list[str]:
    """The codes of a column with their labels, or where they stand."""
    if field.refers:
        return [f"Codes: see the sheet {field.refers.partition('.')[0]}."]
    rows = codes.get(field.codes, [])
    if len(rows) > MOST_CODES:
        return [f"Codes: see the list {field.codes} on the sheet codes."]
    told = [
        f"{row['code']}: {' / '.join(row[f'label_{language}'] for language in LANGUAGES)}" for row in rows
    ]
    return ["\n".join(["Codes:", *told])] if told else []


def comment(text: str) -> Comment:
    """A note as the workbook keeps it, large enough to be read whole."""
    from openpyxl.comments import Comment

    lines = sum(1 + len(line) // LETTERS for line in text.split("\n"))
    return Comment(text, "silkfigures", height=LINE * (lines + 1), width=WIDTH)
