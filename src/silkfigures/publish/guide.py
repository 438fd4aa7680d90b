"""What whoever opens a release must know before using a figure (`guide.toml`), in three languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}  # of the languages, in English


@cache
def guide() -> dict[str, Any]:
    """Texts by name, each a mapping from language; `points` is a list of them, each with its `columns`.

    >>> guide()["sheet"]["ru"]
    'По-русски'
    """
    return tomllib.loads(files(__package__).joinpath("guide.toml").read_text(encoding="utf-8"))
