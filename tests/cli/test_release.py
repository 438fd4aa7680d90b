"""The command that writes a release."""

import shutil

import pytest

import silkfigures
from silkfigures.publish import contents

NAME = f"silkfigures-{silkfigures.__version__}"


@pytest.fixture
def package(data_folder, root, tmp_path, read_from):
    """The made-up tables with licences, in use."""
    folder = shutil.copytree(data_folder, tmp_path / "data")
    shutil.copytree(root / "LICENSES", folder / "LICENSES")
    (folder / "history.csv").write_text("version,kind,table,key,field,from,to,why\n", encoding="utf-8")
    read_from(folder)
    return folder


@pytest.fixture
def quick(monkeypatch):
    """Leave out what takes long."""
    parts = [part for part in contents.PARTS if not part.extra]
    monkeypatch.setattr(contents, "PARTS", parts)


def test_it_prints_where_the_release_is(run, package, quick, tmp_path):
    result = run("release", "--out", tmp_path / "out")
    assert result.exit_code == 0
    folder, archive = tmp_path / "out" / NAME, tmp_path / "out" / f"{NAME}.zip"
    assert result.stdout == f"{folder}\n{archive}\n"
    assert (folder / "tables" / "trade.csv").read_bytes() == (package / "tables" / "trade.csv").read_bytes()
    assert archive.is_file()


def test_another_release_is_wrong_use_unless_forced(run, package, quick, tmp_path):
    run("release", "--out", tmp_path / "out")
    (tmp_path / "out" / NAME / "README.md").write_text("mine")
    result = run("release", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "it differs in README.md" in result.stderr and "--force" in result.stderr
    assert run("release", "--out", tmp_path / "out", "--force").exit_code == 0


def test_damaged_tables_are_found(run, package, quick, tmp_path):
    path = package / "tables" / "trade.csv"
    path.write_bytes(path.read_bytes().replace(b"5900000000", b"5800000000"))
    result = run("release", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "not what the tables give now" in result.stderr
    assert not (tmp_path / "out").exists()


def test_packages_that_are_missing_are_named_with_the_command(run, package, monkeypatch, tmp_path):
    monkeypatch.setattr(contents, "find_spec", lambda name: None)
    result = run("release", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "pip install 'silkfigures[excel,parquet]'" in result.stderr


def test_a_place_that_cannot_be_written_is_named(run, package, quick, tmp_path):
    (tmp_path / "file").write_text("")
    result = run("release", "--out", tmp_path / "file" / "out")
    assert result.exit_code == 2
    assert f"{tmp_path / 'file' / 'out'}: cannot be written: Not a directory" in result.stderr
    assert "(mend: name another place with --out)" in result.stderr
