"""The command that compares two readings of the same publications."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from silkfigures.cli.failures import Found
from silkfigures.cli.formats import number
from silkfigures.cli.keep import ROOT, TEXTS, listed, repository, texts_named

if TYPE_CHECKING:
    from silkfigures.build.compare import Pair

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("first", type=FOLDER)
@click.argument("second", type=FOLDER)
@click.option(
    "--format", "form", type=click.Choice(["table", "csv"]), default="table", help="Form of the counts."
)
@ROOT
@TEXTS
def compare(first: Path, second: Path, form: str, root: str | None, texts: str | None) -> None:
    """Compare two readings of the same publications.

    FIRST and SECOND are folders of readings, one file per publication. Claims are paired by their place in
    the text. Each place that only one reader has, and each claim in which value, unit, party, period or
    status differ, is listed on standard error; the counts by publication go to standard output. Exit code 1
    if anything differs.

    \b
    Example:
      silkfigures compare raw/readings second-readings --texts ../texts
    """
    from silkfigures.build import agreement
    from silkfigures.build import compare as pair
    from silkfigures.readings import ReadingErrors

    try:
        pairs = pair(repository(root), first, second, texts_named(texts))
    except ReadingErrors as errors:
        raise Found(listed(errors)) from errors
    lines = [line for found in pairs if (line := _line(found))]
    for line in lines:
        click.echo(line, err=True)
    works = {path.stem for path in first.glob("*.yaml")} & {path.stem for path in second.glob("*.yaml")}
    click.echo(_counts(agreement(pairs, works), form), nl=False)
    click.echo(f"{number(len(lines), 'difference')} in {number(len(pairs), 'figure')}.", err=True)
    if lines:
        raise click.exceptions.Exit(Found.exit_code)


def _line(pair: Pair) -> str:
    """What differs at one place; nothing where the two readers agree."""
    if pair.first is None or pair.second is None:
        claim, who = pair.first or pair.second or {}, "first" if pair.first else "second"
        where = f"{claim['document']}:{claim['line']}: {claim['claim_id']}"
        return f"{where} “{claim['printed']}”: only in the {who}, “{claim['quote']}”"
    told = [f"{name} {one} / {other}" for name, (one, other) in pair.differences().items()]
    where = (
        f"{pair.first['document']}:{pair.first['line']}: {pair.first['claim_id']} / {pair.second['claim_id']}"
    )
    return f"{where} “{pair.first['printed']}”: {', '.join(told)}" if told else ""


def _counts(rows: list[dict[str, str]], form: str) -> str:
    if form == "csv":
        from silkfigures.schemas.csvfile import format_csv

        return format_csv(list(rows[0]), [list(row.values()) for row in rows])
    from silkfigures.cli.terminal import draw

    return draw(rows, list(rows[0]))
