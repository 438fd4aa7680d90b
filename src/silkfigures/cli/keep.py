"""Commands that keep the data: locate, verify, build, validate."""

from __future__ import annotations

from collections.abc import Iterator
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
REPORT = "validation/report.md"
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
@ROOT
@TEXTS
def locate(root: str | None, texts: str | None) -> None:
    """Find the quotes in the texts and write raw/places.csv.

    When a quote does not stand in its text, or stands there twice, all such quotes are listed and nothing is
    written.

    \b
    Example:
      silkfigures locate --texts ../texts
    """
    from silkfigures.readings import ReadingErrors, write_places

    try:
        places = write_places(repository(root), texts_named(texts))
    except ReadingErrors as errors:
        raise Found(listed(errors)) from errors
    click.echo(f"{number(len(places), 'figure')} found in their texts; raw/places.csv written.", err=True)


@click.command()
@ROOT
@TEXTS
def verify(root: str | None, texts: str | None) -> None:
    """Prove that every quote stands in its text.

    Every printed figure must stand where raw/places.csv says, in a text with the recorded SHA-256.

    \b
    Example:
      silkfigures verify --texts ../texts
    """
    from silkfigures.readings import ReadingErrors
    from silkfigures.readings import verify as prove

    try:
        places = prove(repository(root), texts_named(texts))
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
        result = make(place)
        changed = [*result.changed, *_describe(place)]
    except ReadingErrors as errors:
        raise Found(listed(errors)) from errors
    overview = [{"name": n, "rows": result.rows[n], "one row is": t.row} for n, t in tables().items()]
    click.echo(table_list(overview), nl=False)
    click.echo(f"{number(len(changed), 'file')} changed in {place}.", err=True)


def _describe(root: Path) -> list[Path]:
    """Write what is told of the tables that stand there; the files that changed."""
    from silkfigures.readings.places import replace_file

    changed = []
    for name, text in _told(root):
        if not _is(root / name, text):
            (root / name).parent.mkdir(exist_ok=True)
            replace_file(root / name, text)
            changed.append(root / name)
    return changed


def _told(root: Path) -> Iterator[tuple[str, str]]:
    """The files that describe the tables that stand there, each with its text.

    They come one by one: the citation is made from the description, which has been written by then.
    """
    from silkfigures.publish import citation, descriptor, review

    try:
        for name, told in ((DESCRIPTION, descriptor), (CITATION, citation), (REPORT, review)):
            yield name, told(root)
    except ValueError as error:
        raise Found(str(error)) from error


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")


@click.command()
@ROOT
def validate(root: str | None) -> None:
    """Check the tables and datapackage.json.

    Types, codes, units, references between tables, sizes and hashes; all once more with frictionless; and
    whether the files are what raw/ gives now.

    \b
    Example:
      silkfigures validate
    """
    from silkfigures.checks import validate as check

    place = repository(root)
    report = check(place)
    click.echo(str(report))
    stale = _stale(place) if report.ok else []
    for line in stale:
        click.echo(line)
    if stale or not report.ok:
        raise click.exceptions.Exit(Found.exit_code)


def _stale(root: Path) -> list[str]:
    """Findings about files that raw/ would give another content."""
    from silkfigures.build import stale
    from silkfigures.readings import ReadingErrors

    try:
        old = [str(path.relative_to(root)) for path in stale(root)]
    except ReadingErrors as errors:
        return str(errors).splitlines()
    old += [name for name, text in _told(root) if not _is(root / name, text)]
    return [f"{name}: not what raw/ gives now (mend: run `silkfigures build`)" for name in old]


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
