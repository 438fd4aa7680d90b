"""Errors in files that people write by hand: each names the file, the line and the mend.

A run does not stop at the first slip: it collects them in an `Errors` and raises one `ReadingErrors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches

from silkfigures.schemas.findings import LONGEST, plainly

SHOWN = 20  # so many of a list are named in a mend


class Slip(ValueError):
    """Something wrong whose place in a file only the caller knows; `Errors.at` gives it one.

    >>> Slip("no number here", "quote the number too").mend
    'quote the number too'
    """

    def __init__(self, message: str, mend: str) -> None:
        """Say what is wrong and what to do about it."""
        super().__init__(message)
        self.message, self.mend = message, mend


class ReadingError(ValueError):
    """One slip in one file.

    `path` is the file as people name it (from the repository root), `line` its line (from 1; None for the
    whole file), `message` what is wrong, `mend` what to do about it.

    >>> print(ReadingError("raw/readings/x.yaml", 12, "the figure has no quote", "add `quote`"))
    raw/readings/x.yaml:12: the figure has no quote (mend: add `quote`)
    """

    def __init__(self, path: str, line: int | None, message: str, mend: str) -> None:
        """Say where, what is wrong and what to do about it."""
        super().__init__(path, line, message, mend)
        self.path, self.line = plainly(str(path)), line
        self.message, self.mend = plainly(message), plainly(mend, 2000)

    def __str__(self) -> str:
        """Give all of it in a line."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message} (mend: {self.mend})"


class ReadingErrors(ValueError):
    """All slips of one run, in `.errors`, sorted by file and line; `str()` gives one a line."""

    def __init__(self, errors: Iterable[ReadingError]) -> None:
        """Sort the errors and drop what is said twice."""
        unique = {str(error): error for error in errors}
        self.errors = tuple(sorted(unique.values(), key=lambda e: (e.path, e.line or 0, e.message)))
        super().__init__("\n".join(str(error) for error in self.errors))


class Errors:
    """Collects the slips of one run.

    >>> errors = Errors()
    >>> with errors.at("a.yaml", 3):
    ...     raise Slip("the period is not a date", "write 2024")
    >>> errors.check()
    Traceback (most recent call last):
    ...
    silkfigures.readings.errors.ReadingErrors: a.yaml:3: the period is not a date (mend: write 2024)
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._found: list[ReadingError] = []

    def __len__(self) -> int:
        """Count the slips so far."""
        return len(self._found)

    def __iter__(self) -> Iterator[ReadingError]:
        """Give the slips in the order they were found."""
        return iter(self._found)

    def add(self, path: str, line: int | None, message: str, mend: str) -> None:
        """Note one slip."""
        self._found.append(ReadingError(path, line, message, mend))

    @contextmanager
    def at(self, path: str, line: int | None = None) -> Iterator[None]:
        """Note the slips that are raised inside the block, and go on after it."""
        try:
            yield
        except Slip as slip:
            self.add(path, line, slip.message, slip.mend)
        except ReadingError as error:
            self._found.append(error)
        except ReadingErrors as several:
            self._found.extend(several.errors)

    def check(self) -> None:
        """Raise `ReadingErrors` if there was any slip."""
        if self._found:
            raise ReadingErrors(self._found)


def nearest(given: str, allowed: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """The mend for a word that is not in a list: its nearest match, and the list itself when it is short.

    `names` maps other names (labels, spellings) to the word of the list they stand for.

    >>> nearest("perod", ["period", "place"])
    'did you mean `period`? Allowed: period, place'
    >>> nearest("Kazakstan", ["CHN", "KAZ"], {"China": "CHN", "Kazakhstan": "KAZ"})
    'did you mean `KAZ`? Allowed: CHN, KAZ'
    """
    allowed = list(allowed)
    if not allowed:
        return "the list is empty: add it there"
    known = {name.casefold(): word for name, word in (names or {}).items()} | {
        w.casefold(): w for w in allowed
    }
    close = get_close_matches(given[:LONGEST].casefold(), known, n=1, cutoff=0.6)
    hint = f"did you mean `{known[close[0]]}`? " if close else ""
    more = f" and {len(allowed) - SHOWN} more" if len(allowed) > SHOWN else ""
    return f"{hint}Allowed: {', '.join(allowed[:SHOWN])}{more}"
