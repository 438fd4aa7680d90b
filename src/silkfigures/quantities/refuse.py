"""Numbers that measure nothing: dates, labels, list numbers, citations, names with digits, ordinals.

:func:`refuse_digits` looks at the places around a number in digits before its unit is read,
:func:`refuse_figure` at the whole figure afterwards. Both give the reason, or ``""``.
"""

import re

from silkfigures.quantities.context import match_phrase, words_before
from silkfigures.quantities.digits import DIGITS
from silkfigures.quantities.figure import Figure
from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.numerals import read_number
from silkfigures.quantities.units import unit_of
from silkfigures.quantities.words import WORD, next_word

CHAIN = re.compile(r"\d[\d.,:/+\-]{0,60}")
NUMBER_END = re.compile(r"\d{1,40}(?:[.,]\d{1,15})?")
AFTER_DIGITS = re.compile(r"[ ]?[-–'’]?[ ]?([^\W\d_]{1,12})(?![^\W_])")
GLUED = re.compile(r"((?:[-–]\n?|'|’)?)([^\W\d_]{1,12})(?![^\W_])")
LIST_MARK = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,3}(?:[.)](?!\d)|(?<=\d\.\d)(?=\s+[A-ZА-ЯӘҒҚҢӨҰҮҺІЁ]))")
YEARS = re.compile(r"(\d{4})(?:[ ]?[-–—/][ ]?\n?)(\d{4}|\d{2})(?!\d)")
ISSUE = re.compile(r"\d{1,4}\(\d{1,4}(?:[-–]\d{1,4})?\)(?:,\s{0,3}\d{1,5}(?:[-–]\d{1,5})?)?")
BRACKET = re.compile(r"\[(?:\d{1,4}+|[\s,;.:\-–—]|(?<![^\W\d_])[^\W\d_]{1,3}+(?![^\W\d_])){1,40}+\]")
INLINE = re.compile(r"\d{1,2}\.\s{1,3}[^\W\d_]")
LONE = re.compile(r"\d{1,4}\)")
ALONE = re.compile(r"\d{1,4}[ \t]*(?:\n|$)")
SPLIT = re.compile(r"\d{1,3}[ ]?\n[ ]?\d{3}[ ]{0,3}(?:\n|$)")
CITED_PAGE = re.compile(r"(?:1[5-9]|20)\d\d[a-zа-я]?:[ ]?\n?$")
PHONE = re.compile(r"\d{2,4}-0\d{2,4}(?!\d)|\d{3}-\d{2}-\d{2}(?!\d)")
MAX_LIST = 20
SIGNS = frozenset("№#§")
SHAPES = re.compile(
    r"\d{1,4}(?:\([a-z]\)|: ?\d{2}(?!\d)|:\d{1,2}(?!\d)|\+\d"
    r"|[./-]\d{1,2}[./-]\d{2,4}(?!\d)|(?:\.\d{1,4}){2,6}(?!\d))"
)


def refuse_digits(lex: Lexicon, text: str, low: str, pos: int) -> tuple[str, int]:
    """Why the digits at `pos` are no figure, and where to go on; ``("", pos)`` when they may be one.

    Parameters
    ----------
    lex : Lexicon
    text, low : str
        The text as printed and in small letters.
    pos : int
        Where the digits start.
    """
    end = NUMBER_END.match(low, pos).end()
    before = low[pos - 1] if pos else ""
    reason = _name(lex, low, pos, before) or _shape(lex, low, pos, before)
    if reason:
        return reason, _chain_end(low, pos)
    reason = _list_number(lex, text, low, pos) or _citation(low, pos)
    if reason:
        return reason, end
    issue = ISSUE.match(low, pos)
    if issue:
        return "citation", issue.end()
    return _ordinal(lex, low, pos, end)


def _chain_end(low: str, pos: int) -> int:
    """End of a run of digits and the marks that tie them."""
    ends = [match.end() for match in (CHAIN.match(low, pos), SHAPES.match(low, pos)) if match]
    return max(ends, default=pos + 1)


def _name(lex: Lexicon, low: str, pos: int, before: str) -> str:
    """COVID-19, №5, item_3: tied to letters or signs on the left (not "газа-8,2 трлн", which is a figure)."""
    if before in "-–" and before and pos > 1 and low[pos - 2].isalpha():
        number = read_number(lex, low, pos)
        figure = number.decimals or number.scale > 1 or low.startswith("%", number.end) if number else True
        return "" if figure else "name"
    return "label" if before and before in "№#_@=" else ""


def _shape(lex: Lexicon, low: str, pos: int, before: str) -> str:
    """5+1, 14:30, 12.05.2020, 13.15.9, 1989/90."""
    if before and before in ".,:/+" and pos > 1 and low[pos - 2].isalnum():
        return "chain"
    grouped = DIGITS.match(low, pos)
    if (SHAPES.match(low, pos) and grouped and grouped.lastgroup != "dot") or PHONE.match(low, pos):
        return "chain"
    years = YEARS.match(low, pos)
    if years and len(years.group(2)) == 2 and 1400 <= int(years.group(1)) <= 2200:
        later = int(years.group(2)) > int(years.group(1)[2:])
        follows = (int(years.group(1)[2:]) + 1) % 100 == int(years.group(2))
        word = WORD.match(low, years.end() + low.startswith(" ", years.end()))
        named = later and word is not None and word.group() in lex.year_after
        return "year" if follows or named or "/" in years.group() else ""
    return ""


