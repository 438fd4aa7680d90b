"""Every number that a text prints: runs of digits, and the number words of each lexicon."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from silkfigures.quantities.language import stretches
from silkfigures.quantities.lexicon import Lexicon, languages, lexicon
from silkfigures.quantities.tidy import Tidy

#: Digits, with the decimal signs, thousands and dots of a date between them.
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"(?<![^\W_])[^\W\d_]+")
#: The second part of a word that is broken over a line end.
_BROKEN = re.compile(r"-[ \t]*\n[ \t]*([^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+)[.,]?[\s-]{1,3}\Z")
_NEXT = re.compile(r"[\s-]{0,3}([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Number:
    """A run of digits or a number word: its place (code points, half open), print, language.

    `kind` is `digits` or the sort of word: `cardinal`, `multiplier`, `ordinal`.
    """

    start: int
    end: int
    text: str
    lang: str
    kind: str

    @property
    def digits(self) -> tuple[int, ...]:
        """Offsets that have to be accounted for: each digit, or the first letter of a word."""
        if self.kind != "digits":
            return (self.start,)
        return tuple(self.start + at for at, sign in enumerate(self.text) if sign.isdecimal())


def numbers_in(clean: Tidy) -> list[Number]:
    """Every number of a tidy text, in order; a stretch is read in the language that its letters tell.

    >>> from silkfigures.quantities.tidy import tidy
    >>> [(n.text, n.kind) for n in numbers_in(tidy("In 2019 two ports handled 1,5 million tons."))]
    [('2019', 'digits'), ('two', 'cardinal'), ('1,5', 'digits'), ('million', 'multiplier')]
    """
    found = []
    for start, end, lang in stretches(clean.text):
        found += [
            Number(m.start(), m.end(), m.group(), lang, "digits")
            for m in DIGITS.finditer(clean.low, start, end)
        ]
        found += _words(clean, start, end, lang)
    return sorted(found, key=lambda number: number.start)


def _words(clean: Tidy, start: int, end: int, lang: str) -> Iterator[Number]:
    done = start
    for match in WORD.finditer(clean.low, start, end):
        if match.start() < done:
            continue
        done = match.end()
        rest = _BROKEN.match(clean.low, done)
        whole = _language(match.group() + rest[1], lang) if rest else ""
        done = rest.end() if whole else done
        code = whole or _language(match.group(), lang)
        if code:
            word = re.sub(r"-\s*", "", clean.low[match.start() : done])
            kind = number_words(code)[word]
            yield Number(match.start(), done, clean.text[match.start() : done], code, kind)


def _language(word: str, lang: str) -> str:
    """The language in which a word of a stretch in `lang` is a number word: `lang`, or one of its letters."""
    if word in number_words(lang):
        return lang
    script = "latin" if word.isascii() else "cyrillic"
    if script == lexicon(lang).script:
        return ""
    others = (code for code in languages() if lexicon(code).script == script and word in number_words(code))
    return next(others, "")


@cache
def number_words(lang: str) -> dict[str, str]:
    """Number words of a language in small letters, every form, and what each is.

    >>> words = number_words("en")
    >>> words["two"], words["million"], words["third"], words.get("ton")
    ('cardinal', 'multiplier', 'ordinal', None)
    """
    lex: Lexicon = lexicon(lang)
    kinds = dict.fromkeys((*lex.fractions, *lex.parts_of, *lex.decimals_before, *lex.multiples), "cardinal")
    for word, (kind, _) in lex.numbers.items():
        kinds[word] = "cardinal" if kind == "add" else "multiplier"
    return kinds | dict.fromkeys(lex.ordinal_words, "ordinal")


@cache
def forms(name: str) -> frozenset[str]:
    """The words of one list of the lexicons (`months`, `year_after` …), of all languages together."""
    return frozenset().union(*(getattr(lexicon(code), name) for code in languages()))


def word_before(low: str, at: int) -> str:
    """The word that stands before a place, white space or a hyphen (and a point or comma) between, if any.

    >>> word_before("since may, 11", 11)
    'may'
    """
    found = _LAST.search(low[max(0, at - 25) : at])
    return found[1] if found else ""


def word_after(low: str, at: int) -> str:
    """The word that stands after a place, white space or a hyphen between; empty when none does.

    >>> word_after("2019-2021 жылдары", 9)
    'жылдары'
    """
    found = _NEXT.match(low, at)
    return found[1] if found else ""


@cache
def beside_numbers() -> dict:
    """The words beside a number that tell that it is no figure: beside_numbers.toml."""
    return tomllib.loads(Path(__file__).with_name("beside_numbers.toml").read_text(encoding="utf-8"))


def any_of(listed: Iterable[str]) -> str:
    """A pattern for any of the words, whole; `~` at the end of one stands for any ending.

    >>> bool(re.fullmatch(any_of(["век~"]), "века")), bool(re.fullmatch(any_of(["no"]), "not"))
    (True, False)
    """
    longest = sorted(listed, key=len, reverse=True)
    parts = (re.escape(w.rstrip("~")) + (r"\w*" if w[-1] == "~" else r"(?!\w)") for w in longest)
    return f"(?:{'|'.join(parts)})"
