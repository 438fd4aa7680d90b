"""The reference tables of sources: works from their CSL-JSON entries, documents from their list."""

from __future__ import annotations

from typing import Any

from silkfigures.build.vocabulary import Cells, check_form
from silkfigures.readings import Document, Errors, Slip, Work
from silkfigures.readings.errors import nearest
from silkfigures.readings.sources import WORKS
from silkfigures.schemas import tables
from silkfigures.schemas.quotes import MAX_WORDS, word_count

NOBODY = "not printed"  # the authors of a work whose text names none

_PLAIN = {"container": "container-title", "volume": "volume", "issue": "issue", "pages": "page", "doi": "DOI"}


def work_rows(works: dict[str, Work], documents: dict[str, Document], errors: Errors) -> list[Cells]:
    """Rows of the table of works, by key; slips go to `errors`."""
    rows = []
    for work in sorted(works.values(), key=lambda work: work.key):
        with errors.at(WORKS, work.source_line):
            _check_place(work, documents)
            row = _row(work)
            for field in tables()["works"].fields:
                check_form(field, row[field.name])
            rows.append(row)
    return rows


def document_rows(documents: dict[str, Document]) -> list[Cells]:
    """Rows of the table of documents, by name."""
    rows = sorted(documents.values(), key=lambda document: document.name)
    sizes = ("bytes", "characters", "lines")
    return [{"document": d.name, "sha256": d.sha256} | {n: str(getattr(d, n)) for n in sizes} for d in rows]


def _check_place(work: Work, documents: dict[str, Document]) -> None:
    document = documents.get(work.document)
    if document is None:
        raise Slip(
            f"no such document in raw/documents.yaml: `{work.document}`", nearest(work.document, documents)
        )
    if work.last > document.lines:
        message = f"{work.key} ends in line {work.last}, its document has {document.lines}"
        raise Slip(message, 'mend `"lines"`')


def _row(work: Work) -> Cells:
    entry = work.entry
    row = {"work": work.key, "type": entry["type"], "title": _title(entry), "language": work.language}
    row |= {column: str(entry.get(key, "")) for column, key in _PLAIN.items()}
    row |= {"authors": _authors(entry.get("author", [])), "issued": _year(entry.get("issued"))}
    return row | {"document": work.document, "line_start": str(work.first), "line_end": str(work.last)}


def _title(entry: dict[str, Any]) -> str:
    """The title; of one as long as a passage, what CSL calls its short title."""
    title = entry["title"]
    if word_count(title) <= MAX_WORDS:
        return title
    short = entry.get("title-short", "")
    if not 0 < word_count(short) <= MAX_WORDS:
        message = f"the title has {word_count(title)} words, more than {MAX_WORDS}"
        raise Slip(message, 'add `"title-short": "…"`, its first words and […]')
    return short


def _authors(names: object) -> str:
    """Authors as "Family, Given; …"; a name without parts as it is."""
    if not isinstance(names, list) or not all(isinstance(name, dict) for name in names):
        raise Slip("`author` is no list of names", 'write `"author": [{ "family": "…", "given": "…" }]`')
    return "; ".join(_author(name) for name in names) or NOBODY


def _author(name: dict[str, Any]) -> str:
    if name.get("literal"):
        return name["literal"]
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name.get("family")]))
    if not family:
        raise Slip("an author without `family` or `literal`", "add one of them")
    return ", ".join(filter(None, [family, name.get("given"), name.get("suffix")]))


def _year(issued: Any) -> str:
    """Year of a CSL date; empty when there is none."""
    if issued is None:
        return ""
    try:
        return str(issued["date-parts"][0][0])
    except (TypeError, KeyError, IndexError):
        raise Slip("`issued` is no CSL date", 'write `"issued": { "date-parts": [[2025]] }`') from None
