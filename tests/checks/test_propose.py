"""Candidates are found where they stand, ranked, and leave out what is written down."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from silkfigures.checks.combinations import adding_up
from silkfigures.checks.propose import as_yaml, propose
from silkfigures.checks.relations import relation_row
from silkfigures.checks.relations_file import RELATIONS, load_relations
from silkfigures.readings import Errors

CLAIMS = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("claims.py"))))
claim, by_claim = CLAIMS.claim, CLAIMS.by_claim
TRADE = {"reporter": "KAZ", "partner": "CHN", "period": "2024"}
SHARE = {"measure": "share", "unit": "percent", "asset": "pipe", "indicator": "ownership.share"}


def found(*rows: dict[str, str], known=(), within: int = 12) -> list[tuple[str, ...]]:
    """Kind and claims of every candidate, the likeliest first."""
    candidates = propose(rows, CLAIMS.UNITS, known, within)
    return [(c.relation.kind, *(f"{int(n[-3:])}" for n in c.relation.claims)) for c in candidates]


def trade(number: int, flow: str, lower: str, upper: str, **cells: str) -> dict[str, str]:
    return claim(number, lower, upper, **{"indicator": f"trade.{flow}", **TRADE, **cells})


def test_exports_and_imports_of_one_sentence() -> None:
    rows = [
        trade(1, "turnover", "5.85", "5.95"),
        trade(2, "export", "3.65", "3.75"),
        trade(3, "import", "2.15", "2.25"),
    ]
    assert ("sum", "2", "3", "1") in found(*rows)


def test_a_sum_that_misses_by_a_little_is_proposed_too() -> None:
    """3.7 and 2.2 are 5.8 to 6.0; 5.7 is 1.7 percent off."""
    rows = [
        trade(1, "export", "3.65", "3.75"),
        trade(2, "import", "2.15", "2.25"),
        trade(3, "turnover", "5.7", "5.7"),
    ]
    (candidate,) = [c for c in propose(rows, CLAIMS.UNITS, []) if c.relation.claims[-1] == "tea2020-003"]
    assert (candidate.judgement.verdict, candidate.judgement.gap) == ("fails", "0.1")
    assert not found(rows[0], rows[1], trade(3, "turnover", "5", "5"))


def test_growth_and_its_two_levels() -> None:
    rows = [
        trade(1, "export", "4.05", "4.15"),
        trade(2, "export", "-7.5", "-6.5", measure="growth", unit="percent", base_period="2023"),
        trade(3, "export", "4.35", "4.45", period="2023", period_start="2023-01-01"),
    ]
    assert found(*rows)[0] == ("growth", "2", "3", "1")


def test_growth_does_not_run_backwards() -> None:
    rows = [
        trade(1, "export", "4", "4", period_start="2024-01-01"),
        trade(2, "export", "99", "101", measure="growth", unit="percent"),
        trade(3, "export", "2", "2", period="2023", period_start="2023-01-01"),
    ]
    assert ("growth", "2", "3", "1") in found(*rows)
    assert ("growth", "2", "1", "3") not in found(*rows)


def test_shareholders() -> None:
    """50 + 24 + 19 + 7; the 8 and the 42 are parts of the 50."""
    sizes = {1: "50", 4: "24", 5: "19", 6: "7"}
    rows = [claim(n, size, size, partner=f"P{n}", **SHARE) for n, size in sizes.items()]
    rows += [
        claim(n, s, s, partner=f"P{n}", part_of="tea2020-001", **SHARE) for n, s in ((2, "8"), (3, "42"))
    ]
    candidates = found(*sorted(rows, key=lambda row: row["claim_id"]))
    assert candidates[0] == ("sum", "2", "3", "1")
    assert ("sum", "1", "4", "5", "6") in candidates


def test_sections_of_a_road() -> None:
    road = {"unit": "km", "measure": "length", "asset": "road", "indicator": "corridors.length"}
    lengths = [("1", "946"), ("2", "363"), ("3", "288"), ("4", "228"), ("5", "67")]
    rows = [claim(int(n), size, size, line=str(10 * int(n)), section=n, **road) for n, size in lengths]
    assert found(*rows, within=0)[0] == ("sum", "2", "3", "4", "5", "1")


def test_parts_of_a_total_that_are_not_all_are_a_limit() -> None:
    rows = [trade(1, "turnover", "10", "10"), trade(2, "export", "3", "3", part_of="tea2020-001")]
    assert found(*rows) == [("limit", "2", "1")]


def test_a_share_of_part_and_whole() -> None:
    rows = [
        claim(1, "200", "200", "km", measure="length", indicator="corridors.length"),
        claim(2, "86", "86", "km", measure="length", indicator="corridors.paved"),
        claim(3, "42.5", "43.5", "percent", measure="share", indicator="corridors.paved"),
    ]
    assert ("share", "3", "2", "1") in found(*rows)


def test_a_ratio_of_two_amounts() -> None:
    rows = [
        claim(1, "5500", "5500", "m3", reporter="TKM", indicator="context.water"),
        claim(2, "4", "4", "times", measure="ratio", indicator="context.water"),
        claim(3, "1375", "1375", "m3", reporter="USA", indicator="context.water"),
    ]
    assert ("ratio", "2", "1", "3") in found(*rows)


def test_one_fact_in_two_units_and_a_repeat() -> None:
    rows = [
        claim(1, "50", "50", "t/year", product="crude_oil"),
        claim(2, "1", "1", "bbl/day", product="crude_oil", fact="tea2020-001"),
        claim(3, "50", "50", "t/year", product="crude_oil", fact="tea2020-001"),
    ]
    candidates = propose(rows, CLAIMS.UNITS, [])
    densities = {
        c.relation.claims: bool(c.relation.density) for c in candidates if c.relation.kind == "equal"
    }
    assert densities[("tea2020-001", "tea2020-002")] is True
    assert densities[("tea2020-001", "tea2020-003")] is False


def test_a_product() -> None:
    rows = [
        claim(1, "3", "3", "train", measure="count"),
        claim(2, "2000", "2000", "t"),
        claim(3, "6000", "6000", "t"),
    ]
    assert ("product", "1", "2", "3") in found(*rows)


def test_two_currencies_are_never_proposed() -> None:
    rows = [
        trade(1, "export", "2", "2"),
        trade(2, "import", "3", "3", unit="CNY"),
        trade(3, "turnover", "5", "5"),
    ]
    assert found(*rows) == []


def test_what_stands_far_apart_and_has_nothing_in_common_is_left_out() -> None:
    rows = [
        claim(1, "2", "2", "km", indicator="a.b", reporter="KAZ"),
        claim(2, "3", "3", "km", indicator="a.c", reporter="CHN", line="2"),
        claim(3, "5", "5", "km", indicator="a.d", line="50"),
    ]
    assert found(*rows) == []
    rows[2] |= {"line": "3"}
    assert found(*rows) == [("sum", "1", "2", "3")]


def test_claims_of_two_publications_are_not_mixed() -> None:
    rows = [
        trade(1, "export", "2", "2"),
        trade(2, "import", "3", "3"),
        trade(1, "turnover", "5", "5", work="lee2021"),
    ]
    assert found(*rows) == []


@pytest.fixture(scope="module")
def real(root: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    from silkfigures.schemas.csvfile import read_csv

    return tuple(read_csv(root / f"tables/{name}.csv")[0].records() for name in ("figures", "units"))


def test_the_yaml_can_be_pasted_and_is_then_left_out(real, tmp_path: Path) -> None:
    figures, units = real
    rows, before = by_claim(*figures), propose(figures, units, [])
    assert len({candidate.relation.meaning for candidate in before}) == len(before) > 50
    chosen = [c for c in before if c.judgement.verdict != "fails"][:20]
    text = "\n".join(as_yaml(candidate, rows) for candidate in chosen)
    (tmp_path / "validation").mkdir()
    (tmp_path / RELATIONS).write_text(text, encoding="utf-8")
    errors = Errors()
    known = load_relations(tmp_path, errors)
    assert [str(error) for error in errors] == []
    assert [relation.meaning for relation in known] == [candidate.relation.meaning for candidate in chosen]
    after = {candidate.relation.meaning for candidate in propose(figures, units, known)}
    assert after == {c.relation.meaning for c in before} - {relation.meaning for relation in known}


def test_a_candidate_says_what_is_printed_and_what_comes_out(real) -> None:
    figures, units = real
    rows, registry = by_claim(*figures), CLAIMS.units()
    for candidate in propose(figures, units, []):
        text = as_yaml(candidate, rows)
        assert all(rows[claim_id]["printed"] in text for claim_id in candidate.relation.claims)
        (item,) = yaml.safe_load(text)
        assert ("explained" in item) == (candidate.judgement.verdict == "fails")
        judged = relation_row(candidate.relation, rows, registry)["verdict"]
        assert text.startswith(f"# {judged} ")


def test_the_search_of_a_long_list_ends() -> None:
    assert list(adding_up([(1.0, 1.0)] * 200, (4.5, 4.5))) == []
