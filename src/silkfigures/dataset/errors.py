"""The errors a user of the tables can meet, and the sentences they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SHOWN = 40
LONGEST = 100  # so much of a word is compared with those that are allowed, and shown


class SilkfiguresError(ValueError):
    """Base of every error that the functions on the tables raise for what they were given."""


class UnknownName(SilkfiguresError):
    """A table, column, code, claim, unit or option that does not exist, or a filter that cannot be read."""


class NoConversion(SilkfiguresError):
    """A conversion of units that has no meaning, or that needs a figure the caller has not stated."""


class DamagedData(SilkfiguresError):
    """The packaged tables are missing, incomplete or not what their description says."""


def nearest(given: str, names: Mapping[str, str]) -> list[str]:
    """What `given` may have been meant to be: up to three of the values of `names`, best first.

    Parameters
    ----------
    given : str
        What was written.
    names : mapping of str to str
        Every spelling by which a thing is known, and the name it is allowed by.

    Examples
    --------
    >>> nearest("kazakstan", {"KAZ": "KAZ", "Kazakhstan": "KAZ", "CHN": "CHN"})
    ['KAZ']
    >>> nearest("yuan", {"CNY": "CNY", "Chinese yuan": "CNY"})
    ['CNY']
    """
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for spelling, name in names.items():
        folded.setdefault(spelling.casefold(), name)
    meant = given[:LONGEST].casefold()
    if meant in folded:
        return [folded[meant]]
    close = get_close_matches(meant, folded, n=3, cutoff=0.6)
    within = [spelling for spelling in folded if meant and meant in re.findall(r"\w+", spelling)]
    return list(dict.fromkeys(folded[spelling] for spelling in (*within, *close)))[:3]


def written(given: object) -> str:
    """What a user wrote, in quotes, cut to a readable length.

    >>> written("2024"), len(written("9" * 5000))
    ("'2024'", 101)
    """
    text = repr(given)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def listing(names: Iterable[str]) -> str:
    """Names in one line, shortened when there are many.

    >>> listing(["a", "b"])
    'a, b'
    """
    names = list(names)
    more = f" … ({len(names)} in all)" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def unknown(
    what: str, given: object, allowed: Iterable[str], names: Mapping[str, str] | None = None, more: str = ""
) -> UnknownName:
    """An error that says what was given, what is nearest to it and what is allowed.

    Parameters
    ----------
    what : str
        What kind of thing was named, with its article: "a table", "a code of 'reporter'".
    given : object
        What was written.
    allowed : iterable of str
        The names that exist.
    names : mapping of str to str, optional
        Further spellings and the allowed name each stands for.
    more : str
        A last sentence: where to look.

    Examples
    --------
    >>> print(unknown("a table", "trades", ["trade", "aid"]))
    'trades' is not a table. Did you mean 'trade'? Allowed: trade, aid.
    """
    allowed = list(allowed)
    known = {**{name: name for name in allowed}, **(names or {})}
    close = nearest(given, known) if isinstance(given, str) else []
    hint = f" Did you mean {' or '.join(map(repr, close))}?" if close else ""
    return UnknownName(
        f"{written(given)} is not {what}.{hint} Allowed: {listing(allowed)}.{' ' + more if more else ''}"
    )
