"""Relations that a person may want to accept: found in the tables, judged, ranked and written as YAML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from silkfigures.checks.candidate_claims import DIMENSIONS, Claim
from silkfigures.checks.candidates import search
from silkfigures.checks.conversion import Units
from silkfigures.checks.relations import FAILS, HOLDS, Judgement, Row, judge, terms_of
from silkfigures.checks.relations_file import HUNDRED, Relation
from silkfigures.checks.spelling import spelt
from silkfigures.readings.errors import Slip

WITHIN = 12  # lines: about a paragraph
WORST = 3.0  # the score beyond which a candidate is chance
SMALL = 12  # a total that small numbers make up by chance

ABOUT = {
    "sum": "Parts of {} make up the whole.",
    "limit": "Parts of {} do not exceed the whole.",
    "growth": "Growth of {} against its two levels.",
    "change": "Change of {} between its two levels.",
    "share": "Share of {} against part and whole.",
    "ratio": "Ratio of {} against the two amounts.",
    "product": "So many of {}, so much each.",
    "equal": "One quantity of {} in two units, or printed twice.",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that may be meant, what the arithmetic says of it, and its score: the less, the likelier."""

    relation: Relation
    judgement: Judgement
    score: float


def propose(
    figures: Iterable[Row], units: Iterable[Row], known: Iterable[Relation], within: int = WITHIN
) -> list[Candidate]:
    """Candidates for `validation/relations.yaml`, the likeliest first.

    Parameters
    ----------
    figures, units : iterable of mapping
        Rows of the tables of those names, as text.
    known : iterable of Relation
        Relations that are written down already and are left out.
    within : int
        How many lines apart claims may stand that have nothing but their place in common.
    """
    rows = {row["claim_id"]: row for row in figures}
    own = Units(units)
    by_work: dict[str, list[Claim]] = defaultdict(list)
    for row in rows.values():
        by_work[row["work"]].append(Claim.of(row, own))
    seen = {relation.meaning for relation in known}
    found: list[Candidate] = []
    for claims in by_work.values():
        for relation in search(claims, within):
            if relation.meaning not in seen:
                seen.add(relation.meaning)
                found += _judged(relation, rows, own)
    return sorted(found, key=lambda one: (one.score, one.relation.id))


def _judged(relation: Relation, rows: Mapping[str, Row], units: Units) -> Iterator[Candidate]:
    """The candidate with its name and score, unless its units do not compare or chance made it."""
    about = ABOUT[relation.kind].format(rows[relation.claims[0]]["indicator"])
    number = relation.claims[-1].rpartition("-")[2]
    named = replace(relation, id=f"{relation.claims[0]}-{number}-{relation.kind}", about=about)
    try:
        judgement = judge(named, rows, units)
    except Slip:
        return
    score = _score(named, judgement, rows)
    if score <= WORST:
        yield Candidate(named, judgement, round(score, 2))


def _score(relation: Relation, judgement: Judgement, by_claim: Mapping[str, Row]) -> float:
    """How unlikely it is that the relation is meant: distance, what differs, misfit, chance."""
    rows = [by_claim[claim] for claim in relation.claims]
    lines = [int(row["line"]) for row in rows]
    apart = max(lines) - min(lines)
    distance = 0 if apart <= 1 else 0.5 if apart <= 4 else 1 if apart <= WITHIN else 2
    amounts = [row for row in rows if row["measure"] not in ("growth", "change", "ratio")]
    differing = sum(len({row[name] for row in amounts}) > 1 for name in DIMENSIONS)
    misfit = {HOLDS: 0.0, FAILS: 1.0}.get(judgement.verdict, 0.5)
    odd = distance + max(0, differing - 1) + misfit + _chance(relation, rows)
    return odd + _picked(relation, by_claim) - _meant(relation, rows)


