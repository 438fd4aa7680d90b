"""Every kind of relation and every verdict, with arithmetic that was worked out by hand."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.checks.relations import judge, relation_row, terms_of
from silkfigures.checks.relations_file import KINDS, Relation
from silkfigures.checks.spelling import read_back, spelt
from silkfigures.readings.errors import Slip

CLAIMS = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("claims.py"))))
claim, by_claim = CLAIMS.claim, CLAIMS.by_claim
A, B, C, D, E = (f"tea2020-00{n}" for n in range(1, 6))


def relation(kind: str, density: Interval | None = None, **roles: str) -> Relation:
    """A relation; the claims of a role in one text, parted by spaces."""
    named = {"from_": "from"}
    found = {
        named.get(role, role): (words,) if words.startswith("100 ") else tuple(words.split())
        for role, words in roles.items()
    }
    return Relation("made-up", kind, "Made up.", {role: found[role] for role in KINDS[kind]}, density)


def row(given: Relation, *rows: dict[str, str]) -> dict[str, str]:
    return relation_row(given, by_claim(*rows), CLAIMS.units())


def told(found: dict[str, str]) -> tuple[str, ...]:
    """Both intervals, unit, gap and verdict."""
    ends = (f"{found[f'{side}_lower']}..{found[f'{side}_upper']}" for side in ("left", "right"))
    return (*ends, found["unit"], found["gap"], found["verdict"])


GROWTH = {"measure": "growth", "unit": "percent"}

# relation, claims, (left, right, unit, gap, verdict), the two sides as spelt
CASES = {
    # 3.65 + 2.25 = 5.9 and 3.75 + 2.35 = 6.1; 5.85 to 5.95 has 5.9 to 5.95 in common with it
    "a sum holds": (
        relation("sum", parts=f"{A} {B}", total=C),
        [claim(1, "3.65", "3.75"), claim(2, "2.25", "2.35"), claim(3, "5.85", "5.95")],
        ("5.9..6.1", "5.85..5.95", "USD", "0", "holds"),
        (f"{A} + {B}", C),
    ),
    # 3.65 + 2.25 = 5.9; the total ends at 5.8: 0.1 apart
    "a sum fails": (
        relation("sum", parts=f"{A} {B}", total=C),
        [claim(1, "3.65", "3.75"), claim(2, "2.25", "2.35"), claim(3, "5.7", "5.8", flag="arithmetic")],
        ("5.9..6.1", "5.7..5.8", "USD", "0.1", "fails"),
        (f"{A} + {B}", C),
    ),
    "a sum that touches holds": (
        relation("sum", parts=f"{A} {B}", total=C),
        [claim(1, "1", "2"), claim(2, "1", "2"), claim(3, "4", "5")],
        ("2..4", "4..5", "USD", "0", "holds"),
        (f"{A} + {B}", C),
    ),
    "an open part leaves a sum open": (
        relation("sum", parts=f"{A} {B}", total=C),
        [claim(1, "3", ""), claim(2, "2", "2"), claim(3, "6", "7")],
        ("5..", "6..7", "USD", "", "cannot_tell"),
        (f"{A} + {B}", C),
    ),
    "an open part that is too much already fails": (
        relation("sum", parts=f"{A} {B}", total=C),
        [claim(1, "5", "", flag="unit"), claim(2, "4", "4"), claim(3, "6", "7")],
        ("9..", "6..7", "USD", "2", "fails"),
        (f"{A} + {B}", C),
    ),
    # 24 + 19 + 57, each give or take a half
    "shares make up the whole": (
        relation("sum", parts=f"{A} {B} {C}", total="100 percent"),
        [claim(1, "23.5", "24.5", "percent"), claim(2, "18.5", "19.5", "percent"),
         claim(3, "57", "57", "percent")],
        ("99..101", "100..100", "percent", "0", "holds"),
        (f"{A} + {B} + {C}", "100 percent"),
    ),
    # 500 kg and 1 t are 1.5 t
    "parts in another unit are converted": (
        relation("sum", parts=f"{A} {B}", total=C),
        [claim(1, "500", "500", "kg"), claim(2, "1", "1", "t"), claim(3, "1.4", "1.6", "t")],
        ("1.5..1.5", "1.4..1.6", "t", "0", "holds"),
        (f"{A} + {B}", C),
    ),
    "a third and 67 percent are the whole": (
        relation("sum", parts=f"{A} {B}", total="100 percent"),
        [claim(1, "0.32", "0.34", "times"), claim(2, "66.5", "67.5", "percent")],
        ("98.5..101.5", "100..100", "percent", "0", "holds"),
        (f"{A} + {B}", "100 percent"),
    ),
    "a limit is kept": (
        relation("limit", parts=f"{A} {B}", whole=C),
        [claim(1, "1", "2"), claim(2, "1", "2"), claim(3, "9", "10")],
        ("2..4", "9..10", "USD", "0", "holds"),
        (f"{A} + {B}", C),
    ),
    "a limit is kept whatever the whole is above": (
        relation("limit", parts=A, whole=B),
        [claim(1, "1", "2"), claim(2, "9", "")],
        ("1..2", "9..", "USD", "0", "holds"),
        (A, B),
    ),
    "a limit is broken": (
        relation("limit", parts=f"{A} {B}", whole=C),
        [claim(1, "6", "7"), claim(2, "5", "6"), claim(3, "9", "10", flag="definition")],
        ("11..13", "9..10", "USD", "1", "fails"),
        (f"{A} + {B}", C),
    ),
    "an open part may break a limit": (
        relation("limit", parts=f"{A} {B}", whole="100 percent"),
        [claim(1, "40", "", "percent"), claim(2, "10", "10", "percent")],
        ("50..", "100..100", "percent", "", "cannot_tell"),
        (f"{A} + {B}", "100 percent"),
    ),
    # 4 to 5 over 8 to 10: from 4/10 to 5/8 of it, a fall of 60 to 37.5 percent
    "a growth in percent": (
        relation("growth", growth=A, from_=B, to=C),
        [claim(1, "-40", "-30", **GROWTH), claim(2, "8", "10"), claim(3, "4", "5")],
        ("-40..-30", "-60..-37.5", "percent", "0", "holds"),
        (A, f"{C} / {B} - 1"),
    ),
    "a growth that fails": (
        relation("growth", growth=A, from_=B, to=C),
        [claim(1, "-30", "-20", **GROWTH, flag="arithmetic"), claim(2, "8", "10"), claim(3, "4", "5")],
        ("-30..-20", "-60..-37.5", "percent", "7.5", "fails"),
        (A, f"{C} / {B} - 1"),
    ),
    # 1/3 to 2/3 of it: an endless fraction is cut to 12 digits
    "a growth without an end in decimals": (
        relation("growth", growth=A, from_=B, to=C),
        [claim(1, "-50", "-40", **GROWTH), claim(2, "3", "3"), claim(3, "1", "2")],
        ("-50..-40", "-66.6666666667..-33.3333333333", "percent", "0", "holds"),
        (A, f"{C} / {B} - 1"),
    ),
    "a growth to so many times": (
        relation("growth", growth=A, from_=B, to=C),
        [claim(1, "2.35", "2.45", "times", measure="growth"), claim(2, "10", "10"), claim(3, "23", "25")],
        ("2.35..2.45", "2.3..2.5", "times", "0", "holds"),
        (A, f"{C} / {B}"),
    ),
    "a fall to a third": (
        relation("growth", growth=A, from_=B, to=C),
        [claim(1, "-3.5", "-2.5", "times", measure="growth"), claim(2, "30", "30"), claim(3, "8", "10")],
        ("-3.5..-2.5", "-3.75..-3", "times", "0", "holds"),
        (A, f"-{B} / {C}"),
    ),
    "a fall by a quarter, printed as a fraction": (
        relation("growth", growth=A, from_=B, to=C),
        [claim(1, "-0.25", "-0.25", "times", measure="growth"), claim(2, "4", "4"), claim(3, "3", "3")],
        ("-0.25..-0.25", "-0.25..-0.25", "times", "0", "holds"),
        (A, f"{C} / {B} - 1"),
    ),
    "growth from next to nothing has no upper bound": (
        relation("growth", growth=A, from_=B, to=C),
        [claim(1, "90", "110", **GROWTH), claim(2, "0", "2"), claim(3, "2", "2")],
        ("90..110", "0..", "percent", "", "cannot_tell"),
        (A, f"{C} / {B} - 1"),
    ),
    "growth from below zero cannot be told": (
        relation("growth", growth=A, from_=B, to=C),
        [claim(1, "90", "110", **GROWTH), claim(2, "-1", "2"), claim(3, "2", "2")],
        ("..", "..", "", "", "cannot_tell"),
        (A, f"{C} / {B} - 1"),
    ),
    # 17.8 less 15.8, each exact
    "a change": (
        relation("change", change=A, from_=B, to=C),
        [claim(1, "-2500", "-1500", "km2", measure="change"), claim(2, "17800", "17800", "km2"),
         claim(3, "15800", "15900", "km2")],
        ("-2500..-1500", "-2000..-1900", "km2", "0", "holds"),
        (A, f"{C} - {B}"),
    ),
    "a change in percentage points": (
        relation("change", change=A, from_=B, to=C),
        [claim(1, "4", "6", "percentage_point", measure="change", flag="unit"),
         claim(2, "40", "41", "percent"),
         claim(3, "49", "50", "percent")],
        ("4..6", "8..10", "percentage_point", "2", "fails"),
        (A, f"{C} - {B}"),
    ),
    # 102 km of 228 km: 101.5/228.5 = 44.4 to 102.5/227.5 = 45.1 percent
    "a share that fails": (
        relation("share", share=A, part=B, whole=C),
        [claim(1, "70", "71", "percent", measure="share", flag="arithmetic"), claim(2, "100", "102", "km"),
         claim(3, "200", "250", "km")],
        ("70..71", "40..51", "percent", "19", "fails"),
        (A, f"{B} / {C}"),
    ),
    "a share of metres in kilometres": (
        relation("share", share=A, part=B, whole=C),
        [claim(1, "49", "51", "percent", measure="share"), claim(2, "500", "500", "m"),
         claim(3, "1", "1", "km")],
        ("49..51", "50..50", "percent", "0", "holds"),
        (A, f"{B} / {C}"),
    ),
    # 85 km2 are 425 000 times 200 m2
    "a ratio that fails": (
        relation("ratio", ratio=A, of=B, to=C),
        [claim(1, "400000", "400000", "times", measure="ratio", flag="arithmetic"),
         claim(2, "85", "85", "km2"), claim(3, "0.0002", "0.0002", "km2")],
        ("400000..400000", "425000..425000", "times", "25000", "fails"),
        (A, f"{B} / {C}"),
    ),
    "a ratio in percent": (
        relation("ratio", ratio=A, of=B, to=C),
        [claim(1, "194.5", "195.5", "percent", measure="ratio"), claim(2, "390", "390"),
         claim(3, "200", "200")],
        ("194.5..195.5", "195..195", "percent", "0", "holds"),
        (A, f"{B} / {C}"),
    ),
    # 14 trains a day of 2 000 t are 28 000 t a day; a year of 365.25 days has 10.227 Mt
    "trains a day by tonnes a train": (
        relation("product", factors=f"{A} {B}", result=C),
        [claim(1, "14", "14", "train/day"), claim(2, "2000", "2000", "t"),
         claim(3, "10000000", "11000000", "t/year")],
        ("10227000..10227000", "10000000..11000000", "t/year", "0", "holds"),
        (f"{A} * {B}", C),
    ),
    "tonnes a year by years": (
        relation("product", factors=f"{A} {B}", result=C),
        [claim(1, "5", "6", "t/year"), claim(2, "10", "10", "year"), claim(3, "70", "80", "t", flag="unit")],
        ("50..60", "70..80", "t", "10", "fails"),
        (f"{A} * {B}", C),
    ),
    "printed twice": (
        relation("equal", claims=f"{A} {B}"),
        [claim(1, "66", "67", "t/year"), claim(2, "66.5", "67.5", "t/year")],
        ("66..67", "66.5..67.5", "t/year", "0", "holds"),
        (A, B),
    ),
    # 100 m3 of 800 to 900 kg each are 80 to 90 t
    "tonnes and cubic metres of oil": (
        relation("equal", Interval.of("800", "900"), claims=f"{A} {B}"),
        [claim(1, "89", "91", "t"), claim(2, "100", "100", "m3")],
        ("89..91", "80..90", "t", "0", "holds"),
        (A, f"{B} at 800 to 900 kg/m3"),
    ),
    # 80 t are 100 m3 at 800 and 88.888… at 900
    "cubic metres and tonnes of oil": (
        relation("equal", Interval.of("800", "900"), claims=f"{A} {B}"),
        [claim(1, "101", "103", "m3", flag="unit"), claim(2, "80", "80", "t")],
        ("101..103", "88.8888888889..100", "m3", "1", "fails"),
        (A, f"{B} at 800 to 900 kg/m3"),
    ),
    # 1 000 barrels a day: 158.987294928 m3 a day, 58 070.109472452 a year; at 1 000 kg as many tonnes
    "barrels a day and tonnes a year": (
        relation("equal", Interval.of("1000", "1000"), claims=f"{A} {B}"),
        [claim(1, "58000", "58100", "t/year"), claim(2, "1000", "1000", "bbl/day")],
        ("58000..58100", "58070.109472452..58070.109472452", "t/year", "0", "holds"),
        (A, f"{B} at 1000 to 1000 kg/m3"),
    ),
    "a mass and a volume without a density": (
        relation("equal", claims=f"{A} {B}"),
        [claim(1, "89", "91", "t"), claim(2, "100", "100", "m3")],
        ("..", "..", "", "", "cannot_tell"),
        (A, B),
    ),
    "an amount and a rate": (
        relation("sum", parts=f"{A} {B}", total=C),
        [claim(1, "1", "1", "t"), claim(2, "1", "1", "t"), claim(3, "2", "2", "t/year")],
        ("..", "..", "", "", "cannot_tell"),
        (f"{A} + {B}", C),
    ),
    "growth by 100 percent is growth to 2 times": (
        relation("equal", claims=f"{A} {B}"),
        [claim(1, "99", "101", **GROWTH), claim(2, "2", "2", "times", measure="growth")],
        ("99..101", "100..100", "percent", "0", "holds"),
        (A, B),
    ),
    # 100 grew by 25 % from 80 and 60 by 20 % from 50: 160 against 130 is 30/130 more
    "a sum grows as its parts do": (
        relation("growth_of_sum", growth=A, levels=f"{B} {D}", growths=f"{C} {E}"),
        [claim(1, "22.5", "23.5", **GROWTH), claim(2, "100", "100"), claim(3, "25", "25", **GROWTH),
         claim(4, "60", "60"), claim(5, "20", "20", **GROWTH)],
        ("22.5..23.5", "23.0769230769..23.0769230769", "percent", "0", "holds"),
        (A, f"growth of {B} by {C} + {D} by {E}"),
    ),
    # had the 60 fallen by 20 % from 75, 160 against 155 would be 5/155 more: 3.22580645161 %
    "a part that fell cannot have grown": (
        relation("growth_of_sum", growth=A, levels=f"{B} {D}", growths=f"{C} {E}"),
        [claim(1, "22.5", "23.5", **GROWTH), claim(2, "100", "100"), claim(3, "25", "25", **GROWTH),
         claim(4, "60", "60"), claim(5, "-20", "-20", **GROWTH, flag="direction")],
        ("22.5..23.5", "3.22580645161..3.22580645161", "percent", "19.2741935484", "fails"),
        (A, f"growth of {B} by {C} + {D} by {E}"),
    ),
    # 100 to 110 from half as much, 30 doubled from 15: 65 or 70 before, twice as much after in any case
    "growth in times of parts that doubled": (
        relation("growth_of_sum", growth=A, levels=f"{B} {D}", growths=f"{C} {E}"),
        [claim(1, "1.5", "2.5", "times", measure="growth"), claim(2, "100", "110"),
         claim(3, "2", "2", "times", measure="growth"), claim(4, "30", "30"),
         claim(5, "100", "100", **GROWTH)],
        ("1.5..2.5", "2..2", "times", "0", "holds"),
        (A, f"growth of {B} by {C} + {D} by {E}"),
    ),
    "three are named and counted": (
        relation("count", items=f"{A} {B} {C}", count=D),
        [claim(1, "1", "1", "km"), claim(2, "1", "1", "km"), claim(3, "1", "1", "km"),
         claim(4, "3", "3", "count")],
        ("3..3", "3..3", "count", "0", "holds"),
        (f"number of {A}, {B}, {C}", D),
    ),
    "four are counted and three named": (
        relation("count", items=f"{A} {B} {C}", count=D),
        [claim(1, "1", "1"), claim(2, "1", "1"), claim(3, "1", "1"),
         claim(4, "4", "4", "count", flag="arithmetic")],
        ("3..3", "4..4", "count", "1", "fails"),
        (f"number of {A}, {B}, {C}", D),
    ),
    # 8 t are more than 5 t, 3 000 kg are less
    "the second largest": (
        relation("rank", rank=A, of=B, others=f"{C} {D}"),
        [claim(1, "2", "2", "rank", measure="rank"), claim(2, "5", "5", "t"), claim(3, "8", "8", "t"),
         claim(4, "3000", "3000", "kg")],
        ("2..2", "2..2", "rank", "0", "holds"),
        (A, f"place of {B} among {C}, {D}"),
    ),
    "the third cannot be called the second": (
        relation("rank", rank=A, of=B, others=f"{C} {D}"),
        [claim(1, "2", "2", "rank", measure="rank", flag="arithmetic"), claim(2, "5", "5"),
         claim(3, "8", "8"),
         claim(4, "6", "6")],
        ("2..2", "3..3", "rank", "1", "fails"),
        (A, f"place of {B} among {C}, {D}"),
    ),
    "a place that the print leaves open": (
        relation("rank", rank=A, of=B, others=f"{C} {D}"),
        [claim(1, "1", "1", "rank", measure="rank"), claim(2, "5", "6"), claim(3, "5.5", "6.5"),
         claim(4, "2", "3")],
        ("1..1", "1..2", "rank", "0", "holds"),
        (A, f"place of {B} among {C}, {D}"),
    ),
    # 100 t are 111.1 to 125 m3
    "tonnes that are more than the whole in cubic metres": (
        relation("limit", Interval.of("800", "900"), parts=A, whole=B),
        [claim(1, "100", "100", "t"), claim(2, "100", "110", "m3", flag="contradiction")],
        ("111.111111111..125", "100..110", "m3", "1.11111111111", "fails"),
        (A, f"{B} at 800 to 900 kg/m3"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_arithmetic(case: str) -> None:
    given, rows, wanted, sides = CASES[case]
    found = row(given, *rows)
    assert told(found) == wanted
    assert (found["left"], found["right"]) == sides


@pytest.mark.parametrize("case", CASES)
def test_what_a_row_spells_is_read_back(case: str) -> None:
    given, rows, _, sides = CASES[case]
    read = read_back(given.kind, *sides)
    assert (read.kind, read.roles, read.density) == (given.kind, given.roles, given.density)
    assert spelt(read, terms_of(read, by_claim(*rows))) == sides


def test_every_kind_has_a_case_that_holds_and_the_failing_name_their_flags() -> None:
    holding = {given.kind for given, _, wanted, _ in CASES.values() if wanted[-1] == "holds"}
    assert holding == set(KINDS)
    for given, rows, wanted, _ in CASES.values():
        assert bool(row(given, *rows)["flag"]) == (wanted[-1] == "fails")


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ("an open part leaves a sum open", f"{A} has no upper bound"),
        ("an open part may break a limit", f"{A} has no upper bound"),
        ("growth from below zero cannot be told", "what is divided by may be zero or less"),
        ("growth from next to nothing has no upper bound", "what is divided by may be next to nothing"),
        ("a mass and a volume without a density", "between m3 and t stands the density of the goods"),
        ("an amount and a rate", "between t and t/year stands a time that is not printed"),
    ],
)
def test_the_reason_why_it_cannot_be_told(case: str, reason: str) -> None:
    given, rows, _, _ = CASES[case]
    assert row(given, *rows)["note"] == reason


@pytest.mark.parametrize(("kind", "left", "right"), [
    ("sum", "", A), ("sum", f"{A} + {B}", ""), ("growth", A, B), ("equal", f"{A} + {B}", C), ("tea", A, B),
    ("share", "", f"{A} / {B}"), ("rank", A, f"place of {B}"), ("growth_of_sum", A, f"growth of {B} by {C}"),
    ("growth_of_sum", A, f"growth of {B} by {C} + {D}"), ("count", f"number of {A}", ""),
])  # fmt: skip
def test_what_spells_no_relation(kind: str, left: str, right: str) -> None:
    assert read_back(kind, left, right) is None


def test_a_relation_across_publications_has_no_work() -> None:
    given = relation("equal", claims=f"{A} lee2021-001")
    assert row(given, claim(1, "1", "2"), claim(1, "1", "2", work="lee2021"))["work"] == ""
    assert (
        row(relation("equal", claims=f"{A} {B}"), claim(1, "1", "2"), claim(2, "1", "2"))["work"] == "tea2020"
    )


def test_the_flags_of_a_failing_relation_stand_once_and_sorted() -> None:
    given = relation("sum", parts=f"{A} {B}", total=C)
    rows = [
        claim(1, "1", "1", flag="unit"),
        claim(2, "1", "1", flag="period"),
        claim(3, "9", "9", flag="unit"),
    ]
    assert row(given, *rows)["flag"] == "period unit"


def test_a_correction_scales_the_bounds() -> None:
    """996 bn for 996 mn: 995.5 to 996.5 mn is less than the 1 840 to 1 860 mn it fell from."""
    given = relation("growth", growth=A, from_=B, to=C)
    rows = [
        claim(1, "-46.5", "-45.5", **GROWTH),
        claim(2, "1840", "1860"),
        claim(3, "995500", "996500", flag="magnitude", corrected_value="996", corrected_unit="USD"),
    ]
    found = row(given, *rows)
    assert (found["verdict"], found["verdict_corrected"], found["flag"]) == ("fails", "holds", "magnitude")
    # 995.5 / 1860 - 1 = -46.48 percent, 996.5 / 1840 - 1 = -45.84 percent
    likely = judge(given, by_claim(*rows), CLAIMS.units(), corrected=True)
    assert likely.sides.right.cells() == ("-46.4784946237", "-45.8423913043")


def test_a_corrected_sign_turns_the_bounds_round() -> None:
    given = relation("equal", claims=f"{A} {B}")
    rows = [
        claim(1, "-11.35", "-11.25", **GROWTH, corrected_value="11.3", flag="direction"),
        claim(2, "11.35", "11.45", **GROWTH),
    ]
    found = row(given, *rows)
    assert (found["gap"], found["verdict"], found["verdict_corrected"]) == ("22.6", "fails", "holds")


def test_money_of_two_currencies_is_an_error_unless_a_correction_mends_it() -> None:
    given = relation("sum", parts=f"{A} {B}", total=C)
    rows = [claim(1, "1", "1"), claim(2, "1", "1", "CNY"), claim(3, "2", "2")]
    with pytest.raises(Slip, match="CNY and USD are two currencies"):
        row(given, *rows)
    rows[1] |= {"corrected_value": "1", "corrected_unit": "USD"}
    found = row(given, *rows)
    assert (found["verdict"], found["verdict_corrected"]) == ("cannot_tell", "holds")


@pytest.mark.parametrize(
    ("given", "rows", "message"),
    [
        (relation("sum", parts=f"{A} {B}", total=C), ["t", "km", "t"], "km and t measure different things"),
        (relation("share", share=A, part=B, whole=C), ["km", "t", "t"], "is in km, not in percent or times"),
        (relation("growth", growth=A, from_=B, to=C), ["percent", "USD", "t"], "measure different things"),
        (relation("change", change=A, from_=B, to=C), ["percent", "t", "t"], "measure different things"),
        (relation("product", factors=f"{A} {B}", result=C), ["t", "USD", "t"], "measure different things"),
        (relation("equal", claims=f"{A} {B}"), ["cake", "t"], "there is no unit cake"),
    ],
)
def test_units_that_measure_different_things(given: Relation, rows: list[str], message: str) -> None:
    with pytest.raises(Slip, match=message):
        row(given, *(claim(number, "1", "2", unit) for number, unit in enumerate(rows, 1)))


def test_an_unknown_claim_is_named_with_the_nearest() -> None:
    with pytest.raises(Slip, match="no such claim: tea2020-002") as slip:
        row(relation("equal", claims=f"{A} {B}"), claim(1, "1", "2"), claim(3, "1", "2"))
    assert "did you mean `tea2020-00" in slip.value.mend
