"""`datacite.json`: mandatory properties, sources, and no identifier before there is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import silkfigures
from silkfigures.publish.datacite import datacite

MANDATORY = ("creators", "titles", "publisher", "publicationYear", "types", "schemaVersion")


@pytest.fixture(scope="module")
def content(sound: Path) -> dict:
    return json.loads(datacite(sound))


def test_the_mandatory_properties_are_there(content: dict) -> None:
    assert all(content[name] for name in MANDATORY)
    assert content["schemaVersion"] == "http://datacite.org/schema/kernel-4"
    assert content["types"]["resourceTypeGeneral"] == "Dataset"
    assert (content["publicationYear"], content["language"]) == ("2026", "en")
    assert content["publisher"] == {"name": "The silkfigures maintainers", "lang": "en"}


def test_no_identifier_is_made_up(content: dict) -> None:
    assert not {"doi", "identifiers", "url"} & set(content)
    (own,) = content["alternateIdentifiers"]
    assert own["alternateIdentifier"] == f"silkfigures {silkfigures.__version__}"


def test_a_doi_that_there_is_stands_in_it(edited) -> None:
    content = json.loads(datacite(edited(about={"id": "https://doi.org/10.5555/release"})))
    assert (content["doi"], content["url"]) == ("10.5555/release", "https://doi.org/10.5555/release")
    assert "doi" not in json.loads(datacite(edited(about={"id": "silkfigures"})))


def test_the_sources_are_named_with_and_without_a_doi(content: dict) -> None:
    (identifier,) = content["relatedIdentifiers"]
    assert identifier["relatedIdentifier"] == "10.5555/made.up"
    article, paper = content["relatedItems"]
    assert article == {
        "relatedItemType": "JournalArticle",
        "relationType": "IsDerivedFrom",
        "relatedItemIdentifier": {
            "relatedItemIdentifier": "10.5555/made.up",
            "relatedItemIdentifierType": "DOI",
        },
        "creators": [
            {"name": "Akhmet, A.", "nameType": "Personal", "givenName": "A.", "familyName": "Akhmet"}
        ],
        "titles": [{"title": 'On roads, and on "rails"', "lang": "en"}],
        "publicationYear": "2020",
    }
    assert (paper["relatedItemType"], "creators" in paper) == ("ConferencePaper", False)


def test_the_extent_is_computed_from_the_tables(content: dict) -> None:
    issued, covered = content["dates"]
    assert issued == {"date": "2026-11-21", "dateType": "Issued"}
    assert (covered["date"], covered["dateType"]) == ("2023-01-01/2030-12-31", "Other")
    assert [place["geoLocationPlace"] for place in content["geoLocations"]] == ["KAZ", "KGZ", "NAM", "CA5"]
    assert content["sizes"][:2] == ["8 claims", "2 works"]


def test_the_formats_are_those_of_the_files(sound: Path, content: dict) -> None:
    assert content["formats"] == ["text/csv"]
    told = json.loads(
        datacite(sound, {"silkfigures.sqlite": b"", "parquet/aid.parquet": b"", "README.md": b""})
    )
    assert told["formats"] == ["text/csv", "application/vnd.apache.parquet", "application/vnd.sqlite3"]


def test_the_rights_are_named_by_their_licence_list(content: dict) -> None:
    assert [
        (right["rightsIdentifier"], right["rightsIdentifierScheme"]) for right in content["rightsList"]
    ] == [
        ("CC-BY-4.0", "SPDX"),
        ("CC0-1.0", "SPDX"),
    ]
