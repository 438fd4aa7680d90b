"""The number grammar: digits, number words and multipliers, read from one place of a text.

Knows no language: words come from a :class:`~.lexicon.Lexicon`. All texts here are already in lower case.
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from .lexicon import Lexicon
from .words import WORD

DIGITS = re.compile(
    r"(?:(?P<spaced>\d{1,3}(?: ?\n? ?(?<=[ \n])\d{3}){1,8}(?![\d])(?:[.,]\d{1,12})?)"
    r"|(?P<comma>\d{1,3}(?:,\d{3}){1,8}(?!\d)(?:\.\d{1,12})?)"
    r"|(?P<dot>\d{1,3}(?:\.\d{3}){1,8}(?!\d)(?:,\d{1,12})?)"
    r"|(?P<plain>\d{1,30}(?:[.,]\d{1,15})?))(?!\d)"
)
GAP = re.compile(r"[ \t]{0,3}(?:\n[ \t]{0,8})?")
WORD_GAP = re.compile(r"[ \t]{1,3}(?:\n[ \t]{0,8})?|\n[ \t]{0,8}")
FRACTION = re.compile(r"/([1-9]\d{0,2})(?![\d/]|[.,]\d)")
MIXED = re.compile(r" (\d{1,2})/([1-9]\d?)(?![\d/.,]\d|\d)")
FRACTIONS = Context(prec=28)
ONE, TEN = Decimal(1), Decimal(10)
NO_LIMIT = Decimal("1e60")


@dataclass(slots=True)
class Number:
    """A number as printed.

    Attributes
    ----------
    start, end : int
        Its place.
    value : Decimal
        The number, multiplier included.
    scale : Decimal
        The multiplier that closes it; 1 if none does.
    step, last : Decimal
        One unit of its last printed digit, and of its last digit that is not zero.
    words : bool
        Whether it is written in words.
    size : int
        How many digits its integer part prints (0 for words).
    decimals : int
        How many decimals it prints.
    bare : bool
        Whether it is a word that alone measures nothing ("one", "hundred").
    first : str
        The word it begins with; empty for digits.
    ordinal : bool
        Whether an ordinal word ends it ("two thousand and first").
    """

    start: int
    end: int
    value: Decimal
    scale: Decimal = ONE
    step: Decimal = ONE
    last: Decimal = ONE
    words: bool = False
    size: int = 0
    decimals: int = 0
    bare: bool = False
    first: str = ""
    ordinal: bool = False


def last_digit(digits: str, decimals: int) -> Decimal:
    """One unit of the last digit that is not zero: 10 for "48,250", 0.1 for "5.9"."""
    bare = digits.rstrip("0")
    return TEN ** (len(digits) - len(bare) - decimals) if bare else TEN ** -decimals


def read_digits(lex: Lexicon, low: str, pos: int) -> Number | None:
    """Read a number in digits at `pos`, thousands grouped by space, comma or dot.

    A comma or dot before exactly three digits groups thousands where the language groups that way, unless a
    multiplier follows the dot or comma that is the language's decimal sign ("1,076 тыс." is 1.076 thousand).
    """
    match = DIGITS.match(low, pos)
    if not match:
        return None
    printed, kind = match.group(), match.lastgroup
    if kind in ("comma", "dot"):
        mark, other = (",", ".") if kind == "comma" else (".", ",")
        groups = printed.count(mark)
        if groups == 1 and other not in printed and _is_decimal(lex, mark, low, match):
            kind = "plain"
        else:
            printed = printed.replace(mark, "")
    elif kind == "spaced":
        printed = re.sub(r"\s", "", printed)
    whole, _, decimals = printed.replace(",", ".").partition(".")
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return Number(
        pos, match.end(), value, ONE, TEN ** -len(decimals), last_digit(whole + decimals, len(decimals)),
        size=len(whole), decimals=len(decimals),
    )  # fmt: skip


def _is_decimal(lex: Lexicon, mark: str, low: str, match: re.Match) -> bool:
    """Whether one mark before three digits is a decimal sign."""
    if low[match.start()] == "0":
        return True
    if lex.decimal == mark:
        return True
    if mark == ",":
        return False
    return _scale_at(lex, low, match.end()) is not None


def _scale_at(lex: Lexicon, low: str, pos: int) -> Decimal | None:
    """The multiplier printed at `pos` (after a space), if any."""
    word = WORD.match(low, GAP.match(low, pos).end())
    kind, number = lex.numbers.get(word.group(), ("", ONE)) if word else ("", ONE)
    return number if kind == "scale" else None


def read_number(
    lex: Lexicon, low: str, pos: int, money: bool = False, nested: bool = False
) -> Number | None:
    """Read the longest number at `pos`: digits or words, with the multipliers that belong to it.

    Parameters
    ----------
    lex : Lexicon
    low : str
        The text in lower case.
    pos : int
        Where the number starts.
    money : bool
        Whether a currency sign stands before it, so that "m" is a million.
    nested : bool
        Whether it is part of another number (a numerator, decimals in words), and so can have no such parts.

    Returns
    -------
    Number or None
    """
    return _Reader(lex, low, pos, money, nested).read()


class _Reader:
    """Adds up one number, token by token.

    `total` holds finished groups ("two thousand"), `group` the one being read; `room` is the bound for what a
    group may still take, `limit` the bound for what the total may still take, so that "two three" is two numbers.
    """

    def __init__(self, lex: Lexicon, low: str, pos: int, money: bool, nested: bool):
        self.lex, self.low, self.start, self.money, self.nested = lex, low, pos, money, nested
        self.pos = self.end = pos
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.room = self.limit = NO_LIMIT
        self.scale = self.step = self.last = ONE
        self.size = self.decimals = self.tokens = 0
        self.words = self.open = False
        self.first = ""

    def read(self) -> Number | None:
        """Take tokens while they fit."""
        low = self.low
        while self.pos < len(low):
            taken = self._digits() if low[self.pos].isdecimal() else self._word()
            if not taken:
                break
            self.tokens += 1
            self.end = self.pos
            if not self._advance():
                break
        if not self.tokens:
            return None
        value = self.total + (self.group or 0)
        bare = self.words and self.tokens == 1 and self.first in self.lex.never_alone
        if self.group is not None:
            self.scale = ONE
        return Number(self.start, self.end, value, self.scale, self.step, self.last,
                      self.words, self.size, self.decimals, bare, self.first, self._ordinal())  # fmt: skip

    def _ordinal(self) -> bool:
        """Whether the word after the number is an ordinal that belongs to it."""
        word = WORD.match(self.low, self.pos) if self.words else None
        return bool(word) and self.pos > self.end and word.group() in self.lex.ordinal_words

    def _advance(self) -> bool:
        """Step over what may stand between two words of one number."""
        low, pos = self.low, self.pos
        if self.open and low.startswith(".", pos):
            pos += 1
        gap = WORD_GAP.match(low, pos)
        if gap:
            self.pos = gap.end()
            return True
        if self.words and self.lex.hyphens and low.startswith("-", pos):
            self.pos = GAP.match(low, pos + 1).end()
            return True
        if self.words and self.lex.commas and self.scale > 1 and self.group is None and low.startswith(",", pos):
            self.pos = GAP.match(low, pos + 1).end()
            return WORD.match(low, self.pos) is not None
        if not self.words and self.tokens == 1 and pos < len(low) and (low[pos].isalpha() or low[pos] == "-"):
            self.pos = pos + (low[pos] == "-")
            return True
        return False

    def _digits(self) -> bool:
        """Take a number in digits: the first, or what follows a multiplier ("5 тыс. 244")."""
        if self.group is not None:
            return False
        number = read_digits(self.lex, self.low, self.pos)
        if number is None:
            return False
        if self.tokens:
            scale = _scale_at(self.lex, self.low, number.end)
            fits = number.value < self.limit and (scale is None or scale < self.limit)
            if not fits or not self.open or (scale is None and (number.size != 3 or number.decimals)):
                return False
        self.group, self.room = number.value, Decimal(0)
        self.step, self.last = number.step, number.last
        mixed = MIXED.match(self.low, number.end) if not number.decimals and not self.tokens else None
        if mixed and int(mixed.group(1)) < int(mixed.group(2)):
            self.group += FRACTIONS.divide(Decimal(mixed.group(1)), Decimal(mixed.group(2)))
            self.step, self.last = Decimal(0), FRACTIONS.divide(ONE, Decimal(mixed.group(2)))
            number.end = mixed.end()
        below = FRACTION.match(self.low, number.end) if not number.decimals and not self.tokens else None
        if below and 0 < number.value < int(below.group(1)):
            self.group = FRACTIONS.divide(number.value, Decimal(below.group(1)))
            self.step, self.last = Decimal(0), FRACTIONS.divide(ONE, Decimal(below.group(1)))
            number.end = below.end()
        self.size, self.decimals = number.size, number.decimals
        self.pos, self.open = number.end, False
        return True

    def _word(self) -> bool:
        """Take one word: a number, a hundred, a multiplier, or a link that leads to one."""
        match = WORD.match(self.low, self.pos)
        if not match:
            return False
        word = match.group()
        if not self.tokens and word in self.lex.parts_of and self._part_of(word, match.end()):
            return True
        kind, number = self.lex.numbers.get(word, ("", ONE))
        if not kind:
            return bool(self.tokens) and self._link(word, match.end())
        if not self.tokens:
            if word not in self.lex.starters:
                return False
            self.first, self.words = word, True
        taken = getattr(self, f"_take_{kind}")(number)
        if taken:
            self.pos = match.end()
        return taken

    def _take_add(self, number: Decimal) -> bool:
        """A number below a thousand: it must be smaller than what the words before leave room for."""
        if self.group is None:
            if number >= self.limit or (self.tokens and not self.words):
                return False
            self.group = number
        elif 0 < number < self.room and number == int(number):
            self.group += number
        else:
            return False
        self.room = _room(number)
        self.step, self.open = ONE if number == int(number) else number % 1, False
        self.last = TEN ** (len(str(int(number))) - len(str(int(number)).rstrip("0"))) if number >= 1 else self.step
        return True

    def _take_hundred(self, number: Decimal) -> bool:
        """A word that multiplies what stands before it by a hundred."""
        if self.group is None:
            if number >= self.limit:
                return False
            self.group = number
        elif 0 < self.group < number and self.words:
            self.group *= number
        else:
            return False
        self.room, self.last, self.open = number, number, False
        return True

    def _take_scale(self, number: Decimal) -> bool:
        """A multiplier; after another one ("hundred thousand million") it multiplies the whole."""
        if self.group is None and self.tokens:
            if not self.open or self.total >= number or self.total != self.scale:
                return False
            self.total *= number
            self.scale *= number
            self.step, self.last = self.step * number, self.last * number
            return True
        if number >= self.limit:
            return False
        group = ONE if self.group is None else self.group
        self.total += group * number
        self.step, self.last = self.step * number, self.last * number
        self.group, self.scale, self.limit, self.room, self.open = None, number, number, NO_LIMIT, True
        return True

    def _link(self, word: str, end: int) -> bool:
        """A word that is no number: "and", "point", "a half", the "m" of "$5m"."""
        lex = self.lex
        if self.group is None:
            return word in lex.joiners and self._joined(end)
        if not self.words and word in lex.unit_multipliers and self._short_scale(word, end):
            return True
        if word in lex.joiners and self.room == 100:
            return self._joined(end) or self._half()
        if self.nested:
            return self._half()
        if word in lex.whole:
            return self._whole(end)
        if word in lex.point and self.words:
            return self._point(end)
        if word in lex.decimal_links and self.words:
            return self._decimal_link(end)
        if self.words and self.first in lex.parts and self.tokens == 1:
            return self._part_link()
        if word in lex.fractions and self.words:
            return self._fraction(word, end)
        return self._half()

    def _joined(self, end: int) -> bool:
        """A joiner counts when a number that fits follows it."""
        gap = WORD_GAP.match(self.low, end)
        word = gap and WORD.match(self.low, gap.end())
        kind, number = self.lex.numbers.get(word.group(), ("", ONE)) if word else ("", ONE)
        room = self.room if self.group is not None else self.limit
        if kind != "add" or not 1 <= number < min(room, 100) or number != int(number) or not self.words:
            return False
        self.pos = gap.end()
        return self._word()

    def _short_scale(self, word: str, end: int) -> bool:
        """The "m" of "$5m" or "5m euros": a multiplier only where money or a counted thing is meant."""
        if not self.money:
            gap = WORD_GAP.match(self.low, end)
            after = gap and WORD.match(self.low, gap.end())
            node = self.lex.units.root.get(after.group()) if after else None
            if not node or None not in node:
                return False
        self.pos = end
        return self._take_scale(self.lex.unit_multipliers[word])

    def _half(self) -> bool:
        """Half a unit more: "two and a half", "екі жарым", "два с половиной"."""
        end = match_words(self.lex.half_after.root, self.low, self.pos)
        if not end or self.group is None:
            return False
        self.group += Decimal("0.5")
        self.step = self.last = Decimal("0.5")
        self.pos, self.room = end[1], Decimal(0)
        return True

    def _part_link(self) -> bool:
        """The "a" of "half a million": what stands between a part and its multiplier."""
        found = match_words(self.lex.part_links.root, self.low, self.pos)
        gap = found and WORD_GAP.match(self.low, found[1])
        word = gap and WORD.match(self.low, gap.end())
        if not word or self.lex.numbers.get(word.group(), ("",))[0] != "scale":
            return False
        self.pos = gap.end()
        return self._word()

    def _fraction(self, word: str, end: int) -> bool:
        """Two thirds, три четверти: the words so far are the numerator."""
        below = self.lex.fractions[word]
        if self.total or self.group != int(self.group) or not 0 < self.group < below:
            return False
        self.group = FRACTIONS.divide(self.group, below)
        self.step, self.last = Decimal(0), FRACTIONS.divide(ONE, below)
        self.pos, self.room = end, Decimal(0)
        return True

    def _part_of(self, word: str, end: int) -> bool:
        """Үштен бір: the denominator comes first, the numerator follows."""
        gap = None if self.nested else WORD_GAP.match(self.low, end)
        part = gap and read_number(self.lex, self.low, gap.end(), nested=True)
        below = self.lex.parts_of[word]
        if not part or not 0 < part.value < below or part.decimals or not part.words or part.scale > 1:
            return False
        self.first, self.words = word, True
        self.group = FRACTIONS.divide(part.value, below)
        self.step, self.last = Decimal(0), FRACTIONS.divide(ONE, below)
        self.pos, self.room = part.end, Decimal(0)
        return True

    def _whole(self, end: int) -> bool:
        """Decimals in words after the word for "whole": бүтін оннан сегіз, целых пять десятых."""
        gap = WORD_GAP.match(self.low, end)
        word = gap and WORD.match(self.low, gap.end())
        if not word:
            return False
        pos, below = gap.end(), self.lex.decimals_before.get(word.group())
        if below:
            gap = WORD_GAP.match(self.low, word.end())
            if not gap:
                return False
            pos = gap.end()
        part = read_number(self.lex, self.low, pos, nested=True)
        if part is None:
            return False
        end = part.end
        if below is None:
            gap = WORD_GAP.match(self.low, end)
            word = gap and WORD.match(self.low, gap.end())
            below = self.lex.decimals_after.get(word.group()) if word else None
            if below is not None:
                end = word.end()
            elif self.lex.decimals_before and part.words:
                below = TEN ** len(str(int(part.value / part.scale)))
            else:
                return False
        return self._decimals(part.value, below, end) if part.scale == 1 else self._scaled_decimals(part, below)

    def _scaled_decimals(self, part: Number, below: Decimal) -> bool:
        """Decimals whose reader also took the multiplier: "оннан сегіз миллиард"."""
        value = part.value / part.scale
        if not self._decimals(value, below, part.end):
            return False
        self.tokens += 1
        return self._take_scale(part.scale)

    def _decimals(self, value: Decimal, below: Decimal, end: int) -> bool:
        """Add `value` parts of `below` to the group."""
        if value >= below or value != int(value):
            return False
        self.group += value / below
        self.step = self.last = ONE / below
        self.pos, self.room = end, Decimal(0)
        return True

    def _point(self, end: int) -> bool:
        """Digits spelt one by one after "point": two point five."""
        digits, pos = "", end
        while len(digits) < 12:
            gap = WORD_GAP.match(self.low, pos)
            word = gap and WORD.match(self.low, gap.end())
            kind, number = self.lex.numbers.get(word.group(), ("", ONE)) if word else ("", ONE)
            if kind != "add" or number != int(number) or (number > 9 and digits):
                break
            digits += str(number)
            pos = word.end()
            if number > 9:
                break
        return bool(digits) and self._decimals(Decimal(digits), TEN ** len(digits), pos)

    def _decimal_link(self, end: int) -> bool:
        """Он жеті де жеті: a spoken decimal point, believed only where a unit or multiplier follows."""
        gap = WORD_GAP.match(self.low, end)
        part = gap and read_number(self.lex, self.low, gap.end(), nested=True)
        if not part or not part.words or part.decimals:
            return False
        value = part.value / part.scale
        if part.scale == 1 and not match_words(self.lex.units.root, self.low, part.end, gap=True):
            return False
        below = TEN ** len(str(int(value)))
        if part.scale == 1:
            return self._decimals(value, below, part.end)
        return self._scaled_decimals(part, below)


def _room(number: Decimal) -> Decimal:
    """What may be added after a number word: units after twenty, tens after two hundred, nothing after twelve."""
    if number >= 100:
        return Decimal(100)
    return TEN if number >= 20 and number % 10 == 0 or number == 10 else Decimal(0)


def match_words(root: dict, low: str, pos: int, gap: bool = False) -> tuple[object, int] | None:
    """Find the longest phrase of a trie at `pos` (`gap`: after the white space there): value and end."""
    if gap:
        pos = GAP.match(low, pos).end()
    node, found = root, None
    while node:
        word = WORD.match(low, pos)
        node = node.get(word.group()) if word else None
        if node is None:
            break
        if None in node:
            found = node[None], word.end()
        step = WORD_GAP.match(low, word.end())
        if not step:
            break
        pos = step.end()
    return found
