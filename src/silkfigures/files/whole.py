"""One file that appears under its name only when it is complete."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from silkfigures.files.lock import is_free, lock

_PART = ".part"  # how the name of a file ends that is being written


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of a file when the block ends without an error.

    Until then the file is as it was, whatever ends the block. What killed writers of the same file left
    beside it is removed. A symbolic link is replaced, not followed.

    Parameters
    ----------
    path : Path
        The file; its folder must be there.

    Raises
    ------
    OSError
        When the folder cannot be written, the disk is full, or the name belongs to something other than a
        file (a folder, a device).

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "a.txt")
    >>> with whole_file(path) as out:
    ...     _ = out.write(b"all of it")
    >>> path.read_bytes()
    b'all of it'
    """
    path = Path(path)
    refuse_other_than_file(path)
    if not path.parent.is_dir():
        raise FileNotFoundError(2, "no such folder", str(path.parent))
    begins = f".{path.name[:60]}-"
    _sweep(path.parent, begins)
    part = path.with_name(f"{begins}{secrets.token_hex(4)}{_PART}")
    try:
        with part.open("xb") as out, lock(out.fileno()):
            yield out
            settle(out)
        keep_mode(path, part)
        os.replace(part, path)
        settle_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def replace_file(path: Path, content: str | bytes) -> None:
    """Write a file at once or not at all; text as UTF-8, line ends as they are. See `whole_file`.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "a.txt")
    >>> replace_file(path, "шёлк\\n")
    >>> path.read_text(encoding="utf-8")
    'шёлк\\n'
    """
    with whole_file(path) as out:
        out.write(content.encode("utf-8") if isinstance(content, str) else content)


def bytes_there(path: Path) -> bytes | None:
    """The bytes of a file; None where there is none.

    >>> bytes_there(Path("no/such/file")) is None
    True
    """
    return path.read_bytes() if path.is_file() else None


def refuse_other_than_file(path: Path) -> None:
    """Raise OSError where a name belongs to something that a file must not replace.

    >>> refuse_other_than_file(Path(os.devnull))
    Traceback (most recent call last):
    ...
    OSError: [Errno 22] is no file: nothing is written to it: '/dev/null'
    """
    if path.exists() and not path.is_file():
        raise OSError(22, "is no file: nothing is written to it", str(path))


def settle(out: BinaryIO) -> None:
    """Wait until what was written lies on the disk."""
    out.flush()
    os.fsync(out.fileno())


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder lie on the disk, where the system can tell."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def keep_mode(old: Path, new: Path) -> None:
    """Give a new file or folder the permissions of the one whose place it takes, if there is one."""
    if old.exists() and not old.is_symlink():
        os.chmod(new, old.stat().st_mode & 0o777)


def _sweep(folder: Path, begins: str) -> None:
    """Remove what writers left who are no more."""
    for left in folder.glob("*" + _PART):
        if left.name.startswith(begins) and is_free(left):
            left.unlink(missing_ok=True)
