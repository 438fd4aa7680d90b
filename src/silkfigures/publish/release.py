"""A release on disk: one folder and its zip, whole or not at all, the same bytes each time."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from silkfigures import __version__
from silkfigures.publish.archive import zipped
from silkfigures.publish.contents import contents

SUMS = "SHA256SUMS"


class OtherRelease(ValueError):
    """Another release stands where this one is to go."""


def release(root: Path, out: Path, force: bool = False) -> tuple[Path, Path]:
    """Write the release of the tables in a folder.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml`, `datapackage.json`, `tables/` and `LICENSES/`.
    out : Path
        Where `silkfigures-<version>/` and `silkfigures-<version>.zip` go; made where it is not there.
    force : bool
        Replace another release of the same version.

    Returns
    -------
    tuple of Path
        The folder and the zip. Where they are there already and the same, nothing is written.

    Raises
    ------
    OtherRelease
        When there is a folder or a zip of that name with another content, and `force` is not set.
    ValueError
        When the tables cannot be released; nothing is written then.
    """
    name = f"silkfigures-{__version__}"
    folder, archive = out / name, out / f"{name}.zip"
    files = contents(root)
    files[SUMS] = sums(files)
    packed = zipped({f"{name}/{file}": content for file, content in files.items()})
    found = differences(folder, files)
    if archive.exists() and not (archive.is_file() and archive.read_bytes() == packed):
        found.append(archive.name)
    if found and not force and (folder.exists() or archive.exists()):
        _refuse(folder, found)
    if found or not folder.exists() or not archive.exists():
        _write(files, packed, folder, archive)
    return folder, archive


def sums(files: Mapping[str, bytes]) -> bytes:
    """The sums as `sha256sum -c` reads them, by the name of the file.

    >>> sums({"a.txt": b""})[:20]
    b'e3b0c44298fc1c149afb'
    """
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return "".join(lines).encode()


def differences(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The files of a folder that are other, missing or too many, by name; none where there is no folder."""
    if not folder.is_dir():
        return [folder.name] if folder.exists() else []
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    wrong = {name for name, content in files.items() if name in there and there[name].read_bytes() != content}
    return sorted(wrong | (there.keys() ^ files.keys()))


def _refuse(folder: Path, found: list[str]) -> None:
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    raise OtherRelease(
        f"{folder.parent}: another release {folder.name} is there already; it differs in "
        f"{', '.join(found[:3])}{more}. Name another folder with --out, or replace it with --force."
    )


def _write(files: Mapping[str, bytes], packed: bytes, folder: Path, archive: Path) -> None:
    """Write everything beside its place, then move it there."""
    out = folder.parent
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=f".{folder.name}-") as scratch:
        new = Path(scratch, folder.name)
        for name, content in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(content)
        Path(scratch, archive.name).write_bytes(packed)
        _replace(new, folder, Path(scratch, "old"))
        os.replace(Path(scratch, archive.name), archive)


def _replace(new: Path, place: Path, aside: Path) -> None:
    """Move a folder to its place; what stood there goes aside, and back where the move fails."""
    if place.exists():
        os.rename(place, aside)
    try:
        os.rename(new, place)
    except OSError:
        if aside.exists():
            os.rename(aside, place)
        raise
