"""Command line of the benchmark: ``python -m benchmarks``, from the repository root."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from benchmarks import (
    growth,
    kaznerd,
    nerel,
    news,
    numberwords,
    passages,
    readings,
    report,
    robustness,
    speed,
)
from benchmarks.record import Record
from silkfigures.quantities import find_quantities

ROOT = Path(__file__).resolve().parents[1]
MEASUREMENTS: dict[str, Callable[[Path, bool], list[Record]]] = {
    "kaznerd": lambda shared, full: kaznerd.measure(shared, find_quantities),
    "nerel": lambda shared, full: nerel.measure(shared, find_quantities),
    "news": lambda shared, full: news.measure(find_quantities),
    "numberwords": lambda shared, full: numberwords.measure(find_quantities),
    "passages": lambda shared, full: passages.measure(shared, find_quantities),
    "readings": lambda shared, full: readings.measure(shared, find_quantities, ROOT / "tables"),
    "speed": lambda shared, full: speed.measure(shared, find_quantities),
    "growth": lambda shared, full: growth.measure(shared, find_quantities),
    "robustness": lambda shared, full: robustness.measure(
        find_quantities, robustness.FULL_COUNT if full else robustness.COUNT
    ),
}


@click.command()
@click.option(
    "--shared",
    type=click.Path(path_type=Path),
    default=ROOT.parent / "shared",
    show_default="../shared",
    help="Folder that holds benchmarks/ and texts/.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    help="JSON file to write, with a Markdown page beside it.  [default: validation/benchmark.json]",
)
@click.option(
    "--only",
    type=click.Choice(list(MEASUREMENTS)),
    multiple=True,
    help="Measure this alone (may be repeated); nothing is kept unless --out is given.",
)
@click.option("--failures", type=int, default=0, help="Print this many failures of each measurement.")
@click.option("--full", is_flag=True, help="A million strings for robustness.")
def main(shared: Path, out: Path | None, only: tuple[str, ...], failures: int, full: bool) -> None:
    """Measure the quantity reader and print, and keep, the result."""
    records: list[Record] = []
    for name in only or MEASUREMENTS:
        try:
            records += MEASUREMENTS[name](shared, full)
        except FileNotFoundError as error:
            records.append(Record(name, None, note=f"{error.filename} is not there"))
    report.show(records)
    for record in records:
        for failure in record.failures[:failures]:
            click.echo(f"{record.name}: {failure}")
    if out is None and not only:
        out = ROOT / "validation" / "benchmark.json"
    if out:
        report.keep(records, out)
        click.echo(f"Kept in {out} and {out.with_suffix('.md').name}.")


if __name__ == "__main__":
    main()
