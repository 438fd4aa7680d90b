"""Pairs of claims compared: basis, arithmetic, cause and preference, worked out by hand."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from silkfigures.checks.conflicts import compare_claims
from silkfigures.checks.conflicts_file import Judgement

MADE_UP = runpy.run_path(str(Path(__file__).with_name("conflict_claims.py")))
claim, claims = MADE_UP["claim"], MADE_UP["claims"]


def rows(*made: dict[str, str], why: Judgement | None = None) -> list[dict[str, str]]:
    """The rows of the table; `why` is the judgement on the first two claims."""
    given = claims(*made)
    pair = tuple(given.rows)[:2]
    return compare_claims(given, {pair: why} if why else {}).rows


def same(**facts: str) -> Judgement:
    return Judgement(("lee-001", "kim-001"), "same", "One road.", **facts)


def test_equal_terms_that_do_not_meet() -> None:
    (row,) = rows(
        claim("lee-001", "99", "101"), claim("kim-001", "199", "201", flag="magnitude", note="Why.")
    )
    assert row == {
        **{"claim": "lee-001", "other": "kim-001", "basis": "terms", "unit": "km"},
        **{"lower": "99", "upper": "101", "other_lower": "199", "other_upper": "201"},
        # from 101 to 199 there are 98, of 199
        **{"gap": "98", "relative_gap": "0.4925"},
        **{"cause": "magnitude", "preferred": "lee-001", "rule": "unflagged", "note": "Why."},
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [(("1", "2"), ("2", "3")), (("1", ""), ("50", "60")), (("", "5"), ("4", "")), (("1", "9"), ("4", "5"))],
)
def test_touching_open_and_nested_intervals_meet(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert rows(claim("lee-001", *one), claim("kim-001", *other)) == []


def test_an_open_interval_is_apart_from_what_lies_beyond_its_end() -> None:
    (row,) = rows(claim("lee-001", "", "5"), claim("kim-001", "6.5", ""), why=same(cause="misprint"))
    assert (row["lower"], row["upper"], row["other_lower"], row["other_upper"]) == ("", "5", "6.5", "")
    assert (row["gap"], row["relative_gap"]) == ("1.5", "0.2308")


def test_falls_are_apart_as_rises_are() -> None:
    growth = {"measure": "growth", "unit": "percent"}
    (row,) = rows(
        claim("lee-001", "-5.5", "-4.5", **growth),
        claim("kim-001", "-21", "-20", **growth),
        why=same(cause="source"),
    )
    assert (row["gap"], row["relative_gap"]) == ("14.5", "0.725")  # from -20 to -5.5, of 20


@pytest.mark.parametrize(
    "other",
    [
        *(
            {name: "X"}
            for name in ("partner", "asset", "section", "product", "subject", "period", "base_period")
        ),
        {"measure": "change"},
        {"reporter": "CHN"},
    ],
)
def test_other_terms_are_not_compared(other: dict[str, str]) -> None:
    assert rows(claim("lee-001", "1", "2"), claim("kim-001", "5", "6", **other)) == []


def test_claims_of_one_fact_in_two_units() -> None:
    # 1.0 to 1.1 barrels a day are 58.4 to 64.24 m3 a year, at 800 to 900 kg/m3 46.72 to 57.816 t
    oil = {"product": "crude_oil", "measure": "capacity"}
    tonnes = claim("lee-001", "40", "45", "t/year", **oil)
    barrels = claim("lee-002", "1", "1.1", "bbl/day", fact="lee-001", flag="arithmetic", note="Why.", **oil)
    (row,) = rows(tonnes, barrels, why=Judgement(("lee-001", "lee-002"), "same", "Two stages.", "period"))
    assert row["basis"] == "fact"
    assert (row["other_lower"], row["other_upper"], row["unit"]) == ("46.72", "57.816", "t/year")
    assert (row["gap"], row["cause"], row["preferred"]) == ("1.72", "period", "lee-001")


def test_tonnes_meet_barrels_at_one_density_of_the_range() -> None:
    oil = {"product": "crude_oil", "measure": "capacity"}
    tonnes = claim("lee-001", "40", "46.72", "t/year", **oil)
    assert rows(tonnes, claim("lee-002", "1", "1.1", "bbl/day", fact="lee-001", **oil)) == []


@pytest.mark.parametrize("product", ["", "natural_gas"])
def test_mass_and_volume_of_other_goods_are_not_compared(product: str) -> None:
    made = claim("lee-001", "1", "2", "t", product=product), claim("kim-001", "9", "9", "m3", product=product)
    assert rows(*made) == []


def test_growth_in_percent_and_in_times_is_not_compared() -> None:
    made = [
        claim(f"{work}-001", "2", "2", unit, measure="growth")
        for work, unit in (("lee", "percent"), ("kim", "times"))
    ]
    assert rows(*made) == []


def test_a_share_in_percent_and_in_times_is_compared() -> None:
    whole = claim("lee-001", "49", "51", "percent", measure="share", flag="unit", note="Why.")
    (row,) = rows(whole, claim("kim-001", "0.25", "0.25", "times", measure="share"))
    assert (row["other_lower"], row["gap"], row["unit"]) == ("25", "24", "percent")


def money(flag: str = "", why: Judgement | None = None) -> list[dict[str, str]]:
    yuan = claim("lee-001", "41", "41", "CNY", flag=flag, note="Dollars?")
    return rows(yuan, claim("kim-001", "31", "31", "USD"), why=why)


def test_two_currencies_conflict_only_where_one_is_doubted_or_a_reader_says_so() -> None:
    assert money() == []
    assert money("magnitude") == []
    (row,) = money("currency")
    assert (row["cause"], row["note"], row["preferred"], row["rule"]) == (
        "currency",
        "Dollars?",
        "kim-001",
        "unflagged",
    )
    assert [row[name] for name in ("lower", "upper", "other_lower", "other_upper", "unit", "gap")] == [""] * 6
    (row,) = money(why=same())
    assert (row["cause"], row["basis"], row["note"]) == ("currency", "terms", "One road.")


@pytest.mark.parametrize(
    ("rough", "fine", "cause"),
    [
        (("1781.5", "1782.5"), ("1782.745", "1782.755"), "rounding"),  # 1782.75 cut off to 1782
        (("1781.5", "1782.5"), ("1783.045", "1783.055"), ""),  # 1783.05 is not 1782 however cut
        (("1", "3"), ("3.5", "3.5"), "rounding"),  # "about 2": 2.0 to 4.0 if cut off
        (("1", "2"), ("2.5", "3.5"), ""),  # neither is the finer
        (("-3", "-1"), ("-3.5", "-3.5"), "rounding"),
        (("1", ""), ("-3.5", "-3.5"), ""),
    ],
)
def test_a_figure_that_is_cut_off(rough: tuple[str, str], fine: tuple[str, str], cause: str) -> None:
    (row,) = rows(claim("lee-001", *rough, measure="change"), claim("kim-001", *fine, measure="change"))
    assert row["cause"] == cause


@pytest.mark.parametrize(
    ("flag", "cause"),
    [("unit", "unit"), ("period", "period"), ("definition", "definition"), ("arithmetic", "")],
)
def test_a_flag_tells_the_cause(flag: str, cause: str) -> None:
    (row,) = rows(claim("lee-001", "1", "2", flag=flag, note="Why."), claim("kim-001", "9", "9"))
    assert (row["cause"], row["note"]) == (cause, "Why." if cause else "")


def test_what_a_reader_says_goes_before_what_flags_and_rules_say() -> None:
    made = (
        claim("lee-001", "1", "2", flag="unit", note="Why."),
        claim("kim-001", "9", "9", subject="the new road"),
    )
    (row,) = rows(*made, why=same(cause="period", prefer="lee-001"))
    assert row["basis"] == "reader"
    assert (row["cause"], row["note"]) == ("period", "One road.")
    assert (row["preferred"], row["rule"]) == ("lee-001", "reader")
    (row,) = rows(*made, why=same(cause="period", prefer="none"))
    assert (row["preferred"], row["rule"]) == ("", "")


def test_two_publications_that_meet_agree_and_one_publication_repeats() -> None:
    made = claim("lee-001", "1", "2"), claim("lee-002", "1", "2", fact="lee-001"), claim("kim-001", "2", "3")
    found = compare_claims(claims(*made), {})
    assert found.rows == []
    assert found.agreeing == {("lee-001", "kim-001"): "terms", ("lee-002", "kim-001"): "terms"}


def test_what_is_different_is_no_row_and_told() -> None:
    given = claims(claim("lee-001", "1", "2"), claim("kim-001", "9", "9"))
    pair = ("lee-001", "kim-001")
    found = compare_claims(given, {pair: Judgement(pair, "different", "Plan and outcome.")})
    assert (found.rows, found.different) == ([], {pair: "Plan and outcome."})
