"""A finding: one thing wrong in one file, said so that a person can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST = 100  # so much of a word is compared with those that are allowed


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong: where (file, line from 1, column), what, and how to mend it.

    `line` is 0 where the finding is about the whole file, `column` empty where it is about the whole row.

    >>> print(Finding("tables/trade.csv", 7, "flow", "'exprt' is not a code of flows", "write 'export'"))
    tables/trade.csv:7: flow: 'exprt' is not a code of flows (mend: write 'export')
    """

    file: str
    line: int
    column: str
    message: str
    mend: str = ""

    def __str__(self) -> str:
        """One line: place, column, message and mend."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f"{self.column}: " if self.column else ""
        mend = f" (mend: {self.mend})" if self.mend else ""
        return plainly(f"{place}: {column}{self.message}{mend}", 2000)


def plainly(text: str, limit: int = 600) -> str:
    """Words of unknown origin as one line of a message: cut to length, signs that do not print written out.

    >>> plainly("a\\nb\\x1b[31m"), plainly("long " * 9, 12)
    ('a\\\\nb\\\\x1b[31m', 'long long l…')
    """
    text = text if len(text) <= limit else text[: limit - 1] + "…"
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def shown(value: object, limit: int = 60) -> str:
    """The value in quotes, cut to a readable length; "empty" for none.

    >>> shown("abc"), shown("")
    ("'abc'", 'empty')
    """
    text = str(value)
    if not text:
        return "empty"
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")


def listed(allowed: Iterable[str], limit: int = 12) -> str:
    """The allowed values in one line, the first few of many.

    >>> listed(["a", "b"])
    'a, b'
    """
    values = list(allowed)
    rest = len(values) - limit
    return ", ".join(values[:limit]) + (f" … and {rest} more" if rest > 0 else "")


def nearest(given: str, allowed: Iterable[str]) -> str:
    """The allowed value most like the given one, or "" where none is like it.

    >>> nearest("exprt", ["export", "import"])
    'export'
    """
    values, given = list(allowed), given[:LONGEST]
    folded = {value.casefold(): value for value in reversed(values)}
    close = get_close_matches(given.casefold(), folded, n=1)
    return folded[close[0]] if close else ""


def choice(given: str, allowed: Iterable[str]) -> str:
    """The mend for a value that is not on a list: the nearest, or what may stand there.

    >>> choice("exprt", ["export", "import"])
    "write 'export'; allowed: export, import"
    """
    values = list(allowed)
    like = nearest(given, values)
    return (f"write {shown(like)}; " if like else "") + f"allowed: {listed(values)}"
