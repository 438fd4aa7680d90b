"""Bad input: every slip with file, line and mend, and nothing written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from silkfigures.build import build
from silkfigures.readings import ReadingErrors

EN, RU = "raw/readings/teapass.yaml", "raw/readings/pereval.yaml"
LISTS = "raw/codelists"
Edit = Callable[[str, str, str], int]
Slips = Callable[[], list[str]]

CASES = yaml.safe_load((Path(__file__).parent / "slips.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_slip(edit: Edit, slips: Slips, name: str) -> None:
    case = CASES[name]
    line = edit(case["file"], case["old"], case["new"]) + case["line"]
    found = slips()
    assert any(slip.startswith(f"{case['file']}:{line}: {case['says']}") for slip in found), (line, found)


def test_a_take_with_two_numbers(edit: Edit, slips: Slips) -> None:
    line = edit(RU, "take: 4-6 %\n", "take: 4-6 %, а импорт чая вырос в 2,4 раза\n")
    assert slips() == [
        f'{RU}:{line}: `take` "4-6 %, а импорт чая вырос в 2,4 раза" holds 2 numbers: "4-6 %", "2,4 раза" '
        "(mend: `take` just one; `nth` tells which of two that read alike)"
    ]


def test_a_place_that_no_reading_has(edit: Edit, slips: Slips) -> None:
    edit("raw/places.csv", "pereval-006", "pereval-096")
    assert (
        "raw/places.csv: the claim pereval-096 is in no reading (mend: run `silkfigures locate --texts DIR`)"
        in slips()
    )


def test_a_reading_that_cannot_be_read_is_one_slip(edit: Edit, slips: Slips) -> None:
    """Its claims have places and are in no reading that could be read; that is not said of each."""
    line = edit("raw/readings/pereval.yaml", "work: pereval", "work: pereval: one")
    (slip,) = slips()
    assert slip.startswith(f"raw/readings/pereval.yaml:{line}: YAML: mapping values are not allowed here")


def test_no_lock_file(example: Path, slips: Slips) -> None:
    (example / "raw/places.csv").unlink()
    assert slips() == ["raw/places.csv: the file is missing (mend: run `silkfigures locate --texts DIR`)"]


def test_a_code_list_that_is_missing(example: Path, slips: Slips) -> None:
    (example / LISTS / "flags.csv").unlink()
    assert (
        f"{LISTS}/flags.csv: cannot be read: no such file or directory (mend: put the file there, readable)"
        in slips()
    )


def test_a_code_list_that_is_missing_does_not_make_every_claim_wrong(example: Path, slips: Slips) -> None:
    (example / LISTS / "places.csv").unlink()
    assert [slip for slip in slips() if EN in slip or RU in slip] == []


def test_a_code_list_that_is_no_text(example: Path, slips: Slips) -> None:
    (example / LISTS / "flags.csv").write_bytes("flag,повтор\n".encode("utf-16"))
    assert f"{LISTS}/flags.csv:1: this is not UTF-8 text (mend: save the file as UTF-8)" in slips()


def test_a_quote_in_a_code_list_that_is_not_closed(edit: Edit, slips: Slips) -> None:
    edit(f"{LISTS}/flags.csv", "repeat,repeat,", 'repeat,"repeat,')
    (message,) = [slip for slip in slips() if "not CSV" in slip]
    assert message.startswith(
        f"{LISTS}/flags.csv: not CSV: unexpected end of data (mend: close the quote that was op"
    )


def test_themes_that_are_not_those_declared(edit: Edit, slips: Slips) -> None:
    edit(f"{LISTS}/codes.csv", "themes,context,", "themes,contexts,")
    (message,) = [slip for slip in slips() if slip.startswith(f"{LISTS}/codes.csv: ")]
    assert message.startswith(
        f"{LISTS}/codes.csv: the list `themes` is not the themed tables that are declared (mend:"
    )


def test_everything_wrong_is_said_at_once_and_sorted(edit: Edit, slips: Slips) -> None:
    edit(f"{LISTS}/places.csv", "KGZ,country", "KGS,country")
    edit(EN, "mode: rail", "mode: railway")
    edit(EN, "flag: magnitude", "flag: magnitud")
    edit(RU, "period: 2010/2020", "period: 2020/2010")
    found = slips()
    places = [(slip.split(":")[0], int(slip.split(":")[1])) for slip in found]
    assert places == sorted(places)
    assert {path for path, _ in places} == {f"{LISTS}/places.csv", EN, RU}
    assert len(found) == len(set(found)) >= 4


@pytest.mark.parametrize("name", ["unknown party", "a unit that does not fit", "fact that does not exist"])
def test_a_failed_build_changes_nothing(example: Path, edit: Edit, name: str) -> None:
    build(example)
    before = {
        path: path.read_bytes() for path in example.rglob("*") if path.is_file() and path.suffix == ".csv"
    }
    case = CASES[name]
    edit(case["file"], case["old"], case["new"])
    with pytest.raises(ReadingErrors):
        build(example)
    after = {
        path: path.read_bytes() for path in example.rglob("*") if path.is_file() and path.suffix == ".csv"
    }
    assert after == before
    assert {path.name for path in example.iterdir()} == {"raw", "tables", "texts", "validation"}
