import csv
import io
import json

from silkfigures.dataset import store
from silkfigures.schemas import tables


def test_tables_lists_all_tables(run):
    lines = run("tables").stdout.splitlines()
    assert lines[0].split() == ["name", "rows", "one", "row", "is"]
    names = [line.split()[0] for line in lines[2:] if not line.startswith(" ")]
    assert names == list(tables())


def test_tables_in_other_forms(run):
    rows = json.loads(run("tables", "--format", "json").stdout)
    assert {row["name"]: row["rows"] for row in rows}["trade"] == 5
    lines = list(csv.DictReader(io.StringIO(run("tables", "--format", "csv").stdout)))
    assert [line["name"] for line in lines] == list(tables())


def test_a_missing_table_ends_with_code_1(run, data, tmp_path, read_from):
    (tmp_path / "datapackage.json").write_bytes((data / "datapackage.json").read_bytes())
    read_from(tmp_path)
    result = run("show", "trade")
    assert result.exit_code == 1
    assert "trade.csv" in result.stderr
    assert "silkfigures build" in result.stderr


def test_evidence_shows_a_page_a_claim(run):
    result = run("evidence", "ivanov2024-001", "smith2020-003")
    assert result.exit_code == 0
    assert "[[5.9 bln USD]]" in result.stdout
    assert "[[60 bcm]] of gas" in result.stdout


def test_evidence_fits_the_terminal(run):
    assert max(map(len, run("evidence", "ivanov2024-003", columns=60).stdout.splitlines())) <= 60


def test_evidence_in_other_forms(run):
    (found,) = json.loads(run("evidence", "ivanov2024-003", "--format", "json").stdout)
    assert found["row"]["value"] == "996000000000"
    assert found["doubts"]["Likely"] == "996,000,000 USD"
    assert "<mark>996 bn dollars</mark>" in run("evidence", "ivanov2024-003", "--format", "html").stdout


def test_evidence_of_no_claim_ends_with_code_2(run):
    result = run("evidence", "ivanov2024-0001")
    assert result.exit_code == 2
    assert "Did you mean 'ivanov2024-001'" in result.stderr


def test_cite_prints_bibtex(run):
    assert run("cite").stdout.startswith("@misc{silkfigures-")
    out = run("cite", "ivanov2024-001", "smith2020").stdout
    assert out.count("\n@") == 2
    assert out.endswith("}\n")


def test_cite_in_other_forms(run):
    assert run("cite", "smith2020", "--format", "apa").stdout.splitlines()[1].startswith("Oil. (n.d.).")
    assert "[Электрондық ресурс]" in run("cite", "--format", "gost", "--lang", "kk").stdout
    result = run("cite", "--format", "gost-7.0.10")
    assert result.exit_code == 2
    assert "Did you mean 'gost-7.0.100'" in result.stderr


def test_cite_of_no_work_ends_with_code_2(run):
    result = run("cite", "smith")
    assert result.exit_code == 2
    assert "smith2020" in result.stderr
    assert store.records("works")[1]["work"] == "smith2020"
