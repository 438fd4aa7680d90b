"""A run: damages drawn, judged by two processes, and the verdicts in order."""

from __future__ import annotations

import multiprocessing
import tempfile
from pathlib import Path

from tests.damage.draw import Damage, draw
from tests.damage.judge import Judge, Verdict
from tests.damage.kinds import repository_files
from tests.damage.once import done_once


def run(
    root: Path, texts: Path | None, seed: int, count: int, processes: int = 2
) -> list[tuple[Damage, Verdict]]:
    """Each damage with its verdict; the same for the same files, texts and seed, however many processes."""
    damages = draw(repository_files(root), seed, count)
    if processes < 2:
        return list(zip(damages, _judged(root, texts, damages), strict=True))
    parts = [damages[at::processes] for at in range(processes)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        found = pool.starmap(_judged, [(root, texts, part) for part in parts])
    verdicts = [found[at % processes][at // processes] for at in range(count)]
    return list(zip(damages, verdicts, strict=True))


def _judged(root: Path, texts: Path | None, damages: list[Damage]) -> list[Verdict]:
    """The verdicts of one process, in a folder of its own."""
    with tempfile.TemporaryDirectory() as scratch, done_once():
        judge = Judge(root, texts, Path(scratch))
        return [judge.verdict(damage) for damage in damages]
