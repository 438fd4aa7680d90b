"""Rates: "a year" right after a unit, some words on, or before the number."""

import re

from silkfigures.quantities.context import match_phrase
from silkfigures.quantities.figure import Figure
from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.measures import NEXT_WORD
from silkfigures.quantities.units import unit_of

OVER_PAGE = re.compile(r"[ \t]{0,3}\n[ \t]{0,3}\n[ \t]{0,3}([^\W\d_A-ZА-Я]{1,40})")
BRIDGE = 3
FAR_WORDS, FAR_SPAN = 10, 120
PLAIN = re.compile(rf"(?:\s+[^\W\d_]{{1,40}}){{0,{FAR_WORDS}}}\s+")


def read_rate(lex: Lexicon, figure: Figure, text: str, low: str) -> None:
    """ "A year", right after the unit (then part of the span), some words on, or before the number."""
    if "/" in figure.unit or not unit_of(figure.unit).rate:
        return
    if low.startswith("/", figure.end):
        found = match_phrase(lex.rates_slash.root, low, figure.end + 1)
        if found:
            figure.rate, figure.end, figure.tail = found[0], found[1], found[1]
        return
    found = None if low.startswith(",", figure.end) else match_phrase(lex.rates_after.root, low, figure.end)
    if found and not _sentence_break(text, figure.end, found[1]):
        figure.rate, figure.end, figure.tail = found[0], found[1], max(figure.tail, found[1])
        return
    figure.rate = _rate_apart(lex, text, low, figure.tail)


def _sentence_break(text: str, start: int, end: int) -> bool:
    """Whether a point and a capital part the two."""
    match = re.match(r"\.\s+(\S)", text[start:end])
    return bool(match) and match.group(1).isupper()


def _rate_apart(lex: Lexicon, text: str, low: str, pos: int) -> str:
    """A rate up to a few plain words after the unit, in the same clause."""
    for _ in range(BRIDGE):
        if low.startswith(",", pos):
            return ""
        found = match_phrase(lex.rates_apart.root, low, pos)
        if found:
            return "" if _sentence_break(text, pos, found[1]) else found[0]
        word = NEXT_WORD.match(low, pos) or OVER_PAGE.match(text, pos)
        if not word:
            return ""
        pos = word.end()
    return ""


def read_rate_before(lex: Lexicon, figure: Figure, words: list[str]) -> None:
    """A rate word among the few plain words before the number."""
    for index, word in enumerate(words[:BRIDGE]):
        found = lex.rates_before.match_back(words, index)
        if found:
            figure.rate, figure.rate_before = found[0], True
            return
        if not word.isalpha():
            return


def read_rate_far(lex: Lexicon, figure: Figure, low: str) -> None:
    """A word for "every year" up to ten plain words before the number, no mark or number between."""
    if figure.rate or lex.far_rate is None:
        return
    window = low[max(0, figure.start - FAR_SPAN) : figure.start]
    found = [match for match in lex.far_rate.finditer(window)][-1:]
    if found and PLAIN.fullmatch(window, found[0].end()):
        figure.rate = lex.far_rates[" ".join(found[0].group().split())]
        figure.rate_before = True


def pass_rate(lex: Lexicon, first: Figure, second: Figure, words: list[str]) -> None:
    """ "Every year 48 mln t of oil and 5 bn m3 of gas": a rate said before the first holds for both."""
    joined = 0 < len(words) <= BRIDGE and words[-1] in lex.coordinate and all(map(str.isalpha, words))
    if first.rate_before and first.rate and joined and second.unit and not second.rate and not second.refused:
        second.rate, second.rate_before = first.rate, True
