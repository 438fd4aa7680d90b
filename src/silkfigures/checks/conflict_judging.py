"""The judgements of readers, laid on pairs of claims: which hold, and which have no effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from silkfigures.checks.conflict_candidates import alike
from silkfigures.checks.conflict_pairs import FACT, READER, Claims, Pair, Row
from silkfigures.checks.conflicts import Compared, Verdicts, compare_claims
from silkfigures.checks.conflicts_file import CONFLICTS, DIFFERENT, SAME, Judgement, load_judgements
from silkfigures.checks.conversion import NoConversion, TwoCurrencies
from silkfigures.readings.errors import Errors, Slip, nearest

Tables = Mapping[str, Sequence[Row]]


def judged_claims(root: Path, tables: Tables, errors: Errors) -> tuple[Claims, Verdicts]:
    """The claims of some tables, and what `validation/conflicts.yaml` says of their pairs.

    Parameters
    ----------
    root : Path
        The folder with `validation/`.
    tables : mapping of str to sequence of mappings
        The rows of `figures`, `units`, `works` and `codes`, cells as text.
    errors : Errors
        Takes the slips of the file.
    """
    claims = Claims(tables["figures"], tables["units"], tables["works"])
    return claims, verdicts(_judgements(root, tables, errors), claims, errors)


def resolved(root: Path, tables: Tables, errors: Errors) -> Compared:
    """All claims compared, and every judgement checked for what it does; see `judged_claims`.

    Slips of the file go to `errors`, and conflicts of which nothing tells the cause.
    """
    claims, judged = judged_claims(root, tables, errors)
    found = compare_claims(claims, judged)
    check_judgements(claims, found, judged, errors)
    return found


def _judgements(root: Path, tables: Tables, errors: Errors) -> list[Judgement]:
    causes = [row["code"] for row in tables["codes"] if row["list"] == "conflict_causes"]
    return load_judgements(root, causes, errors)


def verdicts(judgements: Iterable[Judgement], claims: Claims, errors: Errors) -> Verdicts:
    """The judgement on every pair that has one; slips go to `errors`."""
    found: Verdicts = {}
    for judgement in judgements:
        with errors.at(CONFLICTS, judgement.source_line):
            for claim in judgement.claims:
                if claim not in claims.rows:
                    raise Slip(f"no such claim: {claim}", nearest(claim, claims.rows))
            pairs = claims.pairs(judgement.claims)
            for pair in pairs:
                _check_pair(pair, judgement, found, claims)
            found |= dict.fromkeys(pairs, judgement)
    return found


def _check_pair(pair: Pair, judgement: Judgement, found: Verdicts, claims: Claims) -> None:
    """Raise Slip for a pair that is judged twice, of one fact and said to differ, or not comparable."""
    names, basis = " and ".join(pair), claims.basis(pair)
    if pair in found:
        raise Slip(f"{names} are judged in line {found[pair].source_line} too", "judge each pair once")
    if judgement.verdict == DIFFERENT:
        if basis == FACT:
            raise Slip(f"{names} share a fact", "mend `fact` in the reading, or the verdict")
        return
    if claims.rows[pair[0]]["theme"] != claims.rows[pair[1]]["theme"]:
        raise Slip(f"{names} stand in two tables", "compare claims of one theme")
    if basis == READER and set(pair) <= set(judgement.claims):
        try:
            claims.compare(pair)
        except TwoCurrencies:
            return
        except NoConversion as error:
            raise Slip(f"{names} cannot be compared: {error}", "take one of them out") from None


def check_judgements(claims: Claims, found: Compared, judged: Verdicts, errors: Errors) -> None:
    """Note judgements without effect, conflicts without a cause, and preferences that run in a circle."""
    conflicts = {(row["claim"], row["other"]): row for row in found.rows}
    pairs: dict[Judgement, list[Pair]] = {}
    for pair, judgement in judged.items():
        pairs.setdefault(judgement, []).append(pair)
    for judgement, theirs in pairs.items():
        with errors.at(CONFLICTS, judgement.source_line):
            _check_effect(judgement, theirs, claims, conflicts)
    for (claim, other), row in conflicts.items():
        if not row["cause"]:
            message = f"{claim} and {other} are about the same thing and do not meet, and nothing tells why"
            mend = f"add `- claims: [{claim}, {other}]` with verdict, cause and why"
            errors.add(CONFLICTS, None, message, mend)
    for claim in circle(found.rows):
        errors.add(CONFLICTS, None, f"{claim} is preferred to itself in a circle", "mend a `prefer`")


def _check_effect(
    judgement: Judgement, pairs: list[Pair], claims: Claims, conflicts: Mapping[Pair, Row]
) -> None:
    """Raise Slip for a judgement that changes nothing."""
    names = ", ".join(judgement.claims)
    if judgement.verdict == SAME:
        if (judgement.cause or judgement.prefer) and not any(pair in conflicts for pair in pairs):
            raise Slip(f"{names} do not conflict", "remove `cause` and `prefer`")
        if not (judgement.cause or judgement.prefer) and all(pair in claims.strict for pair in pairs):
            raise Slip(f"{names} are compared anyway", "give `cause` or `prefer`, or remove the item")
    elif not any(_apart(pair, claims) or alike(*(claims.rows[c] for c in pair)) for pair in pairs):
        raise Slip(f"{names} would not be compared", "remove the item")


def _apart(pair: Pair, claims: Claims) -> bool:
    """Whether two claims of equal terms would conflict."""
    if pair not in claims.strict:
        return False
    try:
        return not claims.compare(pair).meets
    except NoConversion:
        return True


def circle(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """The claims that are preferred to themselves, by way of others.

    >>> row = {"claim": "a", "other": "b"}
    >>> circle([row | {"preferred": "a"}, row | {"preferred": "b"}])
    ['a', 'b']
    """
    above: dict[str, set[str]] = {}
    for row in rows:
        if row["preferred"]:
            loser = row["other"] if row["preferred"] == row["claim"] else row["claim"]
            above.setdefault(loser, set()).add(row["preferred"])
    return sorted(claim for claim in above if claim in _reached(claim, above))


def _reached(claim: str, above: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = list(above.get(claim, ()))
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            waiting += above.get(at, ())
    return seen
