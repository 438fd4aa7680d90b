"""CITATION.cff says what the Citation File Format asks for, from the one declaration of the metadata."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml

import silkfigures
from silkfigures.publish import citation


def test_it_is_what_the_format_asks_for(root: Path) -> None:
    found = yaml.safe_load(citation(root))
    about = tomllib.loads((root / "raw" / "package.toml").read_text(encoding="utf-8"))
    assert (found["cff-version"], found["type"]) == ("1.2.0", "dataset")
    assert (found["title"], found["version"]) == (about["title"], silkfigures.__version__)
    assert found["date-released"] == about["released"]  # in quotes: a text and no date
    assert found["authors"] == [{"name": "The silkfigures maintainers"}]
    assert found["license"] == "CC-BY-4.0"  # one: a list of licences leaves the choice, and Zenodo takes none
    assert found["keywords"] == about["keywords"] and found["message"] and found["abstract"]


def test_the_references_are_the_works(sound: Path) -> None:
    first, second = yaml.safe_load(citation(sound))["references"]
    assert first == {
        "type": "article",
        "title": 'On roads, and on "rails"',
        "authors": [{"family-names": "Akhmet", "given-names": "A."}],
        "year": "2020",
        "doi": "10.5555/made.up",
        "languages": ["en"],
    }
    assert second == {
        "type": "conference-paper",
        "title": "О помощи",
        "authors": [{"name": "[authors not printed]"}],
        "languages": ["ru"],
    }


def test_an_article_names_its_journal_and_a_paper_its_volume(edited) -> None:
    package = edited(
        works={
            "akhmet2020": {"container": "Herald", "volume": "3", "issue": "2(90)", "pages": "4–9"},
            "lee2021": {"container": "Proceedings", "authors": "World Bank"},
        }
    )
    article, paper = yaml.safe_load(citation(package))["references"]
    assert [article[key] for key in ("journal", "volume", "issue", "start", "end")] == [
        "Herald", "3", "2(90)", "4", "9",
    ]  # fmt: skip
    assert (paper["collection-title"], paper["authors"]) == ("Proceedings", [{"name": "World Bank"}])


def test_a_doi_and_a_home_page_are_named_where_there_are_any(sound: Path, edited) -> None:
    assert not {"doi", "url"} & set(yaml.safe_load(citation(sound)))
    found = yaml.safe_load(citation(edited(about={"id": "https://doi.org/10.5555/release"})))
    assert (found["doi"], found["url"]) == ("10.5555/release", "https://doi.org/10.5555/release")
    found = yaml.safe_load(citation(edited(about={"homepage": "https://example.org/figures"})))
    assert "doi" not in found and found["url"] == "https://example.org/figures"


def test_the_file_of_the_repository_is_not_stale(root: Path) -> None:
    assert (root / "CITATION.cff").read_text(encoding="utf-8") == citation(root)


def test_metadata_that_are_missing_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"datapackage\.json: cannot be read.*silkfigures build"):
        citation(tmp_path)
