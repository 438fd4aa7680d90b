"""Reading zip archives of unknown origin (a release, a workbook): members as bytes, nothing on the disk.

Names are checked before anything is read, sizes while it is read: what an archive says of itself is not
believed.
"""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from silkfigures.files.bounded import read_bounded

MOST_ARCHIVE = 100_000_000  # bytes of the archive itself
MOST_UNPACKED = 300_000_000  # bytes of all members together
MOST_MEMBERS = 1_000
MOST_RATIO = 200  # how many times its packed size a member may have; CSV files have 3 to 20
SMALL = 1_000_000  # members up to this size may have any ratio: a blank file packs well
_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_HEADER = b"PK\x01\x02"  # each member has one in the directory at the end


class UnsafeArchive(ValueError):
    """An archive that cannot be read, or that would do harm; the message names archive, member and reason."""


class SafeArchive(Mapping[str, bytes]):
    """The members of a zip archive by name, read as they are asked for.

    Folders are left out. Raises UnsafeArchive, when it is opened, for names that are absolute, lead upwards,
    stand twice or hold a backslash, a colon or a control character, for links, encrypted members, and too
    many of them; and, when a member is read, for one that is damaged or grows beyond the bounds.

    Examples
    --------
    >>> import io, zipfile
    >>> packed = io.BytesIO()
    >>> with zipfile.ZipFile(packed, "w") as archive:
    ...     archive.writestr("tables/flags.csv", "flag\\n")
    >>> members = SafeArchive(packed.getvalue(), "release.zip")
    >>> list(members), members["tables/flags.csv"]
    (['tables/flags.csv'], b'flag\\n')
    """

    def __init__(self, data: bytes, name: str = "archive") -> None:
        """Open the bytes of an archive; `name` is what errors call it."""
        self.name = name
        if (headers := data.count(_HEADER)) > 20 * MOST_MEMBERS:  # each would be read into the memory
            raise UnsafeArchive(f"{name}: has {headers} members or so, more than {MOST_MEMBERS}")
        try:
            self._zip = ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except Exception as error:  # zipfile raises half a dozen kinds for damaged ones
            raise UnsafeArchive(f"{name}: is no zip archive that can be read: {error}") from error
        if len(members) > MOST_MEMBERS:
            raise UnsafeArchive(f"{name}: has {len(members)} members, more than {MOST_MEMBERS}")
        self._members: dict[str, ZipInfo] = {}
        for member in members:
            self._add(member)
        self._left = MOST_UNPACKED

    @classmethod
    def open(cls, path: Path) -> SafeArchive:
        """Open an archive on the disk; UnsafeArchive, too, when it is no file or too large."""
        try:
            data = read_bounded(path, MOST_ARCHIVE)
        except OSError as error:
            raise UnsafeArchive(f"{path}: {error.strerror or error}") from error
        return cls(data, str(path))

    def __iter__(self) -> Iterator[str]:
        """Give the names of the members, in the order of the archive."""
        return iter(self._members)

    def __len__(self) -> int:
        """Count the members that are files."""
        return len(self._members)

    def __getitem__(self, name: str) -> bytes:
        """Read a member; KeyError where there is none. What all reads together unpack is bounded."""
        member = self._members[name]
        most = min(self._left, max(SMALL, member.compress_size * MOST_RATIO))
        try:
            data = self._unpacked(member, most)
        except UnsafeArchive:
            raise
        except Exception as error:  # each method of packing has errors of its own
            raise UnsafeArchive(f"{self.name}: {name!r} is damaged: {error}") from error
        self._left -= len(data)
        return data

    def _add(self, member: ZipInfo) -> None:
        """Take a member in, or raise."""
        why = _refused(member)
        if not why and member.filename in self._members:
            why = "stands twice in the archive"
        if why:
            raise UnsafeArchive(f"{self.name}: {member.filename!r} {why}")
        if not member.is_dir():
            self._members[member.filename] = member

    def _unpacked(self, member: ZipInfo, most: int) -> bytes:
        """The bytes of a member, of which no more are made than the bounds allow."""
        parts, size = [], 0
        with self._zip.open(member) as stream:
            while part := stream.read(_CHUNK):
                size += len(part)
                if size > most:
                    raise UnsafeArchive(
                        f"{self.name}: {member.filename!r} unpacks to more than {most} bytes, "
                        f"from {member.compress_size}: it may be made to fill the memory"
                    )
                parts.append(part)
        return b"".join(parts)


def _refused(member: ZipInfo) -> str:
    """Why a member is refused, or nothing."""
    name = member.orig_filename
    if not name or name != member.filename or any(sign in name for sign in "\\:") or not name.isprintable():
        return "has a name with a sign that file names do not have"
    if name.startswith("/") or any(part in ("", ".", "..") for part in name.removesuffix("/").split("/")):
        return "leads out of the archive"
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or a device"
    return "is encrypted" if member.flag_bits & _ENCRYPTED else ""
