"""The rules by which code proves that a number is no figure: years, citation marks, addresses, list numbers …

Each rule finds stretches of a text in which numbers measure nothing and gives its reason. A rule that is not
sure by its print alone (`silent`) is believed only where the quantity reader finds no quantity.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from silkfigures.quantities.reader import find_quantities
from silkfigures.quantities.tidy import Tidy
from silkfigures.readings import bare_words as bare
from silkfigures.readings import years_and_dates as calendar
from silkfigures.readings.numbers_in_text import Number, any_of, beside_numbers, forms

Spans = Iterable[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Page:
    """A text to which rules are applied: as printed, in small letters, its numbers and the work of each."""

    text: str
    low: str
    numbers: Sequence[Number]
    works: Sequence[str]

    def inside(self, spans: Spans) -> set[int]:
        """Indexes of the numbers that lie in spans, whole."""
        starts = [number.start for number in self.numbers]
        return {
            at
            for start, end in spans
            for at in range(bisect_left(starts, start), bisect_left(starts, end))
            if self.numbers[at].end <= end
        }


@dataclass(frozen=True, slots=True)
class Rule:
    """One proof: its reason, where it finds it, and whether the quantity reader must be silent there."""

    reason: str
    find: Callable[[Page], Spans]
    silent: bool = True


def proofs(clean: Tidy, numbers: Sequence[Number], works: Sequence[str] | None = None) -> list[str]:
    """The reason that a rule has for each number, empty where none has; the first rule that applies counts.

    `works` names the work in which each number stands; lists and bibliographies end with their work.

    >>> from silkfigures.quantities.tidy import tidy
    >>> from silkfigures.readings.numbers_in_text import numbers_in
    >>> clean = tidy("Exports reached 5 million tons in 2019 [7].")
    >>> numbers = numbers_in(clean)
    >>> [(n.text, reason) for n, reason in zip(numbers, proofs(clean, numbers))]
    [('5', ''), ('million', ''), ('2019', 'year'), ('7', 'citation')]
    """
    page = Page(clean.text, clean.low, numbers, works if works is not None else [""] * len(numbers))
    reported = page.inside((quantity.start, quantity.end) for quantity in find_quantities(clean.text))
    reasons = [""] * len(numbers)
    for rule in rules():
        for at in page.inside(rule.find(page)):
            if not reasons[at] and not (rule.silent and at in reported):
                reasons[at] = rule.reason
    return reasons


def _pattern(pattern: str) -> Callable[[Page], Spans]:
    """A finder of a pattern in the small letters of a text."""
    compiled = re.compile(pattern)
    return lambda page: (match.span() for match in compiled.finditer(page.low))


def _dates(find: Callable[[str], Spans]) -> Callable[[Page], Spans]:
    """A finder of years_and_dates."""
    return lambda page: find(page.low)


def _words(find: Callable[[str, Sequence[Number]], Spans]) -> Callable[[Page], Spans]:
    """A finder of bare_words."""
    return lambda page: find(page.low, page.numbers)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are tried."""
    codes = beside_numbers()["codes"]
    subject, phone, marks = (any_of(codes[name]) for name in ("subject", "phone", "pages"))
    pages = rf"(?:{marks}\.?[ \t\n]*)?\d{{1,4}}(?:{calendar.DASH}\d{{1,4}})?"
    return (
        Rule("url", _pattern(r"(?:https?://|www\.)\S+(?:(?<=-)[ \t]*\n[ \t]?\S+)*"), silent=False),
        Rule("doi", _pattern(r"(?<![\w.])10\.\d{4,9}/\S+"), silent=False),
        Rule("email", _pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"), silent=False),
        Rule("subject_code", _pattern(rf"(?<!\w){subject}[: \t]*\d[\d.:()/+; \t-]*"), silent=False),
        Rule("phone", _pattern(rf"(?:\+|(?<!\w){phone}[.: \t]*\+?)\d[\d ()-]{{7,16}}\d(?!\d)"), silent=False),
        Rule("page", _pages),
        Rule("bibliography", _bibliographies, silent=False),
        Rule("header", _headers),
        Rule("citation", _pattern(rf"\[\s*\d{{1,3}}(?:\s*[,;.:–—-]\s*{pages})*\s*\]"), silent=False),
        Rule("citation", _named_citations, silent=False),
        Rule("century", _dates(calendar.centuries)),
        Rule("century", _words(bare.ordinal_dates)),
        Rule("decade", _dates(calendar.tied_decades), silent=False),
        Rule("decade", _dates(calendar.loose_decades)),
        Rule("date", _dates(calendar.dates)),
        Rule("year", _dates(calendar.chained_years), silent=False),
        Rule("year", _dates(calendar.years)),
        Rule("list_number", _lists),
        Rule("list_number", _label("list")),
        Rule("article", _label("article")),
        Rule("name", _names),
        Rule("ordinal", _words(bare.ordinals)),
        Rule("bare_word", _words(bare.bare_words)),
        Rule("vague", _words(bare.vague)),
    )


def _named_citations(page: Page) -> Spans:
    """Years, days and pages in brackets that open with a name: (Wu, Chen 2004: 12), (Forbes, 2024, May 5)."""
    year = re.compile(r"(?<!\w)(?:1\d{3}|20\d\d)[a-zа-я]?(?!\w)")
    marks = any_of(beside_numbers()["codes"]["pages"])
    numbers = rf"(\d{{1,4}}(?:{calendar.DASH}\d{{1,4}})?)"
    place = re.compile(rf"(?:(?<=\d):|(?<!\w){marks}\.?)\s*{numbers}(?=\s*(?:[;,]|$))")
    day = re.compile(r"([^\W\d_]+)\s+(\d{1,2})(?=\s*(?:[;,]|$))")
    for bracket in re.compile(r"\(\s*([^\W\d_][^()]{3,300})\)").finditer(page.low):
        inner, start = bracket[1], bracket.start(1)
        if not page.text[start].isupper() or not year.search(inner):
            continue
        found = [match.span() for match in year.finditer(inner)]
        found += [match.span(1) for match in place.finditer(inner)]
        found += [match.span(2) for match in day.finditer(inner) if match[1] in forms("months")]
        yield from ((start + first, start + last) for first, last in found)


def _names(page: Page) -> Spans:
    """Digits tied to a word with a capital letter, and formats: COVID-19, G7, 5+1."""
    for match in re.finditer(r"(?<!\w)[^\W\d_]{1,20}[-–]?\d{1,4}(?![\d%]|[.,]\d)", page.text):
        if match.group()[0].isupper():
            yield match.span()
    yield from (match.span() for match in re.finditer(r"(?<![\d.,])\d{1,2}\+\d(?!\d)", page.low))


LIST_GAP = 5000  # characters between two numbers of a list, at most


def _lists(page: Page) -> Spans:
    """Numbers that open lines, or stand before a bracket, and count on from 1: 1. 2. 3., 1.1 1.2, 1) 2)."""
    opening = re.compile(
        r"^[ \t(*#]*(\d{1,2}(?:(?=[.)])|(?:\.\d{1,2}){1,3}))[.)]?(?=[\s*]*[^\W\d_«\"“])", re.M
    )
    inline = re.compile(r"(?<![\w.,])\(?(\d{1,2})\)(?=[ \t\n])")
    works = {number.start: work for number, work in zip(page.numbers, page.works, strict=True)}
    for pattern in (opening, inline):
        last: dict[tuple[str, str], tuple[int, tuple[int, int]]] = {}
        for match in pattern.finditer(page.low):
            above, _, number = match[1].rpartition(".")
            value, span, key = int(number), match.span(1), (works.get(match.start(1), ""), above)
            was, before = last.get(key, (0, (0, 0)))
            follows = value == was + 1 > 1 and span[0] - before[1] < LIST_GAP
            if follows:
                yield from (before, span)
            if follows or value == 1:
                last[key] = value, span


def _pages(page: Page) -> Spans:
    """Numbers alone on their lines that grow with the lines as page numbers do, three of them at least."""
    feeds = [match.start() for match in re.finditer("\n", page.low)]
    alone = [match.span(1) for match in re.finditer(r"^[ \t\x0c]*(\d{1,4})[ \t]*$", page.low, re.M)]
    found = [(bisect_right(feeds, start), int(page.low[start:end])) for start, end in alone]
    chains: list[tuple[int, int]] = []  # how many pages lead to a number, and which is the last of them
    for at, (line, value) in enumerate(found):
        led = [
            (chains[was][0] + 1, was)
            for was in range(max(0, at - 50), at)
            if 0 < 20 * (value - found[was][1]) <= line - found[was][0] <= 100 * (value - found[was][1])
        ]
        chains.append(max(led, default=(1, -1)))
    length, at = max(((chain[0], at) for at, chain in enumerate(chains)), default=(0, -1))
    while length > 2 and at >= 0:
        yield alone[at]
        at = chains[at][1]


def _headers(page: Page) -> Spans:
    """Lines that are printed three times or more, far apart, but for their numbers."""
    same: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    start = 0
    for at, line in enumerate(page.low.split("\n")):
        form = re.sub(r"\d+", "0", " ".join(line.split()))
        named = "0" in form and len(re.findall(r"[^\W\d_]{3,}", form)) > 1
        if named and (not same[form] or at - same[form][-1][2] > 15):
            same[form].append((start, start + len(line), at))
        start += len(line) + 1
    return ((first, last) for places in same.values() if len(places) > 2 for first, last, _ in places)


def _bibliographies(page: Page) -> Spans:
    """Lists of references: from their heading to the first paragraph without a digit, or another work."""
    titles = "|".join(map(re.escape, beside_numbers()["bibliography"]["headings"]))
    heading = re.compile(rf"^[ \t#*]*(?:{titles})[ \t:.*]*$", re.M)
    inside = False
    for start, end, first in _paragraphs(page):
        inside = inside and not first
        found = heading.search(page.low, start, end)
        if found or (inside and re.search(r"\d", page.low[start:end])):
            yield found.end() if found else start, end
            inside = True
        else:
            inside = False


def _paragraphs(page: Page) -> Iterable[tuple[int, int, bool]]:
    """Paragraphs, cut where another work begins: start, end, and whether a work begins with them."""
    neighbours = zip(page.numbers[1:], page.works, page.works[1:], strict=False)
    borders = [number.start for number, work, other in neighbours if work != other]
    done = 0
    for match in re.finditer(r"\S.*(?:\n[ \t]*\S.*)*", page.low):
        within = borders[bisect_left(borders, done) : bisect_left(borders, match.end())]
        done = match.end()
        cuts = [match.start(), *(max(at, match.start()) for at in within), match.end()]
        for at, (start, end) in enumerate(pairwise(cuts)):
            yield start, end, at > 0


def _label(name: str) -> Callable[[Page], Spans]:
    """Numbers beside a word that counts tables, or articles of a law."""
    lists = beside_numbers()["labels"]
    number = r"\d{1,3}(?:[.-]\d{1,2})?(?![\d%])"
    after = rf"{number}[ ]?-[ ]?(?:шы|ші)?[ \t-]*{any_of(lists[name + '_after'])}"
    return _pattern(rf"(?<!\w){any_of(lists[name])}[ \t\n]*{number}|{after}")
