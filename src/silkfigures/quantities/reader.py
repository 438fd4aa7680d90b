"""The reader: finds where numbers start, reads a figure at each, links neighbours, and gives quantities."""

import re
from collections.abc import Iterator
from decimal import Context, localcontext

from silkfigures.quantities.context import clause_after, words_before
from silkfigures.quantities.figure import Figure
from silkfigures.quantities.figures import read_figure
from silkfigures.quantities.intervals import interval
from silkfigures.quantities.language import stretches
from silkfigures.quantities.lexicon import Lexicon, lexicon
from silkfigures.quantities.links import link
from silkfigures.quantities.model import Quantity, shortest
from silkfigures.quantities.refuse import refuse_digits, refuse_figure
from silkfigures.quantities.tables import table_units
from silkfigures.quantities.tidy import tidy
from silkfigures.quantities.units import unit_of

TIE = re.compile(r"\s?[-–—]\s?| to ")
PIECE = 60_000
PRECISION = Context(prec=90)


def find_quantities(text: str, lang: str | None = None) -> list[Quantity]:
    """Find every quantity a text prints.

    Parameters
    ----------
    text : str
        Any text, of any length; English, Russian, Kazakh or a mixture.
    lang : str, optional
        The language to read it in (``en``, ``ru``, ``kk``); told by the letters, line by line, when left out.

    Returns
    -------
    list of Quantity
        In order of `start`, never overlapping, ``quantity.text == text[quantity.start:quantity.end]``.

    Raises
    ------
    LexiconError
        A ValueError, for a language that has no lexicon; the message lists those there are.

    Examples
    --------
    >>> [(str(q.value), q.unit, q.qualifier) for q in find_quantities("It lent nearly 1.2 bln USD.")]
    [('1200000000', 'USD', 'about')]
    """
    clean = tidy(text)
    found: list[Quantity] = []
    with localcontext(PRECISION):
        done = 0
        for start, end, code in _pieces(clean.text, lang):
            lex = lexicon(code)
            low = clean.without(lex.noise)
            figures = list(_figures(lex, clean.text, low, max(start, done), end))
            done = figures[-1].tail if figures else done
            table_units(lex, figures, clean.text, start, end)
            for first, second in link(lex, figures, clean.text, low):
                if _counts(lex, first, low):
                    found.append(_quantity(text, clean, lex, first, second))
    return found


def _pieces(text: str, lang: str | None) -> Iterator[tuple[int, int, str]]:
    """Cut a text into stretches of one language, and these into pieces of bounded length.

    A piece ends with a paragraph, a line or a word, whichever comes last in it.
    """
    for start, end, code in [(0, len(text), lang)] if lang else stretches(text):
        while end - start > PIECE:
            cuts = (text.rfind(mark, start + PIECE // 2, start + PIECE) for mark in ("\n\n", "\n", " "))
            cut = next((cut + 1 for cut in cuts if cut > 0), start + PIECE)
            yield start, cut, code
            start = cut
        yield start, end, code


def _figures(lex: Lexicon, text: str, low: str, start: int, end: int) -> Iterator[Figure]:
    """Read a figure at every anchor of a stretch, those that are refused too."""
    pos, figure = start, None
    for anchor in lex.anchor.finditer(low, start, end):
        place = anchor.end() if anchor.lastgroup == "code" else anchor.start()
        if place < pos:
            continue
        if anchor.lastgroup == "skip":
            pos = anchor.end()
            continue
        if anchor.lastgroup in ("digit", "code"):
            reason, after = refuse_digits(lex, text, low, place)
            if reason:
                pos = max(after, place + 1)
                yield Figure(place, pos, place, pos, refused=reason)
                continue
        money = figure is not None and figure.prefixed and bool(TIE.fullmatch(low, figure.end, place))
        figure = read_figure(lex, text, low, place, pos, money)
        if figure is None:
            continue
        figure.refused = refuse_figure(lex, figure, low)
        pos = figure.tail if not figure.refused else figure.number.end
        if figure.refused:
            figure.end = figure.tail = figure.number.end
        yield figure


def _counts(lex: Lexicon, figure: Figure, low: str) -> bool:
    """Whether a figure is worth reporting."""
    if figure.refused or figure.number is None:
        return False
    if figure.year and not figure.qualifier and _is_year(lex, figure, low):
        return False
    if figure.unit or figure.qualifier:
        return True
    if not figure.number.words:
        return lex.digit_one or figure.number.value != 1
    return not figure.number.bare or _stands(lex, figure, low)


def _is_year(lex: Lexicon, figure: Figure, low: str) -> bool:
    """Whether a number that looks like a year is one: no unit, or only a counted noun after "in 2010"."""
    if figure.unit and not unit_of(figure.unit).counted:
        return False
    before = words_before(low, figure.start, 1)
    dated = bool(before) and (before[0] in lex.year_before or before[0] in lex.months)
    if figure.unit:
        return dated and figure.number.value >= 1900
    plain = figure.tail > figure.number.end or low[figure.tail : figure.tail + 2].strip().isalpha()
    return dated or not plain or (lex.bare_years and figure.number.value >= 1900)


def _stands(lex: Lexicon, figure: Figure, low: str) -> bool:
    """Whether a word that alone is no quantity has an article before or a whole after it."""
    before = words_before(low, figure.start, 1)
    if before and before[0] in lex.ordinal_words:
        return False
    after = clause_after(low, figure.end, 12).split()
    named = figure.number.first not in lex.ordinal_words or (bool(before) and before[0] in lex.articles)
    if named and after and after[0] in lex.of_whole and figure.number.first in lex.parts:
        return True
    if figure.number.first in lex.parts and lex.part_openers.match_back(words_before(low, figure.start)):
        return True
    kind = lex.numbers.get(figure.number.first, ("add",))[0]
    return bool(before) and before[0] in lex.articles and kind != "add"


def _quantity(source: str, clean, lex: Lexicon, first: Figure, second: Figure | None) -> Quantity:
    """Turn one figure, or the two ends of a range, into a quantity."""
    start, end = clean.place(first.start, (second or first).end)
    unit = f"{first.unit}/{first.rate}" if _takes_rate(first) else first.unit
    if second is not None:
        low, high = first.value, second.value
        numbers = map(shortest, ((low + high) / 2, low, high))
        return Quantity(start, end, source[start:end], *numbers, unit, "range", lex.code)
    step, last = first.number.step * first.factor, first.number.last * first.factor
    qualifier = first.qualifier or "exact"
    counted = not first.unit or unit_of(first.unit).counted
    exact = counted and first.number.scale == 1 and step == first.factor
    lower, upper = interval(first.value, step, last, qualifier, exact)
    numbers = map(shortest, (first.value, lower, upper))
    return Quantity(start, end, source[start:end], *numbers, unit, qualifier, lex.code)


def _takes_rate(figure: Figure) -> bool:
    """Whether a rate word near a figure belongs to its unit."""
    return bool(figure.rate and figure.unit) and "/" not in figure.unit and unit_of(figure.unit).rate
