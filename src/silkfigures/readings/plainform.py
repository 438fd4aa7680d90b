"""The plain form in which texts and quotes are compared, and where each of its characters came from."""

from __future__ import annotations

import re
from bisect import bisect_right

# What is dropped (joining what stands on either side), then what counts as one space.
_LOOSE = re.compile(
    r"(?<=[^\W\d_])\u00ad*[-‐‑][\s\u00ad]*(?=[^\W\d_])"  # a hyphen inside a word, at a line end or not
    r"|(?<=[^\W\d_])\u00ad+\s*(?=[^\W\d_])"  # a soft hyphen inside a word, with the line end after it
    r"|(?<=\d[-‐‑–])\s+(?=\d)"  # white space after the dash of a range
    r"|(?P<gap>\s[\s\u00ad]+|[^\S ])"  # white space other than a single space
    r"|\u00ad+"
)

# A soft hyphen, or a hyphen at a line end, that breaks the word at whose other part one looks.
_BREAK_BEFORE = re.compile(r"(?:\u00ad+\s*|(?<=[^\W\d_])\u00ad*[-‐‑][\s\u00ad]*\n[\s\u00ad]*)\Z")
_BREAK_AFTER = re.compile(r"\A(?:\u00ad*[-‐‑][\s\u00ad]*\n[\s\u00ad]*(?=[^\W\d_])|\u00ad+\s*)")


class PlainForm:
    """A text in plain form: soft hyphens dropped, white space one space, hyphens inside words dropped.

    A hyphen inside a word goes in text and quote alike, so that a word broken over a line end matches whether
    the hyphen belongs to it or not. Digits, signs and letters stay as they are.

    >>> form = PlainForm("со-\\nставил  5,9 млрд")
    >>> form.form
    'составил 5,9 млрд'
    >>> form.to_text(9), form.from_text(12)
    (12, 9)
    """

    def __init__(self, text: str) -> None:
        """Bring a text to plain form: one pass over it."""
        pieces: list[str] = []
        self._plain, self._text = [0], [0]
        done = length = 0
        for loose in _LOOSE.finditer(text):
            pieces.append(text[done : loose.start()])
            length += loose.start() - done
            if loose["gap"]:
                pieces.append(" ")
                self._plain.append(length)
                self._text.append(loose.start())
                length += 1
            done = loose.end()
            self._plain.append(length)
            self._text.append(done)
        pieces.append(text[done:])
        self.form = "".join(pieces)

    def to_text(self, at: int) -> int:
        """Offset in the text of the character `at` of the plain form."""
        piece = bisect_right(self._plain, at) - 1
        return self._text[piece] + at - self._plain[piece]

    def from_text(self, at: int) -> int:
        """Offset in the plain form of the first character that stands at or after `at` in the text."""
        piece = bisect_right(self._text, at) - 1
        found = self._plain[piece] + at - self._text[piece]
        return min(found, self._plain[piece + 1]) if piece + 1 < len(self._plain) else found


def plain(text: str) -> str:
    """The plain form of a short text, without white space at its ends.

    >>> plain("5,9\\u00a0млрд дол\\u00adларов ")
    '5,9 млрд долларов'
    """
    return PlainForm(text).form.strip()


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] cuts no word and no number in two.

    >>> is_whole("5,9 млрд", 2, 3), is_whole("5,9 млрд", 0, 3)
    (False, True)
    """
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    """Whether one word or number reaches over the offset."""
    before = _BREAK_BEFORE.sub("", text[max(at - 40, 0) : at])[-2:]
    after = _BREAK_AFTER.sub("", text[at : at + 40])[:2]
    if not before or not after:
        return False
    if before[-1].isdigit():
        return after[0].isdigit() or (after[0] in ".," and after[1:].isdigit())
    if before[-1] in ".,":
        return before[:-1].isdigit() and after[0].isdigit()
    return before[-1].isalpha() and after[0].isalpha()
