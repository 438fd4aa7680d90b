"""References by GOST R 7.0.5-2008 and bibliographic records by GOST R 7.0.100-2018, as plain text.

Both put ". – " between the areas of a description, as journals of Kazakhstan and Russia do, and give the
words for volume, pages and "and others" in the language of the work. They differ in the names: a reference
begins with up to three authors and does not repeat them; a record begins with the first of them and names
them all after the title. A work of four or more authors, or of none, begins with its title; a body stands
after it. What a work does not print is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from silkfigures.dataset.names import Author, people

AREA = ". – "
HEADED = 3  # a work of more authors than this begins with its title
NAMED = 4  # a record names so many authors; of more, one fewer


class Words(NamedTuple):
    """The words of a description in one language."""

    volume: str
    issue: str
    pages: str
    others: str
    medium: str  # of the release, in a reference
    content: str  # of the release, in a record


WORDS = {
    "ru": Words("Т.", "№", "С.", "и др.", "[Электронный ресурс]", "Электронные данные : электронные"),
    "kk": Words("Т.", "№", "Б.", "және т. б.", "[Электрондық ресурс]", "Электрондық деректер : электрондық"),
    "en": Words("Vol.", "No.", "P.", "et al.", "[Electronic resource]", "Electronic data : electronic"),
}


def references(sources: Iterable[Mapping[str, str]], lang: str = "ru") -> str:
    """References of sources (rows of the table `works`, or the release in the same columns), one a line.

    `lang` is the language of the list, in which the release is called an electronic resource.

    Examples
    --------
    >>> work = {"type": "article-journal", "authors": "Иванов, И.И.", "title": "Торговля", "issued": "2025"}
    >>> work |= {"container": "Вестник", "volume": "", "issue": "2", "pages": "4-9", "doi": ""}
    >>> references([work | {"language": "ru"}])
    'Иванов И. И. Торговля // Вестник. – 2025. – № 2. – С. 4–9.'
    """
    return "\n".join(_reference(source, WORDS[lang]) for source in sources)


def records(sources: Iterable[Mapping[str, str]], lang: str = "ru") -> str:
    """Bibliographic records of sources, one a line; `lang` is the language of the list.

    Examples
    --------
    >>> work = {"type": "article-journal", "authors": "Иванов, И.И.", "title": "Торговля", "issued": "2025"}
    >>> work |= {"container": "Вестник", "volume": "3", "issue": "2", "pages": "4-9", "doi": ""}
    >>> records([work | {"language": "ru"}])
    'Иванов, И. И. Торговля / И. И. Иванов // Вестник. – 2025. – Т. 3, № 2. – С. 4–9.'
    """
    return "\n".join(_record(source, WORDS[lang]) for source in sources)


def _reference(source: Mapping[str, str], own: Words) -> str:
    authors, words = people(source["authors"]), _words(source)
    medium = f" {own.medium}" if source["type"] == "dataset" else ""
    if len(authors) > HEADED:
        heading, responsible = [], f"{_direct(authors[0])} [{words.others}]"
    else:
        heading = [author for author in authors if author.given]
        responsible = ", ".join(_direct(author) for author in authors if not author.given)
    names = ", ".join(_inverted(author, " ") for author in heading)
    title = " / ".join(filter(None, (source["title"] + medium, responsible)))
    return _joined(names, title, _areas(source, words, between=AREA, doi="DOI: "))


def _record(source: Mapping[str, str], own: Words) -> str:
    authors, words = people(source["authors"]), _words(source)
    heading = [author for author in authors if author.given] if len(authors) <= HEADED else []
    named = authors if len(authors) <= NAMED else authors[: NAMED - 1]
    others = f" [{words.others}]" if len(named) < len(authors) else ""
    names = "".join(_inverted(author, ", ") for author in heading[:1])
    title = " / ".join(filter(None, (source["title"], ", ".join(map(_direct, named)) + others)))
    content = [own.content] if source["type"] == "dataset" else []
    return _joined(names, title, [*_areas(source, words, between=", ", doi="DOI "), *content])


def _words(source: Mapping[str, str]) -> Words:
    """The words of the work's language; English ones for a language that has none here."""
    return WORDS.get(source["language"], WORDS["en"])


def _inverted(author: Author, comma: str) -> str:
    """The family name first, then `comma` and the initials."""
    return author.in_order or comma.join(filter(None, (author.family, author.initials)))


def _direct(author: Author) -> str:
    """The initials first, then the family name."""
    return author.in_order or " ".join(filter(None, (author.initials, author.family)))


def _areas(source: Mapping[str, str], words: Words, *, between: str, doi: str) -> list[str]:
    """What follows the title: where and when the work appeared, its number, pages and address.

    `between` stands between volume and issue, `doi` before the identifier.
    """
    volume = f"{words.volume} {source['volume']}" if source["volume"] else ""
    issue = f"{words.issue} {source['issue']}" if source["issue"] else ""
    pages = f"{words.pages} {source['pages'].replace('-', '–')}" if source["pages"] else ""
    version = f"Version {source['version']}" if source.get("version") else ""
    address = f"URL: {source['url']}" if source.get("url") else ""
    if source["doi"]:
        address = doi + source["doi"]
    number = between.join(filter(None, (volume, issue)))
    container = f"// {source['container']}" if source["container"] else ""
    return [part for part in (container, version, source["issued"], number, pages, address) if part]


def _joined(heading: str, title: str, areas: list[str]) -> str:
    """Heading, title and areas with the signs between them and a full stop at the end."""
    if heading:
        title = f"{heading if heading.endswith('.') else heading + '.'} {title}"
    inside = areas and areas[0].startswith("// ")
    if inside:
        title = f"{title} {areas[0]}"
    text = title
    for area in areas[1:] if inside else areas:
        text = text.removesuffix(".") + AREA + area
    return text if text.endswith((".", "?", "!")) else f"{text}."
