"""Which codes a column may hold, what they are called, and how else people write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from silkfigures.dataset import store
from silkfigures.dataset.errors import unknown


def languages() -> list[str]:
    """The languages of the labels.

    >>> languages()
    ['en', 'ru', 'kk']
    """
    return store.descriptor()["silkfigures:languages"]


def allowed(table: str, column: str) -> list[str] | None:
    """The codes a column may hold, in the order of their list; None where it holds free text or numbers.

    Examples
    --------
    >>> allowed("trade", "qualifier")
    ['exact', 'about', 'over', 'under', 'range']
    >>> allowed("trade", "quote") is None
    True
    """
    facts = _field(table, column)
    if column in store.referred(table):
        target, key = store.referred(table)[column]
        return [row[key] for row in store.records(target)]
    if "silkfigures:codes" in facts:
        return [row["code"] for row in _closed(facts["silkfigures:codes"])]
    return facts.get("constraints", {}).get("enum")


def labels(table: str, column: str, lang: str) -> dict[str, str] | None:
    """Code to label in `lang` for a column whose codes have labels; None for every other column.

    Examples
    --------
    >>> labels("trade", "reporter", "ru")["KAZ"]
    'Казахстан'
    """
    if lang not in languages():
        raise unknown("a language of the labels", lang, languages())
    facts, heading = _field(table, column), f"label_{lang}"
    if column in store.referred(table):
        target, key = store.referred(table)[column]
        if any(field["name"] == heading for field in store.fields(target)):
            return {row[key]: row[heading] for row in store.records(target)}
    elif "silkfigures:codes" in facts:
        return {row["code"]: row[heading] for row in _closed(facts["silkfigures:codes"])}
    return None


def check(table: str, column: str, given: Iterable[str]) -> None:
    """Raise for the first of `given` that is no code of a coded column, naming the nearest code."""
    codes = allowed(table, column)
    if codes is None:
        return
    for code in given:
        if code not in codes:
            raise unknown(f"a code of '{column}' in '{table}'", code, codes, spellings(codes))


def spellings(codes: Iterable[str]) -> dict[str, str]:
    """Labels in three languages and spellings of the texts, each with its code, for the codes given.

    Examples
    --------
    >>> spellings(["KAZ"])["Қазақстан"]
    'KAZ'
    """
    wanted = set(codes)
    found: dict[str, str] = {}
    for table in store.resources():
        names = [field["name"] for field in store.fields(table)]
        if "label_en" not in names:
            continue
        key = "code" if "code" in names else names[0]
        for row in store.records(table):
            if row[key] in wanted:
                others = row.get("variants", "").split(";")
                for spelling in (*(row[f"label_{lang}"] for lang in languages()), *others):
                    if spelling.strip():
                        found.setdefault(spelling.strip(), row[key])
    return found


def _field(table: str, column: str) -> dict[str, Any]:
    columns = {field["name"]: field for field in store.fields(table)}
    if column not in columns:
        raise unknown(f"a column of '{table}'", column, columns)
    return columns[column]


def _closed(name: str) -> list[dict[str, str]]:
    return [row for row in store.records("codes") if row["list"] == name]
