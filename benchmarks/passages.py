"""Passages of the five source texts, against the hand-made list of their figures (``benchmarks.gold``).

What counts: a figure is found when a quantity overlaps the printed words and has the same value (for a
range the same ends) and the same unit. Too much is a reported quantity of money, percent, mass, volume
or length that begins inside a passage and overlaps no figure of the list with a unit of the same kind.
The reader is not told the language: the texts mix three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.gold import FOLDER, Figure, Passage, line_starts, passages, place, rows
from benchmarks.record import Record, around, tally
from benchmarks.spans import Reader, overlapping, said, unit_kind
from silkfigures.quantities import Quantity

BARS = {"en": 97.0, "kk": 97.0, "ru": 97.0, "table": 100.0}
TOO_MUCH_BAR = 2.0
KINDS = ("money", "percent", "mass", "volume", "length")


def measure(shared: Path, read: Reader) -> list[Record]:
    """Score the reader `read` on the passages of ``shared/texts``.

    Returns
    -------
    list of Record
        Found with value and unit right, by language and for the table; numbers of things, by language;
        qualifier right, of those found; reported where there is none.
    """
    found: dict[tuple[bool, str], list[str | None]] = defaultdict(list)
    qualified: list[str | None] = []
    reported: list[str | None] = []
    for text, own, figures in texts(shared / "texts"):
        quantities = read(text, None)
        for figure in figures:
            near = overlapping(quantities, figure.start, figure.end)
            found[figure.is_count, figure.lang].append(not_found(figure, text, near))
            qualified += wrong_qualifier(figure, text, near)
        reported += too_much(figures, own, text, quantities)
    return [
        *(_by_language(found[key], *key) for key in sorted(found)),
        tally("passages, qualifier right where value and unit are", qualified),
        tally(
            f"passages, reported where there is none ({', '.join(KINDS)})", reported, TOO_MUCH_BAR, worst=True
        ),
    ]


def _by_language(outcomes: list[str | None], is_count: bool, lang: str) -> Record:
    if is_count:
        return tally(f"passages, numbers of things found, {lang}", outcomes)
    return tally(f"passages, value and unit right, {lang}", outcomes, BARS[lang])


def texts(folder: Path) -> Iterator[tuple[str, list[Passage], list[Figure]]]:
    """Yield each text that the list knows, with its passages and its figures at their places."""
    entries, stretches = rows(FOLDER / "gold.tsv"), passages()
    for document in sorted({entry["document"] for entry in entries}):
        path = next(folder.glob(f"{document}_*.txt"), folder / f"{document}_*.txt")
        text = path.read_bytes().decode("utf-8")
        own = [stretch for stretch in stretches if stretch.document == document]
        yield text, own, place([entry for entry in entries if entry["document"] == document], own, text)


def not_found(figure: Figure, text: str, near: list[Quantity]) -> str | None:
    """Return None when one of the quantities `near` reads the figure, else the failure in a few words."""
    if any(figure.is_read_by(quantity) for quantity in near):
        return None
    return f"{around(text, figure.start, figure.end, 45)} is {figure.wanted}: {said(near)}"


def wrong_qualifier(figure: Figure, text: str, near: list[Quantity]) -> list[str | None]:
    """Return an outcome for the qualifier of a figure that is read, nothing where the list leaves it open."""
    read = next((quantity for quantity in near if figure.is_read_by(quantity)), None)
    if read is None or figure.qualifier == "-":
        return []
    if read.qualifier == figure.qualifier:
        return [None]
    return [f"{around(text, figure.start, figure.end)} is {figure.qualifier}: {read.qualifier}"]


def too_much(
    figures: list[Figure], own: list[Passage], text: str, quantities: list[Quantity]
) -> list[str | None]:
    """Return an outcome for each quantity of ``KINDS`` that begins in one of the passages `own`."""
    starts, outcomes = line_starts(text), []
    for quantity in quantities:
        kind = unit_kind(quantity.unit)
        inside = any(starts[passage.first - 1] <= quantity.start < starts[passage.last] for passage in own)
        if kind in KINDS and inside:
            near = (
                figure for figure in figures if figure.start < quantity.end and quantity.start < figure.end
            )
            right = any(kind in map(unit_kind, figure.units) for figure in near)
            where = around(text, quantity.start, quantity.end)
            outcomes.append(None if right else f"{where}: {said([quantity])}")
    return outcomes
