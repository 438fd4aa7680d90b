"""Zip archives whose bytes depend on what is in them alone."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # that an archive can write down
PLAIN_FILE = 0o100644 << 16  # a file that its owner may write and all may read
UNIX = 3


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of files in the order of their names, all of one day and with the same permissions.

    >>> zipped({"b": b"1", "a": b"2"}) == zipped({"a": b"2", "b": b"1"})
    True
    """
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in sorted(files.items()):
            entry = ZipInfo(name, FIRST_DAY)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, PLAIN_FILE, UNIX
            archive.writestr(entry, content)
    return out.getvalue()
