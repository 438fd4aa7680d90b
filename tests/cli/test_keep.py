"""locate, verify, build and validate on a small made-up repository with one text."""

import csv
import hashlib
import json
import runpy
from pathlib import Path

import pytest

from silkfigures.schemas import tables

MADE_UP = runpy.run_path(str(Path(__file__).parents[1] / "dataset" / "made_up.py"))
LISTS = {
    "places": "place kind label_en label_ru label_kk members definition variants",
    "organisations": "organisation kind country label_en label_ru label_kk definition variants",
    "assets": "asset kind label_en label_ru label_kk definition variants",
    "indicators": "indicator label_en label_ru label_kk definition measure dimensions standard",
    "flags": "flag label_en label_ru label_kk definition",
    "codes": "list code label_en label_ru label_kk definition",
}
TEXT = "A made-up paper.\nIn 2024 trade came to 5.9 bln USD, it says,\nand fell by 5% on the year before.\n"
READING = """\
work: ivanov2024
document: one.txt
figures:
  - line: 2
    quote: trade came to 5.9 bln USD
    claims:
      - id: "001"
        indicator: trade.turnover
        reporter: KAZ
        partner: CHN
        period: 2024
"""


@pytest.fixture
def repository(tmp_path):
    """A repository with one reading of one work, not yet located or built; its text in `texts`."""
    root, texts = tmp_path / "repository", tmp_path / "texts"
    for folder in (root / "raw" / "codelists", root / "raw" / "readings", texts):
        folder.mkdir(parents=True)
    for name, header in LISTS.items():
        with (root / "raw" / "codelists" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file, header.split(), restval="", extrasaction="ignore", lineterminator="\n"
            )
            writer.writeheader()
            writer.writerows(MADE_UP["REFERENCE"][name])
    (texts / "one.txt").write_text(TEXT, encoding="utf-8")
    place = {"document": "one.txt", "lines": [1, 3]}
    work = {
        "id": "ivanov2024",
        "type": "article-journal",
        "title": "Trade",
        "language": "en",
        "custom": place,
    }
    (root / "raw" / "works.json").write_text(json.dumps([work], indent=2), encoding="utf-8")
    (root / "raw" / "documents.yaml").write_text(
        f"- document: one.txt\n  sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}\n  bytes: {len(TEXT)}\n"
        f"  characters: {len(TEXT)}\n  lines: 3\n"
    )
    (root / "raw" / "corrections.yaml").write_text("[]\n")
    (root / "raw" / "coverage.csv").write_text("work,reason,numbers\nivanov2024,claim,1\n")
    (root / "raw" / "readings" / "ivanov2024.yaml").write_text(READING)
    (root / "raw" / "package.toml").write_text(MADE_UP["PACKAGE"])
    return root


@pytest.fixture
def call(run, repository, monkeypatch):
    """Run a command inside the repository, with its texts where a command takes them."""
    monkeypatch.chdir(repository / "raw")

    def command(name):
        texts = ["--texts", repository.parent / "texts"] if name in ("locate", "verify") else []
        return run(name, *texts)

    return command


def test_from_a_reading_to_valid_tables(call, repository):
    for name in ("locate", "verify", "build", "validate"):
        result = call(name)
        assert (name, result.exit_code, result.stderr if result.exit_code else "") == (name, 0, "")
    (row,) = csv.DictReader((repository / "tables" / "trade.csv").open(encoding="utf-8"))
    assert (row["claim_id"], row["value"], row["unit"]) == ("ivanov2024-001", "5900000000", "USD")
    assert TEXT[int(row["start"]) : int(row["end"])] == "5.9 bln USD"
    assert json.loads((repository / "datapackage.json").read_text())["name"] == "silkfigures"


def test_build_ends_with_an_overview(call):
    call("locate")
    result = call("build")
    lines = result.stdout.splitlines()[2:]
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == list(tables())
    assert next(line for line in lines if line.startswith("trade")).split()[1] == "1"
    assert "28 files changed" in result.stderr
    assert "0 files changed" in call("build").stderr


