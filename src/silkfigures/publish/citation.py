"""`CITATION.cff`: how to cite the release, in the Citation File Format 1.2.0."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from silkfigures.dataset.works import authors
from silkfigures.publish.bibliography import kind, page_range
from silkfigures.publish.descriptor import descriptor
from silkfigures.publish.package import Package, Record, read_package

NO_AUTHORS = "[authors not printed]"  # the format asks for one at least


def citation(root: Path, built: Path | None = None) -> str:
    """The text of `CITATION.cff` for a package; its references are the publications that print the figures.

    Parameters
    ----------
    root : Path
        The folder of `datapackage.json` and `tables/`.
    built : Path, optional
        The folder of `tables/`, where they are not in place yet; they are described from `root` then.

    Returns
    -------
    str
        YAML with every text in double quotes: the same package gives the same text.

    Raises
    ------
    ValueError
        When the description or the table of works cannot be read; it names the file.
    """
    package = Package(built, json.loads(descriptor(root, built))) if built else read_package(root)
    about = package.about
    lines = [
        "cff-version: 1.2.0",
        "message: " + _quoted("Cite this release and, for a figure, the publication that prints it."),
        "type: dataset",
        f"title: {_quoted(about['title'])}",
        f"version: {_quoted(about['version'])}",
        *([f"doi: {_quoted(package.doi)}"] if package.doi else []),
        *([f"url: {_quoted(package.homepage)}"] if package.homepage else []),
        f"date-released: {_quoted(package.released)}",
        *_listed("authors", (f"name: {_quoted(name)}" for name in package.people("creator"))),
        f"license: {about['licenses'][0]['name']}",  # a list would say: whichever of them you like
        *_listed("keywords", map(_quoted, about["keywords"])),
        f"abstract: {_quoted(' '.join(about['description'].split()))}",
        "references:",
        *(f"  {line}" for work in package.records("works") for line in _reference(work)),
    ]
    return "\n".join(lines) + "\n"


def _reference(work: Record) -> Iterator[str]:
    """The lines of one publication, as an item of a list."""
    yield f"- type: {kind(work).cff}"
    yield f"  title: {_quoted(work['title'])}"
    yield "  authors:"
    for family, given in authors(work["authors"]) or [(NO_AUTHORS, "")]:
        if given:
            yield f"    - family-names: {_quoted(family)}"
            yield f"      given-names: {_quoted(given)}"
        else:
            yield f"    - name: {_quoted(family)}"
    yield from (f"  {key}: {_quoted(text)}" for key, text in _details(work).items() if text)
    yield f"  languages: [{_quoted(work['language'])}]"


def _details(work: Record) -> dict[str, str]:
    """What else is printed of a publication, by the key of the format."""
    container = "journal" if work["type"].startswith("article") else "collection-title"
    first, last = page_range(work)
    return {
        container: work["container"],
        "year": work["issued"],
        "volume": work["volume"],
        "issue": work["issue"],
        "start": first,
        "end": last,
        "doi": work["doi"],
    }


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(key: str, items: Iterable[str]) -> list[str]:
    return [f"{key}:", *(f"  - {item}" for item in items)]
