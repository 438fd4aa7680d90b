"""Two readings of the same publications, compared place by place in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from silkfigures.build.tables import figure_rows
from silkfigures.build.vocabulary import Cells
from silkfigures.readings import locate

#: What is compared of two claims at one place, and the columns of `figures` that hold it.
ASPECTS = {
    "value": ("value",),
    "unit": ("unit",),
    "party": ("reporter", "partner", "origin", "destination"),
    "period": ("period", "base_period"),
    "status": ("status",),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Claims of two readings about one place; one is missing where only one reader has a figure there."""

    first: Cells | None
    second: Cells | None

    @property
    def work(self) -> str:
        """Key of the publication."""
        return (self.first or self.second or {})["work"]

    @property
    def start(self) -> int:
        """Where the figure begins in the text."""
        return int((self.first or self.second or {})["start"])

    def differences(self) -> dict[str, tuple[str, str]]:
        """The columns in which the two differ, by aspect: what the first says and what the second says."""
        if self.first is None or self.second is None:
            return {}
        told = {
            name: (_told(self.first, columns), _told(self.second, columns))
            for name, columns in ASPECTS.items()
        }
        return {name: both for name, both in told.items() if both[0] != both[1]}


def compare(root: Path, first: Path, second: Path, texts: Path) -> list[Pair]:
    """Pair the claims of two folders of readings by their place in the texts.

    Works that stand in only one of the folders are left out: they have been read once.

    Parameters
    ----------
    root : Path
        The repository, for its works, documents and code lists.
    first, second : Path
        Folders of readings (`<work>.yaml`).
    texts : Path
        The folder of the source texts.

    Returns
    -------
    list of Pair
        In the order of the texts.

    Raises
    ------
    ReadingErrors
        With everything that is wrong in either folder.
    """
    rows = [_rows(root, folder, texts) for folder in (first, second)]
    twice = {path.name for path in first.glob("*.yaml")} & {path.name for path in second.glob("*.yaml")}
    works = sorted(Path(name).stem for name in twice)
    sides = [{work: [row for row in side if row["work"] == work] for work in works} for side in rows]
    pairs = [pair for work in works for pair in _pairs(sides[0][work], sides[1][work])]
    return sorted(pairs, key=lambda pair: (pair.work, pair.start))


def agreement(pairs: Iterable[Pair], works: Iterable[str] = ()) -> list[dict[str, str]]:
    """How far two readings agree: a row per publication and a last one for all together.

    The columns: `work`, `both`, `first_only`, `second_only`, one for each aspect in which claims of both
    differ, and `agreed`, the share (0 to 1) of all figures found by either in which nothing differs.
    `works` names publications that were read twice and have no figures.

    >>> agreement([Pair({"work": "a", "start": "7"}, None)])[0]["first_only"]
    '1'
    """
    by_work: dict[str, list[Pair]] = defaultdict(list, {work: [] for work in works})
    for pair in pairs:
        by_work[pair.work].append(pair)
    every = [pair for found in by_work.values() for pair in found]
    return [_counts(work, found) for work, found in [*sorted(by_work.items()), ("all", every)]]


def _counts(work: str, pairs: list[Pair]) -> dict[str, str]:
    both = [pair for pair in pairs if pair.first and pair.second]
    differing = [pair.differences() for pair in both]
    same = sum(not found for found in differing)
    counts = {
        "both": len(both),
        "first_only": sum(pair.second is None for pair in pairs),
        "second_only": sum(pair.first is None for pair in pairs),
    }
    counts |= {aspect: sum(aspect in found for found in differing) for aspect in ASPECTS}
    share = f"{same / len(pairs):.3f}" if pairs else ""
    return {"work": work, **{name: str(number) for name, number in counts.items()}, "agreed": share}


def _rows(root: Path, folder: Path, texts: Path) -> list[Cells]:
    places = {place.claim_id: place for place in locate(root, texts, folder)}
    return figure_rows(root, folder, places)


def _pairs(first: list[Cells], second: list[Cells]) -> list[Pair]:
    """Claims paired by overlapping places; of several at one place, those most alike."""
    left = list(second)
    found = []
    for row in first:
        there = [other for other in left if _meet(row, other)]
        best = max(there, key=lambda other: _likeness(row, other), default=None)
        if best is not None:
            left.remove(best)
        found.append(Pair(row, best))
    return [*found, *(Pair(None, row) for row in left)]


def _meet(one: Cells, other: Cells) -> bool:
    return int(one["start"]) < int(other["end"]) and int(other["start"]) < int(one["end"])


def _likeness(one: Cells, other: Cells) -> int:
    return sum(one[column] == other[column] for column in one)


def _told(row: Cells, columns: tuple[str, ...]) -> str:
    """What a row says in some columns, as one text."""
    return "; ".join(row[column] or "–" for column in columns)
