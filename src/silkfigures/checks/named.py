"""What a claim names stands in its publication: the years of its periods, its parties.

A reader may know better than the words: a year follows from others, a party has a spelling of its own. The
note of the claim and the `variants` of the code lists are there to say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from silkfigures.quantities.tidy import tidy
from silkfigures.readings import (
    Claim,
    Errors,
    Text,
    Work,
    load_documents,
    load_readings,
    load_text,
    load_works,
)
from silkfigures.readings.places import READINGS
from silkfigures.schemas import LANGUAGES, fields
from silkfigures.schemas.csvfile import keyed, read_csv
from silkfigures.schemas.findings import Finding, shown

PERIODS = ("period", "base_period", "announced")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
WORD = re.compile(r"\w+")
YEAR_MEND = "correct it; or, where it follows from other words, name the year in `note` and say how"
PARTY_MEND = "correct it; or add the spelling that is printed to `variants` in raw/codelists"
STEM, ENDING = 4, 3  # letters of a word that stay, and that an ending may change

Row = Mapping[str, str]


def named_findings(root: Path, texts: Path) -> list[Finding]:
    """The years and parties of claims that their publication does not name.

    Parameters
    ----------
    root : Path
        The repository; its `raw/` must be sound (see `verify`).
    texts : Path
        The folder of the source texts.
    """
    errors = Errors()
    works, documents = load_works(root, errors), load_documents(root, errors)
    whole = {name: load_text(texts, document) for name, document in documents.items()}
    parties, found = _listed(root), []
    for reading in load_readings(root / READINGS, errors):
        words = _words(whole[reading.document], works[reading.work])
        years = set(YEAR.findall(f"{words} {works[reading.work].entry.get('issued', '')}"))
        silent = parties.keys() - _spoken(parties, words)
        for _, claim in reading.claims:
            found += [*_years(reading.path, claim, years), *_parties(reading.path, claim, silent)]
    errors.check()
    return found


def _words(text: Text, work: Work) -> str:
    """The lines of a work in small letters, with broken words mended."""
    return tidy("\n".join(text.text.split("\n")[work.first - 1 : work.last])).low


def _years(path: str, claim: Claim, printed: set[str]) -> Iterator[Finding]:
    """Years that stand neither in the publication (its year of issue included) nor in the note.

    The base of a comparison may be the year before the period: "year on year" prints one of the two.
    """
    known = printed | set(YEAR.findall(claim.keys.get("note", "")))
    before = {str(int(year) - 1) for year in YEAR.findall(claim.keys.get("period", ""))}
    for key in PERIODS:
        allowed = known | before if key == "base_period" else known
        for year in sorted(set(YEAR.findall(claim.keys.get(key, ""))) - allowed):
            message = f"the year {year} of `{key}` stands nowhere in the publication"
            yield Finding(path, claim.line_of(key), key, message, YEAR_MEND)


def _parties(path: str, claim: Claim, silent: set[str]) -> Iterator[Finding]:
    for key, code in claim.keys.items():
        if code in silent and key in fields() and fields()[key].refers == "parties.party":
            message = f"{shown(code)} is named nowhere in the publication"
            yield Finding(path, claim.line_of(key), key, message, PARTY_MEND)


def _listed(root: Path) -> dict[str, Row]:
    """The rows of all parties by code."""
    rows: dict[str, Row] = {}
    for table, key in (("places", "place"), ("organisations", "organisation")):
        cells, _ = read_csv(root / f"raw/codelists/{table}.csv")
        rows |= keyed({table: cells}, table, key) if cells else {}
    return rows


def _spoken(parties: Mapping[str, Row], words: str) -> set[str]:
    """The parties that words name; a group of others, too, where they name all its members."""
    named = {code for code, row in parties.items() if any(_stands(name, words) for name in _names(code, row))}
    members = {code: set(row.get("members", "").split()) for code, row in parties.items()}
    return named | {code for code, them in members.items() if them and them <= named}


def _names(code: str, row: Row) -> list[str]:
    return [code, *(row[f"label_{lang}"] for lang in LANGUAGES), *row["variants"].split(";")]


def _stands(name: str, words: str) -> bool:
    """Whether each word of a name stands in some words, give or take its ending.

    >>> _stands("Республика Казахстан", "в республике казахстана"), _stands(" ", "казахстан")
    (True, False)
    """
    stems = [word[: max(STEM, len(word) - ENDING)] for word in WORD.findall(name.lower())]
    return bool(stems) and all(stem in words for stem in stems)
