"""One claim a fact: which claims stay when the best is taken of those about the same thing."""

from __future__ import annotations

from silkfigures.dataset import store
from silkfigures.dataset.errors import UnknownName


def preferred_claims() -> set[str]:
    """The claims that stay, by the published tables.

    Of two claims in conflict the preferred one stays, and both where nothing justifies a choice. Of those
    left that share a fact one stays: the first by the rules (unflagged, actual, most precise), and among
    equals the first in the text; so a repeated statement, or one amount in two units, counts once. Two that
    are in conflict without a preferred one both stay.

    Examples
    --------
    >>> preferred_claims() < {row["claim_id"] for row in store.records("figures")}
    True
    """
    from silkfigures.schemas.preference import settled, standing

    conflicts = store.records("conflicts")
    lost = {claim for row in conflicts if row["preferred"] for claim in _pair(row) - {row["preferred"]}}
    undecided = {_pair(row) for row in conflicts if not row["preferred"]}
    facts: dict[str, list[dict[str, str]]] = {}
    for row in settled(store.records("figures")):
        if row["claim_id"] not in lost:
            facts.setdefault(row["fact"], []).append(row)
    kept: set[str] = set()
    for claims in facts.values():
        mine: list[str] = []
        for row in sorted(claims, key=standing):
            if all(frozenset((row["claim_id"], other)) in undecided for other in mine):
                mine.append(row["claim_id"])
        kept.update(mine)
    return kept


def _pair(row: dict[str, str]) -> frozenset[str]:
    return frozenset((row["claim"], row["other"]))


def needs_claims(table: str, columns: list[str], what: str) -> None:
    """Raise for a table that holds no claims, naming those that do."""
    if "corrected_value" not in columns:
        observations = [n for n in store.resources() if any(f["name"] == "value" for f in store.fields(n))]
        raise UnknownName(f"Table '{table}' holds no figures {what}. These do: {', '.join(observations)}.")
