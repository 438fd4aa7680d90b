"""The command that checks everything: the tables, what they are made from and, if asked, the texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from silkfigures.cli.failures import Found
from silkfigures.cli.keep import ROOT, holds, repository, telling, texts_named

if TYPE_CHECKING:
    from silkfigures.checks import Report
    from silkfigures.schemas.findings import Finding

REBUILD = "run `silkfigures build`"


@click.command()
@ROOT
@click.option(
    "--texts",
    type=click.Path(file_okay=False),
    help="Folder of the source texts: hold raw/ against them too. Without it they are left alone, even where "
    "SILKFIGURES_TEXTS names them.",
)
def validate(root: str | None, texts: str | None) -> None:
    """Check the tables, datapackage.json and raw/.

    Types, codes, units, references between tables, each number against its printed words, sizes and hashes;
    all once more with frictionless; whether raw/ is sound and the files are what it gives now; whether every
    change since the versions in raw/released/ is explained and fits the version. With --texts
    also what `verify` and `coverage` prove: each quote and figure stands where raw/places.csv says, every
    number of the texts is accounted for, raw/coverage.csv is what they give.

    Everything found goes to standard output: file, line, what is wrong, the mend; the exit code is then 1.

    \b
    Examples:
      silkfigures validate
      silkfigures validate --texts ../texts
    """
    place = repository(root)
    report = whole(place, texts_named(texts) if texts is not None else None)
    click.echo(str(report))
    if not report.ok:
        raise click.exceptions.Exit(Found.exit_code)


def whole(root: Path, texts: Path | None = None, outsider: bool = True) -> Report:
    """Everything wrong in a repository: its tables, what `raw/` gives, and what the texts say, if given.

    Parameters
    ----------
    root : Path
        The repository.
    texts : Path, optional
        The folder of the source texts.
    outsider : bool
        Whether frictionless runs too (2 seconds).
    """
    from silkfigures.checks import Report, text_findings
    from silkfigures.checks import validate as check
    from silkfigures.publish import history_findings

    report = check(root, outsider)
    found = {*report.findings, *stale_findings(root, report)}
    if not found:
        found.update(history_findings(root))
    if texts is not None:
        found.update(text_findings(root, texts))
    return Report(tuple(sorted(found)), report.rows)


def stale_findings(root: Path, report: Report) -> Iterator[Finding]:
    """What is wrong in `raw/`, and files that it would give another content.

    What tells of the tables is judged only where the tables themselves are what `raw/` gives; `report` says
    what was found in them, which is not said again.
    """
    from silkfigures.build import missing_claims, stale
    from silkfigures.checks import as_findings
    from silkfigures.readings import ReadingErrors
    from silkfigures.schemas.findings import Finding

    old = []
    try:
        old = [path.relative_to(root).as_posix() for path in stale(root)]
        yield from as_findings(missing_claims(root))
    except ReadingErrors as errors:
        yield from as_findings(errors)
    known = {str(finding) for finding in report.findings}
    told = {} if old else telling(root)  # what tells of old tables is old too
    for name, tell in told.items():
        try:
            old += [] if holds(root / name, tell(root)) else [name]
        except ValueError as error:
            if str(error) not in known:
                yield Finding(name, 0, "", str(error), REBUILD)
    for name in old:
        yield Finding(name, 0, "", "not what raw/ gives now", REBUILD)
