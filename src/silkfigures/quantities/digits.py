"""Numbers in digits: grouping, decimal signs, fractions; and what every number read is, a :class:`Number`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.vocabulary import FRACTIONS
from silkfigures.quantities.words import GAP, WORD

DIGITS = re.compile(
    r"(?:"
    r"(?P<spaced>(?<![^\d\s]\s\d{3} )\d{1,3}"
    r"(?:(?: ?\n? ?(?<=[ \n])\d{3}){2,8}(?! ?\d)| ?\n? ?(?<=[ \n])\d{3}(?!\d| \d{3}(?!\d)))(?:[.,]\d{1,12})?)"
    r"|(?P<comma>\d{1,3}(?:,\d{3}){1,8}(?!\d)(?:\.\d{1,12})?)"
    r"|(?P<dot>\d{1,3}(?:\.\d{3}){1,8}(?!\d)(?:,\d{1,12})?)"
    r"|(?P<plain>\d{1,30}(?:[.,]\d{1,15})?)"
    r")(?!\d)"
)
FRACTION = re.compile(r"/([1-9]\d{0,2})(?![\d/]|[.,]\d)")
MIXED = re.compile(r" (\d{1,2})/([1-9]\d?)(?![\d/.,]\d|\d)")
SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
ZERO, ONE, TEN = Decimal(0), Decimal(1), Decimal(10)


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

    def multiply(self, scale: Decimal) -> None:
        """Give it the multiplier `scale`."""
        self.value, self.scale = self.value * scale, scale
        self.step, self.last = self.step * scale, self.last * scale


def last_digit(digits: str, decimals: int) -> Decimal:
    """One unit of the last digit that is not zero: 10 for "48,250", 0.1 for "5.9"."""
    bare = digits.rstrip("0")
    return TEN ** (len(digits) - len(bare) - decimals) if bare else TEN**-decimals


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
    return scale_at(lex, low, match.end()) is not None


def scale_at(lex: Lexicon, low: str, pos: int) -> Decimal | None:
    """The multiplier printed at `pos` (after a space), if any."""
    word = WORD.match(low, GAP.match(low, pos).end())
    kind, number = lex.numbers.get(word.group(), ("", ONE)) if word else ("", ONE)
    return number if kind == "scale" else None


def read_fraction(lex: Lexicon, low: str, number: Number) -> bool:
    """Make a whole number the fraction printed with it: 1/6, 3 1/2, 4¾, "3-тен 2-сі"; tells whether it was.

    A fraction is exact: its last printed digit measures nothing.
    """
    if number.decimals:
        return False
    sign = SIGNS.get(low[number.end : number.end + 1])
    mixed, below = MIXED.match(low, number.end), FRACTION.match(low, number.end)
    if sign:
        number.value, number.last, number.end = number.value + Decimal(sign), Decimal("0.1"), number.end + 1
    elif mixed and int(mixed.group(1)) < int(mixed.group(2)):
        part, whole = Decimal(mixed.group(1)), Decimal(mixed.group(2))
        number.value += FRACTIONS.divide(part, whole)
        number.last, number.end = FRACTIONS.divide(ONE, whole), mixed.end()
    elif below and 0 < number.value < int(below.group(1)):
        whole = Decimal(below.group(1))
        number.value, number.last = FRACTIONS.divide(number.value, whole), FRACTIONS.divide(ONE, whole)
        number.end = below.end()
    elif (part := lex.part_of.match(low, number.end) if lex.part_of else None) and (
        0 < int(part.group(1)) < number.value
    ):
        number.value, number.last = (FRACTIONS.divide(Decimal(n), number.value) for n in (part.group(1), 1))
        number.end = part.end()
    else:
        return False
    number.step = ZERO
    return True
