"""The coverage check: every number of every text is in a claim, or left out with a reason.

A number is accounted for by the span of a claim's printed figure (or of the unit quoted for it), by an entry
under `left_out` of the reading of its work, or by a rule of :mod:`~silkfigures.readings.provable`. What is
accounted for by none of the three is unexplained.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from silkfigures.files.whole import replace_file
from silkfigures.quantities.tidy import Tidy, tidy
from silkfigures.readings.csvfile import csv_text, read_csv
from silkfigures.readings.errors import Errors, nearest
from silkfigures.readings.locate import Text
from silkfigures.readings.numbers_in_text import Number, numbers_in
from silkfigures.readings.places import READINGS, Place, locate
from silkfigures.readings.printed import named_spans
from silkfigures.readings.provable import proofs, rules
from silkfigures.readings.reading import load_readings
from silkfigures.readings.records import REASONS, LeftOut, Reading
from silkfigures.readings.sources import Work, known_document, load_documents, load_text, load_works

COVERAGE = "raw/coverage.csv"
COLUMNS = ["work", "reason", "numbers"]
CLAIM, UNEXPLAINED = "claim", "unexplained"
AROUND = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A number of a text and what accounts for it.

    `start` and `end` are code points from 0, half open; `line` counts from 1; `work` is empty between works.
    `reason` is `claim`, a reason of the reading or of a rule, or `unexplained`; `proved` the reason that a
    rule has for it, whatever else accounts for it (empty when none has).
    """

    document: str
    work: str
    line: int
    start: int
    end: int
    text: str
    reason: str
    proved: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """All numbers of all texts, in the order of the texts."""

    numbers: tuple[Found, ...]

    @property
    def unexplained(self) -> list[Found]:
        """The numbers that nothing accounts for."""
        return [found for found in self.numbers if found.reason == UNEXPLAINED]

    @property
    def contested(self) -> list[Found]:
        """Numbers in claims that a rule would have left out: one of the two goes too far."""
        return [found for found in self.numbers if found.reason == CLAIM and found.proved]

    def counts(self) -> dict[tuple[str, str], int]:
        """Numbers by work and reason, in the order of the texts and then by reason."""
        counted = Counter((found.work, found.reason) for found in self.numbers)
        order = {work: at for at, work in enumerate(dict.fromkeys(found.work for found in self.numbers))}
        return dict(sorted(counted.items(), key=lambda item: (order[item[0][0]], item[0][1])))


def coverage(
    root: Path, texts: Path, places: list[Place] | None = None, document: str | None = None
) -> Coverage:
    """Account for every number of every document.

    `places` are those of all claims, where they have just been found; `document` is the only text to look
    at, by its name. Raises ReadingErrors when a quote does not stand in its text: then nothing can be said.
    """
    errors = Errors()
    documents, works = load_documents(root, errors), load_works(root, errors)
    readings = load_readings(root / READINGS, errors)
    errors.check()
    chosen = documents if document is None else {document: known_document(document, documents)}
    places = locate(root, texts, document=document) if places is None else places
    found: list[Found] = []
    for name, recorded in chosen.items():
        here = [work for work in works.values() if work.document == name]
        text = load_text(texts, recorded)
        accounts = _accounts(text, here, readings, [place for place in places if place.document == name])
        found += _document(name, text, here, accounts)
    return Coverage(tuple(found))


Accounts = dict[tuple[str, int], str]  # (work, code point) -> reason


def _accounts(text: Text, works: list[Work], readings: list[Reading], places: list[Place]) -> Accounts:
    """What readings say of each code point of a text; a claim counts before an entry of what is left out."""
    keys = {work.key for work in works}
    accounts: Accounts = {}
    for place in places:
        _mark(accounts, place.claim_id.rpartition("-")[0], place.start, place.end, CLAIM)
    for reading in [reading for reading in readings if reading.work in keys]:
        for _, claim in reading.claims:
            if claim.unit:
                span = text.find(claim.unit.quote, claim.unit.line)
                _mark(accounts, reading.work, span.start, span.end, CLAIM)
        for item in reading.left_out:
            for start, end in _left_out(text, item):
                _mark(accounts, reading.work, start, end, item.reason)
    return accounts


def _mark(accounts: Accounts, work: str, start: int, end: int, reason: str) -> None:
    for at in range(start, end):
        accounts.setdefault((work, at), reason)


