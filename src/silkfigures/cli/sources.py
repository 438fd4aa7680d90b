"""The texts that `extract` reads: files, folders of .txt files, or standard input."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from silkfigures.files.bounded import MOST_TEXT, read_bounded

STDIN = "-"
# Ways to begin a file that tell its encoding.
MARKS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
GUESS = "WINDOWS-1251"


class Unreadable(ValueError):
    """A file that is no text in UTF-8, or cannot be opened."""


def files(paths: Iterable[str]) -> Iterator[str]:
    """Every file named, and for a folder every .txt file below it, by name.

    A file that is named twice, or lies in two of the folders, comes once.
    """
    seen = set()
    for path in paths:
        for name in _below(Path(path)) if path != STDIN and Path(path).is_dir() else [path]:
            if name not in seen:
                seen.add(name)
                yield name


def _below(folder: Path) -> list[str]:
    """The .txt files below a folder, by name; a pipe among them is passed over: nobody may write into it."""
    return sorted(str(path) for path in folder.rglob("*.txt") if not path.is_fifo())


def read(path: str) -> str:
    """The text of a file, every character as it stands, line ends included.

    Raises
    ------
    Unreadable
        With the file, the line, the byte that is wrong, and how to make UTF-8 of it.
    """
    try:
        flows = path == STDIN or Path(path).is_fifo()
        data = _streamed(path) if flows else read_bounded(Path(path), MOST_TEXT)
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror or error}") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(_not_utf8(path, data, error)) from error


def _streamed(path: str) -> bytes:
    """What a program or a person writes into standard input or a pipe that is named, up to its end."""
    with Path(path).open("rb") if path != STDIN else nullcontext(sys.stdin.buffer) as stream:
        data = stream.read(MOST_TEXT + 1)
    if len(data) > MOST_TEXT:
        raise Unreadable(f"{path}: has more than {MOST_TEXT} bytes: split it")
    return data


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    source = next((name for mark, name in MARKS.items() if data.startswith(mark)), "")
    likely = f"It begins like {source}" if source else f"If it is {GUESS}"
    return (
        f"{path}:{line}: not UTF-8: byte {error.start} is 0x{data[error.start]:02x}. "
        f"{likely}, this makes UTF-8 of it: iconv -f {source or GUESS} -t UTF-8 {path} > new.txt"
    )
