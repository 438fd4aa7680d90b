"""The rules by which code proves that a number is no figure: years, dates, citation marks, addresses …

Each rule finds stretches of a text in which numbers measure nothing, and gives them its name as the reason. A rule
that is not sure by its print alone (`silent`) is believed only where the quantity reader finds no quantity.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from silkfigures.quantities.context import match_phrase
from silkfigures.quantities.lexicon import languages, lexicon
from silkfigures.quantities.reader import find_quantities
from silkfigures.quantities.tidy import Tidy
from silkfigures.readings.numbers_in_text import Number

Spans = Iterable[tuple[int, int]]

@dataclass(frozen=True, slots=True)
class Rule:
    """One proof: the reason it gives, where it finds it, and whether the quantity reader must be silent there."""

    reason: str
    find: Callable[[Page], Spans]
    silent: bool = True


class Page:
    """A text to which the rules are applied: `text` and `low` (small letters), its numbers, their works."""

    def __init__(self, clean: Tidy, numbers: Sequence[Number], works: Sequence[str]) -> None:
        """Take a tidy text, its numbers and, for each, the work in whose lines it stands."""
        self.text, self.low, self.numbers, self.works = clean.text, clean.low, numbers, works

    @cached_property
    def quantities(self) -> list[tuple[int, int]]:
        """The spans that the quantity reader reports."""
        return [(quantity.start, quantity.end) for quantity in find_quantities(self.text)]

    def in_spans(self, spans: Spans) -> set[int]:
        """Indexes of the numbers that lie in spans, whole."""
        starts = [number.start for number in self.numbers]
        return {
            at
            for start, end in spans
            for at in range(bisect_left(starts, start), bisect_left(starts, end))
            if self.numbers[at].end <= end
        }


def proofs(clean: Tidy, numbers: Sequence[Number], works: Sequence[str] | None = None) -> list[str]:
    """The reason that a rule has for each number, empty where none has; the first rule that applies counts.

    >>> from silkfigures.quantities.tidy import tidy
    >>> from silkfigures.readings.numbers_in_text import numbers_in
    >>> clean = tidy("Exports reached 5 million tons in 2019 [7].")
    >>> numbers = numbers_in(clean)
    >>> [(n.text, r) for n, r in zip(numbers, proofs(clean, numbers))]
    [('5', ''), ('million', ''), ('2019', 'year'), ('7', 'citation')]
    """
    page = Page(clean, numbers, works if works is not None else [""] * len(numbers))
    reasons = [""] * len(numbers)
    reported = page.in_spans(page.quantities)
    for rule in RULES:
        for at in page.in_spans(rule.find(page)):
            if not reasons[at] and not (rule.silent and at in reported):
                reasons[at] = rule.reason
    return reasons


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    """The word lists of provable.toml."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, whole; `~` at the end of one stands for any ending."""
    forms = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w.rstrip("~")) + (r"\w*" if w[-1] == "~" else r"(?!\w)") for w in forms) + ")"


def _lexicon_words(name: str) -> str:
    """A pattern for any word of one list, in any language."""
    return _any({word for code in languages() for word in getattr(lexicon(code), name)})


def _matches(pattern: str, *, printed: bool = False) -> Callable[[Page], Spans]:
    """A finder of a pattern in the small letters of a text, or in the text as printed."""
    compiled = re.compile(pattern)

    def find(page: Page) -> Spans:
        return (match.span() for match in compiled.finditer(page.text if printed else page.low))

    return find


def _ordinal_dates(page: Page) -> Spans:
    """Ordinal words before a century, a decade or a year: двадцатый век, тоқсаныншы жылдар."""
    centuries = re.compile(_any(_words()["centuries"]["words"]))
    for number in page.numbers:
        word = _word_after(page.low, number.end)
        if number.kind == "ordinal" and (word in _forms("year_after") or centuries.fullmatch(word)):
            yield number.start, number.end


def _lists(page: Page) -> Spans:
    """Numbers that open lines, or stand before a bracket, and count on: 1. 2. 3., а) 1) 2)."""
    opening = re.compile(r"^[ \t(*#]*(\d{1,2})(?:[.)]|\.\d{1,2}\.?)(?=[\s*]*[^\W\d_«\"“])", re.M)
    inline = re.compile(r"(?<![\w.,])\(?(\d{1,2})\)(?=[ \t\n])")
    for pattern in (opening, inline):
        yield from _sequences(page, [match.span(1) for match in pattern.finditer(page.low)])


