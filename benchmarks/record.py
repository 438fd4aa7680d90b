"""One measured figure beside the bar it has to reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

MAX_FAILURES = 10
MAX_FAILURE_LENGTH = 100


@dataclass(frozen=True)
class Record:
    """A measurement, its bar and the worst failures.

    Parameters
    ----------
    name : str
        What was measured, for example ``"KazNERD money found"``.
    measured : float or None
        The result in `unit`; None when it was not measured (`note` says why).
    unit : str
        ``"%"``, ``"x"`` (a ratio), ``"chars/s"`` or ``"strings"``.
    bar : float or None
        The figure to reach, in `unit`; None where no bar is set.
    at_most : bool
        True when the measured figure must not exceed the bar; otherwise it must not fall short of it.
    n : int
        How many items the figure rests on.
    failures : tuple of str
        Short strings; only the first ten are kept, each cut to 100 characters.
    note : str
        What else a reader of the figure needs to know.

    Examples
    --------
    >>> Record("money found", 97.0, "%", bar=98.0, n=200).passed
    False
    """

    name: str
    measured: float | None
    unit: str = "%"
    bar: float | None = None
    at_most: bool = False
    n: int = 0
    failures: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Keep the first failures only, each on one short line."""
        short = tuple(shorten(text) for text in self.failures[:MAX_FAILURES])
        object.__setattr__(self, "failures", short)

    @property
    def passed(self) -> bool | None:
        """Whether the bar is reached; None without a bar or a measurement."""
        if self.bar is None or self.measured is None:
            return None
        return self.measured <= self.bar if self.at_most else self.measured >= self.bar

    def to_dict(self) -> dict:
        """Return the record as plain data, ready for JSON."""
        return asdict(self) | {"failures": list(self.failures), "passed": self.passed}


def tally(
    name: str,
    outcomes: Iterable[str | None],
    bar: float | None = None,
    *,
    note: str = "",
    worst: bool = False,
) -> Record:
    """Count outcomes into a record: the share of successes in percent (of failures, with `worst`).

    Parameters
    ----------
    name, bar, note
        As in :class:`Record`.
    outcomes : iterable of str or None
        One an item: None for a success, the failure in a few words otherwise.
    worst : bool
        Measure the share of failures, which must be at most the bar.

    Examples
    --------
    >>> record = tally("found", [None, None, "5 euro: nothing", None], bar=70)
    >>> record.measured, record.n, record.failures, record.passed
    (75.0, 4, ('5 euro: nothing',), True)
    """
    outcomes = list(outcomes)
    failures = tuple(outcome for outcome in outcomes if outcome is not None)
    part = len(failures) if worst else len(outcomes) - len(failures)
    measured = round(100 * part / len(outcomes), 2) if outcomes else None
    return Record(name, measured, "%", bar, worst, len(outcomes), failures, note)


def shorten(text: str, limit: int | None = None) -> str:
    """Put `text` on one line and cut it to `limit` characters (100 when None).

    Examples
    --------
    >>> shorten("one   two three", 8)
    'one two…'
    """
    limit = limit or MAX_FAILURE_LENGTH
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def around(text: str, start: int, end: int, width: int = 60) -> str:
    """Return the figure at `start`..`end` in square brackets, with text on both sides up to `width` in all.

    Examples
    --------
    >>> around("paid 5 euro for it", 5, 11, width=10)
    'd [5 euro] f'
    """
    side = max(0, (width - (end - start)) // 2)
    return f"{text[max(0, start - side) : start]}[{text[start:end]}]{text[end : end + side]}"
