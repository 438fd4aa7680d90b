"""A release is whole or not there, the same bytes each time, and never replaced without a word."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import silkfigures
from silkfigures.publish import release as module
from silkfigures.publish.contents import PARTS
from silkfigures.publish.release import SUMS, OtherRelease, release
from silkfigures.schemas import tables

NAME = f"silkfigures-{silkfigures.__version__}"


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, package: Path) -> Path:
    """A release of two files, made at once, for the tests of how it is written."""
    monkeypatch.setattr(module, "contents", lambda root: {"a.txt": b"one", "b/c.txt": b"two"})
    return package


def test_every_declared_part_is_there_and_nothing_else(released: Path) -> None:
    there = set(files(released))
    for part in PARTS:
        assert any(name == part.name or name.startswith(part.name) for name in there), part.name
    names = [part.name for part in PARTS]
    extra = {n for n in there if not any(n == p or (p.endswith("/") and n.startswith(p)) for p in names)}
    assert extra == {SUMS}
    assert {f"{kind}/{name}.{kind}" for name in tables() for kind in ("parquet",)} <= there


def test_the_tables_are_byte_for_byte_those_of_the_package(released: Path, package: Path) -> None:
    for name in ("datapackage.json", *(f"tables/{table}.csv" for table in tables())):
        assert (released / name).read_bytes() == (package / name).read_bytes()


def test_the_sums_are_those_of_every_file(released: Path) -> None:
    told = dict(reversed(line.split("  ", 1)) for line in (released / SUMS).read_text().splitlines())
    found = {n: hashlib.sha256(c).hexdigest() for n, c in files(released).items() if n != SUMS}
    assert told == found
    assert list(told) == sorted(told)


def test_the_zip_is_the_folder_with_fixed_days_and_permissions(released: Path) -> None:
    with ZipFile(released.parent / f"{NAME}.zip") as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {
            f"{NAME}/{name}": content for name, content in files(released).items()
        }
        assert archive.namelist() == sorted(archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}


@pytest.mark.slow
def test_the_folder_is_a_valid_data_package(released: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(released / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])[:3]
    assert len(report.tasks) == len(tables())


def test_the_readme_names_every_part_and_counts_every_row(released: Path) -> None:
    text = (released / "README.md").read_text(encoding="utf-8")
    assert all(f"| `{part.name}` | {part.about} |" in text for part in PARTS)
    for name, table in tables().items():
        rows = (released / "tables" / f"{name}.csv").read_text(encoding="utf-8").count("\n") - 1
        assert f"| `{name}` | {rows} | {table.row} |" in text
    assert "rows" in text and "The silkfigures maintainers (2026)" in text


def test_the_same_release_again_writes_nothing(quick: Path, tmp_path: Path) -> None:
    folder, archive = release(quick, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (folder, folder / "a.txt", archive)}
    assert release(quick, tmp_path) == (folder, archive)
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize("damage", ["changed", "missing", "added", "zip"])
def test_another_release_is_not_replaced_without_a_word(quick: Path, tmp_path: Path, damage: str) -> None:
    folder, archive = release(quick, tmp_path)
    name = {"changed": "a.txt", "missing": "b/c.txt", "added": "more.txt", "zip": f"{NAME}.zip"}[damage]
    path = archive if damage == "zip" else folder / name
    path.unlink() if damage == "missing" else path.write_bytes(b"other")
    with pytest.raises(OtherRelease, match=rf"differs in {name}\. Name another folder with --out"):
        release(quick, tmp_path)
    assert not path.exists() if damage == "missing" else path.read_bytes() == b"other"
    release(quick, tmp_path, force=True)
    assert set(files(folder)) == {"a.txt", "b/c.txt", SUMS}
    assert sorted(os.listdir(tmp_path)) == [NAME, f"{NAME}.zip"]


def test_a_zip_that_is_missing_is_written(quick: Path, tmp_path: Path) -> None:
    _, archive = release(quick, tmp_path)
    content = archive.read_bytes()
    archive.unlink()
    release(quick, tmp_path)
    assert archive.read_bytes() == content


def test_a_run_that_fails_leaves_the_old_release_whole(
    quick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = release(quick, tmp_path)
    before = files(tmp_path)
    monkeypatch.setattr(module, "contents", lambda root: {"a.txt": b"new"})
    rename = os.rename

    def failing(old: Path, new: Path) -> None:
        if new == folder and old.parent.name != "old" and old.name == NAME:
            raise OSError("no room")
        rename(old, new)

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(OSError, match="no room"):
        release(quick, tmp_path, force=True)
    assert files(tmp_path) == before


def test_tables_that_are_not_described_write_nothing(package: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(package, tmp_path / "data")
    (folder / "datapackage.json").write_text("{}")
    with pytest.raises(ValueError, match=r"datapackage\.json: not what the tables give now"):
        release(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_licences_that_are_missing_are_named(package: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(package, tmp_path / "data")
    shutil.rmtree(folder / "LICENSES")
    (part,) = (part for part in PARTS if part.name == "LICENSES/")
    with pytest.raises(ValueError, match="LICENSES: no licence texts"):
        part.make(folder)


def run(root: Path, out: Path, mask: int, **environment: str) -> dict[str, bytes]:
    """A release in a process of its own."""
    code = f"""
import os, sys
os.umask({mask})
from pathlib import Path
from silkfigures.publish.release import release
release(Path({str(root)!r}), Path({str(out)!r}))
"""
    path = os.pathsep.join(sys.path)
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": path, **environment}
    )
    return files(out)


@pytest.mark.slow
def test_the_same_bytes_in_another_folder_locale_time_zone_and_order(
    published: Path, root: Path, tmp_path: Path
) -> None:
    one = run(root, tmp_path / "one", 0o022, TZ="Asia/Almaty", LC_ALL="C", PYTHONHASHSEED="1")
    two = run(
        root, tmp_path / "elsewhere" / "two", 0o077, TZ="America/New_York", LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="86400",
    )  # fmt: skip
    assert one == two == files(published.parent)


@pytest.mark.slow
def test_the_zip_of_the_release_is_of_a_size_to_download(published: Path) -> None:
    assert (published.parent / f"{NAME}.zip").stat().st_size < 4_000_000
