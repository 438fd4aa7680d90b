"""`CITATION.cff`: how to cite the release, in the Citation File Format 1.2.0."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from silkfigures import __version__
from silkfigures.publish.about import about

CODE = "MIT"  # licence of the code; those of the data and the code lists stand in raw/package.toml


def citation(root: Path, built: Path | None = None) -> str:
    """The text of `CITATION.cff` for a repository.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml`. The version is that of the code.
    built : Path, optional
        Where the tables lie that are not in place yet; nothing here depends on them.

    Returns
    -------
    str
        YAML with every text in double quotes: the same metadata give the same text.

    Raises
    ------
    ValueError
        When the metadata cannot be read; it names the file.
    """
    facts = about(Path(root))
    lines = [
        "cff-version: 1.2.0",
        "message: " + _quoted("Cite this release and, for a figure, the publication that prints it."),
        "type: dataset",
        f"title: {_quoted(facts['title'])}",
        f"version: {_quoted(__version__)}",
        f"date-released: {_quoted(facts['released'])}",
        *_listed("authors", (f"name: {_quoted(person['title'])}" for person in facts["contributors"])),
        *_listed("license", [CODE, *(licence["name"] for licence in facts["licenses"])]),
        *_listed("keywords", map(_quoted, facts["keywords"])),
        f"abstract: {_quoted(' '.join(facts['description'].split()))}",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(key: str, items: Iterable[str]) -> list[str]:
    return [f"{key}:", *(f"  - {item}" for item in items)]
