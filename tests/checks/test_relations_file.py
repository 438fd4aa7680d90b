"""What is wrong in `validation/relations.yaml` is named with file, line and mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from silkfigures.build import build_tables
from silkfigures.checks.interval_arithmetic import Interval
from silkfigures.checks.relations_file import RELATIONS, load_relations
from silkfigures.readings import Errors, ReadingErrors

GROWTH = """\
- id: teapass-export-growth
  kind: growth
  about: The fall of exports is that between the two sums.
  growth: teapass-002
  from: teapass-003
  to: teapass-001
"""
SUM = """\
- id: houses
  kind: sum
  about: Houses and inns.
  parts: [teapass-007, teapass-008]
  total: teapass-1015
"""
# 5 + 5 houses are not 5; teapass-1015 is flagged as a repeat
EXPLAINED = SUM + "  explained: Inns are houses too.\n"
EQUAL = """\
- id: houses-twice
  kind: equal
  about: The houses are counted twice.
  claims: [teapass-007, teapass-1015]
"""
UNFLAGGED = """\
- id: sums
  kind: equal
  about: The two sums are one.
  claims: [teapass-001, teapass-003]
  explained: They are not.
"""


def slips(example: Path, text: str) -> list[str]:
    (example / RELATIONS).write_text(text, encoding="utf-8")
    with pytest.raises(ReadingErrors) as caught:
        build_tables(example)
    return [str(error) for error in caught.value.errors]


def rows(example: Path, text: str) -> list[dict[str, str]]:
    (example / RELATIONS).write_text(text, encoding="utf-8")
    return build_tables(example)["relations"]


def test_the_rows_stand_in_the_order_of_the_file(example: Path) -> None:
    found = rows(example, EXPLAINED + GROWTH + EQUAL)
    assert [(row["relation"], row["verdict"]) for row in found] == [
        ("houses", "fails"),
        ("teapass-export-growth", "holds"),
        ("houses-twice", "holds"),
    ]
    # 4.05 / 4.45 - 1 and 4.15 / 4.35 - 1 in percent
    assert found[1] == {
        "relation": "teapass-export-growth",
        "work": "teapass",
        "kind": "growth",
        "about": "The fall of exports is that between the two sums.",
        "left": "teapass-002",
        "right": "teapass-001 / teapass-003 - 1",
        "left_lower": "-7.5",
        "left_upper": "-6.5",
        "right_lower": "-8.98876404494",
        "right_upper": "-4.59770114943",
        "unit": "percent",
        "gap": "0",
        "verdict": "holds",
        "flag": "",
        "verdict_corrected": "",
        "note": "",
    }
    assert (found[0]["gap"], found[0]["flag"], found[0]["note"]) == ("5", "repeat", "Inns are houses too.")


def test_there_may_be_no_relations(example: Path) -> None:
    assert rows(example, "[]\n") == []
    (example / RELATIONS).unlink()
    assert build_tables(example)["relations"] == []


def test_a_relation_as_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "validation").mkdir()
    text = "# none\n" + EQUAL.replace("twice.\n", "twice,\n    in two lines.\n") + "  density: [800, 900.5]\n"
    (tmp_path / RELATIONS).write_text(text, encoding="utf-8")
    errors = Errors()
    (found,) = load_relations(tmp_path, errors)
    assert not len(errors)
    assert (found.id, found.kind, found.source_line) == ("houses-twice", "equal", 2)
    assert found.about == "The houses are counted twice, in two lines."
    assert found.roles == {"claims": ("teapass-007", "teapass-1015")}
    assert found.density == Interval.of("800", "900.5")


SLIPS = yaml.safe_load(Path(__file__).with_name("relation_slips.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_is_named(example: Path, case: str) -> None:
    (found,) = slips(example, SLIPS[case]["file"])
    assert found.startswith(f"{RELATIONS}:{SLIPS[case]['slip']}"), found


def test_all_slips_are_named_at_once(example: Path) -> None:
    text = SUM + GROWTH.replace("teapass-003", "teapas-003") + UNFLAGGED
    assert [line.partition(": ")[0] for line in slips(example, text)] == [
        f"{RELATIONS}:1",
        f"{RELATIONS}:6",
        f"{RELATIONS}:12",
    ]


def test_two_currencies(example: Path, edit: Callable[[str, str, str], int]) -> None:
    edit("raw/corrections.yaml", "  reason", "  unit: CNY\n  reason")  # a correction that makes it worse
    text = EQUAL.replace("teapass-007, teapass-1015", "teapass-001, teapass-014")
    explained = text + "  explained: Nobody knows.\n"
    (found,) = slips(example, explained)
    assert "CNY and USD are two currencies" in found
