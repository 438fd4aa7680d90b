"""Conflicts: claims about the same thing whose intervals do not meet, with the likely cause."""

from __future__ import annotations

from dataclasses import dataclass, field

from silkfigures.checks.conflict_pairs import Claims, Comparison, Pair
from silkfigures.checks.conflicts_file import DIFFERENT, NOBODY, Judgement
from silkfigures.checks.conversion import NoConversion, TwoCurrencies
from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.schemas.preference import READER, preferred

CURRENCY, ROUNDING = "currency", "rounding"
#: Flags that name a cause of conflicts as well.
CAUSES_FLAGGED = ("magnitude", "unit", CURRENCY, "period", "definition")
_NO_ARITHMETIC = dict.fromkeys(
    ("lower", "upper", "other_lower", "other_upper", "unit", "gap", "relative_gap"), ""
)
Cells = dict[str, str]
Verdicts = dict[Pair, Judgement]


@dataclass(frozen=True, slots=True)
class Compared:
    """What the comparison of all claims gives.

    `rows` are those of the table `conflicts`; `agreeing` the pairs of two publications that meet, with their
    basis; `different` the pairs that a reader says are not about the same thing, with the reason.
    """

    rows: list[Cells] = field(default_factory=list)
    agreeing: dict[Pair, str] = field(default_factory=dict)
    different: dict[Pair, str] = field(default_factory=dict)


def compare_claims(claims: Claims, judged: Verdicts) -> Compared:
    """Compare all pairs that are about the same thing, in the order of `figures`.

    The cause of a row is empty where neither its judgement nor the claims themselves tell one.

    >>> compare_claims(Claims([], [], []), {}).rows
    []
    """
    result = Compared()
    for pair in sorted({*claims.strict, *judged}, key=claims.place):
        judgement = judged.get(pair)
        if judgement and judgement.verdict == DIFFERENT:
            result.different[pair] = judgement.why
            continue
        try:
            comparison = claims.compare(pair)
        except TwoCurrencies:
            if judgement or CURRENCY in _flags(pair, claims):
                result.rows.append(_row(pair, claims, None, judgement))
            continue
        except NoConversion:
            continue
        if not comparison.meets:
            result.rows.append(_row(pair, claims, comparison, judgement))
        elif claims.rows[pair[0]]["work"] != claims.rows[pair[1]]["work"]:
            result.agreeing[pair] = claims.basis(pair)
    return result


def _flags(pair: Pair, claims: Claims) -> list[str]:
    return [claims.rows[claim]["flag"] for claim in pair]


def _row(pair: Pair, claims: Claims, comparison: Comparison | None, judgement: Judgement | None) -> Cells:
    """A row of the table `conflicts`; `comparison` is None between two currencies."""
    cause, note = _cause(pair, claims, comparison)
    if judgement:
        cause, note = judgement.cause or cause, judgement.why
    better, rule = _better(pair, claims, judgement)
    arithmetic = comparison.cells() if comparison else _NO_ARITHMETIC
    names = {"claim": pair[0], "other": pair[1], "basis": claims.basis(pair)}
    return names | arithmetic | {"cause": cause, "preferred": better, "rule": rule, "note": note}


def _cause(pair: Pair, claims: Claims, comparison: Comparison | None) -> tuple[str, str]:
    """The cause that the claims themselves tell and the reason in a line; two empty strings where none."""
    rows = [claims.rows[claim] for claim in pair]
    for row in rows:
        if row["flag"] in CAUSES_FLAGGED and (comparison or row["flag"] == CURRENCY):
            return row["flag"], row["note"]
    if comparison is None:
        return CURRENCY, ""
    if cut_off(comparison.one, comparison.other):
        return ROUNDING, "The two meet when the rougher figure is cut off instead of rounded."
    return "", ""


def cut_off(one: Interval, other: Interval) -> bool:
    """Whether the finer of two figures lies within the last digit of the rougher one, were that cut off.

    >>> cut_off(Interval.of("1781.5", "1782.5"), Interval.of("1782.745", "1782.755"))
    True
    >>> cut_off(Interval.of("1781.5", "1782.5"), Interval.of("1783.245", "1783.255"))
    False
    """
    if not one.bounded or not other.bounded:
        return False
    fine, rough = sorted((one, other), key=lambda side: side.upper - side.lower)
    if rough.lower < 0:
        fine, rough = -fine, -rough
    half = (rough.upper - rough.lower) / 2
    exact = fine.upper - fine.lower < rough.upper - rough.lower
    return exact and rough.upper < fine.lower and fine.upper <= rough.upper + half


def _better(pair: Pair, claims: Claims, judgement: Judgement | None) -> tuple[str, str]:
    """The preferred claim and the rule: the reader's choice first, for the facts it names."""
    one, other = (claims.settled[claim] for claim in pair)
    wanted = judgement.prefer if judgement else ""
    if wanted == NOBODY:
        return "", ""
    if wanted:
        chosen = [row["claim_id"] for row in (one, other) if row["fact"] == claims.rows[wanted]["fact"]]
        if len(chosen) == 1 or wanted in pair:
            return wanted if wanted in pair else chosen[0], READER
    return preferred(one, other, claims.years)
