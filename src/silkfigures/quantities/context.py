"""The words around a number, in windows of fixed size."""

import re

from silkfigures.quantities.words import BROKEN, TOKEN

LEFT_SPAN = 90
LEFT_WORDS = 8
_LEFT = re.compile(r"[^\W\d_]{1,40}|\d{1,40}|[^\w\s]")
_CLAUSE_END = re.compile(r"[.!?;](?=\s)|\n\s*\n")
GAP = re.compile(r"(?:-[ ]?\n?[ ]{0,4}|[.,·]?[ \t]{0,7}(?:\n[ \t]{0,8})?)(?=[^\s])")


def words_before(low: str, pos: int, limit: int = LEFT_WORDS) -> list[str]:
    """Give the words and marks before `pos`, nearest first, at most `limit` of them.

    Examples
    --------
    >>> words_before("worth more than 5", 16)
    ['than', 'more', 'worth']
    """
    words = _LEFT.findall(low, max(0, pos - LEFT_SPAN), pos)
    return words[: -limit - 1 : -1]


def _ends(window: str) -> list[re.Match]:
    """Sentence and clause ends in a window; a point before a small letter or a digit is an abbreviation's."""
    found = []
    for end in _CLAUSE_END.finditer(window):
        after = window[end.end() :].lstrip()[:1]
        if end.group() != "." or not (after.islower() or after.isdecimal()):
            found.append(end)
    return found


def clause_before(text: str, pos: int, span: int = 160) -> str:
    """Give the part of the sentence before `pos` in small letters, at most `span` characters of it."""
    window = text[max(0, pos - span) : pos]
    ends = _ends(window)
    return (window[ends[-1].end() :] if ends else window).lower()


def clause_after(text: str, pos: int, span: int = 80) -> str:
    """Give the part of the sentence after `pos` in small letters, at most `span` characters of it."""
    window = text[pos : pos + span]
    ends = _ends(window)
    return (window[: ends[0].start()] if ends else window).lower()


def match_phrase(root: dict, low: str, pos: int) -> tuple[object, int] | None:
    """Find the longest phrase of a trie whose first word stands right at `pos` or after a small gap.

    A word broken over a line by a hyphen is put together. Gives the phrase's value and where it ends.
    """
    node, found = root, None
    while True:
        gap = GAP.match(low, pos)
        token = TOKEN.match(low, gap.end()) if gap else None
        if token is None:
            return found
        child, end = node.get(token.group()), token.end()
        if child is None and low.startswith("-", end):
            rest = BROKEN.match(low, end)
            if rest:
                child, end = node.get(token.group() + rest.group(1)), rest.end()
        if child is None:
            return found
        if None in child:
            found = child[None], end
        node, pos = child, end
