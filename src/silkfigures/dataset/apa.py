"""References in the style of the American Psychological Association, seventh edition, as plain text.

The style wants the titles of journals and books in italics, and titles in other languages translated in
square brackets: plain text has no italics, and the works print no translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from silkfigures.dataset.names import Author, people

MOST = 20  # of more authors the style names the first 19 and the last
JOURNALS = ("article-journal",)


def references(sources: Iterable[Mapping[str, str]]) -> str:
    """Reference list of sources (rows of the table `works`, or the release in the same columns), one a line.

    Examples
    --------
    >>> work = {"type": "article-journal", "authors": "Dong, Bin", "issued": "2025", "title": "Trade"}
    >>> references([work | {"container": "Herald", "volume": "3", "issue": "2", "pages": "4-9", "doi": ""}])
    'Dong, B. (2025). Trade. Herald, 3(2), 4–9.'
    """
    return "\n".join(_reference(source) for source in sources)


def _reference(source: Mapping[str, str]) -> str:
    """Who, when, what, where; without authors the title comes first."""
    year = f"({source['issued'] or 'n.d.'})"
    title = source["title"]
    if source["type"] == "dataset":
        title = f"{title} (Version {source['version']}) [Data set]"
    names = _names(people(source["authors"]))
    first = [f"{names} {year}", title] if names else [f"{_ended(title)} {year}"]
    where = _periodical(source) if source["type"] in JOURNALS else _book(source)
    address = f"https://doi.org/{source['doi']}" if source["doi"] else source.get("url", "")
    return " ".join([*(_ended(part) for part in (*first, where) if part), *([address] if address else [])])


def _ended(part: str) -> str:
    """A part with the full stop that ends it, unless a sign at its end does."""
    return part if part.endswith((".", "?", "!")) else f"{part}."


def _names(authors: list[Author]) -> str:
    """The authors, family names first: "A, B., & C, D."."""
    names = [", ".join(filter(None, (author.family, author.initials))) for author in authors]
    if len(names) > MOST:
        return f"{', '.join(names[: MOST - 1])}, … {names[-1]}"
    if len(names) < 2:
        return "".join(_ended(name) for name in names)
    return _ended(f"{', '.join(names[:-1])}, & {names[-1]}")


def _periodical(source: Mapping[str, str]) -> str:
    """Journal, volume(issue), pages; parentheses inside those of the issue become square brackets."""
    inside = source["issue"].replace("(", "[").replace(")", "]")
    number = source["volume"] + (f"({inside})" if inside else "")
    return ", ".join(filter(None, (source["container"], number, _range(source["pages"]))))


def _book(source: Mapping[str, str]) -> str:
    """The volume in which a paper or chapter stands, with its pages."""
    if not source["container"]:
        return ""
    pages = _range(source["pages"])
    mark = "pp." if "–" in pages else "p."
    return f"In {source['container']}" + (f" ({mark} {pages})" if pages else "")


def _range(pages: str) -> str:
    """Pages with the dash between them.

    >>> _range("4-9"), _range("4–9")
    ('4–9', '4–9')
    """
    return pages.replace("-", "–")
