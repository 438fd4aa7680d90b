"""The command that accounts for every number of every text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from silkfigures.cli.failures import Found, WrongUse
from silkfigures.cli.formats import WRITERS, Row, number
from silkfigures.cli.keep import DOCUMENT, ROOT, TEXTS, listed, repository, texts_named

if TYPE_CHECKING:
    from silkfigures.readings.coverage import Coverage
    from silkfigures.readings.coverage import Found as Number

COUNTS = ("work", "reason", "numbers")
PLACES = ("document", "work", "line", "start", "number", "context")


@click.command()
@click.option("--work", help="Only this publication.")
@click.option("--unexplained", is_flag=True, help="The unexplained numbers in place of the counts.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    help="Form of the counts.",
)
@click.option("--write", is_flag=True, help="Write the counts of all publications to raw/coverage.csv.")
@DOCUMENT
@ROOT
@TEXTS
def coverage(
    work: str | None,
    unexplained: bool,
    form: str,
    write: bool,
    document: str | None,
    root: str | None,
    texts: str | None,
) -> None:
    """Account for every number of every text.

    Each run of digits and each number word stands in a claim, is left out by the reading, or is proved to be
    no figure (a year, a citation mark, a page number). The counts by publication and reason go to standard
    output; numbers that nothing accounts for are listed on standard error. Exit code 1 if there are any.

    \b
    Example:
      silkfigures coverage --texts ../texts --work dong2025
    """
    from silkfigures.readings import ReadingErrors
    from silkfigures.readings.coverage import coverage as check
    from silkfigures.readings.coverage import write_coverage

    place = repository(root)
    try:
        found = check(place, texts_named(texts), document=document)
        if write:
            write_coverage(place, found, document)
    except ReadingErrors as errors:
        raise Found(listed(errors)) from errors
    if write:
        click.echo("raw/coverage.csv written.", err=True)
    if work:
        found = _of_work(found, work)
    _print(found, unexplained, form)
    missing = len(found.unexplained)
    click.echo(f"{number(len(found.numbers), 'number')}, {missing} unexplained.", err=True)
    if missing:
        raise click.exceptions.Exit(Found.exit_code)


def _of_work(found: Coverage, work: str) -> Coverage:
    """The numbers of one work."""
    from silkfigures.readings.coverage import Coverage
    from silkfigures.readings.errors import nearest

    known = list(dict.fromkeys(one.work for one in found.numbers if one.work))
    if work not in known:
        raise WrongUse(f"No publication {work!r} with numbers: {nearest(work, known)}")
    return Coverage(tuple(one for one in found.numbers if one.work == work))


def _print(found: Coverage, unexplained: bool, form: str) -> None:
    """Print the counts, or the unexplained numbers; beside the counts these are listed as messages."""
    places = [_place(one) for one in found.unexplained]
    if unexplained:
        click.echo(_table(places, PLACES, form), nl=False)
        return
    rows = [{"work": work, "reason": why, "numbers": n} for (work, why), n in found.counts().items()]
    click.echo(_table(rows, COUNTS, form), nl=False)
    for one in places:
        where = f"{one['document']}:{one['line']}: {one['work'] or 'between the works'}, at {one['start']}"
        click.echo(f"{where}: {one['context']}", err=True)


def _place(one: Number) -> Row:
    from silkfigures.schemas.lexical import runs_as_formula

    context = " ".join(f"{one.before}[{one.text}]{one.after}".split())
    if runs_as_formula(context):  # it begins in the middle of a sentence anyway
        context = f"… {context}"
    cells = (one.document, one.work, one.line, one.start, one.text, context)
    return dict(zip(PLACES, cells, strict=True))


def _table(rows: Sequence[Row], names: tuple[str, ...], form: str) -> str:
    from silkfigures.cli.terminal import draw

    if form != "table":
        return WRITERS[form](rows, names)
    return draw(rows, names) if rows else ""
