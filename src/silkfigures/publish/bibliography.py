"""The publications as the catalogues name them: what kind each is there, who wrote it, its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from silkfigures.publish.package import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """What a CSL type is called in CITATION.cff, in schema.org, in DataCite and in Zenodo."""

    cff: str
    schema_org: str
    datacite: str
    zenodo: str


KINDS = {
    "article": Kind("article", "ScholarlyArticle", "Text", "publication-article"),
    "article-journal": Kind("article", "ScholarlyArticle", "JournalArticle", "publication-article"),
    "paper-conference": Kind(
        "conference-paper", "ScholarlyArticle", "ConferencePaper", "publication-conferencepaper"
    ),
    "chapter": Kind("generic", "Chapter", "BookChapter", "publication-section"),
    "book": Kind("book", "Book", "Book", "publication-book"),
}
OTHER = Kind("generic", "CreativeWork", "Text", "publication-other")


def kind(work: Record) -> Kind:
    """What kind of publication a row of the table `works` is.

    >>> kind({"type": "article-journal"}).datacite
    'JournalArticle'
    """
    return KINDS.get(work["type"], OTHER)


def page_range(work: Record) -> tuple[str, str]:
    """First and last page; empty where none is printed, the last alone where there is one page only.

    >>> page_range({"pages": "12–19"}), page_range({"pages": "12"}), page_range({"pages": ""})
    (('12', '19'), ('12', ''), ('', ''))
    """
    first, _, last = re.sub("[–—]", "-", work["pages"]).partition("-")
    return first.strip(), last.strip()


def filled(**properties: object) -> dict[str, object]:
    """The properties that say something, in the order given; `_` at the end of a name is dropped.

    >>> filled(title="A", volume="", issue=None, type_=0)
    {'title': 'A', 'type': 0}
    """
    return {name.rstrip("_"): value for name, value in properties.items() if value not in ("", None, [], {})}
