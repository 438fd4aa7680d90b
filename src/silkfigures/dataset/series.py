"""Rows as a picture needs them: what tells them apart, in words, where they stand, whose figures they are."""

from __future__ import annotations

from collections import Counter
from textwrap import shorten
from typing import TYPE_CHECKING

from silkfigures.dataset import codes, store
from silkfigures.dataset.names import people

if TYPE_CHECKING:
    import pandas as pd

USUAL = ("level", "actual")  # measure and status that need no words


def series(rows: pd.DataFrame, lang: str) -> tuple[list[str], str]:
    """For each row what tells it apart from others, and what all have in common, in words.

    `rows` come from `load`: `attrs["name"]` is their table. A dimension that only repeats what others tell is
    left out.

    Examples
    --------
    >>> from silkfigures.dataset.load import load
    >>> rows = load("trade", reporter="KAZ", partner="CHN", flow=["export", "import"], measure="level")
    >>> series(rows, "en")
    (['exports', 'imports'], 'Kazakhstan, China')
    """
    table = rows.attrs["name"]
    own = [field["name"] for field in store.fields(table) if "silkfigures:feed" in field]
    varying: list[list[str]] = []
    common: list[str] = []
    groups = 1
    for column in (name for name in (*own, "measure", "status") if name in rows):
        labels = (codes.labels(table, column, lang) or {}) | dict.fromkeys(USUAL, "")
        found = [labels.get(code, code) for code in rows[column].fillna("")]
        finer = len(set(zip(*varying, found, strict=True)))
        if finer > groups:
            varying, groups = [*varying, found], finer
        elif len(set(found)) == 1:
            common += found
    names = [", ".join(filter(None, words)) for words in zip(*varying, strict=True)]
    return names or [""] * len(rows), ", ".join(filter(None, dict.fromkeys(common)))


def places(periods: list[str]) -> list[float]:
    """Where each row stands: the periods at 0, 1, 2 …, the rows of one period beside each other.

    >>> places(["2023", "2024", "2024"])
    [0.0, 0.94, 1.06]
    """
    ticks = {period: tick for tick, period in enumerate(dict.fromkeys(periods))}
    counts, seen = Counter(periods), Counter[str]()
    found = []
    for period in periods:
        step = min(0.12, 0.7 / counts[period])
        found.append(ticks[period] + (seen[period] - (counts[period] - 1) / 2) * step)
        seen[period] += 1
    return found


def sources(rows: pd.DataFrame) -> str:
    """The publications behind rows, in a few words each: authors, or the beginning of the title, and year."""
    works = {work["work"]: work for work in store.records("works")}
    return "; ".join(_short(works[name]) for name in dict.fromkeys(rows["work"]))


def _short(work: dict[str, str]) -> str:
    names = ", ".join(" ".join(filter(None, (one.family, one.initials))) for one in people(work["authors"]))
    year = f" ({work['issued']})" if work["issued"] else ""
    return (names or shorten(work["title"], 50, placeholder="…")) + year
