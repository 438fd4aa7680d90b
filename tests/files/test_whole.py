"""One file, whole or as it was."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from silkfigures.files.whole import replace_file, whole_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text("old")
    return tmp_path / "a.csv"


def listed(path: Path) -> list[str]:
    return sorted(os.listdir(path.parent))


def test_it_is_replaced(path: Path) -> None:
    path.chmod(0o640)
    replace_file(path, "шёлк\r\n")
    assert path.read_bytes() == "шёлк\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert listed(path) == ["a.csv"]


def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    replace_file(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device"), ValueError])
def test_an_error_leaves_the_old(path: Path, error: BaseException) -> None:
    with pytest.raises(BaseException) as caught, whole_file(path) as out:
        out.write(b"half")
        raise error
    assert caught.type in (KeyboardInterrupt, OSError, ValueError)
    assert path.read_text() == "old"
    assert listed(path) == ["a.csv"]


def test_killed_at_any_step_and_swept_by_the_next(path: Path) -> None:
    ends = set()
    for step in range(1, 30):
        child = os.fork()
        if not child:
            seen = 0

            def count(event: str, _: tuple, step: int = step) -> None:
                nonlocal seen
                if event in ("open", "os.rename", "os.chmod", "os.remove", "os.listdir", "os.scandir"):
                    seen += 1
                    if seen == step:
                        os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(count)
            replace_file(path, "new")
            os._exit(0)
        ends.add(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        assert path.read_text() in ("old", "new")
        replace_file(path, "old")
        assert listed(path) == ["a.csv"]
    assert ends == {0, -signal.SIGKILL}


def test_a_writer_at_work_is_left_alone(path: Path) -> None:
    with whole_file(path) as out:
        out.write(b"slow")
        replace_file(path, "quick")
        assert path.read_text() == "quick"
    assert path.read_text() == "slow"
    assert listed(path) == ["a.csv"]


def test_a_link_is_replaced_and_not_followed(path: Path) -> None:
    link = path.with_name("link")
    link.symlink_to(path)
    replace_file(link, "new")
    assert (link.is_symlink(), link.read_text(), path.read_text()) == (False, "new", "old")


def test_devices_pipes_and_folders_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for place in (Path(os.devnull), tmp_path / "pipe", tmp_path / "folder"):
        with pytest.raises(OSError, match="is no file"):
            replace_file(place, "x")
    assert Path(os.devnull).is_char_device()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no such folder: .*nowhere"):
        replace_file(tmp_path / "nowhere" / "a", "x")
