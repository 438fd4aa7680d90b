import json

from click.testing import CliRunner
from rich.console import Console

from benchmarks import report
from benchmarks.__main__ import main
from benchmarks.record import Record

RECORDS = [
    Record("found", 98.5, bar=98.0, n=200),
    Record("too much", 3.0, bar=2.0, at_most=True, n=100, failures=("a | b",)),
    Record("speed, en", 1234567.0, "chars/s", n=10),
]


def test_the_report_is_kept_as_json_and_markdown(tmp_path):
    report.keep(RECORDS, tmp_path / "deep" / "benchmark.json")
    data = json.loads((tmp_path / "deep" / "benchmark.json").read_text(encoding="utf-8"))
    assert (data["bars"], data["reached"]) == (2, 1)
    assert {"version", "date"} <= set(data)
    assert [record["passed"] for record in data["records"]] == [True, False, None]
    page = (tmp_path / "deep" / "benchmark.md").read_text(encoding="utf-8")
    assert "| found | 98.5 % | at least 98 % | 200 | yes |" in page
    assert "| speed, en | 1,234,567 chars/s |" in page
    assert "## Worst failures: too much\n\n- `a | b`" in page


def test_the_report_is_printed_as_a_table():
    console = Console(record=True, width=120)
    report.show(RECORDS, console)
    printed = console.export_text()
    assert "98.5 %" in printed
    assert "at most 2 %" in printed


def test_a_missing_development_set_is_said_and_not_fatal(tmp_path):
    result = CliRunner().invoke(main, ["--shared", str(tmp_path), "--only", "kaznerd", "--only", "nerel"])
    assert result.exit_code == 0, result.output
    assert "not measured" in result.output


def test_an_unknown_measurement_is_refused():
    result = CliRunner().invoke(main, ["--only", "kaznert"])
    assert result.exit_code == 2
    assert "kaznert" in result.output