def _chance(relation: Relation, rows: list[Row]) -> float:
    """What makes a fit cheap: small counts, more than one part."""
    if relation.kind not in ("sum", "limit"):
        return {"product": 2.0, "share": 1.0, "ratio": 1.0}.get(relation.kind, 0.0)
    total = 100.0 if HUNDRED in relation.roles.get("total", ()) else float(rows[-1]["value"])
    small = rows[-1]["measure"] == "count" and abs(total) <= SMALL
    return 0.25 * (len(rows) > 2) + small


def _picked(relation: Relation, by_claim: Mapping[str, Row]) -> float:
    """How far parts are picked from between others, those that are themselves parts of one of them aside."""
    if relation.kind != "sum":
        return 0.0
    work, numbers = "", []
    for claim in relation.claims:
        work, _, number = claim.rpartition("-")
        numbers.append(int(number))
    between = (by_claim.get(f"{work}-{number:03}") for number in range(min(numbers), max(numbers)))
    others = [row for row in between if row and row["claim_id"] not in relation.claims]
    return min(2.5, 0.25 * sum(row["part_of"] not in relation.claims for row in others))


def _meant(relation: Relation, rows: list[Row]) -> float:
    """What says that the claims belong together: `part_of`, `fact`, periods that are those of the growth."""
    if relation.kind in ("sum", "limit"):
        parts = rows[: len(relation.roles["parts"])]
        whole = rows[-1]["claim_id"]
        return 2.0 * all(row["part_of"] == whole for row in parts)
    if relation.kind == "equal":
        return 2.0 * (rows[0]["fact"] == rows[1]["fact"])
    if relation.kind in ("growth", "change"):
        growth, start, end = rows
        same = growth["indicator"] == start["indicator"] == end["indicator"]
        return same + (growth["base_period"] == start["period"] != "") + (growth["period"] == end["period"])
    return 0.0


def as_yaml(candidate: Candidate, rows: Mapping[str, Row]) -> str:
    """A candidate ready to paste, with the printed words and the arithmetic as comments."""
    relation = candidate.relation
    lines = [f"# {_arithmetic(candidate, rows)}"]
    lines += [f"#   {_words(rows[claim])}" for claim in relation.claims]
    lines += [f"- id: {relation.id}", f"  kind: {relation.kind}", f"  about: {relation.about}"]
    for role, claims in relation.roles.items():
        lines.append(f"  {role}: {'[' + ', '.join(claims) + ']' if role.endswith('s') else claims[0]}")
    if relation.density:
        lines.append(f"  density: [{', '.join(relation.density.cells())}]")
    if candidate.judgement.verdict == FAILS:
        lines.append("  explained:")
    return "\n".join(lines) + "\n"


def _arithmetic(candidate: Candidate, rows: Mapping[str, Row]) -> str:
    left, right = spelt(candidate.relation, terms_of(candidate.relation, rows))
    judged, sign = candidate.judgement, "<=" if candidate.relation.kind == "limit" else "="
    if judged.sides is None:
        return f"{judged.verdict} (score {candidate.score:g}): {left} {sign} {right}: {judged.reason}"
    sides = judged.sides
    ends = [" to ".join(end or "…" for end in side.cells()) for side in (sides.left, sides.right)]
    gap = f", gap {judged.gap}" if judged.verdict == FAILS else ""
    reason = f" ({judged.reason})" if judged.reason else ""
    told = f"{left} {sign} {right}: {ends[0]} and {ends[1]} {sides.unit}{gap}{reason}"
    return f"{judged.verdict} (score {candidate.score:g}): {told}"


def _words(row: Row) -> str:
    """What a claim prints, where, and about what."""
    about = [row[name] for name in ("indicator", "measure", *DIMENSIONS[1:], "section", "subject")]
    flag = f" [{row['flag']}]" if row["flag"] else ""
    return f"{row['claim_id']}{flag} line {row['line']} “{row['printed']}”: {' '.join(filter(None, about))}"