def _list_number(lex: Lexicon, text: str, low: str, pos: int) -> str:
    """A number that opens a line and is closed by a point or bracket, or stands on its line alone."""
    inline = INLINE.match(text, pos)
    if inline and inline.group()[-1].isupper() and text[max(0, pos - 3) : pos].rstrip()[-1:] in (":", ";"):
        return "list"
    line = text.rfind("\n", max(0, pos - 12), pos)
    if line < 0 and pos > 12:
        return ""
    opening = text[line + 1 : pos].strip("( \t\u00a0\ufeff*#-•")
    if opening:
        return ""
    mark = LIST_MARK.match(text, pos)
    if mark and (mark.end() == len(text) or text[mark.end()].isspace()):
        follows = next_word(low, mark.end())
        return "" if follows in lex.numbers or follows in lex.units.root else "list"
    alone = ALONE.match(text, pos)
    return "page" if alone and not SPLIT.match(text, pos) and len(text) > alone.end() - pos + 12 else ""


def _citation(low: str, pos: int) -> str:
    """[13], [34. С. 410], (1)."""
    opening = low.rfind("[", max(0, pos - 30), pos)
    if opening >= 0 and BRACKET.match(low, opening) and BRACKET.match(low, opening).end() > pos:
        return "citation"
    if CITED_PAGE.search(low, max(0, pos - 8), pos):
        return "citation"
    if pos and low[pos - 1] == "(":
        alone = LONE.match(low, pos)
        after_digits = low[max(0, pos - 5) : pos - 1].strip()[-1:].isdecimal()
        return "list" if alone and (int(alone.group()[:-1]) <= MAX_LIST or after_digits) else ""
    return ""


def _ordinal(lex: Lexicon, low: str, pos: int, end: int) -> tuple[str, int]:
    """2nd, 3-м, 5-ші, 90-х, 1990s, 3D: letters tied to the digits that are no unit, number or case ending."""
    glued = GLUED.match(low, end)
    if not glued:
        return "", pos
    mark, word = glued.groups()
    if word in lex.vague:
        return "vague", glued.end()
    decade = word in lex.decades and low[end - 1] == "0" and end - pos in (2, 4)
    if decade or (word in lex.ordinals and word not in lex.cases):
        return "ordinal", glued.end()
    known = word in lex.numbers or word in lex.units.root or word in lex.unit_multipliers or word in lex.cases
    if known or _splits(lex, word):
        return "", pos
    if mark:
        return ("ordinal", glued.end()) if lex.hyphen_ordinal and mark != "’" else ("", pos)
    return "name", glued.end()


def _splits(lex: Lexicon, word: str) -> bool:
    """Whether a word is a multiplier and a unit printed as one."""
    return any(word[:cut] in lex.numbers and word[cut:] in lex.units.root for cut in range(2, len(word)))


def refuse_figure(lex: Lexicon, figure: Figure, low: str) -> str:
    """Why a figure that was read is none: part of a date, a label's number, an age of a name."""
    number = figure.number
    if number.words:
        return _refuse_words(lex, figure, low)
    if low.startswith(lex.names, number.start):
        return "name"
    if figure.end == number.end and low[number.end : number.end + 1].isalpha():
        return "name"
    words = words_before(low, figure.start, 3)
    point = len(words) > 1 and words[0] == "."
    word = words[point] if words else ""
    if word in SIGNS:
        return "label"
    if lex.month_before and number.size <= 2 and words[:1] == [","] and words[1:2] and words[1] in lex.months:
        return "date"
    if not figure.scaled and match_phrase(lex.date_after.root, low, number.end):
        return "date"
    day = figure.unit == "day" and lex.month_before_words
    if figure.unit in ("", "year") or day or figure.year or unit_of(figure.unit).counted:
        if not figure.scaled and (word in lex.labels_before or (point and word in lex.labels_point)):
            return "label"
        reason = _date(lex, figure, low, word)
        if reason:
            return reason
        after = AFTER_DIGITS.match(low, number.end)
        if after and after.group(1) in lex.labels_after:
            return "label"
    return ""


def _refuse_words(lex: Lexicon, figure: Figure, low: str) -> str:
    """Why a number in words is none: an ordinal, a set phrase, the number of a label."""
    if figure.number.ordinal:
        return "ordinal"
    if match_phrase(lex.phrases.root, low, figure.number.start):
        return "name"
    before = words_before(low, figure.start, 1)
    if before and before[0] in lex.labels_before and (not figure.unit or unit_of(figure.unit).counted):
        return "label"
    if match_phrase(lex.date_after.root, low, figure.number.end):
        return "date"
    if next_word(low, figure.number.end) in lex.labels_after:
        return "label"
    month = lex.month_before_words and before and before[0] in lex.months
    if month and figure.unit in ("", "day") and figure.number.value <= 31:
        return "date"
    scale = lex.numbers.get(figure.number.first, ("add",))[0] != "add"
    return "vague" if scale and lex.vague_before.match_back(words_before(low, figure.start)) else ""


def _date(lex: Lexicon, figure: Figure, low: str, word: str) -> str:
    """A day beside a month, a year beside a word of years."""
    number = figure.number
    if number.scale > 1 or number.decimals:
        return ""
    follows = next_word(low, number.end + low.startswith("-", number.end))
    if number.size == 2 and follows in lex.decade_after:
        return "decade"
    if number.size <= 2 and (follows in lex.months or (lex.month_before and word in lex.months)):
        return "date"
    if figure.year and (follows in lex.year_after or word in lex.months):
        return "year"
    return ""
