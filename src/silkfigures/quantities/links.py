"""Two figures side by side: ranges, levels before and after a change, units shared, refusals that spread."""

import re

from silkfigures.quantities.context import clause_after, clause_before, words_before
from silkfigures.quantities.figure import Figure
from silkfigures.quantities.lexicon import Lexicon
from silkfigures.quantities.rates import pass_rate
from silkfigures.quantities.units import unit_of

DASH = re.compile(r"\s{0,3}[-–—−]\s{0,3}$")
MAX_GAP = 48
_WORDS = re.compile(r"[^\W\d_]+|[^\w\s]")


def link(lex: Lexicon, figures: list[Figure], text: str, low: str) -> list[tuple[Figure, Figure | None]]:
    """Pair neighbours: gives (figure, None), or (first, second) for the two ends of one range.

    Units and multipliers printed once for two numbers are shared here, and a number tied by a dash to a
    refused one is refused with it.
    """
    linked: list[tuple[Figure, Figure | None]] = []
    index = 0
    while index < len(figures):
        first = figures[index]
        second = figures[index + 1] if index + 1 < len(figures) else None
        relation = _relation(lex, first, second, text, low) if second else ""
        if relation == "range":
            linked.append((first, second))
            index += 2
            continue
        linked.append((first, None))
        index += 1
    _levels(lex, [first for first, second in linked if second is None], text)
    return linked


def _relation(lex: Lexicon, first: Figure, second: Figure, text: str, low: str) -> str:
    """How two neighbours hang together: ``range``, ``levels`` or ``""``; shares what is shared."""
    if second.start - first.end > MAX_GAP or second.start < first.end:
        return ""
    gap = low[first.tail : second.start] if second.start >= first.tail else ""
    if DASH.match(gap):
        return _dashed(first, second)
    words = _WORDS.findall(gap.lstrip("."))
    if len(words) == 1 and words[0] in lex.date_joins:
        _spread_date(first, second)
    if not _joined(lex, first, second, words, low):
        pass_rate(lex, first, second, words)
        return _coordinated(lex, first, second, words)
    if not _share(first, second):
        return ""
    if _opener(first, low) in lex.level_openers or _two_levels(lex, first, second, text, low):
        second.qualifier = "" if second.qualifier == "under" else second.qualifier
        if first.qualifier_word in {opener for opener, _ in lex.pairs}:
            first.qualifier = ""
        return "levels"
    return "range" if first.value <= second.value else "levels"


def _spread_date(first: Figure, second: Figure) -> None:
    """A bare number joined to a day of a month is a day too: "с 18 на 19 апреля"."""
    for one, other in ((first, second), (second, first)):
        if one.refused == "date" and other.open_unit and other.number.size <= 2 and not other.scaled:
            other.refused = "date"


def _dashed(first: Figure, second: Figure) -> str:
    """Two numbers tied by a dash."""
    if first.refused or second.refused:
        reason = first.refused or second.refused
        if first.open_unit or second.open_unit:
            first.refused = first.refused or (reason if not first.unit else "")
            second.refused = second.refused or (reason if not second.unit else "")
        return ""
    if second.negative:
        second.negative = False
        second.start += 1
    if first.end > first.number.end and second.open_unit:
        return ""
    if first.open_unit and second.open_unit and _score(first, second):
        first.refused = second.refused = "score"
        return ""
    if not _share(first, second):
        return ""
    return "range" if first.value < second.value else ""


def _score(first: Figure, second: Figure) -> bool:
    """Whether two bare numbers tied by a dash fall, as the sides of a score or the parts of a code do."""
    return first.number.value >= second.number.value and not (first.scaled or second.scaled)


def _joined(lex: Lexicon, first: Figure, second: Figure, words: list[str], low: str) -> bool:
    """Whether the words between say "from … to" or its like."""
    if first.refused or second.refused or (first.year and not first.unit and not second.year):
        return False
    opener = _opener(first, low)
    if first.from_case and not first.after_word and (not words or _is_qualifier(lex, words)):
        return second.after_word in lex.level_words or low.endswith(lex.to_endings, second.start, second.tail)
    if not words:
        return False
    if (opener, words[0]) in lex.pairs or (first.qualifier_word, words[0]) in lex.pairs:
        return len(words) == 1 or _is_qualifier(lex, words[1:])
    if (opener, words[-1]) in lex.pairs and _is_qualifier(lex, words):
        return True
    if words[0] in lex.joins:
        sums = first.prefixed and not first.scaled and second.scaled and first.unit == second.unit
        alike = (first.open_unit or sums) and first.number.words == second.number.words
        return alike and (len(words) == 1 or _is_qualifier(lex, words[1:]))
    return words[0] in lex.alternatives and len(words) == 1 and first.open_unit


def _opener(first: Figure, low: str) -> str:
    """The word before the first figure and its qualifier: the "from" of "from about 4 to 6"."""
    words = words_before(low, first.start)[len(first.qualifier_word.split()) :]
    return words[0] if words else ""


def _is_qualifier(lex: Lexicon, words: list[str]) -> bool:
    """Whether words are a qualifier of the number after them."""
    found = lex.before.match_back(words[::-1])
    return bool(found) and found[1] >= len(words)


def _coordinated(lex: Lexicon, first: Figure, second: Figure, words: list[str]) -> str:
    """ "4.5 and 5.6 bn dollars": a bare number takes the unit of the next."""
    joined = len(words) == 1 and words[0] in lex.coordinate
    if joined and first.open_unit and not first.year and second.unit and not second.refused:
        _share(first, second)
    return ""


def _share(first: Figure, second: Figure) -> bool:
    """Give each what only the other prints; False when both print units of different kinds."""
    if first.unit and second.unit and _dimension(first) != _dimension(second):
        return False
    if not first.unit and second.unit:
        first.unit, first.factor = second.unit, second.factor
    elif first.unit and not second.unit:
        second.unit, second.factor = first.unit, first.factor
    if first.unit == second.unit:
        first.rate = second.rate = first.rate or second.rate
    if second.scaled and not first.scaled and _takes_scale(first, second):
        first.number.multiply(second.number.scale)
    first.year = second.year = first.year and second.year and not first.unit
    return True


def _takes_scale(first: Figure, second: Figure) -> bool:
    """Whether the second's multiplier is meant for the first ("28 to 48 mln", not "500 to 2 thousand")."""
    if first.end > first.number.end and not first.prefixed:
        return False
    value, bare = first.number.value, second.number.value / second.number.scale
    return value <= bare or (value < 100 * bare and value < second.number.scale / 10)


def _dimension(figure: Figure) -> str:
    return unit_of(figure.unit).dimension


def _changes(lex: Lexicon, first: Figure, second: Figure, text: str) -> bool:
    """Whether a verb of change governs the two."""
    if lex.change_side == "both" and lex.change.search(clause_after(text, second.tail)):
        return True
    return bool(lex.change.search(clause_before(text, first.left)))


def _two_levels(lex: Lexicon, first: Figure, second: Figure, text: str, low: str) -> bool:
    """Whether "from … to" stands with a verb of change ("by 30 to 40 percent" does not)."""
    opened = first.from_case or {_opener(first, low), first.qualifier_word} & lex.change_openers
    return bool(opened) and _changes(lex, first, second, text)


def _levels(lex: Lexicon, figures: list[Figure], text: str) -> None:
    """ "Grew to 6 bn": a ceiling word after a verb of change names the level reached."""
    for figure in figures:
        level = figure.qualifier == "under" and lex.level_words & {figure.qualifier_word, figure.after_word}
        if level and _changes(lex, figure, figure, text):
            figure.qualifier = ""
