"""Lists of claims, as the pages on indicators and publications show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from silkfigures.publish.dictionary.content import Content, Record
from silkfigures.publish.dictionary.markdown import code, grid, grouped, link, plain, unbroken
from silkfigures.schemas import Table, tables

TERMS = ("indicator", "flow")  # dimensions that the page itself or another column names
ACTUAL = "actual"  # the status that is not worth a word
BOUNDED = ("lower", "upper", "likely")
Cell = Callable[[Record], str]


def claim_list(
    content: Content, claims: Sequence[Record], columns: Mapping[str, Cell], *, bounded: bool = False
) -> str:
    """A table of claims: their identifier, the columns given, and what every list of claims shows.

    Parameters
    ----------
    content : Content
        The tables.
    claims : sequence of rows
        Rows of `figures`.
    columns : mapping of str to callable
        Heading to what stands under it for a claim.
    bounded : bool
        Whether to show the bounds and the likely figures, and to link to the publication. Otherwise the
        identifiers are the places to which such links lead.
    """
    common = _common(content)
    if not bounded:
        common = {name: cell for name, cell in common.items() if name not in BOUNDED}
    shown = {"claim": _claim if bounded else _anchor, **columns, **common}
    return grid(list(shown), [[cell(claim) for cell in shown.values()] for claim in claims])


def dimension_cells(content: Content, table: Table) -> dict[str, Cell]:
    """The dimensions of a themed table as columns of a list: heading to the label of a claim."""
    found: dict[str, Cell] = {}
    for name, feed in table.dimensions.items():
        if name not in TERMS and ":" not in feed:
            found[table[name].label["en"].lower()] = _labelled(content, feed)
    return found


def period(claim: Record) -> str:
    """The period of a claim."""
    return unbroken(claim["period"])


def flag(claim: Record) -> str:
    """The flag of a claim as a link to what it means; nothing where it has none."""
    return link(code(claim["flag"]), "codes/flags.md") if claim["flag"] else ""


def _claim(claim: Record) -> str:
    name = claim["claim_id"]
    return unbroken(link(name, f"sources/{claim['work']}.md", name))


def _anchor(claim: Record) -> str:
    return f"[{claim['claim_id']}]{{#{claim['claim_id']} .unbroken}}"


def _common(content: Content) -> dict[str, Cell]:
    return {
        "measure": lambda claim: _label(content, claim, "measure"),
        "value": lambda claim: grouped(claim["value"]),
        "unit": lambda claim: code(claim["unit"]),
        "status": lambda claim: "" if claim["status"] == ACTUAL else _label(content, claim, "status"),
        "flag": flag,
        "lower": lambda claim: grouped(claim["lower"]),
        "upper": lambda claim: grouped(claim["upper"]),
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
