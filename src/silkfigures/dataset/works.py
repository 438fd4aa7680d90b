"""A publication in words: its authors and its reference in one line."""

from __future__ import annotations

from collections.abc import Mapping

NOT_PRINTED = "not printed"


def authors(text: str) -> list[tuple[str, str]]:
    """Family and given names of the authors; a body has no given name; none where the print names none.

    Examples
    --------
    >>> authors("Dong, Bingchen; World Bank")
    [('Dong', 'Bingchen'), ('World Bank', '')]
    >>> authors("not printed")
    []
    """
    people = [person.partition(",") for person in text.split(";") if person.strip() not in ("", NOT_PRINTED)]
    return [(family.strip(), given.strip()) for family, _, given in people]


def reference(work: Mapping[str, str]) -> str:
    """One publication in one line, with nothing that is not printed in it.

    Parameters
    ----------
    work : mapping of str to str
        A row of the table `works`.

    Examples
    --------
    >>> work = dict.fromkeys(("issue", "doi"), "") | {"authors": "Dong, B.", "issued": "2025"}
    >>> reference(work | {"title": "Trade", "container": "Herald", "volume": "3", "pages": "4–9"})
    'Dong, B. (2025). Trade. Herald 3: 4–9.'
    """
    names = "; ".join(", ".join(filter(None, person)) for person in authors(work["authors"]))
    year = f"({work['issued']})" if work["issued"] else ""
    volume = work["volume"] + (f"({work['issue']})" if work["issue"] else "")
    where = " ".join(filter(None, (work["container"], volume)))
    where = f"{where}: {work['pages']}" if where and work["pages"] else where or work["pages"]
    doi = f"https://doi.org/{work['doi']}" if work["doi"] else ""
    parts = (" ".join(filter(None, (names, year))), work["title"], where)
    return " ".join([*(part.rstrip(".") + "." for part in parts if part), *([doi] if doi else [])])
