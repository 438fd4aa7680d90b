"""Commands that keep the data: locate, verify, build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from silkfigures.cli.failures import Found, WrongUse
from silkfigures.cli.formats import number

if TYPE_CHECKING:
    from silkfigures.readings import ReadingErrors

MARKS = ("raw/readings", "raw/codelists")
DESCRIPTION = "datapackage.json"
CITATION = "CITATION.cff"
CHANGELOG = "CHANGELOG.md"
HISTORY = "history.csv"
REPORT = "validation/report.md"
FACTS = "validation/report.json"
ROOT = click.option(
    "--root",
    type=click.Path(file_okay=False),
    help="The repository; if none is named, the one around the current folder.",
)
TEXTS = click.option(
    "--texts",
    type=click.Path(file_okay=False),
    help="Folder of the source texts; SILKFIGURES_TEXTS names it too.",
)

DOCUMENT = click.option(
    "--document",
    metavar="NAME",
    help="Only this text, by its name in raw/documents.yaml; the other texts need not be at hand.",
)


def repository(given: str | None) -> Path:
    """The root of the repository named, or of the one around the current folder."""
    start = Path(given or ".").resolve()
    places = [start] if given else [start, *start.parents]
    for place in places:
        if all((place / mark).is_dir() for mark in MARKS):
            return place
    where = given if given else f"{start} and the folders above it"
    raise WrongUse(
        f"No silkfigures repository in {where}: there is no {' or '.join(MARKS)}. "
        "Go into a checkout, or name one with --root."
    )


@click.command()
@DOCUMENT
@ROOT
@TEXTS
def locate(document: str | None, root: str | None, texts: str | None) -> None:
    """Find the quotes in the texts and write raw/places.csv.

    When a quote does not stand in its text, or stands there twice, all such quotes are listed and nothing is
    written.

    \b
    Examples:
      silkfigures locate --texts ../texts
      silkfigures locate --texts ../texts --document herald.txt
    """
    from silkfigures.readings import ReadingErrors, write_places

    try:
        places = write_places(repository(root), texts_named(texts), document)
    except ReadingErrors as errors:
        raise Found(listed(errors)) from errors
    click.echo(f"{number(len(places), 'figure')} found in their texts; raw/places.csv written.", err=True)


@click.command()
@DOCUMENT
@ROOT
@TEXTS
def verify(document: str | None, root: str | None, texts: str | None) -> None:
    """Prove that every quote stands in its text.

    Every printed figure must stand where raw/places.csv says, in a text with the recorded SHA-256.

    \b
    Example:
      silkfigures verify --texts ../texts
    """
    from silkfigures.readings import ReadingErrors
    from silkfigures.readings import verify as prove

    try:
        places = prove(repository(root), texts_named(texts), document)
    except ReadingErrors as errors:
        raise Found(listed(errors)) from errors
    click.echo(f"{number(len(places), 'figure')} found where raw/places.csv says.", err=True)


@click.command()
@ROOT
def build(root: str | None) -> None:
    """Build the tables and what describes them from raw/.

    When anything in raw/ is wrong, all of it is listed with file, line and mend, and nothing is written.

    \b
    Example:
      silkfigures build
    """
    from silkfigures.build import build as make
    from silkfigures.cli.look import table_list
    from silkfigures.readings import ReadingErrors
    from silkfigures.schemas import tables

    place = repository(root)
    try:
        result = make(place, lambda built: _told(place, built))
    except ReadingErrors as errors:
        raise Found(listed(errors)) from errors
    overview = [{"name": n, "rows": result.rows[n], "one row is": t.row} for n, t in tables().items()]
    click.echo(table_list(overview), nl=False)
    click.echo(f"{number(len(result.changed), 'file')} changed in {place}.", err=True)


def _told(root: Path, built: Path) -> dict[str, str]:
    """The text of every file that tells of the tables, which are not in place yet."""
    try:
        return {name: tell(root, built) for name, tell in telling(root).items()}
    except ValueError as error:
        raise Found(str(error)) from error


def telling(root: Path) -> dict[str, Callable[..., str]]:
    """The files that tell of the tables, by name, and what gives the text of each.

    Each function takes the repository and, where the tables are not in place yet, the folder that has them.
    It raises ValueError, naming the file, where it cannot tell. Where there is no CHANGELOG.md, nothing is
    told of earlier versions.
    """
    from silkfigures.publish import changelog, citation, descriptor, history, review, review_json

    told = {DESCRIPTION: descriptor, CITATION: citation, REPORT: review, FACTS: review_json}
    past = {HISTORY: history, CHANGELOG: changelog}
    return told | past if (root / CHANGELOG).is_file() else told


def holds(path: Path, text: str) -> bool:
    """Whether a file is there and holds just this text."""
    from silkfigures.files.whole import bytes_there

    return bytes_there(path) == text.encode("utf-8")


def texts_named(given: str | None) -> Path:
    """The folder of the source texts, as given or as the environment names it."""
    from silkfigures.readings import texts_folder

    try:
        return texts_folder(given)
    except FileNotFoundError as error:
        raise WrongUse(str(error)) from error


def listed(errors: ReadingErrors) -> str:
    """All slips of a run, one a line, and their number."""
    return f"{number(len(errors.errors), 'slip')}\n{errors}"
