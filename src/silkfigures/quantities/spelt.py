"""Parts of numbers in words: halves, fractions, decimals after "point" or "whole"."""

from collections.abc import Callable
from decimal import Decimal

from silkfigures.quantities.digits import ONE, TEN, Number
from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.sums import Sum
from silkfigures.quantities.words import WORD, WORD_GAP, match_words

MAX_DECIMALS = 12


class SpeltParts(Sum):
    """What a reader of number words does with words that are part of a number without being a cardinal.

    `lex`, `low`, `pos`, `first` and `nested` are those of the reader; `read_part` reads a number inside the
    number. Each method takes the place `end` after the word in hand and tells whether the word fitted.
    """

    lex: Lexicon
    low: str
    pos: int
    first: str
    nested: bool
    read_part: Callable[[int], Number | None]

    def next_word(self, pos: int) -> tuple[str, int, int]:
        """The word after the white space at `pos`, with its place; ``""`` when there is none."""
        gap = WORD_GAP.match(self.low, pos)
        word = WORD.match(self.low, gap.end()) if gap else None
        return (word.group(), word.start(), word.end()) if word else ("", pos, pos)

    def kind_of(self, word: str) -> tuple[str, Decimal]:
        """The kind and value of a number word; kind ``""`` for any other word."""
        return self.lex.numbers.get(word, ("", ONE))

    def take_half(self) -> bool:
        """Half a unit more: "two and a half", "екі жарым", "два с половиной"."""
        found = match_words(self.lex.half_after.root, self.low, self.pos)
        if not found:
            return False
        self.add_half()
        self.pos = found[1]
        return True

    def take_fraction(self, word: str, end: int) -> bool:
        """Two thirds, три четверти: the words so far are the numerator."""
        below = self.lex.fractions[word]
        if self.total or self.group is None or self.group != int(self.group) or not 0 < self.group < below:
            return False
        self.set_fraction(self.group, below)
        self.pos = end
        return True

    def take_part_of(self, word: str, end: int) -> bool:
        """Үштен бір: the denominator comes first, the numerator follows."""
        _, start, _ = self.next_word(end)
        part = None if self.nested or start == end else self.read_part(start)
        below = self.lex.parts_of[word]
        if not part or not 0 < part.value < below or not part.words or part.scale > 1:
            return False
        self.first, self.words = word, True
        self.set_fraction(part.value, below)
        self.pos = part.end
        return True

    def take_whole(self, end: int) -> bool:
        """Decimals after the word for "whole": бүтін оннан сегіз, целых пять десятых."""
        word, start, after = self.next_word(end)
        below = self.lex.decimals_before.get(word)
        if below:
            _, start, _ = self.next_word(after)
        part = self.read_part(start) if start > end else None
        if part is None:
            return False
        end = part.end
        if below is None:
            word, _, after = self.next_word(end)
            below = self.lex.decimals_after.get(word)
            if below is not None:
                end = after
            elif self.lex.decimals_before and part.words:
                below = _below(part)
            else:
                return False
        return self._take_decimals(part, below, end)

    def take_point(self, end: int) -> bool:
        """Digits spelt one by one after "point": two point five."""
        digits = ""
        while len(digits) < MAX_DECIMALS:
            word, _, after = self.next_word(end)
            kind, number = self.kind_of(word)
            if kind != "add" or number != int(number) or (number > 9 and digits):
                break
            digits, end = digits + str(number), after
            if number > 9:
                break
        if not digits or not self.add_decimals(Decimal(digits), TEN ** len(digits)):
            return False
        self.pos = end
        return True

    def take_decimal_link(self, end: int) -> bool:
        """Он жеті де жеті: a spoken decimal sign, believed only where a unit or multiplier follows."""
        _, start, _ = self.next_word(end)
        part = self.read_part(start) if start > end else None
        if not part or not part.words:
            return False
        if self.room >= 100 and part.value < self.room:
            self.pos = start
            return self.take_add(part.value) and self._move(part.end)
        if part.scale == 1 and not match_words(self.lex.units.root, self.low, part.end, gap=True):
            return False
        return self._take_decimals(part, _below(part), part.end)

    def _move(self, end: int) -> bool:
        """Go on after `end`."""
        self.pos = end
        return True

    def _take_decimals(self, part: Number, below: Decimal, end: int) -> bool:
        """Add decimals, and the multiplier that their reader also took ("оннан сегіз миллиард")."""
        if not self.add_decimals(part.value / part.scale, below):
            return False
        self.pos = end
        if part.scale == 1:
            return True
        self.tokens += 1
        return self.take_scale(part.scale)


def _below(part: Number) -> Decimal:
    """The power of ten that makes a whole number decimals: 100 for 25."""
    return TEN ** len(str(int(part.value / part.scale)))
