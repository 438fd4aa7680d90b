"""Where claims stand in the source texts: in document and work, in the order of the text, each said once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from silkfigures.schemas.csvfile import CsvFile, Files, keyed, numbered
from silkfigures.schemas.findings import Finding, shown
from silkfigures.schemas.lexical import is_written
from silkfigures.schemas.quotes import MAX_WORDS
from silkfigures.schemas.rules import BUILD, LOCATE

SLACK = 20  # characters of white space that a table may have between two cells
WORKS = "correct the lines in raw/works.json"
TOLD = ("attributed_to", "fact", "part_of", "flag", "corrected_value", "corrected_unit", "note")


def place_findings(files: Files) -> list[Finding]:
    """Everything wrong with places in the texts, as far as it shows without the texts.

    Parameters
    ----------
    files : mapping of str to CsvFile
        The tables that have the declared columns, by name; what needs a table that is not there is left out.
    """
    findings = list(_work_lines(files))
    if "figures" in files:
        findings += [*_places(files), *_order(files["figures"]), *_twice(files["figures"])]
        findings += _distances(files["figures"])
    return findings


def _places(files: Files) -> Iterator[Finding]:
    """Claims whose line, offsets or document lie outside their publication."""
    works, documents = keyed(files, "works", "work"), keyed(files, "documents", "document")
    for line, row in numbered(files["figures"]):
        work, document = works.get(row["work"]), documents.get(row["document"])
        if work and work["document"] != row["document"]:
            message = f"{shown(row['document'])}, and {row['work']} stands in {shown(work['document'])}"
            yield Finding(files["figures"].name, line, "document", message, BUILD)
        elif work and not _within(row["line"], work["line_start"], work["line_end"]):
            span = f"lines {work['line_start']} to {work['line_end']}"
            message = f"{row['line']} lies outside {row['work']}, {span}"
            yield Finding(files["figures"].name, line, "line", message, "correct the line in the reading")
        if document and not _within(row["end"], "0", document["characters"]):
            message = f"{row['end']} lies beyond the text, which has {document['characters']} characters"
            yield Finding(files["figures"].name, line, "end", message, LOCATE)


def _order(figures: CsvFile) -> Iterator[Finding]:
    """Claims that stand after another by their line and before it by their offset.

    Quotes may overlap, so only lines further apart than a quote can reach are compared.
    """
    whole = ("line", "start")
    rows = [pair for pair in numbered(figures) if all(is_written("integer", pair[1][name]) for name in whole)]
    for document in dict.fromkeys(row["document"] for _, row in rows):
        places = sorted(
            (int(row["line"]), int(row["start"]), line, row["claim_id"])
            for line, row in rows
            if row["document"] == document
        )
        above, furthest = 0, (-1, "")
        for at, start, line, _claim in places:
            while places[above][0] < at - MAX_WORDS:
                furthest = max(furthest, (places[above][1], places[above][3]))
                above += 1
            if start < furthest[0]:
                message = f"{start} lies before {furthest[1]} ({furthest[0]}), and line {at} after it"
                yield Finding(figures.name, line, "start", message, LOCATE)


def _distances(figures: CsvFile) -> Iterator[Finding]:
    """Figures of one quote that stand nearer to each other than in the quote, or much further apart.

    A text may have more white space and hyphens than the quote, never less.
    """
    quotes: dict[tuple[str, ...], list[tuple[int, int, dict[str, str]]]] = {}
    for line, row in numbered(figures):
        if row["start"].isdecimal():
            here = quotes.setdefault((row["document"], row["line"], row["quote"]), [])
            here.append((int(row["start"]), line, row))
    for found in quotes.values():
        found.sort(key=lambda one: one[:2])
        for (before, _, first), (start, line, row) in pairwise(found):
            gaps = {b - a for a in _at(first) for b in _at(row)}
            if start != before and not any(
                gap <= start - before <= 2 * gap + SLACK for gap in gaps if gap > 0
            ):
                message = (
                    f"{start} is {start - before} after {first['claim_id']}, which the quote does not allow"
                )
                yield Finding(figures.name, line, "start", message, LOCATE)


def _at(row: Mapping[str, str]) -> list[int]:
    """Where the printed figure of a row stands in its quote."""
    return [found.start() for found in re.finditer(re.escape(row["printed"]), row["quote"])]


def _twice(figures: CsvFile) -> Iterator[Finding]:
    """Claims that take the same words of a text and mean the same by them as one before."""
    says = [name for name in figures.header if name not in ("claim_id", *TOLD)]
    first: dict[tuple[str, ...], str] = {}
    for line, row in numbered(figures):
        before = first.setdefault(tuple(row[name] for name in says), row["claim_id"])
        if row["start"] and before != row["claim_id"]:
            message = f"{shown(row['claim_id'])} says the same of the same words as {shown(before)}"
            yield Finding(figures.name, line, "claim_id", message, "take one of the two out of the reading")


def _within(given: str, low: str, high: str) -> bool:
    """Whether a whole number lies between two; text that is no number is another check's business."""
    if not all(is_written("integer", text) for text in (given, low, high)):
        return True
    return int(low) <= int(given) <= int(high)


def _work_lines(files: Files) -> Iterator[Finding]:
    """Publications that end beyond their document."""
    documents = keyed(files, "documents", "document")
    for line, row in numbered(files["works"]) if "works" in files else ():
        document = documents.get(row["document"])
        if document and not _within(row["line_end"], "1", document["lines"]):
            message = f"{row['line_end']} lies beyond the document, which has {document['lines']} lines"
            yield Finding(files["works"].name, line, "line_end", message, WORKS)