def _left_out(text: Text, item: LeftOut) -> Iterable[tuple[int, int]]:
    """The places that an entry of what is left out names."""
    span = text.find(item.quote, item.line)
    if item.take is None:
        return [(span.start, span.end)]
    inside = [text.inside(span, item.quote, *part) for part in named_spans(item.quote, item.take, item.nth)]
    return [(part.start, part.end) for part in inside]


def _document(name: str, text: Text, works: list[Work], accounts: Accounts) -> Iterable[Found]:
    clean = tidy(text.text)
    numbers = numbers_in(clean)
    places = [clean.place(number.start, number.end) for number in numbers]
    lines = [text.line(start) for start, _ in places]
    owners = [_owner(works, line) for line in lines]
    for number, (start, end), line, work, proved in zip(
        numbers, places, lines, owners, proofs(clean, numbers, owners), strict=True
    ):
        reason = (_said(clean, number, work, accounts) or proved if work else "") or UNEXPLAINED
        before = text.text[max(0, start - AROUND) : start]
        after = text.text[end : end + AROUND]
        yield Found(name, work, line, start, end, text.text[start:end], reason, proved, before, after)


def _owner(works: list[Work], line: int) -> str:
    """The work in whose lines a line stands; empty when there is none."""
    return next((work.key for work in works if work.first <= line <= work.last), "")


def _said(clean: Tidy, number: Number, work: str, accounts: Accounts) -> str:
    """What the reading of the work says of a number: the reason, if it holds for each of its digits."""
    said = {accounts.get((work, clean.place(at, at + 1)[0]), "") for at in number.digits}
    return "" if "" in said else CLAIM if CLAIM in said else min(said)


def reasons() -> tuple[str, ...]:
    """All that may account for a number, and `unexplained`.

    >>> [name for name in reasons() if name in ("claim", "vague", "doi", "unexplained")]
    ['claim', 'vague', 'doi', 'unexplained']
    """
    return tuple(dict.fromkeys((CLAIM, *REASONS, *(rule.reason for rule in rules()), UNEXPLAINED)))


def coverage_rows(found: Coverage) -> list[dict[str, str]]:
    """Rows of the table `coverage`: how many numbers of each work have which reason."""
    return [
        {"work": work, "reason": reason, "numbers": str(count)}
        for (work, reason), count in found.counts().items()
    ]


def write_coverage(root: Path, found: Coverage, document: str | None = None) -> None:
    """Write the lock file, from which the build makes the table without the texts.

    With a `document` named, of which `found` tells, what the file says of the others stays.
    """
    rows = coverage_rows(found)
    if document is not None and (root / COVERAGE).exists():
        rows = _with_others(root, document, rows)
    replace_file(root / COVERAGE, csv_text(COLUMNS, rows))


def _with_others(root: Path, document: str, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows of one document among those that the lock file has of the others, in their order."""
    errors = Errors()
    works, order = load_works(root, errors), list(load_documents(root, errors))
    home = {key: work.document for key, work in works.items()}
    kept = [row for row in read_coverage(root, errors) if home.get(row["work"], document) != document]
    errors.check()
    place = {name: at for at, name in enumerate(order)}
    return sorted([*kept, *rows], key=lambda row: place.get(home.get(row["work"], document), len(order)))


def read_coverage(root: Path, errors: Errors) -> list[dict[str, str]]:
    """Rows of the lock file, strictly read; slips go to `errors`."""
    mend = "run `silkfigures coverage --texts DIR --write`"
    rows: list[dict[str, str]] = []
    if not (root / COVERAGE).exists():
        errors.add(COVERAGE, None, "the file is missing", mend)
        return rows
    seen = set()
    with errors.at(COVERAGE):
        for row in read_csv(root / COVERAGE, COVERAGE, COLUMNS):
            key = (row["work"], row["reason"])
            if not re.fullmatch("[1-9][0-9]{0,9}", row["numbers"]):
                errors.add(COVERAGE, row.line, f"`numbers` is `{row['numbers']}`, no whole number", mend)
            elif row["reason"] not in reasons():
                errors.add(
                    COVERAGE,
                    row.line,
                    f"no such reason: `{row['reason']}`",
                    nearest(row["reason"], reasons()),
                )
            elif key in seen:
                errors.add(COVERAGE, row.line, f"{' '.join(key)} again", mend)
            else:
                seen.add(key)
                rows.append(dict(row.cells))
    return rows
