"""The command that shows the relations between claims and proposes new ones."""

from __future__ import annotations

from pathlib import Path

import click

from silkfigures.cli.failures import Found
from silkfigures.cli.formats import number
from silkfigures.cli.keep import ROOT, listed, repository

SHOWN = ("relation", "kind", "left", "right", "unit", "gap", "verdict")


@click.command()
@ROOT
@click.option("--propose", is_flag=True, help="List candidates for validation/relations.yaml, as YAML.")
@click.option("--work", metavar="KEY", help="Those of one publication only.")
@click.option("--kind", metavar="KIND", help="Those of one kind only.")
@click.option("--within", metavar="LINES", type=click.IntRange(min=0), help="How near candidates stand.")
def relations(
    root: str | None, propose: bool, work: str | None, kind: str | None, within: int | None
) -> None:
    """Show the relations between claims, and whether they hold.

    A relation says that parts add up to a total, that a growth fits its two levels, and so on. It holds when
    what is printed allows it, fails when nothing that is printed does, and else cannot be told.

    \b
    Examples:
      silkfigures relations
      silkfigures relations --propose --work dong2025
    """
    place = repository(root)
    if propose:
        _propose(place, work, kind, within)
    else:
        _show(place, work, kind)


def _show(root: Path, work: str | None, kind: str | None) -> None:
    from silkfigures.cli.terminal import draw, squeezed, width

    rows = [
        row
        for row in _table(root, "relations")
        if (not work or work in {row["work"], *(claim.rpartition("-")[0] for claim in _claims(row))})
        and (not kind or row["kind"] == kind)
    ]
    if not rows:
        click.echo("No relations.", err=True)
        return
    click.echo(draw(rows, squeezed(rows, SHOWN, width())), nl=False)
    counts = [f"{sum(row['verdict'] == name for row in rows)} {name}" for name in _verdicts(rows)]
    click.echo(f"{number(len(rows), 'relation')}: {', '.join(counts)}.", err=True)


def _verdicts(rows: list[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(row["verdict"] for row in rows))


def _claims(row: dict[str, str]) -> list[str]:
    from silkfigures.checks.spelling import CLAIM

    return CLAIM.findall(f"{row['left']} {row['right']}")


def _propose(root: Path, work: str | None, kind: str | None, within: int | None) -> None:
    from silkfigures.checks.propose import WITHIN, as_yaml, propose
    from silkfigures.checks.relations_file import load_relations
    from silkfigures.readings import Errors, ReadingErrors

    errors = Errors()
    known = load_relations(root, errors)
    try:
        errors.check()
    except ReadingErrors as slips:
        raise Found(listed(slips)) from slips
    figures = _table(root, "figures")
    found = propose(
        [row for row in figures if not work or row["work"] == work],
        _table(root, "units"),
        known,
        WITHIN if within is None else within,
    )
    rows = {row["claim_id"]: row for row in figures}
    wanted = [one for one in found if not kind or one.relation.kind == kind]
    for candidate in wanted:
        click.echo(as_yaml(candidate, rows))
    click.echo(f"{number(len(wanted), 'candidate')}.", err=True)


def _table(root: Path, name: str) -> list[dict[str, str]]:
    from silkfigures.schemas.csvfile import read_csv

    cells, findings = read_csv(root / "tables" / f"{name}.csv", f"tables/{name}.csv")
    if cells is None or findings:
        raise Found("\n".join(str(finding) for finding in findings))
    return cells.records()
