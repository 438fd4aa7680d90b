"""Pairs of claims that are about the same thing, and how far their intervals are apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from silkfigures.checks.conversion import NoConversion, Units
from silkfigures.checks.interval_arithmetic import Interval, written
from silkfigures.schemas.preference import settled

FACT, TERMS, READER = "fact", "terms", "reader"
#: Kilograms in a cubic metre of crude oil, from light to heavy (45 to 25 degrees API). The oils of the region
#: lie there; a claim in tonnes meets one in barrels when it does so at any density of the range.
CRUDE_OIL = Interval.of("800", "900")
DIMENSIONS = (
    *("reporter", "partner", "asset", "product", "sector", "instrument", "mode", "origin", "destination"),
    "basis",
)
WORDED = ("section", "subject")
SAID = ("indicator", "measure", *DIMENSIONS, *WORDED, "period", "base_period")
_CHANGES = ("growth", "change")

Row = Mapping[str, str]  # of `figures`
Pair = tuple[str, str]  # two claims, in the order of `figures`


@dataclass(frozen=True, slots=True)
class Comparison:
    """The intervals of two claims in the unit of the first."""

    one: Interval
    other: Interval
    unit: str

    @property
    def meets(self) -> bool:
        """Whether a number lies in both; touching is meeting."""
        return self.one.meets(self.other)

    def cells(self) -> dict[str, str]:
        """The arithmetic as the table `conflicts` writes it.

        The relative gap is that between the two ends that face each other, as a part of the larger of them.

        >>> Comparison(Interval.of("1", "2"), Interval.of("2.5", ""), "km").cells()["relative_gap"]
        '0.2'
        """
        gap = self.one.gap(self.other)
        below, above = sorted((self.one, self.other), key=lambda side: side.lower)
        part = gap / max(abs(Fraction(below.upper)), abs(Fraction(above.lower))) if gap else gap
        ends = dict(zip(("lower", "upper"), self.one.cells(), strict=True))
        ends |= dict(zip(("other_lower", "other_upper"), self.other.cells(), strict=True))
        return ends | {"unit": self.unit, "gap": written(gap), "relative_gap": _rounded(part)}


def _rounded(part: Fraction) -> str:
    """A part of a whole to four digits that count.

    >>> _rounded(Fraction(2, 3)), _rounded(Fraction(1, 8000))
    ('0.6667', '0.000125')
    """
    with localcontext() as context:
        context.prec = 4
        digits = format(Decimal(part.numerator) / Decimal(part.denominator), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


class Comparer:
    """Compares claims in one unit, with the units of the table `units`."""

    def __init__(self, units: Iterable[Row]) -> None:
        """Take the rows of the table; the registry is made of them when two units first differ."""
        self._rows = list(units)

    @cached_property
    def _units(self) -> Units:
        return Units(self._rows)

    def compare(self, one: Row, other: Row) -> Comparison:
        """The intervals of two claims in one unit.

        Raises
        ------
        NoConversion
            Where the units do not lead to one another; TwoCurrencies where both are money.
        """
        mine, theirs = (Interval.of(row["lower"], row["upper"]) for row in (one, other))
        if one["unit"] != other["unit"]:
            if one["measure"] in _CHANGES or other["measure"] in _CHANGES:
                raise NoConversion(
                    f"a {one['measure']} in {other['unit']} is no {one['measure']} in {one['unit']}"
                )
            crude = "crude_oil" in (one["product"], other["product"])
            theirs = self._units.convert(theirs, other["unit"], one["unit"], CRUDE_OIL if crude else None)
        return Comparison(mine, theirs, one["unit"])


def said(row: Row) -> tuple[str, ...]:
    """All that a claim says of what it measures: equal terms are about the same thing."""
    return tuple(row[name] for name in SAID)


def by_fact(figures: Sequence[Row]) -> dict[str, list[str]]:
    """The claims of each fact, in order.

    >>> dict(by_fact([{"claim_id": "a-001", "fact": "a-001"}, {"claim_id": "a-002", "fact": "a-001"}]))
    {'a-001': ['a-001', 'a-002']}
    """
    found = defaultdict(list)
    for row in figures:
        found[row["fact"]].append(row["claim_id"])
    return found


def strict_pairs(figures: Sequence[Row]) -> dict[Pair, str]:
    """All pairs that share a fact or have equal terms, each with its basis.

    >>> row = dict.fromkeys(SAID, "")
    >>> strict_pairs([row | {"claim_id": claim, "fact": claim} for claim in ("a-001", "b-001")])
    {('a-001', 'b-001'): 'terms'}
    """
    terms = defaultdict(list)
    for row in figures:
        terms[said(row)].append(row["claim_id"])
    found = {pair: TERMS for claims in terms.values() for pair in combinations(claims, 2)}
    return found | {pair: FACT for claims in by_fact(figures).values() for pair in combinations(claims, 2)}


class Claims:
    """The claims of `figures`, to be compared.

    `rows` are those of the table, by claim; `settled` the same with the flags that a preference looks at.
    """

    def __init__(self, figures: Sequence[Row], units: Iterable[Row], works: Iterable[Row]) -> None:
        """Take the rows of the three tables."""
        self.rows = {row["claim_id"]: row for row in figures}
        self.settled = {row["claim_id"]: row for row in settled(figures)}
        self.strict = strict_pairs(figures)
        self.facts = by_fact(figures)
        self.years = {work["work"]: work["issued"] for work in works}  # of publication
        self._order = {claim: at for at, claim in enumerate(self.rows)}
        self._comparer = Comparer(units)

    def pairs(self, named: Collection[str]) -> list[Pair]:
        """All pairs of some claims, each of which stands for its fact too, in the order of `figures`.

        Two claims of one fact are a pair only where both are named.
        """
        every = {other for claim in named for other in self.facts[self.rows[claim]["fact"]]}
        pairs = combinations(sorted(every, key=self._order.__getitem__), 2)
        return [pair for pair in pairs if self.basis(pair) != FACT or set(pair) <= set(named)]

    def place(self, pair: Pair) -> tuple[int, int]:
        """Where a pair stands in the order of `figures`."""
        return self._order[pair[0]], self._order[pair[1]]

    def basis(self, pair: Pair) -> str:
        """Why the two are about the same thing."""
        return self.strict.get(pair, READER)

    def compare(self, pair: Pair) -> Comparison:
        """The intervals of a pair; raises NoConversion."""
        return self._comparer.compare(self.rows[pair[0]], self.rows[pair[1]])
