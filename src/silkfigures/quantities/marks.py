"""What stands before a number: currency signs and codes, a minus."""

import re
from functools import cache

from silkfigures.quantities.figure import Figure
from silkfigures.quantities.units import unit_of, units

MONEY_SIGNS = frozenset("$€£¥₸₽₴₹₩₺₼₪")
PREFIX = re.compile(
    r"(?:(?<![^\W_])[a-z]{1,3}[.]?(?:[a-z][.])?[ ]?)?[$€£¥₸₽₴₹₩₺₼₪][ ]{0,2}$"
    r"|(?<![^\W_])[a-z]{2,3}\.?[ ]{0,2}$"
)
PREFIX_SPAN = 12


def money_before(low: str, pos: int, floor: int) -> tuple[str, int]:
    """A currency sign or code right before the number: its unit code and where it starts."""
    before = low[pos - 1] if pos else ""
    if not before or not (before.isascii() or before in MONEY_SIGNS):
        return "", pos
    found = PREFIX.search(low, max(floor, pos - PREFIX_SPAN), pos)
    if not found:
        return "", pos
    sign = found.group().replace(" ", "")
    code = prefixes().get(sign)
    if code is None and sign[-1] in MONEY_SIGNS:
        code = prefixes().get(sign[-1])
        return (code, low.rindex(sign[-1], floor, pos)) if code else ("", pos)
    return (code, found.start()) if code else ("", pos)


@cache
def prefixes() -> dict[str, str]:
    """Signs and codes that stand before a sum of money, in small letters, to unit codes."""
    money = [unit for unit in units().values() if unit.dimension == "money"]
    return {sign.lower().replace(" ", ""): unit.code for unit in money for sign in (unit.code, *unit.prefix)}


def read_weak_prefix(figure: Figure, low: str, floor: int) -> None:
    """The "US" of "US 8.1 bln USD"."""
    for letters in unit_of(figure.unit).weak:
        place = low.rfind(letters.lower(), max(floor, figure.start - len(letters) - 2), figure.start)
        end = place + len(letters)
        if place < 0 or (place and low[place - 1].isalnum()):
            continue
        if low[end : figure.start].isspace() or (end == figure.start and not figure.prefixed):
            figure.start = figure.left = place


def read_sign(figure: Figure, low: str, floor: int) -> None:
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
