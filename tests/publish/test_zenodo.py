"""`.zenodo.json`: what Zenodo's deposit interface takes, by a schema written from its documentation."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from silkfigures.publish.zenodo import zenodo

SCHEMA = json.loads(Path(__file__).with_name("zenodo_deposit.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


@pytest.fixture(scope="module")
def content(sound: Path) -> dict:
    return json.loads(zenodo(sound))


def test_it_is_valid(root: Path, content: dict) -> None:
    VALIDATOR.check_schema(SCHEMA)
    VALIDATOR.validate(content)
    VALIDATOR.validate(json.loads(zenodo(root)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"upload_type": "data"},
        {"creators": []},
        {"license": ""},
        {"publication_date": "21.11.2026"},
        {"language": "English"},
        {"related_identifiers": [{"identifier": "10.5555/a", "relation": "IsDerivedFrom"}]},
        {"titel": "x"},
    ],
    ids=str,
)
def test_the_schema_finds_what_is_wrong(content: dict, wrong: dict) -> None:
    assert not VALIDATOR.is_valid(content | wrong)


def test_what_it_says(content: dict) -> None:
    assert (content["upload_type"], content["access_right"], content["license"]) == (
        "dataset", "open", "cc-by-4.0",
    )  # fmt: skip
    assert (content["language"], content["publication_date"]) == ("eng", "2026-11-21")
    assert content["creators"] == [{"name": "The silkfigures maintainers"}]
    assert content["locations"] == [{"place": code} for code in ("KAZ", "KGZ", "NAM", "CA5")]
    assert "doi" not in content


def test_the_works_are_referred_to(content: dict) -> None:
    assert content["related_identifiers"] == [
        {
            "identifier": "10.5555/made.up",
            "relation": "isDerivedFrom",
            "resource_type": "publication-article",
        }
    ]
    assert content["references"] == [
        'Akhmet, A. (2020). On roads, and on "rails". https://doi.org/10.5555/made.up',
        "О помощи.",
    ]


def test_the_notes_name_the_licences_and_the_period(content: dict) -> None:
    assert content["notes"].startswith(
        "<p>The tables may be used under CC-BY-4.0, the program under MIT. "
        "The tables places, organisations, parties, assets, indicators, units, flags, codes: CC0-1.0. "
    )
    assert "2023-01-01 to 2030-12-31" in content["notes"]


def test_signs_of_html_are_text(edited) -> None:
    content = json.loads(zenodo(edited(about={"description": "a < b &\nc"})))
    assert content["description"] == "<p>a &lt; b &amp; c</p>"
