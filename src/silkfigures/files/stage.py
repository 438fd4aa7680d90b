"""Several files of a folder, and one folder below it as a whole, replaced together or not at all.

Everything is written into a stage first: a hidden folder beside what it will replace. Then the folder changes
places with the old one in one step, and the single files follow. A writer that is killed leaves everything
as it was and a stage of no use; or, between two of those steps, the new folder in place and the old one in
the stage, where `left_behind` finds it. The next writer puts all of it in order.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from silkfigures.files.exchange import ASIDE, exchange
from silkfigures.files.lock import locked_folder
from silkfigures.files.whole import bytes_there, keep_mode, refuse_other_than_file, settle, settle_folder

STAGE = ".silkfigures-build-"  # how the name of a stage begins


class Stage:
    """New files for `root`, kept apart in `path` under the same names until `commit`.

    `folder` is the folder below `root` that is replaced as a whole. Files in it that were not written stay.
    """

    def __init__(self, root: Path, folder: str) -> None:
        """Make the stage; use `staging`, which takes it away again."""
        self.root, self.folder = root, folder
        self.path = root / f"{STAGE}{secrets.token_hex(4)}"
        self.path.mkdir()
        self._names: list[str] = []

    def write(self, name: str, content: bytes) -> None:
        """Stage a file, named from the root with "/"; OSError when something stands in its way."""
        self._check_way(name)
        self._names.append(name)
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        with (self.path / name).open("wb") as out:
            out.write(content)
            settle(out)
        keep_mode(self.root / name, self.path / name)

    def commit(self) -> list[Path]:
        """Put the staged files in place, in the order of writing; those that are new or changed.

        On an error, files that were put in place already change places once more.
        """
        changed = [
            name for name in self._names if bytes_there(self.root / name) != bytes_there(self.path / name)
        ]
        inside = f"{self.folder}/"
        done: list[str] = []
        try:
            for unit in dict.fromkeys(self.folder if name.startswith(inside) else name for name in changed):
                self._put(unit)
                done.append(unit)
        except BaseException:
            for unit in reversed(done):
                self._take_back(unit)
            raise
        return [self.root / name for name in changed]

    def _put(self, unit: str) -> None:
        """Let a staged file or folder and what stands under its name change places."""
        new, old = self.path / unit, self.root / unit
        for folder in {new.parent, *([new] if new.is_dir() else [])}:
            settle_folder(folder)
        if old.exists():
            mode = old.stat().st_mode & 0o777
            exchange(new, old)
            os.chmod(old, mode)
        else:
            old.parent.mkdir(parents=True, exist_ok=True)
            os.rename(new, old)
        settle_folder(old.parent)

    def _take_back(self, unit: str) -> None:
        new, old = self.path / unit, self.root / unit
        if new.exists():
            exchange(new, old)
        else:
            os.rename(old, new)

    def _check_way(self, name: str) -> None:
        """Raise where a link would lead the file out of the root, or something else would be lost."""
        place = self.root / name
        for path in [place, *place.parents][: len(Path(name).parts)]:
            if path.is_symlink():
                raise OSError(22, "is a symbolic link: put a file or folder of its own there", str(path))
            if path != place and path.exists() and not path.is_dir():
                raise OSError(20, "is no folder: nothing is written below it", str(path))
        refuse_other_than_file(place)

    @property
    def names(self) -> set[str]:
        """Names of the staged files within `folder`."""
        inside = f"{self.folder}/"
        return {name.removeprefix(inside) for name in self._names if name.startswith(inside)}


@contextmanager
def staging(root: Path, folder: str) -> Iterator[Stage]:
    """A stage for files below `root`, of which `folder` is replaced as a whole; one writer at a time.

    What is not committed when the block ends changes nothing. What killed writers left is put in order.

    Raises OSError when the root cannot be written or a link, device or folder stands where a file belongs.

    >>> import tempfile
    >>> root = Path(tempfile.mkdtemp())
    >>> with staging(root, "tables") as stage:
    ...     stage.write("tables/a.csv", b"1\\n")
    ...     changed = stage.commit()
    >>> [path.name for path in changed], [path.name for path in root.iterdir()]
    (['a.csv'], ['tables'])
    """
    root = Path(root)
    with locked_folder(root):
        before = _stages(root)
        stage = Stage(root, folder)
        try:
            yield stage
        except BaseException:
            before = []  # the tables that are described may lie there
            raise
        finally:
            for left in [stage.path, *before]:
                _clear(left, root / folder, stage.names)


def left_behind(root: Path, name: str) -> list[Path]:
    """Where else a file of the folder may lie after a writer was killed between two steps.

    >>> left_behind(Path("no/such/folder"), "tables/a.csv")
    []
    """
    folder, _, file = name.rpartition("/")
    places = (stage / f"{folder}{end}" / file for stage in _stages(root) for end in ("", ASIDE))
    return [place for place in places if place.is_file()]


def _stages(root: Path) -> list[Path]:
    return sorted(path for path in root.glob(f"{STAGE}*") if path.is_dir() and not path.is_symlink())


def _clear(stage: Path, folder: Path, written: set[str]) -> None:
    """Take a stage away; files of others that came into it with the old folder go back first."""
    old = stage / folder.name
    for path in sorted(old.iterdir()) if old.is_dir() else ():
        if path.name not in written:
            os.rename(path, _free(folder / path.name))
    shutil.rmtree(stage, ignore_errors=True)


def _free(path: Path) -> Path:
    """The path, or one like it that nothing has: no file of another writer is overwritten."""
    while path.exists() or path.is_symlink():
        path = path.with_name(path.name + ASIDE)
    return path
