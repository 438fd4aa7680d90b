"""The arithmetic of a number in words: groups below a thousand, hundreds, multipliers, parts."""

from decimal import Decimal

from silkfigures.quantities.digits import ONE, TEN, ZERO
from silkfigures.quantities.vocabulary import FRACTIONS

NO_LIMIT = Decimal("1e60")
HALF = Decimal("0.5")


class Sum:
    """A number while it is added up.

    `total` holds finished groups ("two thousand"), `group` the one being read; `room` bounds what the group
    may still take and `limit` what the total may still take, so that "two three" is two numbers. Each
    ``take_…`` tells whether the word fitted.
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self.total = ZERO
        self.group: Decimal | None = None
        self.room = self.limit = NO_LIMIT
        self.scale = self.step = self.last = ONE
        self.tokens = 0
        self.words = self.open = False

    @property
    def value(self) -> Decimal:
        """What it adds up to so far."""
        return self.total + (self.group or ZERO)

    def take_add(self, number: Decimal) -> bool:
        """A number below a thousand: it must be smaller than what the words before leave room for."""
        if self.group is None:
            if number >= self.limit or (self.tokens and not self.words):
                return False
            self.group = number
        elif 0 < number < self.room and number == int(number):
            self.group += number
        else:
            return False
        self.room, self.open = _room(number), False
        self.step, self.last = _steps(number)
        return True

    def take_hundred(self, number: Decimal) -> bool:
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

    def take_scale(self, number: Decimal) -> bool:
        """A multiplier; after another one ("hundred thousand million") it multiplies the whole."""
        if self.group is None and self.tokens:
            if not self.open or self.total >= number or self.total != self.scale:
                return False
            self.total *= number
            self.scale *= number
        elif number >= self.limit:
            return False
        else:
            self.total += (ONE if self.group is None else self.group) * number
            self.group, self.scale, self.limit, self.room, self.open = None, number, number, NO_LIMIT, True
        self.step, self.last = self.step * number, self.last * number
        return True

    def add_half(self) -> None:
        """Half a unit more, or half the multiplier that was just read (мың жарым is 1,500)."""
        if self.group is None:
            self.total += self.scale * HALF
            self.step = self.last = self.scale * HALF
            self.limit = ZERO
            return
        self.group += HALF
        self.step = self.last = HALF
        self.room = ZERO

    def add_decimals(self, value: Decimal, below: Decimal) -> bool:
        """`value` parts of `below` more: 8 of 10 is 0.8."""
        if value >= below or value != int(value):
            return False
        self.group += value / below
        self.step = self.last = ONE / below
        self.room = ZERO
        return True

    def set_fraction(self, above: Decimal, below: Decimal) -> None:
        """`above` parts of `below`, exactly."""
        self.group = FRACTIONS.divide(above, below)
        self.step, self.last, self.room = ZERO, FRACTIONS.divide(ONE, below), ZERO


def _room(number: Decimal) -> Decimal:
    """What may be added after a number word: units after twenty, tens after a hundred, none after twelve."""
    if number >= 100:
        return Decimal(100)
    return TEN if (number >= 20 and number % 10 == 0) or number == 10 else ZERO


def _steps(number: Decimal) -> tuple[Decimal, Decimal]:
    """One unit of the last digit a word gives, and of its last digit that is not zero; "half" is exact."""
    if number < 1:
        return (ONE, ONE) if number == 0 else (ZERO, number)
    if number != int(number):
        return number % 1, number % 1
    digits = str(int(number))
    return ONE, TEN ** (len(digits) - len(digits.rstrip("0")))
