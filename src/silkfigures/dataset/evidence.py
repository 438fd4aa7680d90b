"""The evidence of one claim: the printed words, where they stand, who printed them and what is in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from silkfigures.dataset import codes, store
from silkfigures.dataset.errors import UnknownName, nearest
from silkfigures.dataset.works import reference

if TYPE_CHECKING:
    import pandas as pd

MASTER = "figures"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind one claim. Printing it gives a page of text; a notebook shows it as HTML.

    Attributes
    ----------
    claim_id : str
        The claim.
    row : dict of str to str
        The claim's row in its themed table, as published; empty strings where a value is missing.
    quote, printed : str
        The quoted words, and the figure among them.
    facts : dict of str to str
        What the claim says and where it is printed, by heading, in reading order.
    doubts : dict of str to str
        What is doubtful about it, by heading; empty when nothing is.
    related : dict of str to str
        Other claims: of the same fact, the total it is part of, its own parts. Claim to description.
    """

    claim_id: str
    row: dict[str, str]
    quote: str
    printed: str
    facts: dict[str, str]
    doubts: dict[str, str]
    related: dict[str, str]

    def __str__(self) -> str:
        """The evidence as plain text, at most 100 columns wide."""
        from silkfigures.dataset.evidence_views import as_text

        return as_text(self)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        """The evidence as an HTML table, every text escaped."""
        from silkfigures.dataset.evidence_views import as_html

        return as_html(self)


def evidence(claim: str | Mapping[str, object] | pd.Series | pd.DataFrame) -> Evidence:
    """What stands behind a claim: the printed words, the place, the publication, and every doubt.

    Parameters
    ----------
    claim : str or row
        A claim id such as "dong2025-025", or a row of an observation table that has a `claim_id`: a Series, a
        mapping or a DataFrame of one row.

    Returns
    -------
    Evidence
        Readable when printed, and as HTML in a notebook.

    Raises
    ------
    SilkfiguresError
        When there is no such claim; the message names the nearest.

    Examples
    --------
    >>> import silkfigures as sf
    >>> found = sf.evidence(sf.load("trade").iloc[0])
    >>> found.printed in found.quote
    True
    """
    wanted = _claim_id(claim)
    claims = {row["claim_id"]: row for row in store.records(MASTER)}
    if wanted not in claims:
        raise _no_such_claim(wanted, list(claims))
    master = claims[wanted]
    table = master["theme"]
    row = next((row for row in store.records(table) if row["claim_id"] == wanted), master)
    return Evidence(
        claim_id=wanted,
        row=row,
        quote=row["quote"],
        printed=row["printed"],
        facts={**_meaning(table, row), **_place(row)},
        doubts={**_doubts(row), **_conflicts(wanted, claims)},
        related=_related(wanted, row, claims),
    )


def _claim_id(claim: Any) -> str:
    """The claim id in whatever was given."""
    if isinstance(claim, str):
        return claim.strip()
    if getattr(claim, "ndim", 0) == 2:
        if len(claim) != 1:
            raise UnknownName(
                f"evidence() shows one claim; {len(claim)} rows were given. Take one: rows.iloc[0]."
            )
        claim = claim.iloc[0]
    name = claim.get("claim_id") if hasattr(claim, "get") else None
    if isinstance(name, str):
        return name
    raise UnknownName(f"evidence() takes a claim id or a row with a 'claim_id', not {type(claim).__name__}.")


def _no_such_claim(wanted: str, claims: list[str]) -> UnknownName:
    close = nearest(wanted, {claim: claim for claim in claims})
    hint = f" Did you mean {' or '.join(map(repr, close))}?" if close else ""
    works = ", ".join(dict.fromkeys(claim.rpartition("-")[0] for claim in claims))
    return UnknownName(
        f"{wanted!r} is not a claim.{hint} A claim id is the key of a work, a hyphen and a number."
        f" Works: {works}."
    )


def _meaning(table: str, row: Mapping[str, str]) -> dict[str, str]:
    """Who, what, when and how much, with the headings of the table."""
    found = {"Value": amount(row), "Indicator": _called(table, row, "indicator")}
    names = [field["name"] for field in store.fields(table)]
    for field in store.fields(table)[1 : names.index("period")]:
        if row[field["name"]] and field["name"] not in ("indicator", "flow", "theme"):
            found[field["title"]] = _called(table, row, field["name"])
    found["Period"] = row["period"] or "not stated in the text"
    for column in ("base_period", "announced", "qualifier", "status"):
        if row[column]:
            found[_title(table, column)] = _called(table, row, column)
    return found


