"""The languages there are: one lexicon file each, compiled on first use and kept.

:func:`register` adds a language from any path.
"""

import tomllib
from functools import cache
from pathlib import Path

from silkfigures.quantities.vocabulary import Lexicon, LexiconError

__all__ = ["Lexicon", "LexiconError", "languages", "lexicon", "register"]

FOLDER = Path(__file__).with_name("lexicons")
_paths: dict[str, Path] = {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


def languages() -> tuple[str, ...]:
    """Give the codes of the languages that have a lexicon.

    Examples
    --------
    >>> "en" in languages()
    True
    """
    return tuple(_paths)


def register(path: str | Path) -> str:
    """Add (or replace) a language from a lexicon file; gives its code.

    Parameters
    ----------
    path : str or Path
        A TOML file of the form described in ``lexicons/README.md``.

    Raises
    ------
    LexiconError
        When the file is no lexicon.
    """
    path = Path(path)
    code = _load(path).code
    _paths[code] = path
    lexicon.cache_clear()
    return code


def _load(path: Path) -> Lexicon:
    """Read and compile one file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: not valid TOML: {error}") from None
    return Lexicon(data, path.name)


@cache
def lexicon(code: str) -> Lexicon:
    """Give the compiled lexicon of a language.

    Raises
    ------
    LexiconError
        When there is none; the message lists those there are.
    """
    if code not in _paths:
        raise LexiconError(f"no lexicon for language {code!r}; there are: {', '.join(_paths)}")
    return _load(_paths[code])
