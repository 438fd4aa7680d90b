"""Where a text prints years, dates, decades and centuries, told by the words and signs beside the digits.

Each function takes a text in small letters and gives spans (code points, half open) that hold nothing but the
numbers of a date. Words of years and months come from the lexicons, all languages together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from silkfigures.quantities.lexicon import languages, lexicon
from silkfigures.readings.numbers_in_text import forms, word_after, word_before

Spans = Iterator[tuple[int, int]]

FREE = r"(?<!\d)(?<!\d[.,])"  # no other digits before, not even over a point or comma
END = r"(?!\d)(?![.,]\d)"
DASH = r"[ \t]*+[-–—]\s*+"
YEAR = rf"{FREE}(?:1\d{{3}}|20\d\d|2100){END}"
_DAY = rf"{FREE}(?:[12]?\d|3[01]){END}"
_DECADE = rf"{FREE}(?:1[5-9]|20)\d0"
_AND = r"(?:и|and|to|по|және|мен|or)"
_ENDING = r"(?:[ ]?-\s?(?:е|х|ые|ых|шы|ші|ыншы|інші|м|ми)(?!\w)|['’]?s(?!\w))"

_YEARS = re.compile(
    rf"{YEAR}(?:(?:{DASH}|/|[ \t]*+[,;]?[ \t\n]*+(?:(?<![^\W\d_]){_AND}(?![^\W\d_])[ \t\n]*+)?)"
    rf"(?:{YEAR}|(?<=[-–—/])\d\d(?!\d)))*"
)
_DAYS = re.compile(
    rf"{_DAY}(?:(?:{DASH}|,[ \t]*|[ \t\n]+{_AND}[ \t\n]+){_DAY}){{0,3}}(?:(?:st|nd|rd|th|-\w{{1,4}})(?!\w))?"
)
_IN_DIGITS = re.compile(
    rf"{FREE}(?:[0-3]?\d([./])[01]?\d\1(?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d|[012]?\d:[0-5]\d){END}"
)
_LONG_DECADE = re.compile(rf"{_DECADE}(?:{DASH}{_DECADE})?{_ENDING}")
_SHORT_DECADE = re.compile(rf"(?:{_DECADE}|{FREE}\d0)(?:{_ENDING})?(?:{DASH}{FREE}\d0(?:{_ENDING})?)?(?!\w)")
_NTH = r"(?:[ ]?-?[ ]?(?:го|м|й|е|ый|ом|шы|ші|th|st|nd|rd))?(?!\w)"
_CENTURY = re.compile(rf"{FREE}\d{{1,2}}(?:{DASH}\d{{1,2}})?{_NTH}")
#: A century in any form.
CENTURY_WORD = re.compile(r"век\w*|столети\w*|ғасыр\w*|century|centuries")
_FIRST_BARE = 1800  # a bare year after a preposition is no earlier


def chained_years(low: str) -> Spans:
    """Several years, each later than the one before, and then a word of years.

    >>> list(chained_years("2019, 2020 және 2021 жылдары"))
    [(0, 20)]
    """
    for match in _YEARS.finditer(low):
        if _grow(match.group()) and word_after(low, match.end()) in forms("year_after"):
            yield match.span()


def years(low: str) -> Spans:
    """A year beside a word of years or a month, in brackets or after a preposition; years that grow.

    >>> list(years("founded in 1994, with 2000 members")), list(years("from (1991-2021)"))
    ([(11, 15)], [(6, 15)])
    """
    for match in _YEARS.finditer(low):
        before, after = word_before(low, match.start()), word_after(low, match.end())
        brackets = low[max(0, match.start() - 1) : match.start()] + low[match.end() : match.end() + 1]
        dated = after in forms("year_after") or before in forms("months") or brackets == "()"
        bare = before in _prepositions() and int(match.group()[:4]) >= _FIRST_BARE
        if dated or bare or _grow(match.group()):
            yield match.span()


def _grow(printed: str) -> bool:
    """Whether there are several years in a print, each later than the one before; 1996/97 are two."""
    found = re.findall(r"\d+", printed)
    whole = [int(year) if len(year) == 4 else int(found[0][:2] + year) for year in found]
    return len(whole) > 1 and all(a < b for a, b in pairwise(whole))


@cache
def _prepositions() -> frozenset[str]:
    """Words before a bare year, of the languages that print one."""
    return frozenset().union(*(lexicon(code).year_before for code in languages() if lexicon(code).bare_years))


def dates(low: str) -> Spans:
    """Days beside their month, dates in digits, times of day.

    >>> list(dates("17-19 мая")), list(dates("on 05.03.2019 at 14:30")), list(dates("19 ports"))
    ([(0, 5)], [(3, 13), (17, 22)], [])
    """
    for match in _DAYS.finditer(low):
        after = word_after(low, match.end()) in forms("months")
        if after or word_before(low, match.start()) in _months_before():
            yield match.span()
    yield from (match.span() for match in _IN_DIGITS.finditer(low))


@cache
def _months_before() -> frozenset[str]:
    """Months, in the languages that print a day after its month."""
    return frozenset().union(*(lexicon(code).months for code in languages() if lexicon(code).month_before))


def tied_decades(low: str) -> Spans:
    """Decades with an ending, a hyphen or four digits: 1990-х, the 1990s, 90-жылдары, 1990 жылдары.

    >>> list(tied_decades("в 1990-х")), list(tied_decades("90-жылдары")), list(tied_decades("1990-2000"))
    ([(2, 8)], [(0, 2)], [])
    """
    yield from (match.span() for match in _LONG_DECADE.finditer(low))
    for match in _SHORT_DECADE.finditer(low):
        tied = not match.group().isdecimal() or len(match.group()) == 4 or low.startswith("-", match.end())
        if tied and word_after(low, match.end()) in forms("decade_after"):
            yield match.span()


def loose_decades(low: str) -> Spans:
    """Decades before a word of years, nothing between: 90 жылдары.

    >>> list(loose_decades("90 годы")), list(loose_decades("через 90 дней"))
    ([(0, 2)], [])
    """
    for match in _SHORT_DECADE.finditer(low):
        if word_after(low, match.end()) in forms("decade_after"):
            yield match.span()


def centuries(low: str) -> Spans:
    """Centuries in digits: 19 ғасыр, the 21st century.

    >>> list(centuries("the 21st century")), list(centuries("21 state"))
    ([(4, 8)], [])
    """
    for match in _CENTURY.finditer(low):
        if CENTURY_WORD.fullmatch(word_after(low, match.end())):
            yield match.span()
