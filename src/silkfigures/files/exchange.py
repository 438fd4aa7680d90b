"""Two files, or two folders, change places: in one step where the system can do it.

Linux has `renameat2(RENAME_EXCHANGE)`, macOS `renamex_np(RENAME_SWAP)`. Elsewhere, and on file systems that
cannot do it, what stood there is copied aside first and then replaced file by file.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are as the process sees them
_SWAP = 2  # RENAME_EXCHANGE and RENAME_SWAP
ASIDE = ".old"  # how the copy is called that keeps what is replaced file by file


def exchange(new: Path, old: Path) -> None:
    """Let `new` and `old`, two files or two folders on one file system, change places.

    Without help of the system the files of a folder change places one by one, and files that only the old
    folder has stay in it.

    Raises OSError when it cannot be done; both are then as they were.

    >>> import tempfile
    >>> a, b = (Path(tempfile.mkdtemp()) for _ in "ab")
    >>> _ = (a / "x").write_text("1")
    >>> exchange(a, b)
    >>> list(a.iterdir()), (b / "x").read_text()
    ([], '1')
    """
    if not _in_one_step(new, old):
        _one_by_one(new, old)


def _in_one_step(new: Path, old: Path) -> bool:
    """Whether the system has exchanged the two."""
    import ctypes

    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    names = os.fsencode(new), os.fsencode(old)
    if sys.platform == "darwin" and library and hasattr(library, "renamex_np"):
        return library.renamex_np(*names, ctypes.c_uint(_SWAP)) == 0
    if library and hasattr(library, "renameat2"):
        return library.renameat2(_HERE, names[0], _HERE, names[1], ctypes.c_uint(_SWAP)) == 0
    return False


def _one_by_one(new: Path, old: Path) -> None:
    """Exchange by copying the old aside and replacing its files; undone when one cannot be replaced."""
    aside = new.with_name(new.name + ASIDE)
    if new.is_dir():
        _copy_same_names(new, old, aside)
        names = [path.name for path in sorted(new.iterdir())]
        pairs = [(new / name, old / name, aside / name) for name in names]
    else:
        shutil.copy2(old, aside)
        pairs = [(new, old, aside)]
    done = []
    try:
        for one, other, kept in pairs:
            os.replace(one, other)
            done.append((one, other, kept))
    except BaseException:
        for one, other, kept in done:
            shutil.copy2(other, one)
            _back(kept, other)
        raise
    if new.is_dir():
        shutil.rmtree(new)
    os.rename(aside, new)


def _copy_same_names(new: Path, old: Path, aside: Path) -> None:
    aside.mkdir()
    for path in new.iterdir():
        if (old / path.name).exists():
            shutil.copy2(old / path.name, aside / path.name)


def _back(kept: Path, place: Path) -> None:
    """Put the old file back; where there was none, take the new one away."""
    if kept.exists():
        os.replace(kept, place)
    else:
        place.unlink()
