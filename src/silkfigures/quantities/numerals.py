"""The number grammar: digits, number words and multipliers, read from one place of a text.

Knows no language: words come from a :class:`~.lexicon.Lexicon`. All texts here are already in small letters.
"""

from decimal import Decimal

from silkfigures.quantities.digits import ONE, ZERO, Number, read_digits, read_fraction, scale_at
from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.spelt import SpeltParts
from silkfigures.quantities.words import BROKEN, GAP, WORD, WORD_GAP, match_words


def read_number(lex: Lexicon, low: str, pos: int, money: bool = False, nested: bool = False) -> Number | None:
    """Read the longest number at `pos`: digits or words, with the multipliers that belong to it.

    Parameters
    ----------
    lex : Lexicon
    low : str
        The text in small letters.
    pos : int
        Where the number starts.
    money : bool
        Whether a currency sign stands before it, so that "m" is a million.
    nested : bool
        Whether it is part of another number (a numerator, decimals in words), and so can have no such parts.

    Returns
    -------
    Number or None

    Examples
    --------
    >>> from silkfigures.quantities.lexicon import lexicon
    >>> str(read_number(lexicon("en"), "two hundred and five thousand tons", 0).value)
    '205000'
    """
    return _Reader(lex, low, pos, money, nested).read()


class _Reader(SpeltParts):
    """Adds up one number, token by token; `closed` once a case ending has ended it."""

    def __init__(self, lex: Lexicon, low: str, pos: int, money: bool, nested: bool):
        super().__init__()
        self.lex, self.low, self.start, self.money, self.nested = lex, low, pos, money, nested
        self.pos = self.end = pos
        self.size = self.decimals = 0
        self.closed = False
        self.first = ""

    def read_part(self, pos: int) -> Number | None:
        """Read a number inside this one."""
        return read_number(self.lex, self.low, pos, nested=True)

    def read(self) -> Number | None:
        """Take tokens while they fit."""
        low = self.low
        while self.pos < len(low):
            taken = self._digits() if low[self.pos].isdecimal() else self._word()
            if not taken:
                break
            self.tokens += 1
            self.end = self.pos
            if self.closed or not self._advance():
                break
        if not self.tokens:
            return None
        bare = self.words and self.tokens == 1 and self.first in self.lex.never_alone
        scale = ONE if self.group is not None else self.scale
        return Number(self.start, self.end, self.value, scale, self.step, self.last,
                      self.words, self.size, self.decimals, bare, self.first, self._ordinal())  # fmt: skip

    def _ordinal(self) -> bool:
        """Whether the word after the number is an ordinal that belongs to it."""
        word = WORD.match(self.low, self.pos) if self.words else None
        return bool(word) and self.pos > self.end and word.group() in self.lex.ordinal_words

    def _advance(self) -> bool:
        """Step over what may stand between two words of one number."""
        low, pos = self.low, self.pos
        gap = WORD_GAP.match(low, pos + (self.open and low.startswith(".", pos)))
        if gap:
            self.pos = gap.end()
            return True
        mark = low[pos : pos + 1]
        if not self.words:
            glued = self.tokens == 1 and (mark.isalpha() or mark == "-")
            self.pos = pos + (mark == "-")
            return glued
        hyphen = mark == "-" and self.lex.hyphens
        comma = mark == "," and self.lex.commas and self.scale > 1 and self.group is None
        if hyphen or comma:
            self.pos = GAP.match(low, pos + 1).end()
            return WORD.match(low, self.pos) is not None
        return False

    def _digits(self) -> bool:
        """Take a number in digits: the first, or what follows a multiplier ("5 тыс. 244")."""
        number = read_digits(self.lex, self.low, self.pos) if self.group is None else None
        if number is None or (self.tokens and not self._fits(number)):
            return False
        if not self.tokens:
            read_fraction(self.lex, self.low, number)
        self.group, self.room = number.value, ZERO
        self.step, self.last = number.step, number.last
        self.size, self.decimals = number.size, number.decimals
        self.pos, self.open = number.end, False
        return True

    def _fits(self, number: Number) -> bool:
        """Whether digits continue a number that ends in a multiplier: 244 in "5 тыс. 244"."""
        scale = scale_at(self.lex, self.low, number.end)
        if not self.open or number.value >= self.limit:
            return False
        return scale < self.limit if scale is not None else number.size == 3 and not number.decimals

    def _word(self) -> bool:
        """Take one word: a number, a hundred, a multiplier, or a word that is part of a number."""
        match = WORD.match(self.low, self.pos)
        if not match:
            return False
        word, end = match.group(), match.end()
        if not self.tokens and word in self.lex.parts_of and self.take_part_of(word, end):
            return True
        fraction = self.tokens and self.words and not self.nested and word in self.lex.fractions
        if fraction and self.take_fraction(word, end):
            return True
        kind, number = self.kind_of(word)
        if not kind and self.low.startswith("-", end):
            kind, number, end = self._broken(word, end)
        if not kind:
            return bool(self.tokens) and self._link(word, match.end())
        if not self.tokens:
            if word not in self.lex.starters and not self.nested:
                return False
            self.first, self.words = word, True
        taken = getattr(self, f"take_{kind}")(number)
        if taken:
            self.pos = end
            self.closed = bool(self.lex.from_endings) and word.endswith(self.lex.from_endings)
        return taken

    def _broken(self, word: str, end: int) -> tuple[str, Decimal, int]:
        """A word broken over a line end: kind and value of the whole, and where it ends."""
        rest = BROKEN.match(self.low, end)
        return (*self.kind_of(word + rest.group(1)), rest.end()) if rest else ("", ONE, end)

    def _link(self, word: str, end: int) -> bool:
        """A word that is no cardinal: "and", "point", "a half", the "m" of "$5m"."""
        lex = self.lex
        if self.group is None:
            return (word in lex.joiners and self._joined(end)) or self.take_half()
        if not self.words and word in lex.unit_multipliers and self._short_scale(word, end):
            return True
        if word in lex.joiners and self.room == 100 and self._joined(end):
            return True
        if self.nested:
            return self.take_half()
        if word in lex.whole:
            return self.take_whole(end)
        if not self.words:
            return self.take_half()
        if word in lex.point:
            return self.take_point(end)
        if word in lex.decimal_links:
            return self.take_decimal_link(end)
        if self.first in lex.parts and self.tokens == 1:
            return self._part_link()
        return self.take_fraction(word, end) if word in lex.fractions else self.take_half()

    def _joined(self, end: int) -> bool:
        """A joiner counts when a number that fits follows it."""
        word, start, _ = self.next_word(end)
        kind, number = self.kind_of(word)
        room = self.room if self.group is not None else self.limit
        if kind != "add" or not 1 <= number < min(room, 100) or number != int(number) or not self.words:
            return False
        self.pos = start
        return self._word()

    def _short_scale(self, word: str, end: int) -> bool:
        """The "m" of "$5m" or "5m euros": a multiplier only where money or a counted thing is meant."""
        if not self.money:
            after, _, _ = self.next_word(end)
            node = self.lex.units.root.get(after)
            if not node or None not in node:
                return False
        self.pos = end
        return self.take_scale(self.lex.unit_multipliers[word])

    def _part_link(self) -> bool:
        """The "a" of "half a million": what stands between a part and its multiplier."""
        found = match_words(self.lex.part_links.root, self.low, self.pos)
        word, start, _ = self.next_word(found[1]) if found else ("", 0, 0)
        if self.kind_of(word)[0] != "scale":
            return False
        self.pos = start
        return self._word()
