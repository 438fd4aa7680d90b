"""Damage to bytes: what disks, editors and enemies do to files. Drawn from a seeded source, so repeatable."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

ODD = [
    *("\0", "\ufeff", "\u202e", "\u200f", "\u00ad", "\u2028", "\x85", "\x1a", "\x7f", "\ud7ff", "\U0010ffff"),
    *("٣", "৫", "５", "²", "Ⅷ", "½", "İ", "ß", "ﬁ", "e\u0301", "\u0130\u0307", "\u00a0", "\u3000", "−", "‚"),
]
NASTY = [
    *("9" * 5000, "1e999999999", "-1e-999999999", "1" + "0" * 400, "0x10", "1_000", "NaN", "-Infinity", "-0"),
    *("0000-00-00", "9999-12-31", "2024-02-30", "10000", "0000", "2024-13", "2024/2023", "2024-01/2024"),
    *("../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "https://example.org/x", "C:\\x", "/dev/zero"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|calc", "%00", "${HOME}", "$(id)", "`id`", "{{7*7}}"),
    *(
        "!!python/object/apply:os.system [id]",
        "!!int 3",
        "&a [*a,*a]",
        "*a",
        "<<: *a",
        "? [a]",
        "--- ",
        "%YAML 9",
    ),
    *(
        "\\ud800",
        '"\\ud800"',
        "\\N",
        "\\x00",
        '"',
        "'",
        "[",
        "{",
        "]" * 40,
        "[" * 3000,
        '{"a":' * 3000,
        "- " * 400,
    ),
    *(
        "null",
        "true",
        "[]",
        "{}",
        "''",
        '""',
        ",",
        ",,,,",
        ";",
        ":",
        ": ",
        "#",
        "|",
        ">",
        "\n",
        "\r",
        "\r\n",
        "\t",
    ),
    *("a" * 70_000, "(" * 900, "1,5 " * 900, "x" * 121, "слово " * 15, "5,9 млрд ", "%", "USD", "от до"),
]
BYTES = [
    b"\xff",
    b"\xfe\xff",
    b"\x00",
    b"\xc3\x28",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf",
    b"\x80",
]
_TOKEN = re.compile(rb"[\w.+%/-]+|[^\w\s]|\s+")


def mutated(seed: bytes, source: random.Random, others: list[bytes]) -> bytes:
    """One to six damages to a file; now and then a made-up file instead of it."""
    if source.random() < 0.05:
        return made_up(source)
    data = seed
    for _ in range(source.choice([1, 1, 1, 2, 3, 6])):
        data = source.choice(DAMAGES)(data, source, others)
    return data


def made_up(source: random.Random) -> bytes:
    """Random bytes, or odd and nasty pieces in a row."""
    if source.random() < 0.3:
        return source.randbytes(source.randrange(200))
    pieces = source.choices([*ODD, *NASTY, " ", "a", "1", "\n"], k=source.randrange(30))
    return "".join(pieces).encode("utf-8", "surrogatepass")


def word(source: random.Random) -> str:
    """A short piece of text: nasty, odd, or random letters of the whole of Unicode, surrogates included."""
    if source.random() < 0.6:
        return source.choice([*NASTY, *ODD])
    return "".join(
        chr(source.choice([source.randrange(0x110000), source.randrange(0x500)]))
        for _ in range(source.randrange(8))
    )


def _at(data: bytes, source: random.Random) -> int:
    return source.randrange(len(data) + 1)


def _flip(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(source.randrange(1, 9)):
        if changed:
            changed[source.randrange(len(changed))] ^= 1 << source.randrange(8)
    return bytes(changed)


def _insert(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    at = _at(data, source)
    piece = source.choice(BYTES) if source.random() < 0.2 else word(source).encode("utf-8", "surrogatepass")
    return data[:at] + piece + data[at:]


def _replace_token(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    """A word of the file becomes a nasty one, or another of its words."""
    at = _at(data, source)
    found = _TOKEN.search(data, at)
    if not found:
        return data
    other = _TOKEN.search(data, _at(data, source))
    piece = (
        other.group() if other and source.random() < 0.5 else word(source).encode("utf-8", "surrogatepass")
    )
    return data[: found.start()] + piece + data[found.end() :]


def _cut(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    return data[: _at(data, source)]


def _lose(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    at = _at(data, source)
    return data[:at] + data[at + source.choice([1, 2, 10, 100, 1000]) :]


def _double(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    at, size = _at(data, source), source.choice([1, 5, 50, 500])
    return data[:at] + data[at : at + size] * source.choice([2, 2, 3, 50]) + data[at + size :]


def _lines(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    """Lines swapped, doubled or lost."""
    lines = data.splitlines(keepends=True)
    if len(lines) < 2:
        return data
    one, other = source.randrange(len(lines)), source.randrange(len(lines))
    way = source.randrange(3)
    if way == 0:
        lines[one], lines[other] = lines[other], lines[one]
    elif way == 1:
        lines.insert(other, lines[one])
    else:
        del lines[one]
    return b"".join(lines)


def _ends(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    """Line ends of other systems, on all lines or on some."""
    end = source.choice([b"\r\n", b"\r", b"\n\r", b"\x0b", b"\xe2\x80\xa8", b""])
    return data.replace(b"\n", end, source.choice([-1, 1, 5]))


def _indent(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    at = data.find(b"\n", _at(data, source)) + 1
    return data[:at] + source.choice([b" ", b"  ", b"\t", b"- ", b"      "]) + data[at:]


def _splice(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    """A part of another file in the middle of this one."""
    other = source.choice(others)
    at, where = _at(data, source), _at(other, source)
    return data[:at] + other[where : where + source.choice([20, 200, 2000])] + data[at:]


def _encoded(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(source.choice(["cp1251", "utf-16", "utf-8-sig", "utf-7", "latin-1"]), "replace")


def _long_line(data: bytes, source: random.Random, others: list[bytes]) -> bytes:
    at = _at(data, source)
    return (
        data[:at]
        + source.choice([b"a", b"1", b'"', b" ", b","]) * source.choice([1_000, 200_000])
        + data[at:]
    )


Damage = Callable[[bytes, random.Random, list[bytes]], bytes]
DAMAGES: list[Damage] = [
    *(
        _flip,
        _insert,
        _insert,
        _replace_token,
        _replace_token,
        _replace_token,
        _cut,
        _lose,
        _double,
        _lines,
        _lines,
    ),
    *(_ends, _indent, _splice, _encoded, _long_line),
]
