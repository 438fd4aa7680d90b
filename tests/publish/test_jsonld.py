"""`dataset.jsonld`: what dataset search engines ask for, sources and variables with their units."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from silkfigures.publish.jsonld import dataset_jsonld

# What Google Dataset Search requires, then what it recommends and a package without an address can give.
REQUIRED = ("name", "description")
RECOMMENDED = (
    "alternateName", "creator", "distribution", "isAccessibleForFree", "keywords", "license",
    "measurementTechnique", "spatialCoverage", "temporalCoverage", "variableMeasured", "version",
)  # fmt: skip
# The properties that schema.org lets a thing of each type have, of those that are used here.
CREATIVE_WORK = {"name", "author", "datePublished", "isPartOf", "inLanguage", "identifier", "sameAs"}
BELONG = {
    "Dataset": CREATIVE_WORK | {"url", "publisher", "isBasedOn", "distribution", *REQUIRED, *RECOMMENDED},
    "Organization": {"name"},
    "Person": {"name", "familyName", "givenName"},
    "Place": {"name", "alternateName", "identifier"},
    "PropertyValue": {
        "propertyID",
        "value",
        "url",
        "name",
        "alternateName",
        "description",
        "unitText",
        "unitCode",
    },
    "DataDownload": {
        "name",
        "description",
        "license",
        "contentUrl",
        "contentSize",
        "encodingFormat",
        "sha256",
    },
    "ScholarlyArticle": CREATIVE_WORK | {"pagination"},
    "Chapter": CREATIVE_WORK | {"pagination"},
    "Book": {"name"},
    "Periodical": {"name"},
    "PublicationVolume": {"volumeNumber", "isPartOf"},
    "PublicationIssue": {"issueNumber", "isPartOf"},
}


@pytest.fixture(scope="module")
def content(sound: Path) -> dict:
    return json.loads(dataset_jsonld(sound))


def test_what_search_engines_ask_for_is_there(content: dict) -> None:
    assert (content["@context"], content["@type"]) == ("https://schema.org/", "Dataset")
    assert all(content[name] for name in (*REQUIRED, *RECOMMENDED))
    assert 50 <= len(content["description"]) <= 5000
    assert content["license"] == [
        "https://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ]
    assert content["inLanguage"] == ["en", "ru", "kk"]


def things(node: object) -> Iterator[dict]:
    """Everything that has a type, at any depth."""
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from things(value)
    if isinstance(node, dict) and "@type" in node:
        yield node


def test_every_property_belongs_to_its_type(root: Path, content: dict) -> None:
    published = json.loads(dataset_jsonld(root))
    for thing in [*things(content), *things(published)]:
        assert {name for name in thing if name[0] != "@"} <= BELONG[thing["@type"]]


def test_the_extent_is_computed_from_the_tables(content: dict) -> None:
    assert content["temporalCoverage"] == "2023-01-01/2030-12-31"
    assert [place["name"] for place in content["spatialCoverage"]] == ["KAZ", "KGZ", "NAM", "CA5"]
    first, *_, group = content["spatialCoverage"]
    assert first["identifier"] == {
        "@type": "PropertyValue",
        "propertyID": "ISO 3166-1 alpha-3",
        "value": "KAZ",
    }
    assert "identifier" not in group


def test_each_indicator_has_the_units_of_its_figures(content: dict) -> None:
    variables = {variable["propertyID"]: variable for variable in content["variableMeasured"]}
    units = {name: (v["unitText"], v.get("unitCode")) for name, v in variables.items()}
    assert units == {
        "trade.turnover": (["USD", "percent"], ["USD", "P1"]),
        "trade.export": (["USD"], ["USD"]),
        "aid.oda": (["USD"], ["USD"]),
        "pipelines.length": (["km"], ["KMT"]),
        "corridors.capacity": (["t/year"], None),  # a rate has no common code
        "context.participants": (["person"], ["IE"]),
    }


def test_names_say_their_language(root: Path) -> None:
    published = json.loads(dataset_jsonld(root))
    kazakhstan = next(place for place in published["spatialCoverage"] if place["name"] == "Kazakhstan")
    assert kazakhstan["alternateName"] == [
        {"@language": "ru", "@value": "Казахстан"},
        {"@language": "kk", "@value": "Қазақстан"},
    ]
    turnover = published["variableMeasured"][0]["alternateName"]
    assert [name["@language"] for name in turnover] == ["ru", "kk"]


def test_the_dataset_is_based_on_its_works(content: dict) -> None:
    article, paper = content["isBasedOn"]
    assert article == {
        "@type": "ScholarlyArticle",
        "@id": "#akhmet2020",
        "name": 'On roads, and on "rails"',
        "author": [{"@type": "Person", "name": "Akhmet, A.", "familyName": "Akhmet", "givenName": "A."}],
        "datePublished": "2020",
        "inLanguage": "en",
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "DOI",
            "value": "10.5555/made.up",
            "url": "https://doi.org/10.5555/made.up",
        },
        "sameAs": "https://doi.org/10.5555/made.up",
    }
    assert (paper["inLanguage"], "author" in paper) == ("ru", False)


def test_a_journal_stands_above_its_volume_and_its_issue(edited) -> None:
    works = {
        "akhmet2020": {"container": "Herald", "volume": "3", "issue": "2"},
        "lee2021": {"container": "P"},
    }
    article, paper = json.loads(dataset_jsonld(edited(works=works)))["isBasedOn"]
    journal = {"@type": "Periodical", "name": "Herald"}
    volume = {"@type": "PublicationVolume", "volumeNumber": "3", "isPartOf": journal}
    assert article["isPartOf"] == {"@type": "PublicationIssue", "issueNumber": "2", "isPartOf": volume}
    assert paper["isPartOf"] == {"@type": "Book", "name": "P"}


def test_every_file_of_the_folder_is_a_download(edited) -> None:
    package = edited()
    names = [d["contentUrl"] for d in json.loads(dataset_jsonld(package))["distribution"]]
    assert names[0] == "tables/figures.csv" and len(names) == len(list((package / "tables").glob("*.csv")))
    (package / "parquet").mkdir()
    (package / "parquet" / "trade.parquet").write_bytes(b"PAR1")
    (package / "silkfigures.xlsx").write_bytes(b"a workbook")
    parquet, workbook = json.loads(dataset_jsonld(package))["distribution"][len(names) :]
    assert (workbook["contentUrl"], workbook["contentSize"]) == ("silkfigures.xlsx", "10 B")
    assert parquet["contentUrl"] == "parquet/trade.parquet"
    assert parquet["sha256"] == hashlib.sha256(b"PAR1").hexdigest()


def test_a_release_in_the_making_names_its_files(sound: Path) -> None:
    files = {"silkfigures.xlsx": b"12", "README.md": b"", "silkfigures.sqlite": b"123"}
    *_, database, workbook = json.loads(dataset_jsonld(sound, files))["distribution"]
    assert (database["name"], database["contentSize"]) == ("silkfigures.sqlite", "3 B")
    assert (workbook["name"], workbook["contentSize"]) == ("silkfigures.xlsx", "2 B")


def test_an_address_is_named_where_there_is_one(content: dict, edited) -> None:
    assert not {"@id", "identifier", "url"} & set(content)
    found = json.loads(dataset_jsonld(edited(about={"id": "https://doi.org/10.5555/release"})))
    assert found["@id"] == found["url"] == "https://doi.org/10.5555/release"
