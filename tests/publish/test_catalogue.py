"""All catalogue files: the same bytes each time, from the tables and their description alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from silkfigures.publish import CATALOGUE

HASHES = """
import hashlib, sys
from pathlib import Path
from silkfigures.publish import CATALOGUE
texts = [tell(Path(sys.argv[1])) for tell in CATALOGUE.values()]
print([hashlib.sha256(text.encode()).hexdigest() for text in texts])
"""


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an installed package has of the repository: the tables and their description."""
    folder = tmp_path_factory.mktemp("installed") / "data"
    shutil.copytree(root / "tables", folder / "tables")
    shutil.copy(root / "datapackage.json", folder)
    return folder


@pytest.mark.parametrize("name", CATALOGUE)
def test_an_installed_package_gives_what_the_repository_gives(root: Path, installed: Path, name: str) -> None:
    text = CATALOGUE[name](installed)
    assert text == CATALOGUE[name](root)
    assert text.endswith("\n") and str(installed) not in text and "\\u" not in text


@pytest.mark.parametrize(
    "name", [name for name in CATALOGUE if "json" in name and name != "annotations.jsonl"]
)
def test_the_json_is_readable(sound: Path, name: str) -> None:
    text = CATALOGUE[name](sound)
    assert isinstance(json.loads(text), dict)
    assert text.startswith("{\n  ")


@pytest.mark.slow
def test_the_order_of_sets_does_not_matter(installed: Path) -> None:
    found = [
        subprocess.run(
            [sys.executable, "-c", HASHES, str(installed)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1] != b""


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_package_that_is_missing_or_not_ours_is_named(folder: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"datapackage\.json: cannot be read"):
        CATALOGUE[name](tmp_path / "nowhere")
    (folder / "datapackage.json").write_text('{"name": "other"}')
    with pytest.raises(ValueError, match=r"datapackage\.json: has no `title`"):
        CATALOGUE[name](folder)


@pytest.mark.parametrize("name", [name for name in CATALOGUE if name != "csv-metadata.json"])
def test_a_table_that_is_missing_is_named(folder: Path, name: str) -> None:
    (folder / "tables" / "works.csv").unlink()
    with pytest.raises(ValueError, match=r"tables/works\.csv: the file is missing"):
        CATALOGUE[name](folder)
