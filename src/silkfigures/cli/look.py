"""Commands that look at the data: tables, show, evidence, cite."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from silkfigures.cli.failures import WrongUse
from silkfigures.cli.formats import WRITERS, Row
from silkfigures.dataset.cite import FORMATS
from silkfigures.dataset.errors import UnknownName, unknown

FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["table", *WRITERS]),
    default="table",
    show_default=True,
    help="How to write the rows; all but 'table' have every column.",
)


@click.command()
@FORMAT
def tables(form: str) -> None:
    """List the tables: name, number of rows and what a row is.

    \b
    Example:
      silkfigures tables
    """
    from silkfigures.dataset.tables import overview

    found = overview()
    click.echo(table_list(found) if form == "table" else WRITERS[form](found, list(found[0])), nl=False)


def table_list(found: Sequence[Row]) -> str:
    """The tables and their rows, drawn for a person."""
    from silkfigures.cli.terminal import draw

    return draw(found, ["name", "rows", "one row is"], wrapped=["one row is"])


@click.command()
@click.argument("table")
@click.argument("filters", nargs=-1, metavar="[COLUMN=VALUE]...")
@FORMAT
@click.option("--columns", metavar="A,B,…", help="Show these columns, in this order.")
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="Show this many rows at most.")
@click.option("--labels", metavar="en|ru|kk", help="Labels in this language in place of codes.")
@click.option("--corrected", is_flag=True, help="The likely figure where the print is wrong.")
@click.option("--preferred", is_flag=True, help="One row per fact: the preferred of claims in conflict.")
def show(
    table: str,
    filters: tuple[str, ...],
    form: str,
    columns: str | None,
    limit: int | None,
    labels: str | None,
    corrected: bool,
    preferred: bool,
) -> None:
    """Show the rows of TABLE in which every COLUMN has its VALUE.

    The same column given twice keeps the rows with either value; `COLUMN=` keeps those in which it is empty.
    `period=2024` keeps the rows whose period lies within 2024, `period=unstated` those without one.
    In a terminal the most important columns that fit are shown.

    \b
    Examples:
      silkfigures show trade reporter=KAZ partner=CHN period=2024
      silkfigures show aid donor=USA --labels ru --format csv
      silkfigures show figures flag=magnitude --columns claim_id,printed,note
    """
    from silkfigures.cli.formats import rows
    from silkfigures.dataset.load import select

    frame = select(table, _filters(filters), corrected=corrected, preferred=preferred, labels=labels)
    found, names = rows(frame.head(limit) if limit is not None else frame), list(frame.columns)
    chosen = _columns(table, columns, names) if columns else names
    if form == "table":
        _show_table(found, chosen, fixed=bool(columns))
    else:
        click.echo(WRITERS[form](found, chosen), nl=False)
    if len(found) < len(frame):
        click.echo(f"{len(found)} of {len(frame)} rows.", err=True)


def _filters(given: tuple[str, ...]) -> dict[str, list[str]]:
    """COLUMN=VALUE words as a mapping from column to wanted values."""
    found: dict[str, list[str]] = {}
    for word in given:
        column, equals, value = word.partition("=")
        if not equals or not column.strip():
            raise UnknownName(f"{word!r} is no filter. Write COLUMN=VALUE, for example reporter=KAZ.")
        found.setdefault(column.strip(), []).append(value.strip())
    return found


def _columns(table: str, given: str, names: list[str]) -> list[str]:
    chosen = [name.strip() for name in given.split(",") if name.strip()]
    for name in chosen:
        if name not in names:
            raise unknown(f"a column of '{table}'", name, names)
    if not chosen:
        raise WrongUse(f"--columns names no column of '{table}'. Write it like {','.join(names[:3])}.")
    return chosen


def _show_table(found: list[Row], names: list[str], *, fixed: bool) -> None:
    """Draw the rows; say which columns were left out."""
    from silkfigures.cli.terminal import draw, fitting, squeezed, width

    if not found:
        click.echo("No rows.", err=True)
        return
    chosen = (squeezed if fixed else fitting)(found, names, width())
    click.echo(draw(found, chosen), nl=False)
    empty = [name for name in names if all(row[name] is None for row in found)]
    hidden = [name for name in names if name not in chosen and name not in empty]
    if hidden and not fixed:
        click.echo(f"More columns (--columns, or --format csv): {', '.join(hidden)}", err=True)


@click.command()
@click.argument("claims", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "json"]),
    default="text",
    show_default=True,
    help="How to write the page.",
)
def evidence(claims: tuple[str, ...], form: str) -> None:
    """Show the printed words behind a claim, and every doubt.

    With the words: the value and its interval, the publication and the place in it, whom it cites, the flag
    with its reason and the likely figure, the claims that contradict it, and the others about the same thing.

    \b
    Example:
      silkfigures evidence dong2025-025
    """
    from dataclasses import asdict

    from silkfigures.dataset.evidence import evidence as find

    found = [find(claim) for claim in claims]
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(one._repr_html_() if form == "html" else str(one) for one in found))


@click.command()
@click.argument("names", nargs=-1, metavar="[ID|WORK]...")
@click.option(
    "--format",
    "form",
    metavar="|".join(FORMATS),
    default="bibtex",
    show_default=True,
    help="Form of the citation: BibTeX, APA 7, GOST R 7.0.5-2008 or GOST R 7.0.100-2018.",
)
@click.option(
    "--lang", metavar="ru|kk|en", default="ru", show_default=True, help="For GOST: the language of your list."
)
def cite(names: tuple[str, ...], form: str, lang: str) -> None:
    """Print citations of the release and of works.

    The release comes first, then the works that are named or that print the claims named.

    \b
    Examples:
      silkfigures cite > silkfigures.bib
      silkfigures cite dong2025-025 --format gost
    """
    from silkfigures.dataset.cite import cite as bibliography

    click.echo(bibliography(list(names) or None, form, lang))  # type: ignore[arg-type]  # it refuses others
