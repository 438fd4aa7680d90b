"""Corrections hold only while the claim prints what they expect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.build import build_tables

FILE = "raw/corrections.yaml"
Edit = Callable[[str, str, str], int]
Slips = Callable[[], list[str]]


def corrected(root: Path) -> tuple[str, str]:
    (row,) = [row for row in build_tables(root)["figures"] if row["claim_id"] == "teapass-014"]
    return row["corrected_value"], row["corrected_unit"]


def test_what_is_expected_may_be_given_as_printed(example: Path, edit: Edit) -> None:
    edit(FILE, 'expects: "996000000000"', "expects: 996 bln USD")
    assert corrected(example) == ("996000000", "USD")


def test_another_unit(example: Path, edit: Edit) -> None:
    edit(FILE, "  reason", "  unit: CNY\n  reason")
    assert corrected(example) == ("996000000", "CNY")


def test_no_corrections(example: Path) -> None:
    (example / FILE).write_text("# none\n[]\n", encoding="utf-8")
    assert corrected(example) == ("", "")
    (example / FILE).unlink()
    assert corrected(example) == ("", "")


SLIPS = {
    "the claim prints something else": (
        'expects: "996000000000"',
        "expects: 997 bln USD",
        '1: teapass-014 is 996000000000, printed "996 bln USD"; the correction expects 997 bln USD '
        "(mend: read the claim again, then mend `expects` or remove the correction)",
    ),
    "no such claim": (
        "teapass-014",
        "teapas-014",
        "1: no such claim: teapas-014 (mend: did you mean `teapass-014`?",
    ),
    "no flag": (
        'teapass-014\n  expects: "996000000000"',
        'teapass-013\n  expects: "14000000"',
        "1: teapass-013 is corrected but has no flag (mend: add `flag` and `note` to the claim)",
    ),
    "no reason": (
        "  reason: A pass this small has never seen billions.\n",
        "",
        "1: `reason` is missing (mend: add `reason: …`)",
    ),
    "a value in words": (
        'value: "996000000"',
        "value: 996 mln",
        "1: `value` is `996 mln` (mend: write a plain decimal: 996000000 or 0.5)",
    ),
    "an unknown unit": (
        "  reason",
        "  unit: USSD\n  reason",
        "1: `unit`: no such unit `USSD` (mend: did you mean `USD`?",
    ),
    "a unit that does not fit": (
        "  reason",
        "  unit: km\n  reason",
        "1: the unit km does not fit investment.stock (mend: use a unit of money)",
    ),
    "an unknown key": (
        "  evidence",
        "  evidences",
        "1: no such key: `evidences` (mend: did you mean `evidence`?",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip(edit: Edit, slips: Slips, name: str) -> None:
    old, new, message = SLIPS[name]
    edit(FILE, old, new)
    (found,) = slips()
    assert found.startswith(f"{FILE}:{message}")


def test_a_claim_is_corrected_once(example: Path, slips: Slips) -> None:
    path = example / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text * 2, encoding="utf-8")
    assert slips() == [f"{FILE}:6: the claim teapass-014 is corrected twice (mend: remove one)"]


def test_a_changed_text_voids_the_correction(edit: Edit, slips: Slips) -> None:
    """The reading is mended to quote another figure: the old correction must not stick to it."""
    edit("raw/readings/teapass.yaml", "said to hold 996 bln USD", "said to hold 886 bln USD")
    (message,) = slips()
    assert "teapass-014 is 886000000000" in message
