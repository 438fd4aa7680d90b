"""Run the damage test: ``python -m tests.damage --seed 1 --count 1020 [--texts DIR] [--write]``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tests.damage.report import as_json, as_markdown, summary
from tests.damage.run import run

ROOT = Path(__file__).resolve().parents[2]
SEED, COUNT = 1, 1020  # ten damages of each kind
FLOORS = {"checkout": 0.99, "checkout, texts": 1.0}  # of the damages that matter, in a checkout


@click.command()
@click.option("--seed", default=SEED, show_default=True, help="Where the dice begin.")
@click.option("--count", default=COUNT, show_default=True, help="How many damages.")
@click.option("--texts", default="", help="Folder of the source texts; without it their modes are left out.")
@click.option("--processes", default=2, show_default=True, help="How many processes judge.")
@click.option("--write", is_flag=True, help="Write validation/damage.md and damage.json too.")
def main(seed: int, count: int, texts: str, processes: int, write: bool) -> None:
    """Damage copies of the tables and of raw/, and count what the checks catch.

    Ends with exit code 1 when less is caught in a checkout than must be.
    """
    result = summary(run(ROOT, Path(texts) if texts else None, seed, count, processes), seed)
    click.echo(as_markdown(result), nl=False)
    if write:
        for name, text in (("damage.md", as_markdown(result)), ("damage.json", as_json(result))):
            (ROOT / "validation" / name).write_text(text, encoding="utf-8", newline="")
    sys.exit(bool(missed(result)))


def missed(result: dict) -> list[str]:
    """The modes in which less was caught, of what matters, than must be."""
    shares = {mode: one["matters"] for mode, one in result["modes"].items() if mode in FLOORS}
    return [mode for mode, share in shares.items() if share["caught"] < FLOORS[mode] * share["damages"]]


if __name__ == "__main__":
    main()
