"""The relations between claims, judged: the rows of the table `relations`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from silkfigures.checks.arithmetic import HUNDRED_PERCENT, Sides, Terms, sides, term
from silkfigures.checks.conversion import NoConversion, OtherThing, TwoCurrencies, Units
from silkfigures.checks.interval_arithmetic import written
from silkfigures.checks.relations_file import HUNDRED, RELATIONS, Relation, load_relations
from silkfigures.checks.spelling import spelt
from silkfigures.readings.errors import Errors, Slip, nearest

Row = Mapping[str, str]
HOLDS, FAILS, CANNOT_TELL = "holds", "fails", "cannot_tell"
FLAG = "flag the claim in its reading, with the reason in its note, or mend the relation"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the arithmetic says: the sides where they can be computed, the verdict, and why it is open."""

    sides: Sides | None
    verdict: str
    reason: str = ""

    @property
    def gap(self) -> str:
        """How far the sides are apart, in their unit; empty where it cannot be told."""
        if self.sides is None or self.verdict == CANNOT_TELL:
            return ""
        return "0" if self.verdict == HOLDS else written(self.sides.left.gap(self.sides.right))


def relation_rows(root: Path, figures: Iterable[Row], units: Units, errors: Errors) -> list[dict[str, str]]:
    """The rows of the table `relations`, in the order of `validation/relations.yaml`; none without it.

    Parameters
    ----------
    root : Path
        The repository.
    figures : iterable of mapping
        Rows of the table of that name, as text.
    units : Units
    errors : Errors
        Gets every slip: what is wrong in the file, claims that do not exist, units that do not compare, a
        failing relation without an explanation or without a flag on its claims.
    """
    claims = {row["claim_id"]: row for row in figures}
    found = []
    for relation in load_relations(root, errors):
        with errors.at(RELATIONS, relation.source_line):
            found.append(relation_row(relation, claims, units))
            _check_words(relation, found[-1]["verdict"])
            _check_flag(relation, found[-1])
    return found


def relation_row(relation: Relation, claims: Mapping[str, Row], units: Units) -> dict[str, str]:
    """One row of the table `relations`. Raises Slip for a claim that is not there, or units that differ."""
    rows = [_named(relation, claim, claims) for claim in relation.claims]
    judged = judge(relation, claims, units)
    mended = any(row["corrected_value"] for row in rows)
    likely = judge(relation, claims, units, corrected=True) if mended else None
    works = list(dict.fromkeys(row["work"] for row in rows))
    left, right = spelt(relation, terms_of(relation, claims))
    known = judged.sides
    left_ends, right_ends = (known.left.cells(), known.right.cells()) if known else (("", ""), ("", ""))
    flags = sorted({row["flag"] for row in rows if row["flag"]}) if judged.verdict == FAILS else []
    return {
        "relation": relation.id,
        "work": works[0] if len(works) == 1 else "",
        "kind": relation.kind,
        "about": relation.about,
        "left": left,
        "right": right,
        **dict(zip(("left_lower", "left_upper"), left_ends, strict=True)),
        **dict(zip(("right_lower", "right_upper"), right_ends, strict=True)),
        "unit": known.unit if known else "",
        "gap": judged.gap,
        "verdict": judged.verdict,
        "flag": " ".join(flags),
        "verdict_corrected": likely.verdict if likely else "",
        "note": relation.explained or judged.reason,
    }


def terms_of(relation: Relation, claims: Mapping[str, Row], corrected: bool = False) -> Terms:
    """The terms of a relation by role, from the rows of `figures` by claim."""
    return {
        role: [HUNDRED_PERCENT if name == HUNDRED else term(claims[name], corrected) for name in names]
        for role, names in relation.roles.items()
    }


def judge(relation: Relation, claims: Mapping[str, Row], units: Units, corrected: bool = False) -> Judgement:
    """Whether a relation holds.

    It fails when its sides have no number in common; it holds when they have and all ends are known, or when
    a limit is kept whatever the open ends are; else it cannot be told, and the reason says why.

    Parameters
    ----------
    relation : Relation
    claims : mapping
        Rows of `figures` by claim; those of the relation must be there.
    units : Units
    corrected : bool
        Judge the likely figures where the print is wrong.

    Raises
    ------
    Slip
        When the units measure different things, or are two currencies and no correction mends that.
    """
    terms = terms_of(relation, claims, corrected)
    try:
        found = sides(relation, terms, units)
    except TwoCurrencies as error:
        if corrected or not _compares(relation, claims, units):
            raise Slip(f"{relation.id}: {error}", "compare amounts of one currency only") from None
        return Judgement(None, CANNOT_TELL, str(error))
    except OtherThing as error:
        raise Slip(f"{relation.id}: {error}", "mend the kind or the claims of the relation") from None
    except NoConversion as error:
        return Judgement(None, CANNOT_TELL, str(error))
    except ZeroDivisionError:
        return Judgement(None, CANNOT_TELL, "what is divided by may be zero or less")
    return _verdict(relation, found, terms)


def _compares(relation: Relation, claims: Mapping[str, Row], units: Units) -> bool:
    """Whether the likely figures are in units that compare."""
    try:
        sides(relation, terms_of(relation, claims, corrected=True), units)
    except (NoConversion, ZeroDivisionError):
        return False
    return True


def _verdict(relation: Relation, found: Sides, terms: Terms) -> Judgement:
    if relation.kind == "limit":
        fails, certain = found.left.lower > found.right.upper, found.left.upper <= found.right.lower
    else:
        fails, certain = not found.left.meets(found.right), False
    if fails:
        return Judgement(found, FAILS)
    if certain or (found.left.bounded and found.right.bounded):
        return Judgement(found, HOLDS)
    return Judgement(found, CANNOT_TELL, _open(terms))


def _open(terms: Terms) -> str:
    """Which terms leave a side without a bound."""
    told = []
    for one in (one for role in terms.values() for one in role):
        ends = [name for name, cell in zip(("lower", "upper"), one.interval.cells(), strict=True) if not cell]
        if ends:
            told.append(f"{one.claim} has no {' and no '.join(ends)} bound")
    return "; ".join(told) or "what is divided by may be next to nothing"


def _named(relation: Relation, claim: str, claims: Mapping[str, Row]) -> Row:
    if claim not in claims:
        raise Slip(f"{relation.id}: no such claim: {claim}", nearest(claim, claims))
    return claims[claim]


def _check_words(relation: Relation, verdict: str) -> None:
    if verdict == FAILS and not relation.explained:
        raise Slip(f"{relation.id} fails and is not explained", "say in `explained` why the source is off")
    if verdict != FAILS and relation.explained:
        raise Slip(f"{relation.id} is explained and does not fail ({verdict})", "remove `explained`")


def _check_flag(relation: Relation, row: Row) -> None:
    if row["verdict"] == FAILS and not row["flag"]:
        claims = ", ".join(relation.claims)
        raise Slip(f"{relation.id} fails by {row['gap']} {row['unit']} and none of {claims} has a flag", FLAG)
