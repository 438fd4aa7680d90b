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
    assert found["license"] == ["MIT", "CC-BY-4.0", "CC0-1.0"]
    assert found["keywords"] == about["keywords"] and found["message"] and found["abstract"]


def test_the_file_of_the_repository_is_not_stale(root: Path) -> None:
    assert (root / "CITATION.cff").read_text(encoding="utf-8") == citation(root)


def test_metadata_that_are_missing_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"package\.toml: cannot be read"):
        citation(tmp_path)
