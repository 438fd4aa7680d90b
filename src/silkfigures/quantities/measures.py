"""The unit after a number, and the case ending or qualifier between and behind the two."""

import re
from decimal import Decimal

from silkfigures.quantities.context import match_phrase
from silkfigures.quantities.digits import ONE
from silkfigures.quantities.figure import Figure
from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.marks import MONEY_SIGNS
from silkfigures.quantities.units import unit_of
from silkfigures.quantities.words import WORD

HYPHEN_SUFFIX = re.compile(r"[-'’]\n?([^\W\d_]{1,12})(?![^\W_])")
CAPITALS = re.compile(r"(?<![^\W_])[A-ZА-Я]{2,6}s?$")
NEXT_WORD = re.compile(r"\.?(?:[ \t]{1,3}(?:\n[ \t]{0,8})?|\n[ \t]{0,8})([^\W\d_]{1,40}(?:-[^\W\d_]{1,40})?)")
MAX_GLUED = 12
Found = tuple[tuple[str, Decimal], int]


def read_after(lex: Lexicon, figure: Figure, text: str, low: str) -> None:
    """Case ending, unit and qualifier after the number."""
    _read_case(lex, figure, low)
    _read_unit(lex, figure, text, low)
    comma = low.startswith(",", figure.tail)
    after = match_phrase(lex.after.root, low, figure.tail) if lex.after and not comma else None
    if not after and not comma and figure.from_case:
        after = match_phrase(lex.after_from.root, low, figure.tail)
    if after:
        figure.qualifier, tail = after[0], after[1]
        figure.after_word = low[figure.tail : tail].strip()
        if not figure.unit:
            tail_before, figure.tail = figure.tail, tail
            _read_unit(lex, figure, text, low)
            if not figure.unit:
                figure.tail = tail_before
        figure.tail = max(figure.tail, tail)
    elif low.startswith("+", figure.tail) and not low[figure.tail + 1 : figure.tail + 2].isdecimal():
        figure.qualifier = "over"


def _read_case(lex: Lexicon, figure: Figure, low: str) -> None:
    """A case ending after a hyphen ("200-ден"), or that of the word itself ("теңгеден")."""
    suffix = HYPHEN_SUFFIX.match(low, figure.tail)
    if suffix and suffix.group(1) in lex.cases:
        figure.tail = suffix.end()
    figure.from_case = bool(lex.from_endings) and low.endswith(
        lex.from_endings, max(0, figure.tail - 6), figure.tail
    )


def _read_unit(lex: Lexicon, figure: Figure, text: str, low: str) -> None:
    """The unit right after the number."""
    found = match_phrase(lex.units.root, low, figure.tail) or _glued_unit(lex, figure, low)
    if not found and figure.number.first in lex.parts:
        link = match_phrase(lex.part_links.root, low, figure.tail)
        found = match_phrase(lex.units.root, low, link[1]) if link else None
    if found and low[found[1] - 1] in MONEY_SIGNS and low[found[1] : found[1] + 1].isdecimal():
        return
    if not found or _other_sentence(figure, text, found[0][0], found[1]) or _acronym(text, found):
        return
    (code, factor), end = found
    if figure.unit and code != figure.unit and unit_of(code).dimension != "money":
        return
    figure.unit, figure.factor = code, factor
    figure.end = figure.tail = end
    _read_case(lex, figure, low)


def _other_sentence(figure: Figure, text: str, code: str, end: int) -> bool:
    """Whether a mark parts number and unit: always right after digits, else before a capital letter."""
    between = text[figure.tail : end].lstrip(".")
    if text.startswith(",", figure.tail):
        return figure.prefixed or not figure.scaled or unit_of(code).counted
    if not text.startswith(".", figure.tail):
        return False
    if figure.number.scale == 1 and not figure.unit:
        return True
    word = between.lstrip()
    return word[:1].isupper() and not word.split()[0].isupper()


def _acronym(text: str, found: tuple[tuple[str, Decimal], int]) -> bool:
    """Whether a counted noun is printed in capitals, and so is a name ("five CARs")."""
    (code, _), end = found
    word = CAPITALS.search(text, max(0, end - 12), end)
    return bool(word) and unit_of(code).counted and word.group() not in unit_of(code).symbols


def _glued_unit(lex: Lexicon, figure: Figure, low: str) -> tuple[object, int] | None:
    """A multiplier and a unit printed as one word: mlnUSD."""
    word = WORD.match(low, figure.tail) or WORD.match(low, figure.tail + 1)
    if not word or len(word.group()) > MAX_GLUED or figure.number is None or figure.number.scale > 1:
        return None
    for cut in range(2, len(word.group())):
        kind, scale = lex.numbers.get(word.group()[:cut], ("", ONE))
        unit = lex.units.root.get(word.group()[cut:])
        if kind == "scale" and unit and None in unit:
            figure.number.multiply(scale)
            return unit[None], word.end()
    return None


def read_counted(lex: Lexicon, figure: Figure, low: str) -> None:
    """The counted noun behind a few adjectives: it gives the unit, the span stays with the number."""
    pos = figure.tail
    if low.startswith(".", pos) and not figure.scaled:
        return
    for _ in range(lex.counted_reach):
        word = NEXT_WORD.match(low, pos)
        if not word or not word.group(1).endswith(lex.counted_endings):
            return
        pos = word.end()
        found = match_phrase(lex.units.root, low, pos)
        if found and unit_of(found[0][0]).counted:
            figure.unit, figure.factor = found[0]
            return
