"""`annotations.jsonl`: a Web Annotation a claim, valid and standing where the text prints it."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import jsonschema
import pytest

from silkfigures.publish.annotations import annotations
from silkfigures.readings.plainform import PlainForm
from silkfigures.schemas.quotes import quote_is_short

SCHEMA = json.loads(Path(__file__).with_name("web_annotation.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def lines(root: Path) -> list[dict]:
    return [json.loads(line) for line in annotations(root).splitlines()]


def thing(code: str, role: str) -> dict[str, str]:
    """What an annotation is about, in the made-up package, where names are codes."""
    return {
        "type": "schema:Thing",
        "schema:identifier": code,
        "schema:name": code,
        "schema:disambiguatingDescription": role,
    }


@pytest.fixture(scope="module")
def made_up(sound: Path) -> list[dict]:
    return lines(sound)


@pytest.fixture(scope="module")
def published(root: Path) -> list[dict]:
    return lines(root)


def test_every_claim_is_a_valid_annotation(published: list[dict], made_up: list[dict]) -> None:
    VALIDATOR.check_schema(SCHEMA)
    for annotation in [*published, *made_up]:
        VALIDATOR.validate(annotation)
    assert len({annotation["id"] for annotation in published}) == len(published) > 700


def test_one_in_full(made_up: list[dict]) -> None:
    assert made_up[0] == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": uuid.uuid5(uuid.UUID("14c20b80-79ac-48b2-8dd3-89362c713700"), "akhmet2020-001").urn,
        "type": "Annotation",
        "motivation": "describing",
        "rights": "https://creativecommons.org/licenses/by/4.0/",
        "body": {
            "type": "schema:Observation",
            "schema:identifier": "akhmet2020-001",
            "schema:name": "trade.turnover",
            "schema:variableMeasured": "trade.turnover",
            "schema:measurementQualifier": ["measure: level", "status: actual", "qualifier: exact"],
            "schema:observationAbout": [thing("KAZ", "reporter"), thing("CHN", "partner")],
            "schema:value": 5900000000,
            "schema:minValue": 5850000000,
            "schema:maxValue": 5950000000,
            "schema:unitText": "USD",
            "dcterms:temporal": "2023",
        },
        "target": {
            "type": "SpecificResource",
            "source": {
                "id": f"ni:///sha-256;{'q' * 42}o",  # 32 bytes 0xaa in base64
                "type": "Text",
                "format": "text/plain",
                "label": "a.txt",
            },
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "5,9 bn dollars",
                    "prefix": "came to ",
                    "suffix": ", a record",
                },
                {"type": "TextPositionSelector", "start": 100, "end": 114},
            ],
            "dcterms:bibliographicCitation": 'Akhmet, A. (2020). On roads, and on "rails". '
            "https://doi.org/10.5555/made.up",
        },
    }


def test_an_open_interval_has_one_end_and_a_fraction_stays_exact(made_up: list[dict]) -> None:
    fall, length = made_up[1]["body"], made_up[3]["body"]
    assert fall["schema:maxValue"] == -5 and "schema:minValue" not in fall
    assert (length["schema:minValue"], length["schema:maxValue"]) == (1249.5, 1250.5)
    assert length["schema:observationAbout"] == [thing("north_oil_pipeline", "asset")]


def test_every_annotation_tells_in_which_sense_its_value_is_meant(published: list[dict]) -> None:
    """A fall in percent is no level, and a plan no fact."""
    told = {a["body"]["schema:identifier"]: a["body"]["schema:measurementQualifier"] for a in published}
    assert all(what[0].startswith("measure: ") and what[1].startswith("status: ") for what in told.values())
    assert told["dong2025-029"] == ["measure: growth", "status: actual", "qualifier: exact"]


def test_a_doubt_is_told(made_up: list[dict]) -> None:
    told = {
        a["body"]["schema:identifier"]: a["body"].get("schema:disambiguatingDescription") for a in made_up
    }
    assert {claim: text for claim, text in told.items() if text} == {"lee2021-002": "flag: magnitude"}


def test_the_address_of_a_claim_does_not_change_with_the_release(edited, made_up: list[dict]) -> None:
    package = edited(figures={"akhmet2020-001": {"value": "5910000000"}}, about={"version": "9.0.0"})
    assert [annotation["id"] for annotation in lines(package)] == [a["id"] for a in made_up]


def test_no_more_is_quoted_than_the_quote(published: list[dict]) -> None:
    for annotation in published:
        words = annotation["target"]["selector"][0]
        quoted = words.get("prefix", "") + words["exact"] + words.get("suffix", "")
        assert quote_is_short(quoted)


def test_every_annotation_stands_where_the_text_prints_it(published: list[dict], texts: Path) -> None:
    read = {}
    for annotation in published:
        name = annotation["target"]["source"]["label"]
        if name not in read:
            read[name] = (texts / name).read_bytes().decode("utf-8")
        words, place = annotation["target"]["selector"]
        text, start, end = read[name], place["start"], place["end"]
        assert plain(text[start:end]) == plain(words["exact"]), annotation["body"]["schema:identifier"]
        around = plain(text[max(0, start - 400) : start]) + "|" + plain(text[end : end + 400])
        assert plain(words.get("prefix", "")) + "|" + plain(words.get("suffix", "")) in around


def plain(text: str) -> str:
    """The form in which quotes and texts are compared, without any white space or hyphens."""
    return "".join(sign for sign in PlainForm(text).form if not sign.isspace() and sign not in "-‐‑")
