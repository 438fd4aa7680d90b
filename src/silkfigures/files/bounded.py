"""Reading files of unknown origin: regular files of a bounded size, and nothing that never ends."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

#: Most bytes of a table or of its description: a hundred times what is published.
MOST_TABLE = 50_000_000
#: Most bytes of one text; the longest publications have less than one million.
MOST_TEXT = 20_000_000


def read_bounded(path: Path, most: int) -> bytes:
    """All bytes of a regular file.

    Parameters
    ----------
    path : Path
        The file. A pipe, a device or a folder is refused without being read.
    most : int
        Most bytes that are read.

    Raises
    ------
    OSError
        When it is no regular file, has more bytes, or cannot be opened; `strerror` says which.

    Examples
    --------
    >>> read_bounded(Path("/dev/zero"), 1000)
    Traceback (most recent call last):
    ...
    OSError: [Errno 22] is a pipe or a device, no file: '/dev/zero'
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _check_kind(handle, path)
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(most + 1)
    finally:
        os.close(handle)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"has more than {most} bytes: split the file", str(path))
    return data


def _check_kind(handle: int, path: Path) -> None:
    """Raise unless an open file is a regular one."""
    mode = os.fstat(handle).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "is a pipe or a device, no file", str(path))
