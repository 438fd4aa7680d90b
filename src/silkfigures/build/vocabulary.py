"""Closed vocabularies: what a cell may hold, and what to say when it holds something else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from silkfigures.readings import Slip
from silkfigures.readings.errors import nearest
from silkfigures.schemas import LANGUAGES, Field
from silkfigures.schemas.lexical import runs_as_formula

Cells = dict[str, str]
MOST_CHARACTERS = 10_000  # of a cell


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The codes of one list in order, other names of them, and the file in which they stand."""

    where: str
    codes: tuple[str, ...]
    names: dict[str, str]

    @classmethod
    def of(cls, where: str, column: str, rows: Iterable[Cells]) -> Vocabulary:
        """The vocabulary that `column` of some rows holds; labels and variants are its other names."""
        rows = list(rows)
        names = {name: cells[column] for cells in rows for name in _names(cells)}
        return cls(where, tuple(cells[column] for cells in rows), names)

    def check(self, what: str, text: str) -> None:
        """Raise Slip when `text` is no code of the list; `what` says what it should have been.

        >>> rows = [{"c": "KAZ", "label_en": "Kazakhstan"}]
        >>> Vocabulary.of("places.csv", "c", rows).check("reporter", "Kazakhstan")
        Traceback (most recent call last):
        ...
        silkfigures.readings.errors.Slip: `reporter`: no such code `Kazakhstan` in places.csv
        """
        if text not in self.codes:
            message = f"`{what}`: no such code `{text}` in {self.where}"
            raise Slip(message, nearest(text, self.codes, self.names))


def check_form(field: Field, text: str) -> None:
    """Raise Slip when a cell lacks a value its field requires, or has not the form of its field."""
    if not text and field.required:
        raise Slip(f"`{field.name}` is missing", f"give it: {field.about}")
    if len(text) > MOST_CHARACTERS:
        message = f"`{field.name}` has {len(text)} characters, more than {MOST_CHARACTERS}"
        raise Slip(message, "shorten it: a table is no place for a text")
    if field.type == "string" and runs_as_formula(text):
        message = f"`{field.name}` is `{text}`, which a spreadsheet would run as a formula"
        raise Slip(message, "begin it with a letter or a digit")
    if text and field.pattern and not re.fullmatch(field.pattern, text):
        example = f", such as {field.example}" if field.example else ""
        raise Slip(f"`{field.name}` is `{text}`", f"write it in the form {field.pattern}{example}")


def _names(cells: Cells) -> list[str]:
    labels = [cells.get(f"label_{lang}", "") for lang in LANGUAGES]
    variants = [variant.strip() for variant in cells.get("variants", "").split(";")]
    return [name for name in labels + variants if name]
