"""One figure: the number at an anchor with the signs, units, rates and qualifiers that stand with it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from .context import match_phrase, words_before
from .lexicon import Lexicon
from .digits import Number
from .numerals import read_number
from .units import unit_of, units
from .words import WORD

ONE = Decimal(1)
SUFFIX = re.compile(r"-?[ ]?([^\W\d_]{1,12})(?![^\W_])")
HYPHEN_SUFFIX = re.compile(r"[-'’]\n?([^\W\d_]{1,12})(?![^\W_])")
PREFIX = re.compile(r"(?:(?<![^\W_])[a-z]{1,3}[.]?(?:[a-z][.])?[ ]?)?[$€£¥₸₽₴₹₩₺₼₪][ ]{0,2}$|(?<![^\W_])[a-z]{2,3}\.?[ ]{0,2}$")
NEXT_WORD = re.compile(r"\.?(?:[ \t]{1,3}(?:\n[ \t]{0,8})?|\n[ \t]{0,8})([^\W\d_]{1,40}(?:-[^\W\d_]{1,40})?)")
OVER_PAGE = re.compile(r"[ \t]{0,3}\n[ \t]{0,3}\n[ \t]{0,3}([^\W\d_A-ZА-Я]{1,40})")
CAPITALS = re.compile(r"(?<![^\W_])[A-ZА-Я]{2,6}s?$")
MONEY_SIGNS = frozenset("$€£¥₸₽₴₹₩₺₼₪")
LETTER_BRIDGE = 3


@dataclass(slots=True)
class Figure:
    """A figure while it is being read; places are offsets into the text.

    `start`..`end` is the span to report, `left`..`tail` also covers qualifiers and case endings; `kind` is
    ``""`` for a figure to report, or the reason why it is none.
    """

    start: int
    end: int
    left: int
    tail: int
    number: Number | None = None
    unit: str = ""
    factor: Decimal = ONE
    rate: str = ""
    qualifier: str = ""
    qualifier_word: str = ""
    after_word: str = ""
    refused: str = ""
    year: bool = False
    negative: bool = False
    from_case: bool = False
    prefixed: bool = False

    @property
    def open_unit(self) -> bool:
        """Whether it could take the unit of a neighbour."""
        return not self.unit and not self.refused

    @property
    def scaled(self) -> bool:
        """Whether a multiplier is printed with it."""
        return self.number is not None and self.number.scale > 1


def read_figure(lex: Lexicon, text: str, low: str, pos: int, floor: int = 0) -> Figure | None:
    """Read the figure whose number starts at `pos`; None when there is no number.

    Parameters
    ----------
    lex : Lexicon
    text, low : str
        The text as printed and in small letters, of equal length.
    pos : int
        Start of a word or of digits.
    floor : int
        Where the figure before ends: nothing left of it belongs to this one.
    """
    code, start = _money_before(low, pos, floor)
    number = read_number(lex, low, pos, money=bool(code))
    if number is None:
        return None
    figure = Figure(start, number.end, start, number.end, number, prefixed=bool(code))
    figure.unit = code
    figure.year = looks_like_year(number)
    _read_sign(figure, low, floor)
    _read_after(lex, figure, text, low)
    if figure.unit:
        _read_weak_prefix(figure, low, floor)
        _read_rate(lex, figure, text, low)
    else:
        _read_counted(lex, figure, low)
    _read_before(lex, figure, low)
    return figure


def looks_like_year(number: Number) -> bool:
    """Whether a number could be a year: four digits, 1500 to 2199, ungrouped, no multiplier."""
    return (
        not number.words and number.size == 4 and number.end - number.start == 4 and 1500 <= number.value < 2200
    )


def _money_before(low: str, pos: int, floor: int) -> tuple[str, int]:
    """A currency sign or code right before the number: its unit code and where it starts."""
    if pos == 0 or not (low[pos - 1] in "$€£¥₸₽₴₹₩₺₼₪ .d" or low[pos - 1].isascii()):
        return "", pos
    found = PREFIX.search(low, max(floor, pos - 12), pos)
    if not found:
        return "", pos
    sign = found.group().strip().replace(" ", "")
    code = prefixes().get(sign)
    if code is None and sign[-1] in "$€£¥₸₽₴₹₩₺₼₪":
        code = prefixes().get(sign[-1])
        return (code, low.rindex(sign[-1], floor, pos)) if code else ("", pos)
    return (code, found.start()) if code else ("", pos)


_PREFIXES: dict[str, str] = {}


def prefixes() -> dict[str, str]:
    """Signs and codes that stand before a sum of money, in small letters, to unit codes."""
    if not _PREFIXES:
        for unit in units().values():
            if unit.dimension == "money":
                signs = (unit.code, *unit.prefix)
                _PREFIXES.update((sign.lower().replace(" ", ""), unit.code) for sign in signs)
    return _PREFIXES


def _read_weak_prefix(figure: Figure, low: str, floor: int) -> None:
    """The "US" of "US 8.1 bln USD"."""
    for letters in unit_of(figure.unit).weak:
        place = low.rfind(letters.lower(), max(floor, figure.start - len(letters) - 2), figure.start)
        if place < 0 or low[place + len(letters) : figure.start].strip() or (place and low[place - 1].isalnum()):
            continue
        if place + len(letters) < figure.start or not figure.prefixed:
            figure.start = figure.left = place


def _read_counted(lex: Lexicon, figure: Figure, low: str) -> None:
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


def _read_sign(figure: Figure, low: str, floor: int) -> None:
    """A minus right before the number, unless it ties a range, a bullet or a name."""
    pos = figure.start
    if pos <= floor or low[pos - 1] not in "-−":
        return
    before = low[max(0, pos - 3) : pos - 1]
    if before and not before[-1].isspace() and before[-1] not in "([":
        return
    if before.strip()[-1:].isdecimal() or before.strip()[-1:] in (")", "%"):
        return
    figure.negative = True
    figure.start = figure.left = pos - 1


def _read_after(lex: Lexicon, figure: Figure, text: str, low: str) -> None:
    """Case ending, unit and qualifier after the number."""
    _read_case(lex, figure, low)
    _read_unit(lex, figure, text, low)
    after = match_phrase(lex.after.root, low, figure.tail) if lex.after else None
    if not after and figure.from_case:
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
    """Whether a mark parts number and unit: always right after digits, before a capitalised word elsewhere."""
    between = text[figure.tail : end].lstrip(".")
    if text.startswith(",", figure.tail):
        return not figure.scaled or unit_of(code).counted
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
    if not word or len(word.group()) > 12 or figure.number is None or figure.number.scale > 1:
        return None
    for cut in range(2, len(word.group())):
        kind, scale = lex.numbers.get(word.group()[:cut], ("", ONE))
        unit = lex.units.root.get(word.group()[cut:])
        if kind == "scale" and unit and None in unit:
            number = figure.number
            number.value, number.scale = number.value * scale, scale
            number.step, number.last = number.step * scale, number.last * scale
            return unit[None], word.end()
    return None


def _read_rate(lex: Lexicon, figure: Figure, text: str, low: str) -> None:
    """"A year", right after the unit (then part of the span), some words on, or before the number."""
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
    for _ in range(LETTER_BRIDGE):
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


def _read_before(lex: Lexicon, figure: Figure, low: str) -> None:
    """Qualifier and rate before the number."""
    words = words_before(low, figure.start)
    index = 0
    for _ in range(3):
        found = lex.before.match_back(words, index)
        if found:
            figure.qualifier = figure.qualifier or found[0]
            figure.qualifier_word = " ".join(reversed(words[index : found[1]]))
            index = found[1]
            break
        if index < len(words) and (words[index] in lex.fillers or words[index] == "."):
            index += 1
        else:
            index = 0
            break
    if index < len(words) and words[index] in lex.minus:
        figure.negative = True
    if not figure.rate and lex.rates_before:
        _rate_before(lex, figure, words[index:])


def _rate_before(lex: Lexicon, figure: Figure, words: list[str]) -> None:
    """A rate word among the few plain words before the number."""
    for index, word in enumerate(words[:LETTER_BRIDGE]):
        found = lex.rates_before.match_back(words, index)
        if found:
            figure.rate = found[0]
            return
        if not word.isalpha():
            return
