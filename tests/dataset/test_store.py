import json
import shutil

import pytest

import silkfigures as sf
from silkfigures.dataset import store
from silkfigures.dataset.errors import DamagedData


@pytest.fixture
def copy(data, tmp_path, read_from):
    """A copy of the data folder, in use, that a test may damage."""
    folder = shutil.copytree(data, tmp_path / "copy")
    read_from(folder)
    return folder


def cut(path):
    path.write_bytes(path.read_bytes()[:-20])


def swap_a_digit(path):
    path.write_bytes(path.read_bytes().replace(b"5900000000", b"5800000000", 1))


def rename_a_column(path):
    path.write_bytes(path.read_bytes().replace(b"partner", b"pertner", 1))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (cut, "bytes"),
        (swap_a_digit, "hash"),
        (rename_a_column, "hash"),
        (lambda path: path.unlink(), "No such file"),
    ],
)
def test_a_damaged_table_is_refused_with_its_path_and_the_mend(copy, damage, told):
    damage(copy / "tables" / "trade.csv")
    with pytest.raises(DamagedData, match=rf"trade\.csv.*{told}.*silkfigures build"):
        sf.load("trade")
    assert len(sf.load("energy")) == 3


def describe(folder, change):
    """Change the description of the table `trade`."""
    path = folder / "datapackage.json"
    about = json.loads(path.read_text())
    change(next(resource for resource in about["resources"] if resource["name"] == "trade"))
    path.write_text(json.dumps(about))


def test_columns_must_be_the_described_ones(copy):
    rename_a_column(copy / "tables" / "trade.csv")
    describe(copy, lambda resource: resource.pop("hash"))
    with pytest.raises(DamagedData, match=r"trade\.csv:1: the columns .*pertner"):
        sf.load("trade")


def test_cells_must_have_the_described_type(copy):
    table = copy / "tables" / "trade.csv"
    table.write_bytes(table.read_bytes().replace(b"5900000000", b"5900000xyz", 1))
    describe(copy, lambda resource: resource.pop("hash"))
    with pytest.raises(DamagedData, match=r"'trade' does not have the declared types"):
        sf.load("trade")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"name": "x"}', '{"resources": 3}'])
def test_a_damaged_description_is_refused(copy, content):
    (copy / "datapackage.json").write_text(content)
    with pytest.raises(DamagedData, match=r"datapackage\.json cannot be read"):
        sf.tables()


def test_without_any_data_the_error_says_where_it_was_sought(tmp_path, monkeypatch):
    monkeypatch.undo()
    store.folder.cache_clear()
    monkeypatch.setattr(store, "DESCRIPTOR", "no-such-file.json")
    with pytest.raises(DamagedData, match=r"The tables are missing: no no-such-file\.json in .*data or .*"):
        store.folder()


def test_the_description_is_read_once(copy):
    assert store.descriptor() is store.descriptor()
    (copy / "datapackage.json").unlink()
    assert sf.tables().shape[0] == 24
