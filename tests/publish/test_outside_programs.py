"""Programs that nobody here wrote open the release and read from it what the CSV says, cell by cell.

A program that is not there is named and its test skipped. DuckDB and datasette come with the extra `formats`;
LibreOffice (`soffice`) and R (`Rscript`) are looked for on the path.
"""

from __future__ import annotations

import csv
import json
import math
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from silkfigures.schemas import LANGUAGES, Table, tables

pytestmark = pytest.mark.slow

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
FIFTEEN_DIGITS = 5e-15  # LibreOffice writes 15 digits into a CSV
LAST_DIGIT = 1e-15  # R reads digit by digit and may miss the last of 17
IN_R = """
folders <- commandArgs(trailingOnly = TRUE)
for (file in list.files(folders[1], "[.]csv$")) {
  d <- read.csv(file.path(folders[1], file), na.strings = "", encoding = "UTF-8", check.names = FALSE)
  d[] <- lapply(d, function(x) if (is.numeric(x)) ifelse(is.na(x), NA, sprintf("%.17g", x)) else x)
  write.csv(d, file.path(folders[2], file), na = "", row.names = FALSE, fileEncoding = "UTF-8")
}
"""


def program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def cells(path: Path) -> list[list[str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def same(
    table: Table, found: Iterable[Sequence[object]], wanted: Iterable[Sequence[str]], apart: float = 0
) -> int:
    """Compare cells as another program gives them with the text of the CSV; returns their number.

    `apart` is how far, relative to itself, a number may be off where the program rounds what it writes.
    """
    compared = 0
    for got, want in zip(found, wanted, strict=True):
        for field, cell, text in zip(table.fields, got, want, strict=True):
            told = "" if cell is None else str(cell)
            if field.type in ("number", "integer") and text:
                assert math.isclose(float(told), float(text), rel_tol=apart), (
                    table.name,
                    want[0],
                    field.name,
                )
            else:
                assert told == text, (table.name, want[0], field.name)
            compared += 1
    return compared


def every_table(folder: Path, read: Callable[[str], Iterable[Sequence[object]]], apart: float = 0) -> None:
    """Compare all tables; `read` gives the rows of one by its name, without the header."""
    total = 0
    for table in tables().values():
        header, *wanted = cells(folder / "tables" / f"{table.name}.csv")
        assert header == table.names
        total += same(table, read(table.name), wanted, apart)
    assert total > 50_000


@pytest.fixture(scope="module")
def duck(tmp_path_factory: pytest.TempPathFactory):
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    config = {"extension_directory": str(tmp_path_factory.mktemp("extensions"))}
    with duckdb.connect(config=config) as connection:
        yield connection


def test_duckdb_reads_the_csv(duck, published: Path) -> None:
    every_table(
        published,
        lambda name: duck.execute(f"FROM read_csv('{published}/tables/{name}.csv', header=true)").fetchall(),
    )


def test_duckdb_reads_the_parquet_with_its_types(duck, published: Path) -> None:
    every_table(published, lambda name: duck.execute(f"FROM '{published}/parquet/{name}.parquet'").fetchall())
    told = duck.execute(f"DESCRIBE FROM '{published}/parquet/trade.parquet'").fetchall()
    types = {row[0]: row[1] for row in told}
    kinds = {"string": "VARCHAR", "number": "DOUBLE", "integer": "BIGINT", "date": "DATE"}
    assert types == {field.name: kinds[field.type] for field in tables()["trade"].fields}


def test_duckdb_reads_the_database_and_its_views(duck, published: Path) -> None:
    extensions = pytest.importorskip("duckdb_extensions", reason="duckdb-extensions is not installed")
    pytest.importorskip(
        "duckdb_extension_sqlite_scanner", reason="duckdb-extension-sqlite-scanner is not installed"
    )
    extensions.import_extension("sqlite_scanner", con=duck)
    duck.execute("LOAD sqlite_scanner")
    duck.execute(f"ATTACH '{published}/silkfigures.sqlite' AS release (TYPE sqlite, READ_ONLY)")
    every_table(published, lambda name: duck.execute(f'FROM release."{name}"').fetchall())
    for language in LANGUAGES:
        (count,) = duck.execute(f"SELECT count(*) FROM release.figures_{language}").fetchone()
        assert count == len(cells(published / "tables" / "figures.csv")) - 1


def datasette(published: Path, *words: str) -> str:
    pytest.importorskip("datasette", reason="datasette is not installed")
    command = [sys.executable, "-m", "datasette", *words]
    return subprocess.run(command, check=True, cwd=published, capture_output=True, text=True).stdout


def test_datasette_counts_every_row(published: Path) -> None:
    told = json.loads(datasette(published, "inspect", "silkfigures.sqlite"))["silkfigures"]["tables"]
    counts = {name: len(cells(published / "tables" / f"{name}.csv")) - 1 for name in tables()}
    assert {name: told[name]["count"] for name in tables()} == counts


def test_datasette_serves_the_rows(published: Path) -> None:
    for name in ("trade", "pipelines", "flags", "coverage"):
        page = f"/silkfigures/{name}.json?_shape=arrays&_size=max&_nofacet=1"
        told = json.loads(datasette(published, "silkfigures.sqlite", "-m", "datasette.json", "--get", page))
        rows = told if isinstance(told, list) else told["rows"]
        header, *wanted = cells(published / "tables" / f"{name}.csv")
        key = [header.index(column) for column in tables()[name].key]
        order = sorted(wanted, key=lambda row: [row[at] for at in key])
        assert same(tables()[name], sorted(rows, key=lambda row: [row[at] for at in key]), order)


def test_datasette_shows_the_metadata(published: Path) -> None:
    page = datasette(published, "silkfigures.sqlite", "-m", "datasette.json", "--get", "/silkfigures/trade")
    assert "One row is one claim on turnover, exports or imports" in page
    assert "Creative Commons Attribution" in page
    assert "Trade flow: Direction of trade as the reporter sees it" in page
    assert "Kazakhstan" in page  # the label of a code


def office(published: Path, scratch: Path, form: str) -> Path:
    """Convert the workbook with LibreOffice, in a profile of its own; gives the folder of the results."""
    command = [program("soffice"), "--headless", f"-env:UserInstallation=file://{scratch}/profile"]
    command += ["--convert-to", form, "--outdir", str(scratch / "out"), str(published / "silkfigures.xlsx")]
    subprocess.run(command, check=True, timeout=300, capture_output=True)
    return scratch / "out"


def test_libreoffice_reads_every_sheet(published: Path, tmp_path: Path) -> None:
    out = office(published, tmp_path, EVERY_SHEET)
    every_table(published, lambda name: cells(out / f"silkfigures-{name}.csv")[1:], FIFTEEN_DIGITS)
    for table in tables().values():
        assert cells(out / f"silkfigures-{table.name}.csv")[0] == table.names
    assert len(cells(out / "silkfigures-Қазақша.csv")) == len(cells(published / "tables" / "figures.csv"))


def test_libreoffice_prints_the_workbook(published: Path, tmp_path: Path) -> None:
    out = office(published, tmp_path, "pdf")
    content = (out / "silkfigures.pdf").read_bytes()
    assert content.startswith(b"%PDF") and len(content) > 500_000


def test_libreoffice_keeps_the_types_on_the_way_to_another_workbook(published: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    out = office(published, tmp_path, "xlsx:Calc MS Excel 2007 XML")
    old, new = (openpyxl.load_workbook(folder / "silkfigures.xlsx") for folder in (published, out))
    assert old.sheetnames == new.sheetnames
    for sheet in old:
        for row in sheet.iter_rows():
            for one in row:
                two = new[sheet.title][one.coordinate]
                assert (one.data_type, one.is_date) == (two.data_type, two.is_date), (sheet.title, one)
                if isinstance(one.value, int | float):
                    assert math.isclose(one.value, two.value, rel_tol=FIFTEEN_DIGITS), (sheet.title, one)
                else:
                    assert one.value == two.value, (sheet.title, one)


def test_r_reads_the_csv(published: Path, tmp_path: Path) -> None:
    (tmp_path / "read.R").write_text(IN_R, encoding="utf-8")
    (tmp_path / "out").mkdir()
    command = [program("Rscript"), str(tmp_path / "read.R"), str(published / "tables"), str(tmp_path / "out")]
    subprocess.run(command, check=True, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    every_table(published, lambda name: cells(tmp_path / "out" / f"{name}.csv")[1:], LAST_DIGIT)


HOW_TO_RUN = {
    "pandas": [sys.executable, "-c", "import pandas; print({})"],
    "R": ["Rscript", "-e", "print({})"],
    "DuckDB": [sys.executable, "-c", "import duckdb; print(duckdb.sql({!r}))"],
    "SQL": ["sh", "-c", "{}"],
    "datasette": ["sh", "-c", "{} --get /silkfigures/trade.json"],
}


@pytest.mark.parametrize("program_named", HOW_TO_RUN)
def test_the_readme_tells_how_to_open_it(published: Path, program_named: str) -> None:
    needed = {"R": "Rscript", "SQL": "sqlite3"}
    if program_named in needed:
        program(needed[program_named])
    else:
        pytest.importorskip(program_named.lower(), reason=f"{program_named} is not installed")
    text = (published / "README.md").read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith(f"| {program_named} |"))
    code = line.split("`")[1]
    command = [word.format(code) for word in HOW_TO_RUN[program_named]]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"}
    told = subprocess.run(
        command, check=True, cwd=published, env=environment, capture_output=True, encoding="utf-8"
    )
    assert "caspianregion-106" in told.stdout


def test_the_shell_of_sqlite_finds_it_sound(published: Path) -> None:
    command = [program("sqlite3"), "-readonly", str(published / "silkfigures.sqlite")]
    checks = "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT count(*) FROM figures_kk;"
    told = subprocess.run([*command, checks], check=True, capture_output=True, text=True).stdout.split()
    assert told == ["ok", str(len(cells(published / "tables" / "figures.csv")) - 1)]


def test_every_label_column_of_the_views_is_filled(published: Path) -> None:
    with sqlite3.connect(published / "silkfigures.sqlite") as connection:
        for table in tables().values():
            plain = connection.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid').fetchall()
            for language in LANGUAGES if table.kind != "reference" else ():
                named = connection.execute(f'SELECT * FROM "{table.name}_{language}"').fetchall()
                empty = [[cell is None for cell in row] for row in named]
                assert empty == [[cell is None for cell in row] for row in plain], (table.name, language)
