"""Rows that are all longer than the header lost their first cells to an index, without a word."""

import hashlib
import json
import shutil

import pytest

import silkfigures as sf
from silkfigures.dataset import store
from silkfigures.dataset.errors import DamagedData


@pytest.fixture
def copy(root, tmp_path, monkeypatch):
    """The published tables, of which the package reads a copy that fits its description."""
    shutil.copytree(root / "tables", tmp_path / "tables")
    shutil.copy(root / "datapackage.json", tmp_path)

    def change(name, data):
        (tmp_path / "tables" / f"{name}.csv").write_bytes(data)
        about = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
        for one in (one for one in about["resources"] if one["name"] == name):
            one |= {"bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
        (tmp_path / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
        for cached in (store.descriptor, store.resources):
            cached.cache_clear()

    monkeypatch.setattr(store, "folder", lambda: tmp_path)
    yield change
    for cached in (store.descriptor, store.resources):
        cached.cache_clear()


@pytest.mark.parametrize("more", [b",x", b"," * 3000])
@pytest.mark.parametrize("rows", [slice(1, None), slice(1, 2), slice(2, 3)])
def test_they_are_damaged_data(copy, root, more, rows):
    lines = (root / "tables" / "flags.csv").read_bytes().splitlines()
    lines[rows] = [line + more for line in lines[rows]]
    copy("flags", b"\n".join(lines) + b"\n")
    with pytest.raises(DamagedData, match="Table 'flags' does not have the declared types"):
        sf.load("flags")
