"""The text made ready for reading: same characters, same places, fewer disguises."""

import re
from dataclasses import dataclass, field

# Look-alikes that OCR and word processors put for the ordinary sign, one character for one.
SAME = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200a": " ", "\u2010": "-", "\u2011": "-",
    "\u2012": "-", "\u2212": "-", "\u04e9": "ө", "\u04e8": "Ө", "ӛ": "ө", "Ӛ": "Ө", "ҥ": "ү", "Ҥ": "Ү",
    "ё": "е", "Ё": "Е", "\r": " ", "\x0c": "\n", "\x0b": " ", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
SOFT_HYPHEN = "\u00ad"


@dataclass(slots=True)
class Tidy:
    """A text to read: as printed (`text`), in small letters (`low`), and how to find places of the source."""

    text: str
    low: str
    places: list[int] | None
    silent: dict[re.Pattern, str] = field(default_factory=dict)

    def without(self, noise: re.Pattern | None) -> str:
        """Give the small letters with spaces where a language's transcripts print noise."""
        if noise is None:
            return self.low
        if noise not in self.silent:
            self.silent[noise] = noise.sub(lambda found: " " * len(found.group()), self.low)
        return self.silent[noise]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give a span of this text as a span of the source."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def tidy(source: str) -> Tidy:
    """Replace look-alikes, take out soft hyphens (with the line end after one) and write in small letters.

    Examples
    --------
    >>> tidy("5\\u00a0МЛН").low
    '5 млн'
    """
    text, places = source, None
    if SOFT_HYPHEN in text:
        places = _kept(text)
        text = "".join([text[place] for place in places])
    if not text.isascii():
        for old, new in SAME.items():
            if old in text:
                text = text.replace(old, new)
    elif "\r" in text or "\x0c" in text:
        text = text.replace("\r", " ").replace("\x0c", "\n")
    low = text.lower()
    if len(low) != len(text):
        low = "".join([letter.lower() if len(letter.lower()) == 1 else letter for letter in text])
    return Tidy(text, low, places)


def _kept(text: str) -> list[int]:
    """Places of all characters but soft hyphens and the line ends right after them."""
    return [
        place
        for place, letter in enumerate(text)
        if letter != SOFT_HYPHEN and not (letter == "\n" and place and text[place - 1] == SOFT_HYPHEN)
    ]
