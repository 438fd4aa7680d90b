"""Commands on versions: diff tells what changed between two, record enters one into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from silkfigures.cli.failures import Found, WrongUse, placed
from silkfigures.cli.formats import number
from silkfigures.cli.keep import ROOT, listed, repository

if TYPE_CHECKING:
    from silkfigures.versions import Change, Release
    from silkfigures.versions.digest import Line
    from silkfigures.versions.reasons import Reason

INSTALLED = "installed"
NAMED = 3  # so many codes of a list are named in a terminal


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "markdown", "csv"]),
    default="table",
    help="What goes together in one line (table, markdown), or one row per change (csv).",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def diff(old: str, new: str, form: str, output: Path | None) -> None:
    """Tell what changed between two releases.

    OLD and NEW are the folder or the zip of a release, a checkout, or the word "installed" for the tables of
    this package. Claims added, changed and retired, tables and columns, and the rows of the code lists. The
    reasons are those that NEW tells, in its history.csv or changes.csv or in the raw/ of the checkout.

    \b
    Example:
      silkfigures diff silkfigures-0.1.0.zip silkfigures-0.2.0.zip --format markdown
    """
    from silkfigures.files.whole import replace_file
    from silkfigures.versions import ReleaseError

    try:
        before, after, changes = _compared(_path(old), _path(new))
    except ReleaseError as error:
        raise WrongUse(str(error)) from error
    text = _written(changes, form, before.version, after.version)
    if output:
        with placed("--output"):
            replace_file(output, text)
    else:
        click.echo(text, nl=False)
    click.echo(_summed(before.version, after.version, changes), err=True)


def _path(given: str) -> Path:
    from silkfigures.dataset.store import folder

    return folder() if given == INSTALLED and not Path(given).exists() else Path(given)


def _compared(old: Path, new: Path) -> tuple[Release, Release, list[Change]]:
    """Both releases and what changed, with the reasons that the newer one tells."""
    from silkfigures.versions import differences, explained, read_release, release_files
    from silkfigures.versions.reasons import between, told_reasons

    before = read_release(release_files(old), str(old))
    files = release_files(new)
    after = read_release(files, str(new))
    reasons = _by_hand(new) or told_reasons(files, str(new))
    return (
        before,
        after,
        explained(differences(before, after), between(reasons, before.version, after.version)),
    )


def _by_hand(new: Path) -> list[Reason]:
    """The reasons in the raw/ of a checkout, when `new` is one or a version in its ledger."""
    from silkfigures.versions.ledger import RELEASED
    from silkfigures.versions.reasons import CHANGES, load_reasons

    places = [new, *(place for place in new.resolve().parents if place / RELEASED == new.resolve().parent)]
    root = next((place for place in places if (place / CHANGES).is_file()), None)
    if root is None:
        return []
    from silkfigures.readings import ReadingErrors
    from silkfigures.readings.errors import Errors

    errors = Errors()
    reasons = load_reasons(root, errors)
    try:
        errors.check()
    except ReadingErrors as slips:
        raise Found(listed(slips)) from slips
    return reasons


def _summed(old: str, new: str, changes: list[Change]) -> str:
    """How many claims were added, changed and retired, and the step of the version that is asked for."""
    from silkfigures.versions import required_step

    added, changed, *gone = (
        {change.key for change in changes if change.kind == f"claim {how}"}
        for how in ("added", "changed", "retired", "removed")
    )
    claims = f"{number(len(added), 'claim')} added, {len(changed)} changed, {sum(map(len, gone))} gone"
    return f"{old} to {new}: {claims}. The changes ask for a step of the version: {required_step(changes)}."


def _written(changes: list[Change], form: str, old: str, new: str) -> str:
    """The changes in the form asked for."""
    from silkfigures.versions import markdown, told

    if form == "csv":
        return told(changes)
    if form == "markdown":
        return f"# silkfigures {old} to {new}\n\n{markdown(changes)}\n"
    return _drawn(changes)


def _drawn(changes: list[Change]) -> str:
    """The changes as a table for the terminal."""
    from silkfigures.cli.terminal import draw, squeezed, width
    from silkfigures.versions.digest import digest

    lines = [
        {"change": line.kind, "number": line.number, "what": _what(line), "how and why": _how(line)}
        for line in digest(changes)
    ]
    if not lines:
        return "nothing changed\n"
    return draw(lines, squeezed(lines, [*lines[0]], width()), wrapped=["what", "how and why"])


def _what(line: Line) -> str:
    """The claims, rows or tables of a line."""
    from silkfigures.versions.digest import named

    tables, keys = ", ".join(line.tables), named(line.keys, NAMED)
    column = f"{line.field} of {tables}" if line.kind.startswith("column") else tables
    return keys if line.kind.startswith("claim") else ": ".join(filter(None, (column, keys)))


def _how(line: Line) -> str:
    """From what to what, and why."""
    field = f"{line.field}: " if line.keys and line.field and (line.before or line.after) else ""
    step = (
        " → ".join((line.before or "nothing", line.after or "nothing")) if line.before or line.after else ""
    )
    if line.kind == "claim retired":
        step = f"see {line.after}" if line.after else ""
    return " · ".join(filter(None, (field + step, line.why)))


@click.command()
@click.argument("release", type=click.Path(exists=True, path_type=Path), required=False)
@ROOT
def record(release: Path | None, root: str | None) -> None:
    """Enter a released version into the ledger, raw/released/.

    RELEASE is the folder or zip of a release; if none is named, the repository itself. A version that is in
    the ledger is never changed.

    \b
    Example:
      silkfigures record
    """
    from silkfigures.versions import ReleaseError, release_files
    from silkfigures.versions import record as enter

    place = repository(root)
    source = release or place
    try:
        folder = enter(place, release_files(source), str(source))
    except ReleaseError as error:
        raise Found(str(error)) from error
    told = f"{folder.relative_to(place)} written" if folder else "it stands there already"
    click.echo(f"{told}.", err=True)
