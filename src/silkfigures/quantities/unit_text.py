"""A unit printed without a number: in a table's header, a title, a bracket."""

import re
from decimal import Decimal
from functools import cache

from silkfigures.quantities.context import match_phrase
from silkfigures.quantities.language import stretches
from silkfigures.quantities.lexicon import Lexicon, languages, lexicon
from silkfigures.quantities.tidy import tidy
from silkfigures.quantities.words import WORD

EDGES = " \t\r\n()[]{}.,;:*\"'«»“”"
STEP = re.compile(r"[\s.,]{0,4}")
GOODS = 3  # words that may name the goods between a unit and its rate


def parse_unit(text: str, lang: str | None = None) -> tuple[Decimal, str] | None:
    """Read a unit that stands alone, multiplier included.

    Parameters
    ----------
    text : str
        "(Mln. USD)", "млрд м3", "%", "US$ million", "in thousand tons".
    lang : str, optional
        The language; tried in turn, the one of its letters first, when left out.

    Returns
    -------
    tuple of (Decimal, str) or None
        The factor that a number under this header takes and the unit code; None when the text is no unit.

    Examples
    --------
    >>> parse_unit("(Mln. USD)")
    (Decimal('1000000'), 'USD')
    >>> parse_unit("Kazakhstan") is None
    True
    """
    low = tidy(text).low.strip(EDGES)
    if not low or len(low) > 80:
        return None
    if lang:
        return _parse(lexicon(lang), low)
    first = [code for _, _, code in stretches(low)][:1]
    for code in dict.fromkeys([*first, *languages()]):
        found = _parse(lexicon(code), low)
        if found:
            return found
    return None


@cache
def unit_factors(code: str) -> frozenset[Decimal]:
    """Every factor that a number may take from a unit printed away from it, in any language.

    Parameters
    ----------
    code : str
        A unit code. Of a rate ("t/year") the part before the slash counts.

    Returns
    -------
    frozenset of Decimal
        What a word for the unit is worth in it (a mile 1.609344 km), a multiplier (1, 1000, 1000000 …), or
        both for words that are worth more than the unit.

    Examples
    --------
    >>> factors = unit_factors("km")
    >>> [Decimal(number) in factors for number in ("1.609344", "1000", "10")]
    [True, True, False]
    """
    thing = code.partition("/")[0]
    found = set()
    for lex in map(lexicon, languages()):
        scales = {Decimal(1), *(number for kind, number in lex.numbers.values() if kind == "scale")}
        worth = {factor for unit, factor in lex.unit_factors if unit == thing}
        found |= worth | scales | {scale * factor for scale in scales for factor in worth if factor > 1}
    return frozenset(found)


def _parse(lex: Lexicon, low: str) -> tuple[Decimal, str] | None:
    """Read multipliers, unit and rate in any order until the text ends; anything else makes it no unit."""
    scale, unit, rate, pos = Decimal(1), None, "", 0
    while pos < len(low):
        word = WORD.match(low, pos)
        kind, number = lex.numbers.get(word.group(), ("", Decimal(1))) if word else ("", Decimal(1))
        found = None if unit else match_phrase(lex.units.root, low, pos)
        if kind == "scale":
            scale, pos = scale * number, word.end()
        elif found:
            (unit, factor), pos = found
            scale *= factor
        elif unit and low.startswith("/", pos) and match_phrase(lex.rates_slash.root, low, pos + 1):
            rate, pos = match_phrase(lex.rates_slash.root, low, pos + 1)
        elif unit and match_phrase(lex.rates_after.root, low, pos):
            rate, pos = match_phrase(lex.rates_after.root, low, pos)
        elif not unit and word and word.group() in lex.unit_openers:
            pos = word.end()
        elif unit and not rate and _rate_ahead(lex, low, pos):
            pos = word.end() if word else len(low)
        else:
            return None
        pos = STEP.match(low, pos).end()
    if unit is None:
        return (scale, "") if scale != 1 else None
    return scale, f"{unit}/{rate}" if rate else unit


def _rate_ahead(lex: Lexicon, low: str, pos: int) -> bool:
    """Whether a rate follows within a few words that name the goods ("кубометров газа ежегодно")."""
    for _ in range(GOODS):
        word = WORD.match(low, pos)
        if word is None:
            return False
        pos = STEP.match(low, word.end()).end()
        if match_phrase(lex.rates_after.root, low, pos):
            return True
    return False


def parse_rate(text: str, lang: str | None = None) -> str | None:
    """Read the words of a rate that stand alone, away from the unit they belong to.

    Parameters
    ----------
    text : str
        "a year", "ежегодно", "тәулігіне"; nothing else may stand in it.
    lang : str, optional
        The language; each is tried when it is left out.

    Returns
    -------
    str or None
        The unit of time; None when the text is no rate.

    Examples
    --------
    >>> parse_rate("ежегодно"), parse_rate("per day", "en"), parse_rate("тонн")
    ('year', 'day', None)
    """
    low = tidy(text).low.strip(EDGES)
    for code in [lang] if lang else languages():
        lex = lexicon(code)
        for trie in (lex.rates_after, lex.rates_apart):
            found = match_phrase(trie.root, low, 0) if low else None
            if found and found[1] == len(low):
                return found[0]
        words = [match.group() for match in WORD.finditer(low)][::-1]
        found = lex.rates_before.match_back(words, 0) if words else None
        if found and found[1] == len(words):
            return found[0]
    return None
