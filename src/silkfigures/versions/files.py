"""The files of a release that a comparison needs, from a folder or a zip, without unpacking anything."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

DESCRIPTOR = "datapackage.json"
TOLD = ("history.csv", "changes.csv")  # in which a release says what changed
WANTED = re.compile(rf"{re.escape(DESCRIPTOR)}|{'|'.join(map(re.escape, TOLD))}|tables/[a-z][a-z_]*\.csv")
LARGEST, ALL, ENTRIES = 64_000_000, 256_000_000, 10_000  # bytes of a file, bytes in all, entries of a zip
FETCH = "download the release again"
NAME_ONE = "name the folder or the zip of a release, or a checkout"

Files = Mapping[str, bytes]  # by name inside the release, with `/`


class ReleaseError(ValueError):
    """What was named is no release that can be read: which file, what is wrong, how to mend it."""

    def __init__(self, file: object, message: str, mend: str) -> None:
        """Say where, what is wrong and what to do about it."""
        super().__init__(f"{file}: {message} (mend: {mend})")


def release_files(path: Path) -> dict[str, bytes]:
    """The description and tables of a release, by name.

    Parameters
    ----------
    path : Path
        A folder with `datapackage.json` and `tables/` (a release, a checkout), or a zip that holds one, at
        its root or in its only folder.

    Returns
    -------
    dict
        Name to bytes: `datapackage.json`, `tables/*.csv`, and `history.csv` and `changes.csv` where there
        are. Everything else in a zip is left alone, whatever its name or size.

    Raises
    ------
    ReleaseError
        When there is no such folder or zip, it is damaged, or a file in it is beyond all measure.

    Examples
    --------
    >>> release_files(Path("no/such/release"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    silkfigures.versions.files.ReleaseError: no/such/release: there is no such folder or zip (mend: ...)
    """
    path = Path(path)
    if path.is_dir():
        return _of_folder(path)
    if path.is_file():
        return _of_zip(path)
    raise ReleaseError(path, "there is no such folder or zip", NAME_ONE)


def _of_folder(folder: Path) -> dict[str, bytes]:
    paths = [
        folder / DESCRIPTOR,
        *(folder / name for name in TOLD),
        *sorted((folder / "tables").glob("*.csv")),
    ]
    found: dict[str, bytes] = {}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if WANTED.fullmatch(name) and path.is_file():
            try:
                _measure(path, path.stat().st_size, found)
                found[name] = path.read_bytes()
            except OSError as error:
                reason = error.strerror or "unreadable"
                raise ReleaseError(path, f"cannot be read: {reason.lower()}", "make it readable") from error
    return found


def _of_zip(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            return _unzipped(archive, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        if not _begins_as_zip(path):
            raise ReleaseError(path, "is no release: neither a folder nor a zip", NAME_ONE) from error
        raise ReleaseError(path, f"is no sound zip: {error}", FETCH) from error
    except (RuntimeError, NotImplementedError) as error:
        mend = "make a zip without password and with the usual compression"
        raise ReleaseError(path, f"cannot be unzipped: {error}", mend) from error


def _begins_as_zip(path: Path) -> bool:
    """Whether a file begins as a zip does, such as one that was cut short; also one that cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return True


def _unzipped(archive: zipfile.ZipFile, path: Path) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise ReleaseError(path, f"holds {len(entries)} entries, more than {ENTRIES}", "name a release")
    top = _top([entry.filename for entry in entries])
    found: dict[str, bytes] = {}
    for entry in entries:
        name = entry.filename.removeprefix(top)
        if entry.filename.startswith(top) and WANTED.fullmatch(name):
            if name in found:
                raise ReleaseError(f"{path}/{name}", "stands in the zip twice", FETCH)
            with archive.open(entry) as file:  # what the zip says of its size may be a lie
                content = file.read(LARGEST + 1)
            _measure(f"{path}/{name}", len(content), found)
            found[name] = content
    return found


def _top(names: list[str]) -> str:
    """The only folder of a zip in which a release lies, with its `/`; "" where it lies at the root."""
    if DESCRIPTOR in names:
        return ""
    tops = [
        top for name in names if re.fullmatch(rf"[^/\\]+/{DESCRIPTOR}", name) for top in [name.split("/")[0]]
    ]
    return f"{tops[0]}/" if len(tops) == 1 else ""


def _measure(path: object, size: int, found: Files) -> None:
    """Raise where a file, or all of them together, are too large to be a release of ours."""
    if size > LARGEST:
        raise ReleaseError(path, f"has more than {LARGEST} bytes", "name a release of silkfigures")
    if size + sum(map(len, found.values())) > ALL:
        raise ReleaseError(path, f"makes all files more than {ALL} bytes", "name a release of silkfigures")
