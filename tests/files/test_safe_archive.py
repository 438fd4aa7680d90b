"""Archives that are made to do harm are refused; sound ones are read."""

from __future__ import annotations

import io
import stat
import struct
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.files import safe_archive
from silkfigures.files.safe_archive import SafeArchive, UnsafeArchive


def packed(*members: tuple[str, bytes], mode: int = 0, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", compression) as archive:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            archive.writestr(info, content, compression)
    return out.getvalue()


def everything(data: bytes) -> dict[str, bytes]:
    return dict(SafeArchive(data, "x.zip"))


def test_sound_archives_are_read() -> None:
    members = [("datapackage.json", b"{}"), ("tables/a.csv", "шёлк\n".encode() * 9), ("tables/leer", b"")]
    assert everything(packed(*members)) == dict(members)
    assert everything(packed(("tables/", b""), *members)) == dict(members)
    assert everything(packed(*members, mode=stat.S_IFREG | 0o644)) == dict(members)
    with pytest.raises(KeyError):
        SafeArchive(packed(*members))["nothing"]


def encrypted(data: bytes) -> bytes:
    """The same archive with the flag of encryption set in both headers."""
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    changed = bytearray(data)
    changed[local + 6] |= 1
    changed[central + 8] |= 1
    return bytes(changed)


def claiming(size: int) -> bytes:
    """An archive whose headers say that a member of many bytes has only so many."""
    data = bytearray(packed(("a.csv", b"0" * 30_000_000)))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, size)
    struct.pack_into("<I", data, 22, size)
    return bytes(data)


def damaged(data: bytes) -> bytes:
    at = len(data) // 3
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


TEXT = bytes(range(256)) * 40
# the archive, and what is said of it
BAD: dict[str, tuple[bytes, str]] = {
    "bomb": (packed(("a.csv", b"0" * 30_000_000)), "unpacks to more than"),
    "bomb of another method": (
        packed(("a.csv", b"0" * 30_000_000), compression=zipfile.ZIP_LZMA), "unpacks to more than"
    ),
    "bomb that lies about its size": (claiming(10), "is damaged"),
    "upwards": (packed(("../a.csv", b"")), "leads out"),
    "upwards within": (packed(("tables/../../a.csv", b"")), "leads out"),
    "here": (packed(("./a.csv", b"")), "leads out"),
    "absolute": (packed(("/etc/passwd", b"")), "leads out"),
    "empty part": (packed(("a//b", b"")), "leads out"),
    "drive": (packed(("C:/a.csv", b"")), "file names do not have"),
    "backslash": (packed((r"..\a.csv", b"")), "file names do not have"),
    "line feed": (packed(("a\n.csv", b"")), "file names do not have"),
    "text turned round": (packed(("a\u202e.csv", b"")), "file names do not have"),
    "twice": (packed(("a.csv", b"1"), ("a.csv", b"2")), "stands twice"),
    "link": (packed(("a.csv", b"/etc/passwd"), mode=stat.S_IFLNK | 0o777), "is a link"),
    "device": (packed(("a.csv", b""), mode=stat.S_IFCHR | 0o666), "is a link or a device"),
    "encrypted": (encrypted(packed(("a.csv", b"abc"))), "is encrypted"),
    "many": (packed(*((f"{n}", b"") for n in range(1_001))), "has 1001 members"),
    "very many": (b"PK\x01\x02" * 20_001, "has 20001 members or so"),
    "truncated": (packed(("a.csv", TEXT))[:-30], "is no zip archive"),
    "damaged": (damaged(packed(("a.csv", TEXT), compression=zipfile.ZIP_STORED)), "is damaged"),
    "empty": (b"", "is no zip archive"),
    "no archive": (b"claim_id,value\n", "is no zip archive"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_archives_are_refused_with_name_and_reason(case: str) -> None:
    data, told = BAD[case]
    with pytest.raises(UnsafeArchive, match=f"^x.zip: .*{told}"):
        everything(data)


@pytest.mark.slow
def test_a_bomb_takes_no_more_memory_than_the_bounds() -> None:
    data = packed(("a.csv", b"0" * 300_000_000))
    tracemalloc.start()
    with pytest.raises(UnsafeArchive):
        everything(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 70_000_000 and len(data) * safe_archive.MOST_RATIO < 70_000_000


def test_many_members_that_are_each_allowed_have_a_bound_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_archive, "MOST_UNPACKED", 2_500_000)
    data = packed(*((f"{n}.csv", b"0" * 900_000) for n in range(4)))
    with pytest.raises(UnsafeArchive, match=r"'2.csv' unpacks to more than 700000"):
        everything(data)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "No such file"),
        (lambda path: path.mkdir(), "Is a directory"),
        (lambda path: path.symlink_to("/dev/zero"), "is a pipe or a device"),
        (lambda path: path.write_bytes(b"PK" * 600), "more than 1000 bytes"),
    ],
)
def test_a_path_that_is_no_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object], told: str
) -> None:
    monkeypatch.setattr(safe_archive, "MOST_ARCHIVE", 1_000)
    make(tmp_path / "r.zip")
    with pytest.raises(UnsafeArchive, match=rf"r\.zip: .*{told}"):
        SafeArchive.open(tmp_path / "r.zip")


def test_a_workbook_bomb_is_refused_before_a_workbook_reader_sees_it(tmp_path: Path) -> None:
    """A sheet of a hundred million blanks, as a workbook holds it."""
    sheet = b"<worksheet><sheetData>" + b" " * 100_000_000
    (tmp_path / "b.xlsx").write_bytes(packed(("xl/worksheets/sheet1.xml", sheet)))
    with pytest.raises(UnsafeArchive, match="unpacks to more than"):
        dict(SafeArchive.open(tmp_path / "b.xlsx"))
