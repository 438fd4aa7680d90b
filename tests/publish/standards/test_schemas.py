"""CITATION.cff and datacite.json against the schemas of their standards, as well-kept packages carry them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

jsonschema = pytest.importorskip("jsonschema")
pytest.importorskip("check_jsonschema", reason="needs the extra `standards`: make test-standards")
datacite = pytest.importorskip("datacite", reason="needs the extra `standards`: make test-standards")

CITATION_SCHEMA = files("check_jsonschema") / "builtin_schemas" / "vendor" / "citation-file-format.json"


@pytest.fixture(scope="module")
def cff() -> jsonschema.Draft7Validator:
    schema = json.loads(CITATION_SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


def messages(validator: object, content: dict) -> list[str]:
    return [f"{list(error.path)}: {error.message[:200]}" for error in validator.iter_errors(content)]


def test_the_citation_is_valid(released: Path, cff: jsonschema.Draft7Validator, number_of_works: int) -> None:
    content = yaml.safe_load((released / "CITATION.cff").read_text(encoding="utf-8"))
    assert messages(cff, content) == []
    assert len(content["references"]) == number_of_works


@pytest.mark.parametrize(
    "damage",
    [
        lambda c: c.pop("message"),
        lambda c: c.update(**{"date-released": "21.11.2026"}),
        lambda c: c["references"][0].pop("authors"),
        lambda c: c["references"][0].update(type="paper-conference"),
        lambda c: c.update(license="CC-BY"),
    ],
)
def test_the_schema_finds_a_damaged_citation(
    released: Path, cff: jsonschema.Draft7Validator, damage: Callable[[dict], object]
) -> None:
    content = yaml.safe_load((released / "CITATION.cff").read_text(encoding="utf-8"))
    damage(content)
    assert messages(cff, content)


def test_the_datacite_metadata_are_valid(released: Path) -> None:
    from datacite import schema45

    content = json.loads((released / "datacite.json").read_text(encoding="utf-8"))
    assert messages(schema45.validator, content) == []
    wrong = copy.deepcopy(content)
    wrong["relatedItems"][0]["relatedItemType"] = "Paper"
    assert messages(schema45.validator, wrong)
    assert messages(schema45.validator, {key: content[key] for key in content if key != "publisher"})


def test_with_a_doi_they_are_datacite_xml(released: Path, number_of_works: int) -> None:
    from datacite import schema45

    content = json.loads((released / "datacite.json").read_text(encoding="utf-8"))
    xml = schema45.tostring(content | {"doi": "10.5555/release"})
    assert xml.count("<relatedItem ") == number_of_works
    assert '<identifier identifierType="DOI">10.5555/release</identifier>' in xml
