"""What the source texts say of a repository: quotes stand where they should, no number is left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from silkfigures.checks.named import named_findings
from silkfigures.readings import Errors, Place, ReadingErrors, verify
from silkfigures.readings.coverage import COVERAGE, coverage, read_coverage
from silkfigures.schemas.findings import Finding, shown

WRITE = "run `silkfigures coverage --texts DIR --write` and build again"
EXPLAIN = "claim it in a reading, or leave it out with a reason"


def text_findings(root: Path, texts: Path) -> list[Finding]:
    """Everything in a repository that does not agree with the source texts.

    Parameters
    ----------
    root : Path
        The repository: its `raw/` is read, its tables are not.
    texts : Path
        The folder of the source texts.

    Returns
    -------
    list of Finding
        Quotes that do not stand in their text and figures that do not stand where `raw/places.csv` says. If
        there are none of these, also years and parties of claims that their publication does not name,
        numbers that nothing accounts for, and lines of `raw/coverage.csv` that the texts do not give.
    """
    try:
        places = verify(root, texts)
        return [*named_findings(root, texts), *_uncovered(root, texts, places)]
    except ReadingErrors as errors:
        return as_findings(errors)


def as_findings(errors: ReadingErrors) -> list[Finding]:
    """The slips of a run over `raw/` as findings."""
    return [Finding(slip.path, slip.line or 0, "", slip.message, slip.mend) for slip in errors.errors]


def _uncovered(root: Path, texts: Path, places: list[Place]) -> Iterator[Finding]:
    """Numbers of the texts that nothing accounts for, and counts that are not theirs."""
    found = coverage(root, texts, places)
    for number in found.unexplained:
        where = f"in {number.work}" if number.work else "between the works"
        message = f"nothing accounts for {shown(number.text)} at {number.start}, {where}"
        yield Finding(number.document, number.line, "", message, EXPLAIN)
    errors = Errors()
    written = {(row["work"], row["reason"]): int(row["numbers"]) for row in read_coverage(root, errors)}
    errors.check()
    counted = found.counts()
    for key in dict.fromkeys([*written, *counted]):
        if written.get(key, 0) != counted.get(key, 0):
            counts = f"{written.get(key, 0)} numbers, and the texts give {counted.get(key, 0)}"
            yield Finding(COVERAGE, 0, "numbers", f"{' '.join(key)}: {counts}", WRITE)
