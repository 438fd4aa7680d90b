"""The files: the same bytes everywhere, all or none, and known when stale."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import silkfigures
from silkfigures.build import build, build_tables, stale, write_tables
from silkfigures.schemas import tables

BUILD = "import sys; from pathlib import Path; from silkfigures.build import build; build(Path(sys.argv[1]))"


def contents(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "tables").iterdir())}


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4000", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_the_same_bytes_in_another_folder_and_environment(
    example: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    build(example)
    other = Path(
        shutil.copytree(example, tmp_path / "другая папка" / "x", ignore=shutil.ignore_patterns("tables"))
    )
    paths = os.pathsep.join([str(Path(silkfigures.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", BUILD, str(other)]
    subprocess.run(command, check=True, env=os.environ | environment | {"PYTHONPATH": paths}, cwd=tmp_path)
    assert contents(other) == contents(example)
    assert len(contents(example)) == len(tables())


def test_the_dialect(example: Path) -> None:
    build(example)
    for name, content in contents(example).items():
        text = content.decode("utf-8")
        assert not text.startswith("\ufeff") and "\r" not in text and text.endswith("\n"), name
        rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
        assert rows[0] == tables()[name.removesuffix(".csv")].names
        assert {len(row) for row in rows} == {len(rows[0])}
    lines = contents(example)["figures.csv"].decode("utf-8").splitlines()
    assert lines[1].startswith("pereval-001,trade,trade.turnover,KAZ,CHN,")
    assert ',"5,9 млрд долларов",' in lines[1]


def test_what_a_build_says(example: Path) -> None:
    result = build(example)
    assert result.rows["figures"] == 21 and list(result.rows) == list(tables())
    assert len(result.changed) == len(tables())
    assert build(example).changed == ()


def test_stale_files(example: Path) -> None:
    assert len(stale(example)) == len(tables())
    build(example)
    assert stale(example) == []
    path = example / "tables" / "trade.csv"
    path.write_bytes(path.read_bytes().replace(b"4100000000", b"4100000001"))
    (example / "tables" / "works.csv").unlink()
    assert stale(example) == [path, example / "tables" / "works.csv"]
    assert build(example).changed == (path, example / "tables" / "works.csv")


def test_files_of_others_stay(example: Path) -> None:
    build(example)
    (example / "tables" / "conflicts.csv").write_text("a\n", encoding="utf-8")
    build(example)
    assert (example / "tables" / "conflicts.csv").read_text(encoding="utf-8") == "a\n"


def test_a_full_disk_changes_nothing(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(example)
    before = contents(example)
    found = build_tables(example)
    for rows in found.values():
        rows.reverse()
    written = []

    def full(path: Path, content: bytes) -> int:
        written.append(path)
        if len(written) > 3:
            raise OSError(28, "No space left on device")
        with path.open("wb") as out:
            return out.write(content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write_tables(found, example / "tables")
    assert len(written) == 4
    assert contents(example) == before
    assert {path.name for path in example.iterdir()} == {"raw", "tables", "texts", "validation"}


def test_the_real_tables_are_not_stale(root: Path) -> None:
    if not (root / "raw/places.csv").exists():
        pytest.skip("raw/places.csv is not written yet")
    assert stale(root) == []
