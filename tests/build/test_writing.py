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
from silkfigures.build import build, stale
from silkfigures.schemas import tables

BUILD = "import sys; from pathlib import Path; from silkfigures.build import build; build(Path(sys.argv[1]))"


def contents(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "tables").iterdir())}


def environment(**changes: str) -> dict[str, str]:
    """The environment of a child that runs the package under test."""
    paths = os.pathsep.join([str(Path(silkfigures.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    return os.environ | {"PYTHONPATH": paths} | changes


ELSEWHERE = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4000", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("changes", ELSEWHERE)
def test_the_same_bytes_in_another_folder_and_environment(
    example: Path, tmp_path: Path, changes: dict[str, str]
) -> None:
    build(example)
    other = Path(
        shutil.copytree(example, tmp_path / "другая папка" / "x", ignore=shutil.ignore_patterns("tables"))
    )
    command = [sys.executable, "-c", BUILD, str(other)]
    subprocess.run(command, check=True, env=environment(**changes), cwd=tmp_path)
    assert contents(other) == contents(example)
    assert len(contents(example)) == len(tables())


@pytest.mark.slow
@pytest.mark.parametrize("changes", ELSEWHERE)
def test_every_file_of_the_repository_has_the_same_bytes_wherever_it_is_built(
    root: Path, tmp_path: Path, changes: dict[str, str]
) -> None:
    """All that `silkfigures build` writes, from the real readings into an empty folder, as committed."""
    other = tmp_path / "другая папка"
    shutil.copytree(root / "raw", other / "raw")
    by_hand = shutil.ignore_patterns("report*")  # what else lies in validation/ is written by people
    shutil.copytree(root / "validation", other / "validation", ignore=by_hand)
    before = {path for path in other.rglob("*") if path.is_file()}
    code = "from silkfigures.cli import main; main()"
    command = [sys.executable, "-c", code, "build", "--root", str(other)]
    subprocess.run(command, check=True, env=environment(**changes), cwd=tmp_path, stdout=subprocess.DEVNULL)
    written = [path.relative_to(other) for path in other.rglob("*") if path.is_file() and path not in before]
    assert len(written) > len(tables()) and Path("datapackage.json") in written
    assert [name for name in written if (root / name).read_bytes() != (other / name).read_bytes()] == []


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
    (example / "tables" / "notes.csv").write_text("a\n", encoding="utf-8")
    build(example)
    assert (example / "tables" / "notes.csv").read_text(encoding="utf-8") == "a\n"


def test_a_disk_that_is_full_changes_nothing(example: Path) -> None:
    """The limit of the size of a file stands for the end of the disk: the system itself refuses to go on."""
    build(example)
    before = contents(example)
    reading = example / "raw/readings/pereval.yaml"
    reading.write_text(
        reading.read_text(encoding="utf-8").replace("period: 2020\n", "period: 2019\n"), "utf-8"
    )
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))"
    command = [sys.executable, "-c", f"{limit}\n{BUILD}", str(example)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "File too large" in done.stderr
    assert contents(example) == before
    assert {path.name for path in example.iterdir()} == {"raw", "tables", "texts", "validation"}
    assert build(example).changed


def test_the_real_tables_are_not_stale(root: Path) -> None:
    if not (root / "raw/places.csv").exists():
        pytest.skip("raw/places.csv is not written yet")
    assert stale(root) == []
