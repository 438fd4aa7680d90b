"""Citations of the release and of the works behind the rows in hand, in BibTeX, APA and GOST."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from silkfigures.dataset import apa, bibtex, gost, store
from silkfigures.dataset.errors import UnknownName, unknown

if TYPE_CHECKING:
    import pandas as pd

Format = Literal["bibtex", "apa", "gost", "gost-7.0.100"]
Language = Literal["ru", "kk", "en"]
Sources = Iterable[Mapping[str, str]]
# What turns sources, each a row of the table `works` or `_release()`, into the text of a citation.
WRITERS: dict[Format, Callable[[Sources, Language], str]] = {
    "bibtex": lambda sources, lang: bibtex.entries(sources),
    "apa": lambda sources, lang: apa.references(sources),
    "gost": gost.references,
    "gost-7.0.100": gost.records,
}
FORMATS = tuple(WRITERS)


def cite(
    rows: pd.DataFrame | pd.Series | str | Iterable[str] | None = None,
    format: Format = "bibtex",
    lang: Language = "ru",
) -> str:
    """Citations of the release and, when rows are given, of the works that print them.

    Parameters
    ----------
    rows : DataFrame, Series, str or iterable of str, optional
        Rows with a column `work` or `claim_id`; or claim ids and keys of works. Nothing: the release alone.
    format : {"bibtex", "apa", "gost", "gost-7.0.100"}
        The form of the citation: BibTeX; the reference list of APA 7; GOST R 7.0.5-2008, the references that
        journals of Kazakhstan and Russia ask for; GOST R 7.0.100-2018, the bibliographic record of theses and
        reports.
    lang : {"ru", "kk", "en"}
        For GOST: the language of your list, in which the release is called an electronic resource.

    Returns
    -------
    str
        The release first, then the works in the order of their table. BibTeX: one entry each, with the key
        `silkfigures-<version>` or that of the work. The others: one a line, as plain text. Only what the
        works print of themselves is cited. GOST takes the words for volume, pages and "and others" from the
        language of the work.

    Raises
    ------
    SilkfiguresError
        For a claim, work, format or language that does not exist.

    Examples
    --------
    >>> import silkfigures as sf
    >>> print(sf.cite().splitlines()[0].partition("-")[0])
    @misc{silkfigures
    >>> print(sf.cite("dong2025", "gost").splitlines()[1])
    Дун Бинчэнь. Межгосударственные отношения Китая и Казахстана: элементы новой логистики. – 2025. – \
DOI: 10.35775/PSI.2025.70.5.023.
    """
    if format not in WRITERS:
        raise unknown("a format of citations", format, FORMATS)
    if lang not in gost.WORDS:
        raise unknown("a language of citations", lang, gost.WORDS)
    wanted = set() if rows is None else _works(rows)
    works = [work for work in store.records("works") if work["work"] in wanted]
    return WRITERS[format]([_release(), *works], lang)


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


def _release() -> dict[str, str]:
    """The release, from what the descriptor says of it, in the columns of the table `works` and two more."""
    about = store.descriptor()
    found = dict.fromkeys((field["name"] for field in store.fields("works")), "")
    address = about.get("id", "")
    doi = address.removeprefix("https://doi.org/")
    return found | {
        "work": f"silkfigures-{about['version']}",
        "type": "dataset",
        "authors": "; ".join(person["title"] for person in about.get("contributors", [])),
        "title": about["title"],
        "issued": about.get("created", "")[:4],
        "doi": doi if doi.startswith("10.") else "",
        "language": "en",
        "version": about["version"],
        "url": about.get("homepage", ""),
    }
