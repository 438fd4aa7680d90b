"""A package made to do harm: its validation reads nothing outside the folder, fetches nothing, ends soon."""

import json
import os
import socket
import sys
import time

import pytest

from silkfigures.checks import validate
from silkfigures.schemas.csvfile import format_csv

pytestmark = pytest.mark.slow

OPENED: list[str] = []
HOOKED: list[bool] = []


@pytest.fixture
def opened(monkeypatch):
    """The files that are opened while a test runs; no connection can be made."""

    def refuse(*_):
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    if not HOOKED:
        sys.addaudithook(lambda event, given: OPENED.append(str(given[0])) if event == "open" else None)
        HOOKED.append(True)
    OPENED.clear()
    return OPENED


@pytest.fixture
def secret(tmp_path, opened):
    path = tmp_path / "secret.csv"
    path.write_text("not for you\n")
    opened.clear()
    return path


def change(folder, name, **facts):
    """Change what the description says of a table, or, without a name, of the package."""
    path = folder / "datapackage.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    (next(one for one in about["resources"] if one["name"] == name) if name else about).update(facts)
    path.write_text(json.dumps(about), encoding="utf-8")


@pytest.mark.parametrize(
    "path", ["../secret.csv", "{secret}", "file://{secret}", "https://example.org/a.csv"]
)
@pytest.mark.parametrize("twice", [False, True])
def test_a_path_that_leads_out_is_found_and_never_opened(folder, opened, secret, path, twice):
    path = path.format(secret=secret)
    if twice:  # before the sound one of the same name
        about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        about["resources"].insert(0, {"name": "aid", "path": path})
        (folder / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    else:
        change(folder, "aid", path=path)
    report = validate(folder)
    assert f"path is tables/aid.csv and datapackage.json says {path}" in str(report)
    assert str(secret) not in opened and "not for you" not in str(report)


@pytest.mark.slow
@pytest.mark.parametrize(
    "facts",
    [
        {"schema": "https://example.org/schema.json"},
        {"dialect": "https://example.org/dialect.json"},
        {"profile": "https://example.org/profile.json"},
        {"$schema": "https://example.org/profile.json"},
        {"extrapaths": ["../secret.csv"]},
        {"data": [["a"], ["not for you"]]},
    ],
)
@pytest.mark.parametrize("name", ["aid", ""])
def test_descriptions_that_lie_elsewhere_are_not_fetched(folder, opened, secret, facts, name):
    change(folder, name, **facts)
    report = validate(folder)
    assert str(secret) not in opened and "not for you" not in str(report)
    if {"schema", "dialect"} & set(facts) and name:
        assert not report.ok


@pytest.mark.parametrize("what", ["table", "folder"])
def test_a_link_that_leads_out_is_found_and_never_followed(folder, opened, secret, what):
    if what == "table":
        (folder / "tables" / "aid.csv").unlink()
        (folder / "tables" / "aid.csv").symlink_to(secret)
    else:
        (folder / "tables").rename(secret.parent / "elsewhere")
        (folder / "tables").symlink_to(secret.parent / "elsewhere")
    report = validate(folder)
    assert "tables/aid.csv: is a symbolic link that leads out of the folder (mend: put the file" in str(
        report
    )
    assert "not for you" not in str(report) and str(secret) not in opened
    assert not any("elsewhere" in path or path.endswith("aid.csv") for path in opened)


def test_links_in_a_circle(folder):
    (folder / "tables" / "aid.csv").unlink()
    (folder / "tables" / "aid.csv").symlink_to("aid.csv")
    assert "tables/aid.csv: is a symbolic link" in str(validate(folder))


@pytest.mark.parametrize("name", ["tables/aid.csv", "datapackage.json"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "endless"])
def test_what_is_no_file_is_found_at_once(folder, name, kind, monkeypatch):
    (folder / name).unlink()
    if kind == "pipe":
        os.mkfifo(folder / name)
    elif kind == "folder":
        (folder / name).mkdir()
    else:
        (folder / name).symlink_to("/dev/zero")
    text = str(validate(folder))
    assert f"{name}: " in text
    assert any(why in text for why in ("cannot be read", "symbolic link"))


@pytest.mark.parametrize("name", ["tables/aid.csv", "datapackage.json"])
def test_a_file_that_may_not_be_read(folder, name, monkeypatch):
    real = os.open

    def refuse(path, *rest, **more):
        if str(path) == str(folder / name):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    assert f"{name}: " in str(validate(folder, outsider=False))
    assert "Permission denied" in str(validate(folder, outsider=False))


JSON = {
    "deep": "[" * 100_000,
    "deep and closed": '{"resources": ' + "[" * 50_000 + "]" * 50_000 + "}",
    "not a number": '{"resources": [NaN]}',
    "many digits": '{"resources": [' + "9" * 5000 + "]}",
    "half a character": '{"resources": [{"name": "\\ud800"}]}',
    "name of a thing": '{"resources": [{"name": {"a": 1}}]}',
    "text": '"resources"',
    "nothing": "",
    "NUL": "\0",
}


@pytest.mark.parametrize("case", JSON)
def test_a_hostile_description_is_a_finding(folder, case):
    (folder / "datapackage.json").write_text(JSON[case], encoding="utf-8")
    report = validate(folder)
    assert any(finding.file == "datapackage.json" for finding in report.findings)
    str(report).encode("utf-8", "backslashreplace")


# a table, a column, what is written there, and what is said of it
CELLS = {
    "many digits": ("figures", "value", "9" * 5000, "is no number"),
    "digits beyond the range": ("figures", "line", "9" * 25, "is no integer"),
    "exponent": ("figures", "value", "1e999999999", "is no number"),
    "day out of range": ("figures", "period_start", "9999-99-99", "is no date"),
    "year beyond": ("figures", "period_start", "99999-01-01", "is no date"),
    "Arabic digits": ("figures", "value", "٣", "is no number"),
    "full-width digits": ("figures", "line", "１２", "is no integer"),
    "mark of direction": ("figures", "reporter", "KAZ\u200f", "KAZ"),
    "formula": ("figures", "note", "=HYPERLINK(1)", "would run as a formula in a spreadsheet"),
    "formula with a sign": ("figures", "note", "-2+3", "would run as a formula in a spreadsheet"),
    "formula of old": ("figures", "note", "@SUM(A1)", "would run as a formula in a spreadsheet"),
    "formula after a tab": ("figures", "note", "\t=1", "would run as a formula in a spreadsheet"),
}


@pytest.mark.parametrize("case", CELLS)
def test_a_hostile_cell_is_found_in_its_line_and_column(folder, repository, case):
    table, column, cell, told = CELLS[case]
    claim = (folder / "tables" / "figures.csv").read_text(encoding="utf-8").split("\n")[1].split(",")[0]
    repository.set_cell(folder, table, claim, column, cell)
    lines = [
        line
        for line in str(validate(folder, outsider=False)).splitlines()
        if f"{table}.csv:2: {column}: " in line
    ]
    assert any(told in line for line in lines), lines
    assert all(len(line) < 2500 for line in lines)


def test_a_printed_fall_is_no_formula(folder, repository):
    claim = (folder / "tables" / "figures.csv").read_text(encoding="utf-8").split("\n")[1].split(",")[0]
    repository.set_cell(folder, "figures", claim, "note", "-20,3 %")
    assert "formula" not in str(validate(folder, outsider=False))


def test_a_name_cannot_write_to_the_terminal(folder):
    (folder / "tables" / "\x1b[31mred\n").write_text("")
    assert "\x1b" not in str(validate(folder, outsider=False))


@pytest.mark.parametrize("line", ["a" * 40_000_000, '"' + "a," * 20_000_000, "," * 5_000_000])
@pytest.mark.slow
def test_a_line_of_many_megabytes_is_found_in_bounded_time(folder, line):
    path = folder / "tables" / "aid.csv"
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    begin = time.process_time()
    assert "tables/aid.csv" in str(validate(folder, outsider=False))
    assert time.process_time() - begin < 30


def test_a_line_of_a_hundred_megabytes_is_refused_unread(folder):
    with (folder / "tables" / "aid.csv").open("ab") as out:
        out.truncate(100_000_000)
    begin = time.process_time()
    report = validate(folder, outsider=False)
    assert "tables/aid.csv: the file cannot be read: has more than 50000000 bytes" in str(report)
    assert time.process_time() - begin < 10


def test_every_csv_of_the_package_is_written_by_one_dialect():
    """Cells with a comma, a quote or a line end are quoted, so that no cell can begin a new one."""
    assert format_csv(["a"], [['x",\n=1+1']]) == 'a\n"x"",\n=1+1"\n'
