"""The coverage check on the made-up repository: what accounts for each number, its lock file, its command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from silkfigures.cli.coverage import coverage as command
from silkfigures.readings import Errors, ReadingErrors
from silkfigures.readings.coverage import (
    COVERAGE,
    Coverage,
    coverage,
    coverage_rows,
    read_coverage,
    write_coverage,
)

Edit = Callable[[str, str, str], int]
TEAPASS = "raw/readings/teapass.yaml"
LEFT_OUT = "  - { line: 7, quote: 15 wells, reason: bare_word, note: Nobody drinks from them. }\n"
TABLE_CELL = "  - { line: 11, quote: Kyrgyzstan 21 284.7, take: '284.7', reason: vague }\n"


def found(root: Path) -> Coverage:
    return coverage(root, root / "texts")


def reasons(root: Path, line: int, document: str = "pass_en.txt") -> list[tuple[str, str]]:
    return [(n.text, n.reason) for n in found(root).numbers if (n.document, n.line) == (document, line)]


def test_counts_by_work_and_reason(placed: Path) -> None:
    assert found(placed).counts() == {
        ("teapass", "bare_word"): 1,
        ("teapass", "claim"): 22,
        ("teapass", "list_number"): 1,
        ("teapass", "unexplained"): 1,
        ("teapass", "year"): 7,
        ("pereval", "claim"): 8,
        ("pereval", "year"): 1,
    }


def test_the_unexplained_number_and_its_place(placed: Path) -> None:
    (number,) = found(placed).unexplained
    text = (placed / "texts" / "pass_en.txt").read_text(encoding="utf-8")
    assert (number.document, number.work, number.line, number.text) == ("pass_en.txt", "teapass", 11, "284.7")
    assert text[number.start : number.end] == "284.7"
    assert number.before.endswith("76.0\nKyrgyzstan 21 ") and len(number.before) == 40
    assert number.after.startswith("\nShipments") and len(number.after) == 40


def test_no_rule_covers_a_claim(placed: Path) -> None:
    assert found(placed).contested == []


def test_a_word_broken_over_a_line_is_one_number(placed: Path) -> None:
    assert reasons(placed, 12) == [("12", "claim"), ("mil-\nlion", "claim")]


def test_a_unit_quoted_for_a_claim_is_accounted_for(placed: Path) -> None:
    assert reasons(placed, 8) == [("1", "list_number"), ("Mln", "claim")]


def test_an_entry_of_what_is_left_out_accounts_for_what_it_takes(example: Path, edit: Edit) -> None:
    edit(TEAPASS, LEFT_OUT, LEFT_OUT + TABLE_CELL)
    assert reasons(example, 11) == [("21", "claim"), ("284.7", "vague")]
    assert found(example).unexplained == []


def test_a_claim_counts_before_what_is_left_out(example: Path, edit: Edit) -> None:
    edit(TEAPASS, "quote: 15 wells,", "quote: '5 tea houses, 15 wells and 5 inns',")
    assert reasons(example, 7) == [("5", "claim"), ("15", "bare_word"), ("5", "claim")]


def test_numbers_between_works_are_unexplained(example: Path, edit: Edit) -> None:
    edit("raw/works.json", '"lines": [1, 15]', '"lines": [1, 13]')
    left = [(number.text, number.work) for number in found(example).unexplained]
    assert left == [("284.7", "teapass"), ("5", ""), ("996", ""), ("bln", "")]


def test_a_quote_that_is_not_there_is_refused(example: Path, edit: Edit) -> None:
    edit(TEAPASS, "quote: 15 wells,", "quote: 16 wells,")
    with pytest.raises(ReadingErrors, match="16 wells"):
        found(example)


def test_the_lock_file_keeps_the_counts(example: Path) -> None:
    write_coverage(example, found(example))
    errors = Errors()
    rows = read_coverage(example, errors)
    errors.check()
    assert rows == coverage_rows(found(example))
    assert rows[1] == {"work": "teapass", "reason": "claim", "numbers": "22"}


@pytest.mark.parametrize(
    ("document", "other"), [("pass_en.txt", "pass_ru.txt"), ("pass_ru.txt", "pass_en.txt")]
)
def test_one_text_is_counted_without_the_others(example: Path, document: str, other: str) -> None:
    write_coverage(example, found(example))
    before = (example / COVERAGE).read_bytes()
    (example / "texts" / other).unlink()
    alone = coverage(example, example / "texts", document=document)
    assert {number.document for number in alone.numbers} == {document}
    write_coverage(example, alone, document)
    assert (example / COVERAGE).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "the file is missing"),
        ("work,reason\nteapass,claim\n", "the header is"),
        ("work,reason,numbers\nteapass,claim,many\n", "`numbers` is `many`"),
        ("work,reason,numbers\nteapass,claim,0\n", "`numbers` is `0`"),
        ("work,reason,numbers\nteapass,clam,2\n", "no such reason: `clam` .mend: did you mean `claim`"),
        ("work,reason,numbers\nteapass,claim,2\nteapass,claim,3\n", "teapass claim again"),
        ("work,reason,numbers\nteapass,claim,2", "ends in the middle of a line"),
    ],
)
def test_a_damaged_lock_file_is_refused(example: Path, text: str | None, said: str) -> None:
    (example / COVERAGE).unlink()
    if text is not None:
        (example / COVERAGE).write_text(text, encoding="utf-8")
    errors = Errors()
    read_coverage(example, errors)
    with pytest.raises(ReadingErrors, match=said):
        errors.check()


Run = Callable[..., Result]


@pytest.fixture
def run(runner: CliRunner) -> Run:
    """Run the command on a repository and its texts: run(root, "--format", "csv")."""

    def on(root: Path, *options: str) -> Result:
        return runner.invoke(command, [*options, "--root", str(root), "--texts", str(root / "texts")])

    return on


def test_the_command_counts_and_lists_the_unexplained(run: Run, placed: Path) -> None:
    result = run(placed, "--format", "csv")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == [
        "work,reason,numbers",
        "teapass,bare_word,1",
        "teapass,claim,22",
    ]
    assert "pass_en.txt:11: teapass, at " in result.stderr and "Kyrgyzstan 21 [284.7]" in result.stderr
    assert result.stderr.endswith("41 numbers, 1 unexplained.\n")


def test_the_command_gives_the_unexplained_as_data(run: Run, placed: Path) -> None:
    (row,) = json.loads(run(placed, "--unexplained", "--format", "json").stdout)
    assert (row["work"], row["line"], row["number"]) == ("teapass", 11, "284.7")


def test_the_command_for_one_work(run: Run, placed: Path) -> None:
    result = run(placed, "--work", "pereval")
    assert result.exit_code == 0
    assert "teapass" not in result.stdout and "pereval  claim" in result.stdout
    wrong = run(placed, "--work", "perval")
    assert wrong.exit_code == 2 and "did you mean `pereval`?" in wrong.stderr


def test_the_command_writes_the_lock_file(run: Run, example: Path, edit: Edit) -> None:
    edit(TEAPASS, LEFT_OUT, LEFT_OUT + TABLE_CELL)
    assert run(example, "--write", "--work", "pereval").exit_code == 0
    lines = (example / COVERAGE).read_text(encoding="utf-8").splitlines()
    assert "teapass,vague,1" in lines and "pereval,claim,8" in lines