def _place(row: Mapping[str, str]) -> dict[str, str]:
    """Which publication, where in it, and whom it cites."""
    work = next((work for work in store.records("works") if work["work"] == row["work"]), None)
    cited = {"Cites": row["attributed_to"]} if row["attributed_to"] else {}
    return {
        "Publication": reference(work) if work else row["work"],
        **cited,
        "Document": f"{row['document']}, line {row['line']}, characters {row['start']} to {row['end']}",
    }


def _doubts(row: Mapping[str, str]) -> dict[str, str]:
    found = {}
    if row["flag"]:
        flag = next((flag for flag in store.records("flags") if flag["flag"] == row["flag"]), {})
        found["Flag"] = ": ".join(filter(None, (flag.get("label_en", row["flag"]), flag.get("definition"))))
    if row["corrected_value"] or row["corrected_unit"]:
        likely = {
            "value": row["corrected_value"] or row["value"],
            "unit": row["corrected_unit"] or row["unit"],
        }
        found["Likely"] = f"{grouped(likely['value'])} {likely['unit']}"
    if row["note"]:
        found["Note"] = row["note"]
    return found


def _conflicts(wanted: str, claims: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The claims that contradict it, with the gap, the likely cause and which to take."""
    found = []
    for row in store.records("conflicts"):
        if wanted in (row["claim"], row["other"]):
            other = row["other"] if wanted == row["claim"] else row["claim"]
            gap = f"{grouped(row['gap'])} {row['unit']} apart, " if row["gap"] else ""
            better = (
                f"{row['preferred']} ({_called('conflicts', row, 'rule')})" if row["preferred"] else "none"
            )
            cause = f"{gap}cause: {_called('conflicts', row, 'cause')}, preferred: {better}"
            found.append(f"{other} ({_short(claims[other])}): {cause}")
    return {"In conflict with": "; ".join(found)} if found else {}


def _related(wanted: str, row: Mapping[str, str], claims: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Other claims of the same fact, the total above and the parts below."""
    found = {}
    if row["part_of"] in claims:
        found[row["part_of"]] = "the total it is part of: " + _short(claims[row["part_of"]])
    for name, other in claims.items():
        if name != wanted and other["fact"] == row["fact"]:
            found[name] = "the same fact: " + _short(other)
        elif other["part_of"] == wanted:
            found[name] = "a part of it: " + _short(other)
    return found


def _short(row: Mapping[str, str]) -> str:
    return f"{grouped(row['value'])} {row['unit']}, {row['indicator']}, {row['period'] or 'no period'}"


def _title(table: str, column: str) -> str:
    return next(field["title"] for field in store.fields(table) if field["name"] == column)


def _called(table: str, row: Mapping[str, str], column: str) -> str:
    """A code with its English label; any other text as it is."""
    code = row[column]
    label = (codes.labels(table, column, "en") or {}).get(code)
    return f"{label} ({code})" if label and label != code else code


def grouped(number: str) -> str:
    """A plain decimal with its thousands set apart.

    >>> grouped("5900000000"), grouped("-0.5")
    ('5,900,000,000', '-0.5')
    """
    whole, point, part = number.partition(".")
    return f"{int(whole):,}{point}{part}" if whole.lstrip("-").isdigit() and int(whole) else number


def amount(row: Mapping[str, str]) -> str:
    """The value with its unit, and the interval that the print allows.

    >>> amount({"value": "5900000000", "lower": "5850000000", "upper": "5950000000", "unit": "USD"})
    '5,900,000,000 USD (from 5,850,000,000 to 5,950,000,000)'
    """
    value, lower, upper = (grouped(row[name]) for name in ("value", "lower", "upper"))
    printed = f"{value} {row['unit']}"
    if lower and upper:
        return printed if lower == upper == value else f"{printed} (from {lower} to {upper})"
    if lower:
        return f"{printed} (at least {lower})"
    return f"{printed} (at most {upper})" if upper else printed
