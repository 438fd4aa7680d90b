"""`croissant.json`: a record set a table, and on every claim the source it was derived from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from silkfigures.publish.croissant import croissant
from silkfigures.schemas import tables, themes


@pytest.fixture(scope="module")
def content(sound: Path) -> dict:
    return json.loads(croissant(sound))


@pytest.fixture(scope="module")
def sets(content: dict) -> dict[str, dict]:
    return {record_set["@id"]: record_set for record_set in content["recordSet"]}


def test_what_the_standard_requires_is_there(content: dict) -> None:
    required = ("name", "description", "license", "creator", "datePublished", "distribution")
    assert all(content[name] for name in required)
    assert (content["@type"], content["conformsTo"]) == ("sc:Dataset", "http://mlcommons.org/croissant/1.1")
    assert "url" not in content  # required as well: there is no address before the first deposit


def test_the_address_is_that_of_the_release(edited) -> None:
    assert json.loads(croissant(edited(about={"id": "https://doi.org/10.5555/r"})))["url"].endswith(
        "10.5555/r"
    )


def test_every_table_is_a_record_set_with_all_its_columns(sets: dict) -> None:
    assert list(sets) == list(tables())
    for name, table in tables().items():
        assert [field["name"] for field in sets[name]["field"]] == table.names
    assert sets["codes"]["key"] == [{"@id": "codes/list"}, {"@id": "codes/code"}]


def test_a_field_in_full(sets: dict) -> None:
    field = next(field for field in sets["trade"]["field"] if field["name"] == "reporter")
    assert field == {
        "@type": "cr:Field",
        "@id": "trade/reporter",
        "name": "reporter",
        "description": tables()["trade"]["reporter"].about,
        "dataType": "sc:Text",
        "references": {"field": {"@id": "parties/party"}},
        "source": {"fileObject": {"@id": "tables/trade.csv"}, "extract": {"column": "reporter"}},
    }


def test_references_lead_to_keys(sets: dict) -> None:
    fields = {field["@id"]: field for record_set in sets.values() for field in record_set["field"]}
    targets = {f["references"]["field"]["@id"] for f in fields.values() if "references" in f}
    assert (
        {"parties/party", "units/unit", "indicators/indicator", "documents/document"}
        <= targets
        <= set(fields)
    )


@pytest.mark.parametrize("table", ["figures", *themes()])
def test_every_claim_has_the_source_it_was_derived_from(sets: dict, table: str) -> None:
    origin = sets[table]["annotation"]
    assert origin["equivalentProperty"] == "prov:wasDerivedFrom"
    columns = {field["source"]["extract"]["column"]: field for field in origin["subField"]}
    assert list(columns) == ["work", "document", "line", "start", "end", "quote"]
    assert columns["work"]["references"] == {"field": {"@id": "works/work"}}
    assert columns["document"]["references"] == {"field": {"@id": "documents/document"}}
    assert {field["source"]["fileObject"]["@id"] for field in columns.values()} == {f"tables/{table}.csv"}


def test_no_two_things_have_one_name(content: dict, sets: dict) -> None:
    names = [file["@id"] for file in content["distribution"]] + list(sets)
    for record_set in sets.values():
        fields = [*record_set["field"], *(record_set.get("annotation", {}).get("subField", ()))]
        names += [field["@id"] for field in fields]
        names += [record_set["annotation"]["@id"]] if "annotation" in record_set else []
    assert len(set(names)) == len(names)


def test_reference_tables_have_no_source_of_a_row(sets: dict) -> None:
    assert "annotation" not in sets["works"] and "annotation" not in sets["coverage"]


def test_the_package_is_derived_from_works_and_texts(content: dict) -> None:
    names = [entity["@id"] for entity in content["prov:wasDerivedFrom"]]
    assert names[:2] == ["https://doi.org/10.5555/made.up", "#lee2021"]
    assert names[2] == f"ni:///sha-256;{'q' * 40}qqo"  # 32 bytes 0xaa in base64: ten times qqqq, then qqo