def test_a_slip_is_named_and_nothing_is_written(call, repository):
    call("locate")
    (repository / "raw" / "readings" / "ivanov2024.yaml").write_text(READING.replace("KAZ", "KAS"))
    result = call("build")
    assert result.exit_code == 1
    assert "raw/readings/ivanov2024.yaml:9:" in result.stderr
    assert "KAZ" in result.stderr
    assert not (repository / "tables").exists()
    assert not (repository / "datapackage.json").exists()


def test_a_quote_that_is_not_in_the_text_is_found(call, repository):
    call("locate")
    before = (repository / "raw" / "places.csv").read_bytes()
    (repository / "raw" / "readings" / "ivanov2024.yaml").write_text(READING.replace("came to", "went to"))
    for name in ("verify", "locate"):
        result = call(name)
        assert result.exit_code == 1
        assert "ivanov2024.yaml:4:" in result.stderr
    assert (repository / "raw" / "places.csv").read_bytes() == before


@pytest.mark.slow
def test_a_changed_table_is_found(call, repository):
    for name in ("locate", "build"):
        assert call(name).exit_code == 0
    table = repository / "tables" / "trade.csv"
    table.write_text(table.read_text().replace("5900000000", "5800000000"))
    result = call("validate")
    assert result.exit_code == 1
    assert "tables/trade.csv" in result.stdout


@pytest.mark.slow
def test_tables_that_raw_no_longer_gives_are_found(call, repository):
    for name in ("locate", "build"):
        assert call(name).exit_code == 0
    package = repository / "raw" / "package.toml"
    package.write_text(package.read_text().replace("Figures made up", "Figures invented"))
    result = call("validate")
    stale = [
        line.partition(":")[0] for line in result.stdout.splitlines() if "not what raw/ gives now" in line
    ]
    assert (result.exit_code, stale) == (1, ["datapackage.json"])  # CITATION.cff fits the old description
    flags = repository / "raw" / "codelists" / "flags.csv"
    flags.write_text(flags.read_text().replace("порядок величины", "порядок"))
    assert "tables/flags.csv: not what raw/ gives now" in call("validate").stdout
    call("build")
    assert call("validate").exit_code == 0


@pytest.mark.slow
def test_validate_holds_raw_against_the_texts_when_asked(call, run, repository, monkeypatch):
    for name in ("locate", "build"):
        assert call(name).exit_code == 0
    texts = repository.parent / "texts"
    monkeypatch.setenv("SILKFIGURES_TEXTS", str(texts))
    assert (run("validate").exit_code, run("validate").stdout.count("one.txt")) == (0, 0)
    result = run("validate", "--texts", texts)
    assert result.exit_code == 1
    assert "one.txt:3: nothing accounts for '5' at" in result.stdout
    assert run("validate", "--texts", "no-such-folder").exit_code == 2


@pytest.mark.slow
def test_validate_says_all_at_once(call, repository):
    for name in ("locate", "build"):
        assert call(name).exit_code == 0
    table = repository / "tables" / "trade.csv"
    table.write_text(table.read_text().replace("5900000000", "5800000000"))
    package = repository / "raw" / "package.toml"
    package.write_text(package.read_text().replace("Figures made up", "Figures invented"))
    said = call("validate").stdout
    assert "tables/trade.csv:2: " in said
    assert "tables/trade.csv: not what raw/ gives now" in said


@pytest.mark.parametrize("command", ["locate", "verify", "build", "validate"])
def test_outside_a_checkout_the_error_says_what_to_do(run, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    for words in ([], ["--root", str(tmp_path)]):
        result = run(command, *words)
        assert result.exit_code == 2
        assert "--root" in result.stderr
        assert str(tmp_path) in result.stderr


@pytest.mark.parametrize("command", ["locate", "verify"])
def test_texts_must_be_named(run, repository, monkeypatch, command):
    monkeypatch.delenv("SILKFIGURES_TEXTS", raising=False)
    for words in ([], ["--texts", "no-such-folder"]):
        result = run(command, "--root", repository, *words)
        assert result.exit_code == 2
        assert "--texts" in result.stderr
