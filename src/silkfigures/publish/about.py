"""What the package says of itself (`raw/package.toml`): title, description, day of release, licences."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ABOUT = Path("raw", "package.toml")


def about(root: Path) -> dict[str, Any]:
    """The metadata of a repository; ValueError, naming the file, where it cannot be read."""
    path = root / ABOUT
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: cannot be read: {error}") from error
