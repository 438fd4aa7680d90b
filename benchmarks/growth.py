"""Growth of time with length: ten times the text, how many times as long?

Prose, and texts that hurt a reader which looks back or ahead too far: digits, commas, one preposition over
and over, one endless word. What is compared is the time for 10,000,000 characters and the time for a tenth of
them, the mean of the ten tenths read one by one, so that a busy machine slows both alike. Smaller sizes are
climbed first, and the climb stops as soon as a step takes more than 40 times as long, so that a quadratic
reader does not hang the benchmark.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.record import Record
from benchmarks.spans import Reader
from benchmarks.speed import prose

BAR = 11.0
HOPELESS = 40.0
STEP = 10
LONG = 5.0
SIZES = (100_000, 1_000_000, 10_000_000)
PATTERNS = {
    "digits": "1234567890",
    "commas": ",",
    "от от от": "от ",
    "one endless word": "қазақстандықтар",
    "digits and spaces": "12 345 ",
    "digits and commas": "1,23",
    "number words": "екі жүз ",
}


def seconds(read: Reader, text: str) -> float:
    """Return the process time that `read` takes for `text`."""
    begin = time.process_time()
    read(text, None)
    return time.process_time() - begin


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text (of the largest size) of everything that is timed."""
    for lang in ("en", "ru", "kk"):
        yield f"prose {lang}", prose(shared / "texts", lang, SIZES[-1])
    for name, pattern in PATTERNS.items():
        yield name, (pattern * (SIZES[-1] // len(pattern) + 1))[: SIZES[-1]]


def measure(shared: Path, read: Reader) -> list[Record]:
    """Return one record a text: time at the largest size against time at a tenth of it."""
    return [climb(name, text, read) for name, text in texts(shared) if text]


def climb(name: str, text: str, read: Reader) -> Record:
    """Time `read` on ever longer beginnings of `text`; the record has the ratio of the last step of ten."""
    for size in SIZES:
        tenth = size // STEP
        parts = sum(seconds(read, text[at : at + tenth]) for at in range(0, size, tenth)) / STEP
        whole = min(seconds(read, text[:size]) for _ in range(2 if parts * STEP < LONG else 1))
        ratio = whole / max(parts, 1e-9)
        if ratio > HOPELESS and whole > 1:
            break
    note = f"{size:,} characters in {whole:.2f} s" + ("" if size == SIZES[-1] else "; stopped there")
    return Record(f"growth at ten times the text: {name}", round(ratio, 2), "x", BAR, True, size, note=note)
