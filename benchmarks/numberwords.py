"""Number words: is what the library num2words writes read back?

Seeded whole numbers from 2 to 10^12, half of them drawn evenly by size and half evenly by number of
digits, are written out in English, Russian and Kazakh. A number is read back when the reader finds
exactly one quantity in the words and its value is the number. One is left out: alone it is no quantity.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

from benchmarks.record import Record, tally
from benchmarks.spans import Reader, said

LANGUAGES = {"en": "en", "ru": "ru", "kk": "kz"}
COUNT = 2000
LIMIT = 10**12


def numbers(count: int = COUNT, seed: int = 20) -> list[int]:
    """Return `count` seeded whole numbers between 2 and 10^12.

    Examples
    --------
    >>> len(numbers(10)), numbers(10) == numbers(10)
    (10, True)
    """
    source = random.Random(seed)
    return [source.randint(2, LIMIT if i % 2 else 10 ** source.randint(1, 12)) for i in range(count)]


def measure(read: Reader, count: int = COUNT) -> list[Record]:
    """Return one record a language: the share of numbers that is read back from its words."""
    try:
        from num2words import num2words
    except ImportError:
        return [Record("number words", None, note="num2words is not installed")]
    return [
        tally(
            f"number words read back, {lang}",
            _read_back(read, lang, partial(num2words, lang=code), count),
            100.0,
        )
        for lang, code in LANGUAGES.items()
    ]


def _read_back(read: Reader, lang: str, write: Callable[[int], str], count: int) -> list[str | None]:
    outcomes = []
    for number in numbers(count):
        words = write(number)
        quantities = read(words, lang)
        right = [quantity.value for quantity in quantities] == [number]
        outcomes.append(None if right else f"{number}: {said(quantities)}: {words}")
    return sorted(outcomes, key=lambda outcome: len(outcome or ""))
