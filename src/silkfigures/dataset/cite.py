"""BibTeX of the release and of the works behind the rows in hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from silkfigures.dataset import store
from silkfigures.dataset.errors import UnknownName, unknown
from silkfigures.dataset.works import authors

if TYPE_CHECKING:
    import pandas as pd
    from pybtex.database import Entry, Person

FORMATS = ("bibtex",)
# The kind of BibTeX entry for each CSL type, and the field that names where the work appeared.
ENTRIES = {
    "article-journal": ("article", "journal"),
    "paper-conference": ("inproceedings", "booktitle"),
    "chapter": ("incollection", "booktitle"),
    "book": ("book", "series"),
}
FIELDS = {
    "issued": "year",
    "volume": "volume",
    "issue": "number",
    "pages": "pages",
    "doi": "doi",
    "language": "language",
}
# What the BibTeX writer leaves as it is although TeX would act on it.
SPECIAL = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "^": r"\^{}",
     "~": r"\textasciitilde{}"}
)  # fmt: skip


def cite(rows: pd.DataFrame | str | Iterable[str] | None = None, format: str = "bibtex") -> str:
    """BibTeX to cite the release and, when rows are given, the works that print them.

    Parameters
    ----------
    rows : DataFrame, str or iterable of str, optional
        Rows with a column `work` or `claim_id`; or claim ids and keys of works. Nothing: the release alone.
    format : {"bibtex"}
        The form of the citation.

    Returns
    -------
    str
        One entry for the release (key `silkfigures-<version>`), then one a work (its key in the table
        `works`), in the order of that table. Only what the works print of themselves stands in an entry.

    Raises
    ------
    SilkfiguresError
        For a claim, work or format that does not exist.

    Examples
    --------
    >>> import silkfigures as sf
    >>> print(sf.cite().splitlines()[0].partition("-")[0])
    @misc{silkfigures
    """
    if format not in FORMATS:
        raise unknown("a format of citations", format, FORMATS)
    from pybtex.database import BibliographyData

    entries = {f"silkfigures-{store.descriptor()['version']}": _release()}
    wanted = set() if rows is None else _works(rows)
    for work in store.records("works"):
        if work["work"] in wanted:
            entries[work["work"]] = _work(work)
    return BibliographyData(entries).to_string("bibtex").rstrip("\n")


def _works(rows: Any) -> set[str]:
    """The keys of the works behind rows, claim ids or keys."""
    if getattr(rows, "ndim", 0) == 2:
        column = next((name for name in ("work", "claim_id") if name in rows.columns), None)
        if column is None:
            raise UnknownName(
                "cite() needs a column 'work' or 'claim_id' in the rows. Keep one when you select columns."
            )
        rows = rows[column].dropna().unique()
    elif hasattr(rows, "get") and rows.get("work") is not None:
        rows = rows["work"]
    names = [rows] if isinstance(rows, str) else [str(name) for name in rows]
    works = [row["work"] for row in store.records("works")]
    claims = {row["claim_id"]: row["work"] for row in store.records("figures")}
    return {_work_of(name, works, claims) for name in names}


def _work_of(name: str, works: list[str], claims: Mapping[str, str]) -> str:
    """The work that a key or a claim id names."""
    if name not in works and name not in claims:
        raise unknown("a work or a claim", name, works, {claim: claim for claim in claims})
    return claims.get(name, name)


def _release() -> Entry:
    """The release, from what the descriptor says of it."""
    from pybtex.database import Entry

    about = store.descriptor()
    fields = {"title": about["title"], "version": about["version"], "year": about.get("created", "")[:4]}
    fields |= {"doi": about.get("id", "").removeprefix("https://doi.org/"), "url": about.get("homepage", "")}
    if not fields["doi"].startswith("10."):
        fields["doi"] = ""
    people = [_person(person["title"], "") for person in about.get("contributors", [])]
    return Entry("misc", fields=_filled(fields), persons={"author": people} if people else {})


def _work(work: Mapping[str, str]) -> Entry:
    """One publication, from its row in `works`."""
    from pybtex.database import Entry

    kind, container = ENTRIES.get(work["type"], ("misc", "howpublished"))
    fields = {"title": work["title"], container: work["container"]}
    fields |= {name: work[column] for column, name in FIELDS.items()}
    people = [_person(*person) for person in authors(work["authors"])]
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
