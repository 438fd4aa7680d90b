"""Two readings of one publication: what both have, what one has alone, and where they differ."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from silkfigures.build import agreement, compare
from silkfigures.cli import cli

READINGS = "raw/readings"
Second = Callable[..., Path]


@pytest.fixture
def second(example: Path, tmp_path: Path) -> Second:
    """A second reading of the Russian work: the first with some words replaced."""

    def write(*changes: tuple[str, str]) -> Path:
        folder = tmp_path / "second"
        folder.mkdir()
        text = (example / READINGS / "pereval.yaml").read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) >= 1
            text = text.replace(old, new, 1)
        (folder / "pereval.yaml").write_text(text, encoding="utf-8")
        return folder

    return write


def differences(example: Path, folder: Path) -> dict[str, dict[str, tuple[str, str]]]:
    pairs = compare(example, example / READINGS, folder, example / "texts")
    return {pair.first["claim_id"]: pair.differences() for pair in pairs if pair.first and pair.differences()}


def test_a_reading_agrees_with_itself(example: Path, second: Second) -> None:
    folder = second()
    assert differences(example, folder) == {}
    pairs = compare(example, example / READINGS, folder, example / "texts")
    assert {pair.work for pair in pairs} == {"pereval"}
    assert agreement(pairs)[-1]["agreed"] == "1.000"


@pytest.mark.parametrize(
    ("old", "new", "claim", "aspect", "told"),
    [
        ("period: 2020\n", "period: 2021\n", "pereval-001", "period", ("2020; –", "2021; –")),
        ("partner: CHN", "partner: KAZ", "pereval-001", "party", ("KAZ; CHN; –; –", "KAZ; KAZ; –; –")),
        ("direction: up", "direction: down", "pereval-003", "value", ("2.4", "-2.4")),
        (
            '      - id: "006"\n',
            '      - id: "006"\n        status: planned\n',
            "pereval-006",
            "status",
            ("actual", "planned"),
        ),
    ],
)
def test_what_differs_is_named(
    example: Path, second: Second, old: str, new: str, claim: str, aspect: str, told: tuple[str, str]
) -> None:
    assert differences(example, second((old, new))) == {claim: {aspect: told}}


def test_claims_are_paired_by_place_and_not_by_number(example: Path, second: Second) -> None:
    assert differences(example, second(('id: "001"', 'id: "901"'), ('id: "006"', 'id: "001"'))) == {}


def test_a_figure_that_one_reader_missed(example: Path, second: Second) -> None:
    text = (example / READINGS / "pereval.yaml").read_text(encoding="utf-8")
    last = text[text.index('      - id: "003"') : text.index("  - line: 5")]
    pairs = compare(example, example / READINGS, second((last, "")), example / "texts")
    (alone,) = [pair for pair in pairs if pair.second is None]
    assert alone.first["claim_id"] == "pereval-003"
    counts = agreement(pairs)[0]
    assert (counts["work"], counts["both"], counts["first_only"], counts["second_only"]) == (
        "pereval",
        "5",
        "1",
        "0",
    )
    assert counts["agreed"] == "0.833"  # five of six


def test_a_work_without_figures_is_counted() -> None:
    assert agreement([], ["tea"])[0] == {
        **{"work": "tea", "both": "0", "first_only": "0", "second_only": "0", "value": "0", "unit": "0"},
        **{"party": "0", "period": "0", "status": "0", "agreed": ""},
    }


def test_the_command_lists_differences_and_counts(runner: CliRunner, example: Path, second: Second) -> None:
    folder = second(("period: 2020\n", "period: 2021\n"))
    places = ["--root", str(example), "--texts", str(example / "texts")]
    result = runner.invoke(cli, ["compare", str(example / READINGS), str(folder), "--format", "csv", *places])
    assert result.exit_code == 1
    assert "pereval-001 / pereval-001 “5,9 млрд долларов”: period 2020; – / 2021; –" in result.stderr
    assert result.stdout.splitlines()[1] == "pereval,6,0,0,0,0,0,1,0,0.833"


def test_the_command_is_content_with_equal_readings(runner: CliRunner, example: Path, second: Second) -> None:
    places = ["--root", str(example), "--texts", str(example / "texts")]
    result = runner.invoke(cli, ["compare", str(example / READINGS), str(second()), *places])
    assert result.exit_code == 0, result.stderr
    shutil.rmtree(example)
