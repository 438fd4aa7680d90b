"""The command that shows claims in conflict, and those that may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Context
from pathlib import Path
from typing import TYPE_CHECKING

import click

from silkfigures.cli.failures import Found
from silkfigures.cli.formats import WRITERS, number
from silkfigures.cli.keep import ROOT, listed, repository

if TYPE_CHECKING:
    from silkfigures.checks.conflict_pairs import Claims
    from silkfigures.checks.conflicts import Verdicts

Cells = Mapping[str, str]
PROPOSED = ("likeness", "claim", "other", "indicator", "gap", "unit")


@click.command()
@click.option(
    "--propose", is_flag=True, help="Pairs that nobody has judged and that may be about the same thing."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *WRITERS]),
    default="text",
    show_default=True,
    help="How to write the pairs; all but 'text' as a table.",
)
@ROOT
def conflicts(propose: bool, form: str, root: str | None) -> None:
    """Show the claims that contradict one another.

    Each pair with its printed words, the gap between what the two prints allow, the likely cause, and which
    to take by which rule. With --propose: pairs of the repository that may be about the same thing, the most
    alike first; judge them in validation/conflicts.yaml.

    \b
    Examples:
      silkfigures conflicts
      silkfigures conflicts --propose
    """
    if propose:
        _propose(repository(root), form)
        return
    from silkfigures.dataset import store

    claims = {row["claim_id"]: row for row in store.records("figures")}
    rows = store.records("conflicts")
    if form == "text":
        for row in rows:
            click.echo("\n".join([*_pair(claims[row["claim"]], claims[row["other"]]), *_told(row), ""]))
    else:
        click.echo(WRITERS[form](rows, list(rows[0]) if rows else []), nl=False)
    click.echo(f"{number(len(rows), 'conflict')}.", err=True)


def _propose(root: Path, form: str) -> None:
    """Print the candidates of a repository."""
    from silkfigures.checks.conflict_candidates import candidates

    claims, judged = _judged(root)
    rows = [
        {
            "likeness": f"{found.likeness:g}",
            "claim": found.pair[0],
            "other": found.pair[1],
            "indicator": claims.rows[found.pair[0]]["indicator"],
            "gap": found.gap,
            "unit": found.unit,
        }
        for found in candidates(claims, judged)
    ]
    if form == "text":
        for row in rows:
            pair = _pair(claims.rows[row["claim"]], claims.rows[row["other"]])
            apart = _gap(row) if row["gap"] else "no gap"
            apart = apart if row["unit"] else "two currencies"
            click.echo("\n".join([*pair, f"  {apart}, likeness {row['likeness']}", ""]))
    else:
        click.echo(WRITERS[form](rows, PROPOSED), nl=False)
    click.echo(f"{number(len(rows), 'candidate')}; {number(len(judged), 'pair')} judged.", err=True)


def _judged(root: Path) -> tuple[Claims, Verdicts]:
    """The claims of the tables of a repository, and what readers say of their pairs."""
    from silkfigures.checks.conflicts_report import read_claims
    from silkfigures.readings import ReadingErrors

    try:
        return read_claims(root)
    except ReadingErrors as slips:
        raise Found(listed(slips)) from slips
    except ValueError as error:
        raise Found(str(error)) from error


def _pair(one: Cells, other: Cells) -> list[str]:
    """The two claims with what they measure and the words that print it."""
    head = ", ".join(
        filter(None, (one["indicator"], one["asset"] or one["reporter"], one["partner"], one["period"]))
    )
    return [head, *(_line(claim) for claim in (one, other))]


def _line(claim: Cells) -> str:
    flag = f" [{claim['flag']}]" if claim["flag"] else ""
    quote = " ".join(claim["quote"].split())
    return f"  {claim['claim_id']}  {_grouped(claim['value'])} {claim['unit']}{flag}  “{quote}”"


def _told(row: Cells) -> Sequence[str]:
    """Gap, cause, preference and note of a row of the table."""
    gap = f"{_gap(row)}, " if row["gap"] else ""
    better = f"{row['preferred']} ({row['rule']})" if row["preferred"] else "none"
    return [f"  {gap}cause: {row['cause']}, preferred: {better}", f"  {row['note']}"]


def _gap(row: Cells) -> str:
    """How far the intervals are from each other, to four digits: what is converted has many more."""
    from silkfigures.quantities.model import plain

    rounded = Context(prec=4).create_decimal(row["gap"])
    return f"{_grouped(plain(rounded) or '')} {row['unit']} apart"


def _grouped(digits: str) -> str:
    from silkfigures.dataset.evidence import grouped

    return grouped(digits)
