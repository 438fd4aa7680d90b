"""Ranks in figures and words, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from silkfigures.quantities.ordinals import parse_ordinal

RANKS = [
    ("28th", "en", 28),
    ("2nd", "en", 2),
    ("Second", "en", 2),
    ("twenty-first", "en", 21),
    ("twenty first", "en", 21),
    ("hundredth", "en", 100),
    ("28-е", "ru", 28),
    ("3-м", "ru", 3),
    ("второе", "ru", 2),
    ("третьем", "ru", 3),
    ("двадцать восьмой", "ru", 28),
    ("сто второй", "ru", 102),
    ("28-ші", "kk", 28),
    ("үшінші", "kk", 3),
    ("жиырма бесінші", "kk", 25),
]
NONE = [
    "",
    "28",
    "two",
    "twenty",
    "второй порт",
    "first second",
    "twenty twentieth",
    "five fifth",
    "28 km",
    "-",
    "1,5-й",
]


@pytest.mark.parametrize(("text", "lang", "rank"), RANKS)
def test_a_rank(text: str, lang: str, rank: int) -> None:
    assert parse_ordinal(text, lang) == Decimal(rank)
    assert parse_ordinal(text) == Decimal(rank)


@pytest.mark.parametrize("text", NONE)
def test_no_rank(text: str) -> None:
    assert parse_ordinal(text) is None


def test_another_language() -> None:
    assert parse_ordinal("second", "ru") is None
    assert parse_ordinal("second", "xx") is None
