"""Number words that count nothing, and ordinals: "one of", "millions of", "the third session", 6-й съезд.

Each function takes a text in small letters and all its numbers, and gives the spans (code points, half open)
of those that its rule covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from silkfigures.quantities.context import match_phrase
from silkfigures.quantities.lexicon import lexicon
from silkfigures.readings.numbers_in_text import (
    Number,
    any_of,
    beside_numbers,
    forms,
    word_after,
    word_before,
)
from silkfigures.readings.years_and_dates import CENTURY_WORD

Spans = Iterator[tuple[int, int]]

_NEAR = 30  # characters before an ordinal in which a word may rank it
_FOUR_WORDS = re.compile(r"(?:[\s-]*[^\W\d_]+){0,4}")
_ENDING = re.compile(r"[ ]?-?[ ]?([^\W\d_]+)")
#: What follows an ordinal without its noun: "на третьем – …".
_NO_NOUN = re.compile(r"\s*[–—]|\s*-\s|\s*\Z")


def ordinals(low: str, numbers: Sequence[Number]) -> Spans:
    """Ordinals, in words or with their ending, that stand before a noun and near which nothing ranks."""
    ranks = re.compile(rf"(?<!\w){any_of(beside_numbers()['ordinals']['ranks'])}")
    for number in numbers:
        end = number.end if number.kind == "ordinal" else _ordinal_end(low, number)
        if not end or _NO_NOUN.match(low, end):
            continue
        before = low[max(0, number.start - _NEAR) : number.start].rpartition(".")[2]
        if not ranks.search(_FOUR_WORDS.match(low, end).group()) and not ranks.search(before):
            yield number.start, end


def _ordinal_end(low: str, number: Number) -> int:
    """Where the ordinal ending after one to three digits ends; 0 when there is none."""
    found, lex = _ENDING.match(low, number.end), lexicon(number.lang)
    ordinal = found and found[1] in lex.ordinals and found[1] not in lex.cases
    return found.end() if ordinal and number.end - number.start < 4 else 0


def ordinal_dates(low: str, numbers: Sequence[Number]) -> Spans:
    """Ordinal words before a century or a word of years: двадцатый век, тоқсаныншы жылдар."""
    for number in numbers:
        word = word_after(low, number.end)
        if number.kind == "ordinal" and (word in forms("year_after") or CENTURY_WORD.fullmatch(word)):
            yield number.start, number.end


def bare_words(low: str, numbers: Sequence[Number]) -> Spans:
    """The word for one in a phrase that counts nothing, and forms that no number begins with."""
    lists = beside_numbers()["bare_words"]
    for at, number in enumerate(numbers):
        lex, word = lexicon(number.lang), low[number.start : number.end]
        kind, value = lex.numbers.get(word, ("", 0))
        form = (kind == "add" and word not in lex.starters) or word in lists["homonyms"].get(number.lang, ())
        if (form or (value == 1 and _in_phrase(low, number))) and _alone(low, numbers, at):
            yield number.start, number.end


def _in_phrase(low: str, number: Number) -> bool:
    """Whether a word stands in a phrase of the lexicon, or beside a word that makes it a pronoun."""
    lists = beside_numbers()["bare_words"]
    if match_phrase(lexicon(number.lang).phrases.root, low, number.start):
        return True
    before, after = (any_of(lists[name]) for name in ("before_one", "after_one"))
    beside = re.fullmatch(before, word_before(low, number.start))
    return bool(beside or re.fullmatch(after, word_after(low, number.end)))


def vague(low: str, numbers: Sequence[Number]) -> Spans:
    """Multipliers without a number before them, and in a form no number begins with: millions, миллионы."""
    short = beside_numbers()["bare_words"]["short_multipliers"]
    for at, number in enumerate(numbers):
        word = low[number.start : number.end]
        known = word in lexicon(number.lang).starters or word in short
        if number.kind == "multiplier" and not known and _alone(low, numbers, at):
            yield number.start, number.end


def _alone(low: str, numbers: Sequence[Number], at: int) -> bool:
    """Whether no number stands right before one, except the word for one (бір-бірін)."""
    number, last = numbers[at], numbers[at - 1] if at else None
    if last is None or low[last.end : number.start].strip(" \n-"):
        return True
    return lexicon(last.lang).numbers.get(low[last.start : last.end], ("", 0))[1] == 1
