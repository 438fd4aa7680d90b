"""Lists of claims, as the pages on indicators and publications show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from silkfigures.publish.dictionary.content import Content, Record
from silkfigures.publish.dictionary.markdown import code, filled, grouped, link, plain
from silkfigures.schemas import Table, tables

TERMS = ("indicator", "flow")  # dimensions that the page itself or another column names
ACTUAL = "actual"  # the status that is not worth a word
Cell = Callable[[Record], str]


def claim_list(
    content: Content, claims: Sequence[Record], columns: dict[str, Cell], *, anchored: bool = False
) -> str:
    """A table of claims: their identifier, the columns given, and what every list of claims shows.

    Parameters
    ----------
    content : Content
        The tables.
    claims : sequence of rows
        Rows of `figures`.
    columns : dict
        Heading to what stands under it for a claim.
    anchored : bool
        Whether the identifiers are places to which links lead; otherwise they lead to such a place.
    """
    shown = {"claim": _anchor if anchored else _claim, **columns, **_common(content)}
    return filled(list(shown), [[cell(claim) for cell in shown.values()] for claim in claims])


def dimension_cells(content: Content, table: Table) -> dict[str, Cell]:
    """The dimensions of a themed table as columns of a list: heading to the label of a claim."""
    found: dict[str, Cell] = {}
    for name, feed in table.dimensions.items():
        if name not in TERMS and ":" not in feed:
            found[table[name].label["en"].lower()] = _labelled(content, feed)
    return found


def bounds(claim: Record) -> str:
    """The interval of a claim in words; nothing where the print allows one value only.

    >>> bounds({"value": "5900", "lower": "5850", "upper": "5950"})
    '5,850 to 5,950'
    >>> bounds({"value": "5", "lower": "5", "upper": ""}), bounds({"value": "5", "lower": "5", "upper": "5"})
    ('5 or more', '')
    """
    lower, upper = grouped(claim["lower"]), grouped(claim["upper"])
    if lower and upper:
        return "" if lower == upper else f"{lower} to {upper}"
    return f"{lower} or more" if lower else f"{upper} or less" if upper else "open"


def flag(claim: Record) -> str:
    """The flag of a claim as a link to what it means; nothing where it has none."""
    return link(code(claim["flag"]), "codes/flags.md") if claim["flag"] else ""


def _claim(claim: Record) -> str:
    name = claim["claim_id"]
    return link(name, f"sources/{claim['work']}.md", name)


def _anchor(claim: Record) -> str:
    return f"[{claim['claim_id']}]{{#{claim['claim_id']}}}"


def _common(content: Content) -> dict[str, Cell]:
    return {
        "period": lambda claim: claim["period"],
        "measure": lambda claim: _label(content, claim, "measure"),
        "value": lambda claim: grouped(claim["value"]),
        "between": bounds,
        "unit": lambda claim: code(claim["unit"]),
        "status": lambda claim: "" if claim["status"] == ACTUAL else _label(content, claim, "status"),
        "flag": flag,
        "likely": likely,
    }


def likely(claim: Record) -> str:
    """The likely figure where the print is wrong, with its unit; nothing where none is given."""
    return f"{grouped(claim['corrected_value'])} {code(claim['corrected_unit'])}".strip()


def _labelled(content: Content, column: str) -> Cell:
    return lambda claim: _label(content, claim, column)


def _label(content: Content, claim: Record, column: str) -> str:
    return plain(content.label(tables()["figures"][column], claim[column]))


def who_and_what(content: Content, claim: Record, columns: Iterable[str]) -> str:
    """The labels of several dimensions of a claim in one cell.

    The columns are generic ones of `figures`; those in which the claim has nothing are passed over.
    """
    return ", ".join(filter(None, (_label(content, claim, column) for column in columns)))
