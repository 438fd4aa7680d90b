"""The part of the report that tells of conflicts: what contradicts what, what agrees, what only seems to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from silkfigures.checks.conflicts_report import compared

Parts = Iterable[tuple[str, list[str], list[list[object]]]]

_SHOWN = ("claim", "other", "gap", "unit", "relative_gap", "cause", "preferred", "rule", "note")


def conflict_parts(root: Path) -> Parts:
    """Paragraphs and tables on the conflicts of a repository, in order.

    Yields
    ------
    tuple
        A paragraph, the header of the table below it and the rows; both empty where it has none.
    """
    found = compared(root)
    preferred = sum(bool(row["preferred"]) for row in found.rows)
    yield (
        f"{len(found.rows)} pairs of claims about the same thing do not meet within what the print of each "
        f"allows; in {preferred} of them one claim is preferred. By cause:",
        ["cause", "pairs"],
        [[cause, n] for cause, n in sorted(Counter(row["cause"] for row in found.rows).items())],
    )
    yield (
        "Each conflict; `tables/conflicts.csv` has the intervals.",
        ["claim", "other", "gap", "unit", "relative", "cause", "preferred", "rule", "why"],
        [[row[name] for name in _SHOWN] for row in found.rows],
    )
    yield (
        f"{len(found.agreeing)} pairs of different publications are about the same thing and agree: "
        f"{'; '.join(' and '.join(pair) for pair in found.agreeing) or 'none'}.",
        [],
        [],
    )
    yield (
        f"{len(found.different)} pairs have equal or like terms and are not about the same thing, as a "
        "reader says in `validation/conflicts.yaml`.",
        ["claim", "other", "why"],
        [[*pair, why] for pair, why in found.different.items()],
    )
