"""BibTeX of the release and of works."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from silkfigures.dataset.works import authors

if TYPE_CHECKING:
    from pybtex.database import Entry, Person

# The kind of BibTeX entry for each CSL type, and the field that names where the work appeared.
ENTRIES = {
    "article-journal": ("article", "journal"),
    "paper-conference": ("inproceedings", "booktitle"),
    "chapter": ("incollection", "booktitle"),
    "book": ("book", "series"),
}
FIELDS = {
    "version": "version",
    "issued": "year",
    "volume": "volume",
    "issue": "number",
    "pages": "pages",
    "doi": "doi",
    "url": "url",
    "language": "language",
}
# What the BibTeX writer leaves as it is although TeX would act on it.
SPECIAL = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "^": r"\^{}",
     "~": r"\textasciitilde{}"}
)  # fmt: skip


def entries(sources: Iterable[Mapping[str, str]]) -> str:
    """BibTeX entries of sources: rows of the table `works`, or the release in the same columns."""
    from pybtex.database import BibliographyData

    found = {source["work"]: _entry(source) for source in sources}
    return BibliographyData(found).to_string("bibtex").rstrip("\n")


def _entry(source: Mapping[str, str]) -> Entry:
    """One source; of the release the language is not told."""
    from pybtex.database import Entry

    kind, container = ENTRIES.get(source["type"], ("misc", "howpublished"))
    fields = {"title": source["title"], container: source["container"]}
    fields |= {name: source.get(column, "") for column, name in FIELDS.items()}
    if source["type"] == "dataset":
        fields["language"] = ""
    people = [_person(*person) for person in authors(source["authors"])]
    return Entry(kind, fields=_filled(fields), persons={"author": people} if people else {})


def _filled(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields that say something, made safe for TeX; a dash between pages as BibTeX writes it."""
    found = {name: text.translate(SPECIAL) for name, text in fields.items() if text}
    return found | {"pages": found["pages"].replace("–", "--")} if "pages" in found else found


def _person(family: str, given: str) -> Person:
    """A person, or a body that stands as one name."""
    from pybtex.database import Person

    person = Person()
    family, given = family.translate(SPECIAL), given.translate(SPECIAL)
    person.last_names = [family if given else f"{{{family}}}"]
    person.first_names = [given] if given else []
    return person
