import csv
import io
import json

import pytest

from silkfigures.cli.terminal import wanted
from silkfigures.dataset import store
from silkfigures.schemas import tables


def test_every_table_written_as_csv_is_the_published_file(run):
    for name in tables():
        result = run("show", name, "--format", "csv")
        assert result.exit_code == 0
        assert result.stdout.encode() == store.content(name), name


def test_filters_keep_rows(run):
    def kept(*words):
        out = run("show", "trade", *words, "--format", "csv", "--columns", "claim_id").stdout
        return [line.removeprefix("ivanov2024-") for line in out.splitlines()[1:]]

    assert kept("reporter=KAZ", "flow=turnover") == ["001", "002"]
    assert kept("reporter=KGZ", "reporter=UZB") == ["004", "005"]
    assert kept("partner=") == ["005"]
    assert kept("period=2024") == ["001", "002", "003"]
    assert kept("period=unstated") == ["005"]
    assert kept("value=-5") == ["002"]
    assert kept("--corrected", "corrected=true") == ["003", "004"]
    assert kept("reporter=TKM") == []
    assert kept("--limit", "2") == ["001", "002"]


def test_json_has_numbers_and_null(run):
    rows = json.loads(run("show", "trade", "--format", "json").stdout)
    assert rows[0]["value"] == 5_900_000_000
    assert rows[0]["product"] is None
    assert rows[0]["period_start"] == "2024-01-01"
    lines = run("show", "trade", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == rows


def test_markdown_cells_cannot_break_the_table(run):
    out = run(
        "show", "figures", "claim_id=ivanov2024-003", "--columns", "quote,value", "--format", "md"
    ).stdout
    assert out == "| quote | value |\n| --- | --- |\n| \\<b>sold\\</b> 996 bn dollars | 996000000000 |\n"


def test_labels_and_corrections(run):
    out = run(
        "show", "trade", "claim_id=ivanov2024-003", "--labels", "ru", "--corrected", "--format", "csv"
    ).stdout
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["reporter"], row["value"], row["corrected"]) == ("Казахстан", "996000000", "true")


@pytest.mark.parametrize("columns", [40, 80, 100, 140, 240])
def test_a_table_fits_its_terminal(run, columns):
    for name in tables():
        lines = run("show", name, columns=columns).stdout.splitlines()
        assert max(map(len, lines), default=0) <= columns


def test_a_person_sees_who_how_much_and_when_first(run):
    lines = run("show", "trade", columns=80).stdout.splitlines()
    assert lines[0].split() == ["claim_id", "reporter", "period", "value", "unit", "flag"]
    assert lines[4].split() == [
        "ivanov2024-003",
        "KAZ",
        "2024-01/2024-03",
        "996,000,000,000",
        "USD",
        "magnitude",
    ]
    wide = run("show", "trade", columns=140).stdout.splitlines()
    assert wide[0].split()[3:5] == ["flow", "measure"]


@pytest.mark.parametrize(("status", "at"), [("planned", 4), ("actual", 5)])
def test_the_status_comes_early_where_a_figure_is_not_actual(status, at):
    rows = [{"claim_id": "a-001", "asset": "b", "area": "c", "value": 1, "unit": "t", "status": status}]
    assert wanted(rows, list(rows[0])).index("status") == at


def test_columns_that_do_not_fit_are_named_on_standard_error(run):
    result = run("show", "trade", columns=80)
    assert "flow" in result.stderr
    assert "More columns" not in result.stdout


def test_chosen_columns_are_shown_in_the_chosen_order(run):
    result = run("show", "trade", "--columns", "unit,claim_id", "--limit", "1")
    assert result.stdout.splitlines()[0].split() == ["unit", "claim_id"]
    assert "1 of 5 rows" in result.stderr


@pytest.mark.parametrize("columns", [30, 60, 100, 140])
def test_of_chosen_columns_the_widest_give_way(run, columns):
    result = run("show", "figures", "--columns", "unit,quote,claim_id,note", columns=columns)
    lines = result.stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert columns < 60 or "smith2020-001" in result.stdout
    assert "More columns" not in result.stderr


def test_no_rows_is_no_error(run):
    result = run("show", "trade", "reporter=TKM")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No rows.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["trad"], "Did you mean 'trade'"),
        (["trade", "reporter"], "COLUMN=VALUE"),
        (["trade", "=KAZ"], "COLUMN=VALUE"),
        (["trade", "repoter=KAZ"], "Did you mean 'reporter'"),
        (["trade", "reporter=Kazakhstan"], "Did you mean 'KAZ'"),
        (["trade", "corrected=true"], "not a column"),
        (["trade", "period=soon"], "2024-05"),
        (["trade", "--columns", "valeu"], "Did you mean 'value'"),
        (["trade", "--labels", "fr"], "en, ru, kk"),
        (["trade", "--format", "cvs"], "csv"),
        (["places", "--corrected"], "no figures to correct"),
        ([], "TABLE"),
    ],
)
def test_wrong_use_ends_with_a_message_and_code_2(run, words, told):
    result = run("show", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
