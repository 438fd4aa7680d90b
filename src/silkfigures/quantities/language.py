"""Which language a stretch of text is in, told by its letters alone.

Latin letters are read with the Latin-script lexicon; Cyrillic ones with the lexicon whose own letters
(declared in its file, as ``әіңғүұқөһ`` of Kazakh) are frequent there, else with the one that declares none.
"""

import re
from collections.abc import Iterator
from functools import cache

from silkfigures.quantities.lexicon import languages, lexicon

MAX_LINE = 1200
FEW_LETTERS = 20
OWN_SHARE = 0.02
SURE_SHARE = 0.08
CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
ADDRESS = re.compile(r"https?://\S+")
PIECE = re.compile(rf"[^\n]{{0,{MAX_LINE}}}\n?")


@cache
def _scripts(codes: tuple[str, ...]) -> tuple[dict[str, str], list[tuple[str, re.Pattern]]]:
    """The language a script has by default, and the patterns of the letters that mark the others."""
    default: dict[str, str] = {}
    marked: list[tuple[str, re.Pattern]] = []
    for code in codes:
        lex = lexicon(code)
        if lex.letters:
            letters = re.escape(lex.letters + lex.letters.upper())
            marked.append((code, re.compile(f"[{letters}]+")))
        else:
            default.setdefault(lex.script, code)
    return default, marked


def _count(pattern: re.Pattern, piece: str) -> int:
    """Letters of a piece that a pattern takes."""
    return len(piece) - len(pattern.sub("", piece))


def _guess(piece: str, codes: tuple[str, ...]) -> tuple[str, bool]:
    """The language of a piece and whether its letters are enough to be sure; addresses do not count."""
    default, marked = _scripts(codes)
    if "://" in piece:
        piece = ADDRESS.sub("", piece)
    if piece.isascii():
        latin = LATIN.search(piece)
        return default.get("latin", "") if latin else "", bool(latin)
    cyrillic, latin = _count(CYRILLIC, piece), _count(LATIN, piece)
    if latin >= cyrillic and latin:
        return default.get("latin", ""), latin > 0
    for code, letters in marked:
        share = _count(letters, piece) / cyrillic if cyrillic and lexicon(code).script == "cyrillic" else 0
        if share > OWN_SHARE:
            return code, share > SURE_SHARE
        if share:
            return default.get("cyrillic", ""), False
    return default.get("cyrillic", "") if cyrillic else "", cyrillic >= FEW_LETTERS


def stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Cut a text into stretches of one language: (start, end, code), in order and without gaps.

    A line too short to tell goes with the line before it.

    Examples
    --------
    >>> list(stretches("5 tons"))
    [(0, 6, 'en')]
    """
    codes = languages()
    if text.isascii():
        yield 0, len(text), _scripts(codes)[0].get("latin", "en")
        return
    start, current = 0, ""
    for match in PIECE.finditer(text):
        code, sure = _guess(match.group(), codes)
        if not current:
            current = code if sure else ""
        elif code != current and (sure or (code and lexicon(code).script != lexicon(current).script)):
            yield start, match.start(), current
            start, current = match.start(), code
    if start < len(text):
        yield start, len(text), current or _guess(text, codes)[0] or codes[0]
