"""What the package says of itself (`raw/package.toml`): title, description, day of release, licences."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from silkfigures.files.bounded import MOST_TABLE, read_bounded

ABOUT = Path("raw", "package.toml")
_TEXTS = ("name", "title", "description", "released")
#: Lists of tables, and what each of their entries says.
_LISTS = {"licenses": ("name", "title", "path"), "contributors": ("title",)}


def about(root: Path) -> dict[str, Any]:
    """The metadata of a repository; ValueError, naming the file, where they cannot be read or lack a key."""
    path = root / ABOUT
    try:
        facts = tomllib.loads(read_bounded(path, MOST_TABLE).decode("utf-8"))
    except OSError as error:
        raise ValueError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path}: cannot be read: {error}") from error
    problem = _problem(facts)
    if problem:
        raise ValueError(f"{path}: {problem}")
    return facts


def _problem(facts: dict[str, Any]) -> str:
    """What is missing or of another kind, and the mend; nothing when all is there.

    >>> _problem({"name": "silkfigures"})
    '`title` is missing or no text (mend: write `title = "…"`)'
    """
    for key in _TEXTS:
        if not _is_text(facts.get(key)):
            return f'`{key}` is missing or no text (mend: write `{key} = "…"`)'
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", facts["released"]):
        return '`released` is no day (mend: write `released = "2025-01-31"`)'
    if not _is_list(facts.get("keywords"), _is_text):
        return '`keywords` is no list of texts (mend: write `keywords = ["…"]`)'
    for key, parts in _LISTS.items():
        if not _is_list(facts.get(key), lambda entry, parts=parts: _says(entry, parts)):
            return f"`{key}` is no list of tables with {', '.join(parts)} (mend: write `[[{key}]]`)"
    return ""


def _says(entry: object, parts: tuple[str, ...]) -> bool:
    """Whether an entry is a table whose parts are texts; a list of tables of the package, if any, one too."""
    if not isinstance(entry, dict) or not all(_is_text(entry.get(part)) for part in parts):
        return False
    return "tables" not in entry or _is_list(entry["tables"], _is_text)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list(value: object, is_item: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(is_item(item) for item in value)
