"""One figure: the number at an anchor with the signs, units, rates and qualifiers that stand with it."""

import re

from silkfigures.quantities.context import words_before
from silkfigures.quantities.digits import Number
from silkfigures.quantities.figure import Figure
from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.marks import money_before, read_sign, read_weak_prefix
from silkfigures.quantities.measures import read_after, read_counted
from silkfigures.quantities.numerals import read_number
from silkfigures.quantities.rates import read_rate, read_rate_before, read_rate_far
from silkfigures.quantities.words import WORD

MAX_FILLERS = 2


def read_figure(
    lex: Lexicon, text: str, low: str, pos: int, floor: int = 0, money: bool = False
) -> Figure | None:
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
    money : bool
        Whether the figure before is a sum of money that this one continues ("€5-10m").
    """
    word = WORD.match(low, pos)
    if word and word.group() in lex.multiples:
        return _read_multiple(lex, low, pos, word)
    code, start = money_before(low, pos, floor)
    number = read_number(lex, low, pos, money=money or bool(code))
    if number is None:
        return None
    figure = Figure(start, number.end, start, number.end, number, prefixed=bool(code))
    figure.unit = code
    figure.year = looks_like_year(number)
    read_sign(figure, low, floor)
    read_after(lex, figure, text, low)
    if figure.unit:
        read_weak_prefix(figure, low, floor)
        read_rate(lex, figure, text, low)
    else:
        read_counted(lex, figure, low)
    _read_before(lex, figure, low)
    return figure


def _read_multiple(lex: Lexicon, low: str, pos: int, word: re.Match) -> Figure:
    """A word that says how many times: twice, вдвое."""
    number = Number(pos, word.end(), lex.multiples[word.group()], words=True, first=word.group())
    figure = Figure(pos, word.end(), pos, word.end(), number, unit="times")
    _read_before(lex, figure, low)
    return figure


def looks_like_year(number: Number) -> bool:
    """Whether a number could be a year: four digits, 1500 to 2199, ungrouped, no multiplier."""
    return number.size == 4 == number.end - number.start and 1500 <= number.value < 2200


def _read_before(lex: Lexicon, figure: Figure, low: str) -> None:
    """Qualifier, minus word and rate before the number; a few words may stand between."""
    words = words_before(low, figure.start)
    index, fillers = 0, 0
    found = lex.before.match_back(words)
    while not found and fillers < MAX_FILLERS and fillers < len(words) and _is_filler(lex, words[fillers]):
        fillers += 1
        found = lex.before.match_back(words, fillers)
    if found:
        figure.qualifier = figure.qualifier or found[0]
        figure.qualifier_word = " ".join(reversed(words[fillers : found[1]]))
        index = found[1]
    if index < len(words) and words[index] in lex.minus:
        figure.negative = True
    if not figure.rate and lex.rates_before:
        read_rate_before(lex, figure, words[index:])
        read_rate_far(lex, figure, low)


def _is_filler(lex: Lexicon, word: str) -> bool:
    return word == "." or word in lex.fillers
