"""Numbers of a list that add up to a total, or nearly so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Bounds = tuple[float, float]
STEPS = 20_000  # of one search; a list so long that it takes more is searched in part


def adding_up(
    parts: Sequence[Bounds], total: Bounds, near: float = 0.0, most: int = 5
) -> Iterator[tuple[int, ...]]:
    """Positions of 2 to `most` parts whose sum meets a total, or misses it by a share of at most `near`.

    Parameters
    ----------
    parts : sequence of (lower, upper)
        Bounds above zero; infinite where open.
    total : (lower, upper)
    near : float
        0.03 lets a sum be 3 percent off.
    most : int
        The greatest number of parts.

    Examples
    --------
    >>> list(adding_up([(2, 2), (3, 3), (4, 4)], (5, 5)))
    [(0, 1)]
    >>> list(adding_up([(49, 51), (23, 25), (24, 26)], (100, 100)))
    [(0, 1, 2)]
    """
    least, greatest = total[0] * (1 - near), total[1] * (1 + near)
    steps = 0
    # chosen, next position, sum of lower and of upper bounds
    open_: list[tuple[tuple[int, ...], int, float, float]] = [((), 0, 0.0, 0.0)]
    while open_ and steps < STEPS:
        chosen, first, low, high = open_.pop()
        if len(chosen) >= 2 and low <= greatest and high >= least:
            yield chosen
        if len(chosen) == most:
            continue
        for at in range(first, len(parts)):
            steps += 1
            if low + parts[at][0] <= greatest:
                open_.append(((*chosen, at), at + 1, low + parts[at][0], high + parts[at][1]))
