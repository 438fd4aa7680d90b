import csv
import io
import json
import os
import time
import zipfile

import pytest
from openpyxl import load_workbook

NAMES = ["start", "end", "text", "value", "lower", "upper", "unit", "qualifier", "lang", "document"]
TEXT = "The plant cost 5.9 bln USD.\r\nIt employs over 1,200 people.\n"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "one.txt"
    path.write_bytes(TEXT.encode())
    return path


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_record_has_the_quantity_and_the_name_of_its_file(run, text):
    result = run("extract", text)
    assert result.exit_code == 0
    first, second = records(result)
    assert first == {
        "start": 15, "end": 26, "text": "5.9 bln USD", "value": "5900000000", "lower": "5850000000",
        "upper": "5950000000", "unit": "USD", "qualifier": "exact", "lang": "en", "document": "one.txt",
    }  # fmt: skip
    assert (second["lower"], second["upper"], second["qualifier"]) == ("1200", None, "over")


def test_offsets_count_every_character_of_the_file(run, text):
    for record in records(run("extract", text)):
        assert TEXT[record["start"] : record["end"]] == record["text"]


def test_csv_has_the_same_fields(run, text):
    rows = list(csv.DictReader(io.StringIO(run("extract", text, "--format", "csv").stdout)))
    assert list(rows[0]) == NAMES
    assert (rows[0]["value"], rows[1]["upper"]) == ("5900000000", "")


def test_standard_input_is_read(run):
    (record,) = records(run("extract", "-", given="вырос на 5%".encode()))
    assert (record["text"], record["unit"], record["document"]) == ("5%", "percent", "-")


def test_a_folder_is_walked_for_text_files_in_order(run, tmp_path, text):
    below = tmp_path / "below"
    below.mkdir()
    (below / "two.txt").write_text("a road of 30 km")
    (below / "notes.md").write_text("a road of 40 km")
    result = run("extract", tmp_path, text)
    assert [record["document"] for record in records(result)] == ["two.txt", "one.txt", "one.txt"]


def test_the_language_can_be_named(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("5 км")
    assert records(run("extract", path, "--lang", "ru"))[0]["lang"] == "ru"


def test_a_workbook_has_typed_cells_and_no_formulas(run, tmp_path):
    source, out = tmp_path / "a.txt", tmp_path / "found.xlsx"
    source.write_text("rose by 5% to 2.5 mln tonnes")
    equal = tmp_path / "=1+1.txt"
    equal.write_text("a road of 30 km")
    assert run("extract", source, equal, "--format", "xlsx", "--out", out).exit_code == 0
    sheet = load_workbook(out).active
    assert [cell.value for cell in sheet[1]] == NAMES
    assert sheet.freeze_panes == "A2"
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == [5, 2_500_000, 30]
    last = sheet.cell(4, 10)
    assert (last.value, last.data_type) == ("=1+1.txt", "s")


@pytest.mark.slow
def test_a_workbook_has_the_same_bytes_whenever_it_is_made(run, tmp_path, text):
    one, two = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    run("extract", text, "--format", "xlsx", "--out", one)
    time.sleep(2.1)  # zip archives count in steps of two seconds
    run("extract", text, "--format", "xlsx", "--out", two)
    assert one.read_bytes() == two.read_bytes()
    assert {info.date_time for info in zipfile.ZipFile(one).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_a_workbook_cannot_hold_is_replaced():
    from silkfigures.cli.workbook import workbook

    data = workbook([{"text": "a\x00b\ud800"}], ["text"], "t")
    assert load_workbook(io.BytesIO(data)).active["A2"].value == "a\ufffdb\ufffd"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("за 5%\nрост 6%".encode("cp1251"), "bad.txt:1: not UTF-8: byte 0 is 0xe7"),
        (b"first line\nbyte \xff here", "bad.txt:2: not UTF-8: byte 16 is 0xff"),
        ("5%".encode("utf-16"), "iconv -f UTF-16"),
    ],
)
def test_another_encoding_is_named_with_its_place_and_the_mend(run, tmp_path, text, data, told):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    result = run("extract", bad, text)
    assert result.exit_code == 1
    assert told in result.stderr
    assert "iconv -f" in result.stderr
    assert [record["document"] for record in records(result)] == ["one.txt", "one.txt"]


def test_the_output_file_appears_whole_or_not_at_all(run, tmp_path, text, monkeypatch):
    out = tmp_path / "found.jsonl"
    out.write_text("as it was")

    def broken(*_):
        raise KeyError("no")

    monkeypatch.setattr("silkfigures.quantities.find_quantities", broken)
    assert isinstance(run("extract", text, "--out", out).exception, KeyError)
    assert out.read_text() == "as it was"
    assert sorted(os.listdir(tmp_path)) == ["found.jsonl", "one.txt"]


@pytest.mark.parametrize(
    "words",
    [
        ["no-such-file.txt"],
        [],
        ["one.txt", "--format", "xlsx"],
        ["one.txt", "--lang", "de"],
        ["one.txt", "--out", "no/x"],
    ],
)
def test_wrong_use_ends_with_code_2(run, text, monkeypatch, words):
    monkeypatch.chdir(text.parent)
    result = run("extract", *words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_a_folder_without_texts_ends_with_code_2(run, tmp_path):
    result = run("extract", tmp_path)
    assert result.exit_code == 2
    assert "No .txt file" in result.stderr
