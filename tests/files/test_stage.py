"""Files of a folder replaced together: killed at every step, refused, interrupted, at the same time."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.files import exchange
from silkfigures.files.stage import STAGE, left_behind, staging

NAMES = ("tables/a.csv", "tables/b.csv", "about.json", "notes/report.md")
STEPS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.scandir", "ctypes.dlopen"}


def write(root: Path, word: str) -> list[Path]:
    with staging(root, "tables") as stage:
        for name in NAMES:
            stage.write(name, f"{word} {name}\n".encode())
        return stage.commit()


def words(root: Path) -> dict[str, str]:
    return {name: (root / name).read_text().split()[0] for name in NAMES}


def names(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the old files and one that is nobody's business."""
    write(tmp_path, "old")
    (tmp_path / "tables" / "mine.txt").write_text("mine")
    return tmp_path


@pytest.fixture(params=["exchange", "one by one"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With and without a system that exchanges folders in one step."""
    if request.param == "one by one":
        monkeypatch.setattr(exchange, "_in_one_step", lambda new, old: False)
    return request.param


def child(action: Callable[[], object]) -> int:
    """Run in a forked child; what ended it."""
    process = os.fork()
    if not process:
        try:
            action()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def killed_at(root: Path, step: int) -> bool:
    """Write in a child that is killed before a step; whether there was such a step."""

    def action() -> None:
        seen = 0

        def count(event: str, _: tuple) -> None:
            nonlocal seen
            seen += event in STEPS
            if event in STEPS and seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        write(root, "new")

    return child(action) == -signal.SIGKILL


@pytest.mark.slow
def test_killed_before_every_step(folder: Path, way: str) -> None:
    step, states = 0, []
    while killed_at(folder, step := step + 1):
        found = words(folder)
        tables = {found["tables/a.csv"], found["tables/b.csv"]}
        if way == "exchange":
            assert len(tables) == 1
        if found["about.json"] == "old":  # what it describes is there, in place or left behind
            for name in NAMES[:2]:
                at_hand = [folder / name, *left_behind(folder, name)]
                assert "old" in {path.read_text().partition(" ")[0] for path in at_hand}
        else:
            assert tables == {"new"}
        states.append("".join(word[0] for word in found.values()))
        write(folder, "old")
        assert set(words(folder).values()) == {"old"}
        assert names(folder) == {*NAMES, "tables/mine.txt"}
    assert step > 20
    assert {"oooo", "nnnn"} <= set(states)
    assert set(words(folder).values()) == {"new"}  # the last one was not killed


def test_only_what_changed_is_named_and_nothing_is_touched_without_a_change(folder: Path, way: str) -> None:
    before = {name: (folder / name).stat().st_ino for name in NAMES}
    assert write(folder, "old") == []
    assert {name: (folder / name).stat().st_ino for name in NAMES} == before
    (folder / "about.json").write_text("other")
    assert write(folder, "old") == [folder / "about.json"]
    assert write(folder, "new") == [folder / name for name in NAMES]
    assert names(folder) == {*NAMES, "tables/mine.txt"}


def test_permissions_stay(folder: Path, way: str) -> None:
    for name, mode in (("tables/a.csv", 0o640), ("about.json", 0o600), ("tables", 0o750)):
        (folder / name).chmod(mode)
    write(folder, "new")
    modes = [(folder / name).stat().st_mode & 0o777 for name in ("tables/a.csv", "about.json", "tables")]
    assert modes == [0o640, 0o600, 0o750]


def test_an_error_after_the_first_exchange_is_undone(
    folder: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = exchange.exchange

    def failing(new: Path, old: Path) -> None:
        if old.name == "about.json":
            raise OSError(13, "Permission denied", str(old))
        real(new, old)

    monkeypatch.setattr("silkfigures.files.stage.exchange", failing)
    with pytest.raises(OSError, match="Permission denied"):
        write(folder, "new")
    assert set(words(folder).values()) == {"old"}
    assert names(folder) == {*NAMES, "tables/mine.txt"}


def test_an_error_between_two_files_is_undone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_in_one_step", lambda new, old: False)
    real = os.replace

    def failing(one: Path, other: Path) -> None:
        if (
            Path(other) == folder / "tables" / "b.csv"
            and STAGE in str(one)
            and "old" not in Path(one).parent.name
        ):
            raise OSError(13, "Permission denied", str(other))
        real(one, other)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="Permission denied"):
        write(folder, "new")
    assert set(words(folder).values()) == {"old"}


def test_an_interrupted_block_changes_nothing(folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt), staging(folder, "tables") as stage:
        stage.write("tables/a.csv", b"new\n")
        raise KeyboardInterrupt
    assert set(words(folder).values()) == {"old"}
    assert names(folder) == {*NAMES, "tables/mine.txt"}


def test_a_full_disk(folder: Path) -> None:
    """The system itself refuses to write on: the limit of the size of a file stands for that of the disk."""
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom silkfigures.files.stage import staging\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))\n"
        "with staging(Path(sys.argv[1]), 'tables') as stage:\n"
        "    stage.write('tables/a.csv', b'new')\n"
        "    stage.write('tables/b.csv', b'new' * 5000)\n"
        "    stage.commit()\n"
    )
    assert resource.getrlimit(resource.RLIMIT_FSIZE)
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "File too large" in done.stderr
    assert set(words(folder).values()) == {"old"}
    assert names(folder) == {*NAMES, "tables/mine.txt"}


# what stands in the way, and where
WAYS = {
    "a linked folder": ("tables", lambda path, other: path.symlink_to(other), "symbolic link"),
    "a linked file": ("about.json", lambda path, other: path.symlink_to(other / "x"), "symbolic link"),
    "a linked folder of one file": ("notes", lambda path, other: path.symlink_to(other), "symbolic link"),
    "a file in place of a folder": ("tables", lambda path, other: path.write_text("x"), "is no folder"),
    "a folder in place of a file": ("about.json", lambda path, other: path.mkdir(), "is no file"),
    "a pipe in place of a file": ("about.json", lambda path, other: os.mkfifo(path), "is no file"),
}


@pytest.mark.parametrize("case", WAYS)
def test_nothing_is_written_where_something_else_stands(tmp_path: Path, case: str) -> None:
    name, put, told = WAYS[case]
    root, other = tmp_path / "root", tmp_path / "other"
    root.mkdir()
    other.mkdir()
    put(root / name, other)
    with pytest.raises(OSError, match=told):
        write(root, "new")
    assert [path.name for path in root.iterdir()] == [name]
    assert list(other.iterdir()) == []


def test_two_writers_at_a_time_leave_the_set_of_one(tmp_path: Path) -> None:
    writers = [
        threading.Thread(target=lambda w=word: [write(tmp_path, w) for _ in range(15)]) for word in "xyz"
    ]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert len(set(words(tmp_path).values())) == 1
    assert names(tmp_path) == set(NAMES)


def test_a_file_of_the_same_name_is_not_lost(folder: Path) -> None:
    """What a kill left in a stage gives way to a newer file of the same name, and stays beside it."""
    left = folder / f"{STAGE}1" / "tables"
    left.mkdir(parents=True)
    (left / "mine.txt").write_text("older")
    write(folder, "new")
    assert (folder / "tables" / "mine.txt").read_text() == "mine"
    assert (folder / "tables" / "mine.txt.old").read_text() == "older"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root, to become nobody")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    import tempfile

    with tempfile.TemporaryDirectory(dir="/tmp") as scratch:
        root = Path(scratch)
        write(root, "old")
        for path in (root, root / "tables", root / "notes"):
            path.chmod(0o555)

        def as_nobody(action: Callable[[], object]) -> int:
            def run() -> None:
                os.setuid(65534)
                try:
                    action()
                except PermissionError:
                    os._exit(7)

            return child(run)

        assert as_nobody(lambda: write(root, "new")) == 7
        root.chmod(0o777)  # a stage can be made, the folders are still shut
        assert as_nobody(lambda: write(root, "new")) == 7
        assert set(words(root).values()) == {"old"}
        assert names(root) == set(NAMES)
