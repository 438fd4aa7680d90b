"""`raw/places.csv`, the lock file of places: where in which text each printed figure stands.

It is written with the texts at hand, and lets everything else run without them.
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from pathlib import Path

from silkfigures.files.whole import replace_file
from silkfigures.readings.csvfile import csv_text, read_csv
from silkfigures.readings.errors import Errors
from silkfigures.readings.locate import Text
from silkfigures.readings.plainform import plain
from silkfigures.readings.printed import named_spans, printed_figure
from silkfigures.readings.reading import load_readings
from silkfigures.readings.records import Claim, Figure, LeftOut, Reading
from silkfigures.readings.sources import (
    DOCUMENTS,
    Document,
    Work,
    known_document,
    load_documents,
    load_text,
    load_works,
)

PLACES = "raw/places.csv"
READINGS = "raw/readings"
LOCATE = "run `silkfigures locate --texts DIR`"
_COLUMNS = ["claim_id", "document", "line", "start", "end", "sha256"]
_NUMBERS = ("line", "start", "end")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the printed figure of a claim stands in the text with that hash.

    `line` (from 1) is where the quote begins; `start` and `end` are code points from 0, half open.
    """

    claim_id: str
    document: str
    line: int
    start: int
    end: int
    sha256: str


def read_places(root: Path, errors: Errors) -> dict[str, Place]:
    """The lock file by claim; slips go to `errors`."""
    places: dict[str, Place] = {}
    with errors.at(PLACES):
        if not (root / PLACES).exists():
            errors.add(PLACES, None, "the file is missing", LOCATE)
            return places
        for row in read_csv(root / PLACES, PLACES, _COLUMNS):
            cells = row.cells
            if not all(re.fullmatch("[0-9]{1,10}", cells[name]) for name in _NUMBERS):
                errors.add(PLACES, row.line, "line, start and end are no whole numbers", LOCATE)
            elif cells["claim_id"] in places:
                errors.add(PLACES, row.line, f"the claim {cells['claim_id']} again", LOCATE)
            else:
                numbers = {name: int(cells[name]) for name in _NUMBERS}
                places[cells["claim_id"]] = Place(**(cells | numbers))
    return places


def locate(root: Path, texts: Path, readings: Path | None = None, document: str | None = None) -> list[Place]:
    """Find every claim's printed figure in the texts; sorted by work, then number.

    Also finds every quoted unit and every quote left out. `readings` is the folder of the readings, that of
    the repository if none is named; `document` the only text to look at, by its name. Raises ReadingErrors
    with all that is not there.
    """
    errors = Errors()
    places = _Finder(root, texts, errors, readings).places(document)
    errors.check()
    return places


def write_places(root: Path, texts: Path, document: str | None = None) -> list[Place]:
    """Locate all claims and write the lock file; it stays as it was when anything is wrong.

    With a `document` named, only the claims of that text are located, and what the file says of the others
    stays. Returns the places located.
    """
    places = locate(root, texts, document=document)
    kept = _of_others(root, document) if document else []
    rows = [
        dict(zip(_COLUMNS, map(str, astuple(place)), strict=True))
        for place in sorted([*kept, *places], key=lambda place: claim_order(place.claim_id))
    ]
    replace_file(root / PLACES, csv_text(_COLUMNS, rows))
    return places


def _of_others(root: Path, document: str) -> list[Place]:
    """What the lock file says of the texts other than one; nothing where there is no file yet."""
    if not (root / PLACES).exists():
        return []
    errors = Errors()
    written = read_places(root, errors)
    errors.check()
    return [place for place in written.values() if place.document != document]


