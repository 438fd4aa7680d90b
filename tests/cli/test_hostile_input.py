"""extract and the tables on hostile input: formulas, pipes, devices, long lines, broken descriptions."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import threading
from pathlib import Path

import pytest

import silkfigures as sf
from silkfigures.dataset.errors import DamagedData


@pytest.mark.parametrize("name", ["=1+1.txt", "@a.txt", "+a.txt", "-a.txt", "\t=1.txt"])
def test_the_name_of_a_file_is_no_formula_in_csv(run, tmp_path, name):
    (tmp_path / name).write_text("fell to -5.5 km")
    result = run("extract", tmp_path / name, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout, newline=""))
    assert row["document"] == f"./{name}"
    assert (row["value"], row["text"][:1] in "=@+") == ("-5.5", False)
    assert json.loads(run("extract", tmp_path / name).stdout)["document"] == name


def test_a_negative_number_stays_a_number(run, tmp_path):
    (tmp_path / "a.txt").write_text("it was -5.5 km there")
    (row,) = csv.DictReader(io.StringIO(run("extract", tmp_path / "a.txt", "--format", "csv").stdout))
    assert float(row["value"]) == -5.5


def test_what_never_ends_is_refused(run):
    result = run("extract", "/dev/zero")
    assert result.exit_code == 1
    assert "/dev/zero: is a pipe or a device, no file" in result.stderr


def test_a_pipe_that_is_named_is_read_and_one_in_a_folder_passed_over(run, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("6 km")
    assert "6 km" in run("extract", tmp_path).stdout
    writer = threading.Thread(target=lambda: (tmp_path / "pipe.txt").write_text("5 km"))
    writer.start()
    assert "5 km" in run("extract", tmp_path / "pipe.txt").stdout
    writer.join()


def test_a_text_of_a_hundred_megabytes_is_refused(run, tmp_path):
    with (tmp_path / "a.txt").open("wb") as out:
        out.truncate(100_000_000)
    result = run("extract", tmp_path / "a.txt")
    assert result.exit_code == 1
    assert "has more than 20000000 bytes: split the file" in result.stderr


@pytest.mark.parametrize("out", ["/dev/null", "folder", "pipe"])
def test_the_output_replaces_no_device(run, tmp_path, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("5 km")
    result = run("extract", "a.txt", "--out", out)
    assert result.exit_code == 2
    assert out in result.stderr
    assert (
        Path(os.devnull).is_char_device() and (tmp_path / "folder").is_dir() and (tmp_path / "pipe").is_fifo()
    )


def test_a_stranger_cannot_write_elsewhere_through_a_link(run, tmp_path):
    (tmp_path / "other").write_text("as it was")
    (tmp_path / "found.csv").symlink_to(tmp_path / "other")
    (tmp_path / "a.txt").write_text("5 km")
    assert (
        run("extract", tmp_path / "a.txt", "--format", "csv", "--out", tmp_path / "found.csv").exit_code == 0
    )
    assert (tmp_path / "other").read_text() == "as it was"


@pytest.fixture
def copy(data, tmp_path, read_from):
    folder = shutil.copytree(data, tmp_path / "copy")
    read_from(folder)
    return folder


def described(folder, change):
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    change(about)
    (folder / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")


@pytest.mark.parametrize(
    "path", ["../trade.csv", "/etc/passwd", "https://example.org/trade.csv", None, ["x"]]
)
def test_a_description_leads_nowhere_else(copy, path):
    described(
        copy, lambda about: [one.update(path=path) for one in about["resources"] if one["name"] == "trade"]
    )
    with pytest.raises(DamagedData, match=r"datapackage\.json says that tables/trade\.csv is"):
        sf.load("trade")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"resources": 1}',
        '{"resources": [1]}',
        '{"resources": [{"name": "trade"}]}',
        "9" * 5000,
        "\0",
        "",
    ],
)
def test_a_broken_description_is_damaged_data(copy, text):
    (copy / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(DamagedData, match=r"datapackage\.json cannot be read"):
        sf.load("trade")


@pytest.mark.parametrize("word", ["1e999999999", "9" * 5000, "٣", "nan", "-inf", "\u202e5", "1_0", "0x10"])
@pytest.mark.parametrize("column", ["value", "line", "period", "period_start", "reporter"])
def test_odd_numbers_as_filters(run, column, word):
    result = run("show", "trade", f"{column}={word}", "--format", "csv")
    assert result.exit_code in (0, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert len(result.stderr) < 5000
