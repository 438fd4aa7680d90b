"""Programs that others wrote read every row by the catalogue files, and read what the CSV files say."""

from __future__ import annotations

import csv
import datetime
import json
import math
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from silkfigures.schemas import tables, themes

mlcroissant = pytest.importorskip("mlcroissant", reason="needs the extra `standards`: make test-standards")
csvw = pytest.importorskip("csvw", reason="needs the extra `standards`: make test-standards")

ORIGIN = ("work", "document", "line", "start", "end", "quote")


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with open(folder / "tables" / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def same(cell: str, read: object) -> bool:
    """Whether a value that was read is what the cell says."""
    if cell == "":
        return read is None
    if isinstance(read, bytes):
        return read.decode("utf-8") == cell
    if isinstance(read, (int, float)):
        return not math.isnan(read) and float(cell) == read
    return isinstance(read, datetime.date) and str(read)[:10] == cell


def is_year(cell: str, read: object) -> bool:
    """Whether a text of digits was read as a number: mlcroissant does so in a column of gaps and digits."""
    return cell.isdigit() and read == f"{cell}.0".encode()


@pytest.fixture(scope="module")
def metadata(released: Path) -> mlcroissant.Metadata:
    return mlcroissant.Dataset(str(released / "croissant.json")).metadata


def test_croissant_is_valid_as_version_1_1(metadata: mlcroissant.Metadata) -> None:
    assert not metadata.ctx.issues.errors
    assert metadata.ctx.conforms_to.value == "http://mlcommons.org/croissant/1.1"
    assert [record_set.id for record_set in metadata.record_sets] == list(tables())


@pytest.mark.parametrize("damage", ["sha256", "column", "reference"])
def test_croissant_finds_damage(released: Path, tmp_path: Path, damage: str) -> None:
    content = json.loads((released / "croissant.json").read_text(encoding="utf-8"))
    shutil.copytree(released / "tables", tmp_path / "tables")
    units = next(record_set for record_set in content["recordSet"] if record_set["@id"] == "units")
    if damage == "sha256":
        next(f for f in content["distribution"] if f["@id"] == "tables/units.csv")["sha256"] = "0" * 64
    elif damage == "column":
        units["field"][0]["source"]["extract"]["column"] = "no such column"
    else:
        units["field"][0]["references"] = {"field": {"@id": "nowhere/unit"}}
    (tmp_path / "croissant.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(Exception, match=r"(?i)hash|sha256|no such column|nowhere|generation"):
        list(mlcroissant.Dataset(str(tmp_path / "croissant.json")).records("units"))


@pytest.mark.parametrize("table", list(tables()))
def test_croissant_reads_every_row(released: Path, table: str) -> None:
    # a new Dataset a table: in 1.1.1 one that has read some tables with references reads the next as empty
    records = list(mlcroissant.Dataset(str(released / "croissant.json")).records(table))
    expected = rows(released, table)
    assert len(records) == len(expected)
    wrong = [
        (name, cell, record[f"{table}/{name}"])
        for record, row in zip(records, expected, strict=True)
        for name, cell in row.items()
        if not same(cell, record[f"{table}/{name}"]) and not is_year(cell, record[f"{table}/{name}"])
    ]
    assert wrong == []


@pytest.mark.parametrize("table", ["figures", *themes()])
def test_croissant_knows_what_every_claim_was_derived_from(
    metadata: mlcroissant.Metadata, table: str
) -> None:
    (origin,) = next(rs for rs in metadata.record_sets if rs.id == table).annotations
    assert [str(name) for name in origin.equivalentProperty] == ["prov:wasDerivedFrom"]
    assert [field.source.extract.column for field in origin.sub_fields] == [*ORIGIN]


def test_the_source_of_every_claim_can_be_read(released: Path, tmp_path: Path) -> None:
    """mlcroissant keeps annotations and does not read them; as a field, this one gives every row."""
    content = json.loads((released / "croissant.json").read_text(encoding="utf-8"))
    shutil.copytree(released / "tables", tmp_path / "tables")
    figures = next(record_set for record_set in content["recordSet"] if record_set["@id"] == "figures")
    figures["field"].append(figures.pop("annotation"))
    (tmp_path / "croissant.json").write_text(json.dumps(content), encoding="utf-8")
    records = mlcroissant.Dataset(str(tmp_path / "croissant.json")).records("figures")
    for record, row in zip(records, rows(released, "figures"), strict=True):
        origin = record["figures/printed_in"]
        assert [name.rpartition("/")[2] for name in origin] == [*ORIGIN]
        assert all(same(row[name.rpartition("/")[2]], value) for name, value in origin.items())


def test_csv_on_the_web_is_valid(released: Path) -> None:
    # strict=False as the standard has it: a foreign key may be null
    found = csvw.CSVW(str(released / "csv-metadata.json"), validate=True, strict=False)
    assert found.is_valid, found.warnings[:3]
    assert len(found.tables) == len(tables())


def test_csv_on_the_web_reads_every_cell(released: Path) -> None:
    group = csvw.TableGroup.from_file(str(released / "csv-metadata.json"))
    for table in tables():
        read = list(group.tabledict[f"tables/{table}.csv"])
        for record, row in zip(read, rows(released, table), strict=True):
            assert {name: written(value) for name, value in record.items()} == row


def written(value: object) -> str:
    """A value as the CSV files write it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime.date):
        return str(value)[:10]
    return "" if value is None else str(value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",USD,", ",dollars,"),
        (",2023-01-01,", ",01.01.2023,"),
        (",exact,", ",exactly,"),
        ("claim_id,", "claim,"),
        (",KAZ,CHN,", ",KAZAKHSTAN,CHN,"),
    ],
)
def test_csv_on_the_web_finds_damage(released: Path, tmp_path: Path, old: str, new: str) -> None:
    shutil.copytree(released / "tables", tmp_path / "tables")
    (tmp_path / "csv-metadata.json").write_bytes((released / "csv-metadata.json").read_bytes())
    path = tmp_path / "tables" / "trade.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        valid = csvw.CSVW(str(tmp_path / "csv-metadata.json"), validate=True, strict=False).is_valid
    except ValueError:
        valid = False
    assert not valid
