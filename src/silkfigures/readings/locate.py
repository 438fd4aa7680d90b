"""Finding a quote in a text, and the printed figure in it.

White space, soft hyphens and words broken over a line end match loosely; everything else letter by letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from silkfigures.readings.errors import Slip
from silkfigures.readings.plainform import PlainForm, is_whole, plain


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: 0-based code points, half open, and the line (from 1) in which it begins."""

    start: int
    end: int
    line: int


class Text:
    """A source text in which quotes are found. Lines end with a line feed and nothing else.

    >>> text = Text("Trade grew.\\nIt reached 5.9 bil-\\nlion dollars.")
    >>> text.find("reached 5.9 billion")
    Span(start=15, end=36, line=2)
    >>> text.find("reached 6 million")
    Traceback (most recent call last):
    ...
    silkfigures.readings.errors.Slip: the quote is not in the text: "reached 6 million"
    """

    def __init__(self, text: str) -> None:
        """Prepare a text: one pass over it."""
        self.text = text
        self._plain = PlainForm(text)
        self._feeds = [found.start() for found in re.finditer("\n", text)]

    @property
    def lines(self) -> int:
        """Number of lines; the last one counts whether or not a line feed ends it."""
        return len(self._feeds) + (not self.text.endswith("\n"))

    def line(self, offset: int) -> int:
        """The line (from 1) that holds an offset."""
        return bisect_right(self._feeds, offset - 1) + 1

    def find(self, quote: str, line: int | None = None) -> Span:
        """Where a quote stands: in the line given, or anywhere when it stands in the text only once.

        Raises Slip when it is not in the text, not in that line, or more than once.
        """
        everywhere = self.find_all(quote)
        if not everywhere:
            raise Slip(f'the quote is not in the text: "{quote}"', self._mend(quote, line))
        here = [span for span in everywhere if line in (None, span.line)]
        if len(here) == 1:
            return here[0]
        at = _and(sorted({span.line for span in everywhere}))
        if not here:
            message = f'the quote does not begin in line {line} but in {at}: "{quote}"'
            raise Slip(
                message, f"write `line: {everywhere[0].line}`" if len(everywhere) == 1 else "mend `line`"
            )
        if line is None and len({span.line for span in here}) == len(here):
            raise Slip(f'the quote stands {len(here)} times in the text, in {at}: "{quote}"', "add `line: …`")
        raise Slip(f'the quote stands more than once in {at}: "{quote}"', "quote more words")

    def find_all(self, quote: str) -> list[Span]:
        """Every place, in order, where a quote stands without cutting a word or a number in two."""
        return [span for span in self._matches(plain(quote)) if is_whole(self.text, span.start, span.end)]

    def inside(self, span: Span, quote: str, start: int, end: int) -> Span:
        """Where quote[start:end] stands, when the quote stands at `span`."""
        quoted = PlainForm(quote)
        base = self._plain.from_text(span.start)
        first = self._plain.to_text(base + quoted.from_text(start))
        last = self._plain.to_text(base + quoted.from_text(end) - 1) + 1
        return Span(first, last, self.line(first))

    def _matches(self, form: str) -> Iterator[Span]:
        at = self._plain.form.find(form) if form else -1
        while at >= 0:
            start = self._plain.to_text(at)
            yield Span(start, self._plain.to_text(at + len(form) - 1) + 1, self.line(start))
            at = self._plain.form.find(form, at + 1)

    def _mend(self, quote: str, line: int | None) -> str:
        """What to do about a quote that is not there: the nearest passage, if any is near."""
        cut = next(self._matches(plain(quote)), None)
        if cut:
            return f"in line {cut.line} it cuts a word or a number in two: quote it whole"
        near = self._nearest(quote, line)
        return (
            f'copy it from the text; nearest, in line {near[0]}: "{near[1]}"'
            if near
            else "copy it from the text"
        )

    def _nearest(self, quote: str, line: int | None) -> tuple[int, str] | None:
        """Line and words of the passage most like the quote, if it shares at least half of its words."""
        words = set(_words(quote))
        lines = self.text.split("\n")
        shared = {i: len(words & set(_words(" ".join(lines[i : i + 2])))) for i in range(len(lines))}
        best = max(shared, key=lambda i: (shared[i], -abs(i + 1 - (line or 1))))
        if not words or shared[best] * 2 < len(words):
            return None
        tokens = [
            (token, best + 1 + k)
            for k in range(2)
            for token in " ".join(lines[best + k : best + k + 1]).split()
        ]
        size = len(quote.split())
        passages = [tokens[i : i + size] for i in range(max(1, len(tokens) - size + 1))]
        nearest = max(passages, key=lambda passage: SequenceMatcher(None, _join(passage), quote).ratio())
        return nearest[0][1], _join(nearest)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _join(tokens: list[tuple[str, int]]) -> str:
    return " ".join(token for token, _ in tokens)


def _and(lines: list[int]) -> str:
    """Lines in words: "line 3", "lines 3, 5 and 9"."""
    *most, last = [str(line) for line in lines[:6]]
    more = f" and {len(lines) - 6} more" if len(lines) > 6 else ""
    return f"lines {', '.join(most)}{', ' if more else ' and '}{last}{more}" if most else f"line {last}"