def _sequences(page: Page, spans: list[tuple[int, int]]) -> Spans:
    """The spans whose numbers count on: n after n - 1 in the same work, from 1 up."""
    starts = {number.start: work for number, work in zip(page.numbers, page.works, strict=True)}
    runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        value, run = int(page.low[slice(*span)]), runs[starts.get(span[0], "")]
        if value == 1:
            run[:] = [span]
        elif run and value == int(page.low[slice(*run[-1])]) + 1:
            if len(run) == 1:
                yield run[0]
            run.append(span)
            yield span


def _pages(page: Page) -> Spans:
    """Numbers alone on their lines that grow with the lines as page numbers do, three of them at least."""
    alone = [m.span(1) for m in re.finditer(r"^[ \t\x0c]*(\d{1,4})[ \t]*$", page.low, re.M)]
    lines = {start: page.low.count("\n", 0, start) for start, _ in alone}
    best: list[list[tuple[int, int]]] = []
    for span in alone:
        chains = [chain for chain in best if _next_page(page.low, lines, chain[-1], span)]
        best.append([*max(chains, key=len, default=[]), span])
    longest = max(best, key=len, default=[])
    return longest if len(longest) > 2 else []


def _next_page(low: str, lines: dict[int, int], first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two lone numbers can be pages of one document: 20 to 100 lines a page."""
    pages = int(low[slice(*second)]) - int(low[slice(*first)])
    return pages > 0 and 20 * pages <= lines[second[0]] - lines[first[0]] <= 100 * pages


def _headers(page: Page) -> Spans:
    """Lines that are printed three times or more, far apart, but for their numbers."""
    same: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    start = 0
    for at, line in enumerate(page.low.split("\n")):
        form = re.sub(r"\d+", "0", " ".join(line.split()))
        if "0" in form and len(re.findall(r"[^\W\d_]{3,}", form)) > 1:
            if not same[form] or at - same[form][-1][2] > 15:
                same[form].append((start, start + len(line), at))
        start += len(line) + 1
    return ((first, last) for places in same.values() if len(places) > 2 for first, last, _ in places)


def _bibliographies(page: Page) -> Spans:
    """Lists of references: from their heading to the first paragraph without a digit, or another work."""
    headings = "|".join(map(re.escape, _words()["bibliography"]["headings"]))
    borders = [n.start for n, a, b in zip(page.numbers[1:], page.works, page.works[1:], strict=False) if a != b]
    borders.append(len(page.low))
    for heading in re.finditer(rf"^[ \t#*]*(?:{headings})[ \t:.*]*$", page.low, re.M):
        border = next(at for at in borders if at > heading.end())
        end = heading.end()
        for paragraph in re.compile(r"\s*\S.*(?:\n[ \t]*\S.*)*").finditer(page.low, heading.end(), border):
            if not re.search(r"\d", paragraph.group()):
                break
            end = paragraph.end()
        yield heading.end(), end


def _ordinals(page: Page) -> Spans:
    """Ordinals, in words or with their ending, near which nothing ranks: the third session, 6-й съезд."""
    ranks = re.compile(rf"(?<!\w){_any(_words()['ordinals']['ranks'])}")
    for number in page.numbers:
        end = number.end if number.kind == "ordinal" else _ordinal_end(page.low, number)
        after = re.match(r"(?:[\s-]*[^\W\d_]+){0,4}", page.low[end : end + 80]) if end else None
        before = page.low[max(0, number.start - 30) : number.start].rpartition(".")[2]
        if after and not _STOP.match(page.low, end) and not ranks.search(after.group()) and not ranks.search(before):
            yield number.start, end


_STOP = re.compile(r"\s*[–—]|\s+-|\s*$")  # an ordinal without its noun: на третьем – …


def _ordinal_end(low: str, number: Number) -> int:
    """Where the ordinal ending after digits ends; 0 when there is none."""
    found = re.compile(r"[ ]?-?[ ]?([^\W\d_]+)").match(low, number.end)
    lex = lexicon(number.lang)
    ordinal = found and found[1] in lex.ordinals and found[1] not in lex.cases
    return found.end() if ordinal and number.end - number.start < 4 else 0


def _alone(page: Page, at: int) -> bool:
    """Whether no number stands right before a number, except the word for one (бір-бірін)."""
    number, last = page.numbers[at], page.numbers[at - 1] if at else None
    if last is None or page.low[last.end : number.start].strip(" \n-"):
        return True
    return lexicon(last.lang).numbers.get(page.low[last.start : last.end], ("", 0))[1] == 1


def _bare_words(page: Page) -> Spans:
    """The word for one in a phrase that counts nothing, and forms no number begins with, without a number before."""
    lists = _words()["bare_words"]
    before, after = (re.compile(_any(lists[name])) for name in ("before_one", "after_one"))
    for at, number in enumerate(page.numbers):
        lex, word = lexicon(number.lang), page.low[number.start : number.end]
        kind, value = lex.numbers.get(word, ("", 0))
        beside = before.fullmatch(_word_before(page.low, number.start)) or after.fullmatch(
            _word_after(page.low, number.end)
        )
        phrase = value == 1 and (beside or match_phrase(lex.phrases.root, page.low, number.start))
        form = kind == "add" and word not in lex.starters
        if (phrase or form or word in lists["homonyms"].get(number.lang, ())) and _alone(page, at):
            yield number.start, number.end


def _vague(page: Page) -> Spans:
    """Multipliers without a number: millions of, миллионы."""
    lists = _words()["bare_words"]
    for at, number in enumerate(page.numbers):
        word = page.low[number.start : number.end]
        known = word in lexicon(number.lang).starters or word in lists["short_multipliers"]
        if number.kind == "multiplier" and not known and _alone(page, at):
            yield number.start, number.end


@cache
def _label(name: str) -> Callable[[Page], Spans]:
    words = _words()["labels"]
    number = r"\d{1,3}(?:[.-]\d{1,2})?(?![\d%])"
    before = rf"(?<!\w){_any(words[name])}[ \t\n]*{number}"
    return _matches(rf"{before}|{number}[ ]?-?[ ]?(?:шы|ші)?[ \t-]*{_any(words[name + '_after'])}")


SUBJECT = _any(_words()["codes"]["subject"])
PHONE = _any(_words()["codes"]["phone"])
MARKS = _any(_words()["pages"]["marks"])
PAGES = rf"(?:{MARKS}\.?[ \t\n]*)?\d{{1,4}}(?:{DASH}\d{{1,4}})?"
NAMED = (
    rf"[^\W\d_a-zа-яәіңғүұқөһ][^()\d]{{0,120}}?(?<!\w){YEAR}[a-zа-я]?(?!\w)"
    rf"(?:,\s+{_lexicon_words('months')}\s+\d{{1,2}})?(?:[:,]\s*{PAGES}|[.,]\s[^()\d]{{0,80}})?"
)

RULES: tuple[Rule, ...] = (
    Rule("url", _matches(r"(?:https?://|www\.)\S+(?:(?<=-)[ \t]*\n[ \t]?\S+)*"), silent=False),
    Rule("doi", _matches(r"(?<![\w.])10\.\d{4,9}/\S+"), silent=False),
    Rule("email", _matches(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"), silent=False),
    Rule("subject_code", _matches(rf"(?<!\w){SUBJECT}[: \t]*\d[\d.:()/+; \t-]*"), silent=False),
    Rule("phone", _matches(rf"(?:\+|(?<!\w){PHONE}[.: \t]*\+?)\d[\d ()-]{{7,16}}\d(?!\d)"), silent=False),
    Rule("page", _pages),
    Rule("bibliography", _bibliographies, silent=False),
    Rule("header", _headers),
    Rule("citation", _matches(rf"\[\s*\d{{1,3}}(?:\s*[,;.:–—-]\s*{PAGES})*\s*\]"), silent=False),
    Rule("citation", _matches(rf"\((?:\s*{NAMED}\s*;?)+\)", printed=True), silent=False),
    Rule("century", lambda page: _centuries()(page)),
    Rule("century", _ordinal_dates),
    Rule("decade", lambda page: _decades()(page)),
    Rule("date", _dates),
    Rule("year", _chained_years, silent=False),
    Rule("year", _years),
    Rule("list_number", _lists),
    Rule("list_number", lambda page: _label("list")(page)),
    Rule("article", lambda page: _label("article")(page)),
    Rule("name", _matches(r"(?<![\w])[^\W\d_]{1,8}[-–]?\d{1,4}(?![\d%]|[.,]\d)|(?<![\d.,])\d{1,2}\+\d(?!\d)")),
    Rule("ordinal", _ordinals),
    Rule("bare_word", _bare_words),
    Rule("vague", _vague),
)