def verify(root: Path, texts: Path, document: str | None = None) -> list[Place]:
    """Prove that every quote stands in its text and every printed figure where the lock file says.

    `document` is the only text to look at, by its name. Returns the places proved. Raises ReadingErrors with
    all that does not hold.
    """
    errors = Errors()
    written = {
        name: place for name, place in read_places(root, errors).items() if document in (None, place.document)
    }
    found = {place.claim_id: place for place in _Finder(root, texts, errors).places(document)}
    errors.check()
    for claim_id in sorted(found.keys() | written.keys()):
        if claim_id not in written:
            errors.add(PLACES, None, f"the claim {claim_id} has no place", LOCATE)
        elif claim_id not in found:
            errors.add(PLACES, None, f"the claim {claim_id} is in no reading", LOCATE)
        elif written[claim_id] != found[claim_id]:
            stands, says = (_said(places[claim_id]) for places in (found, written))
            errors.add(PLACES, None, f"{claim_id} stands at {stands}, the file says {says}", LOCATE)
    errors.check()
    return list(found.values())


def _said(place: Place) -> str:
    return f"{place.start}-{place.end} (quote in line {place.line}) of {place.document} {place.sha256[:8]}…"


class _Finder:
    """Finds the quotes of all readings in the texts."""

    def __init__(self, root: Path, texts: Path, errors: Errors, readings: Path | None = None) -> None:
        self._errors, self._folder = errors, texts
        self._documents = load_documents(root, errors)
        self._works = load_works(root, errors)
        self._readings = load_readings(readings or root / READINGS, errors)
        self._texts: dict[str, Text | None] = {}

    def places(self, document: str | None = None) -> list[Place]:
        """Those of the readings of one document, or of all."""
        if document is not None:
            with self._errors.at(DOCUMENTS):
                known_document(document, self._documents)
        chosen = [reading for reading in self._readings if document in (None, reading.document)]
        found = [place for reading in chosen for place in self._reading(reading)]
        return sorted(found, key=lambda place: claim_order(place.claim_id))

    def _text(self, document: Document) -> Text | None:
        if document.name not in self._texts:
            self._texts[document.name] = None
            with self._errors.at(document.name):
                self._texts[document.name] = load_text(self._folder, document)
        return self._texts[document.name]

    def _reading(self, reading: Reading) -> list[Place]:
        document, work = self._documents.get(reading.document), self._works.get(reading.work)
        if document is None or work is None:
            what = f"document {reading.document}" if document is None else f"work {reading.work}"
            self._errors.add(reading.path, 1, f"no such {what}", "add it to raw/, or mend the name")
            return []
        text = self._text(document)
        if text is None:
            return []
        for item in reading.left_out:
            self._left_out(reading, item, text)
        return [p for figure in reading.figures for p in self._figure(reading, figure, text, document, work)]

    def _figure(
        self, reading: Reading, figure: Figure, text: Text, document: Document, work: Work
    ) -> list[Place]:
        places = []
        with self._errors.at(reading.path, figure.source_line):
            span = text.find(figure.quote, figure.line)
            for claim in figure.claims:
                with self._errors.at(reading.path, claim.line_of("take")):
                    printed = printed_figure(figure.quote, claim, work.language)
                    found = text.inside(span, figure.quote, printed.start, printed.end)
                    self._same(reading, claim, text.text[found.start : found.end], printed.text)
                    place = (document.name, span.line, found.start, found.end, document.sha256)
                    places.append(Place(reading.claim_id(claim.id), *place))
                if claim.unit:
                    with self._errors.at(reading.path, claim.unit.source_line):
                        text.find(claim.unit.quote, claim.unit.line)
        return places

    def _same(self, reading: Reading, claim: Claim, stands: str, printed: str) -> None:
        if plain(stands) != plain(printed):
            message = f'the text prints "{stands}" where the quote prints "{printed}"'
            self._errors.add(reading.path, claim.source_line, message, "copy the quote from the text")

    def _left_out(self, reading: Reading, item: LeftOut, text: Text) -> None:
        with self._errors.at(reading.path, item.source_line):
            text.find(item.quote, item.line)
            named_spans(item.quote, item.take, item.nth)


def claim_order(claim_id: str) -> tuple[str, int]:
    """Key by which claims are sorted: the work, then the number.

    >>> sorted(["b-002", "a-1000", "a-999"], key=claim_order)
    ['a-999', 'a-1000', 'b-002']
    """
    work, _, number = claim_id.rpartition("-")
    return work, int(number) if number.isdigit() else -1
