"""Pieces of MyST Markdown: text that means itself, links between pages, tables, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from silkfigures.publish.review import table

NUMBERS = ("value", "lower", "upper", "rows", "claims", "codes", "indicators", "numbers", "flagged")
LONG = 40  # characters
Cells = Sequence[object]
_SPECIAL = re.compile(r"([\\`*_\[\]<>{}$#~&^])")


def plain(text: str) -> str:
    """A text of the tables as Markdown that shows it unchanged, on one line.

    >>> plain("[19], *about*  5 <t>")
    '\\\\[19\\\\], \\\\*about\\\\* 5 \\\\<t\\\\>'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """A code or name set as code; nothing for nothing.

    >>> code("KAZ"), code("")
    ('`KAZ`', '')
    """
    return f"`{text}`" if text else ""


def link(text: str, page: str, place: str = "") -> str:
    """A link from one page of the dictionary to another, or to a place in it.

    >>> link("`trade`", "tables/trade.md")
    '[`trade`](../tables/trade.md)'
    """
    return f"[{text}](../{page}{'#' + place if place else ''})"


def to_table(name: str) -> str:
    """A link to the page of a table.

    >>> to_table("trade")
    '[`trade`](../tables/trade.md)'
    """
    return link(code(name), f"tables/{name}.md")


def grouped(number: str) -> str:
    """A decimal number with its thousands apart.

    >>> grouped("5900000000"), grouped("-0.5"), grouped("")
    ('5,900,000,000', '-0.5', '')
    """
    return f"{Decimal(number):,f}" if number else ""


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things in words that fit it.

    >>> counted(1, "claim"), counted(0, "claim"), counted(2, "is part", "are part")
    ('1 claim', '0 claims', '2 are part')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def facts(pairs: Mapping[str, str]) -> str:
    """What there is to say of a thing, as a table of two columns; lines without content are left out."""
    return table(["", ""], [[name, text] for name, text in pairs.items() if text])


def grid(header: Sequence[str], rows: Sequence[Cells]) -> str:
    """A table without the columns in which every cell is empty; columns of numbers keep to the right.

    >>> print(grid(["a", "b", "rows"], [["x", "", "1"], ["y", "", "20"]]))
    | a | rows |
    |---|---:|
    | x | 1 |
    | y | 20 |
    """
    kept = [at for at in range(len(header)) if any(row[at] != "" for row in rows)]
    lines = table([header[at] for at in kept], [[row[at] for at in kept] for row in rows]).split("\n")
    lines[1] = "|" + "".join("---:|" if header[at] in NUMBERS else "---|" for at in kept)
    return "\n".join(lines)


def wide(text: str) -> str:
    """A long text of a cell, which the style of the pages gives room; a short one stays as it is."""
    return f"[{text}]{{.wide}}" if len(text) > LONG else text


def unbroken(text: str) -> str:
    """A text of a cell that is not broken over two lines."""
    return f"[{text}]{{.unbroken}}" if text else ""


def folded(title: str, content: str) -> str:
    """Content that opens when its title is clicked."""
    return f"<details>\n<summary>{title}</summary>\n\n{content}\n\n</details>"


def box(title: str, points: Iterable[str]) -> str:
    """A box with a title and a list of points."""
    return "\n".join([f":::{{admonition}} {title}", *(f"- {point}" for point in points), ":::"])


def toctree(entries: Iterable[str]) -> str:
    """The list of pages below an index, for the menu at the side; an entry is a page or "title <page>"."""
    return "\n".join(["```{toctree}", ":hidden:", ":maxdepth: 1", "", *entries, "```"])


def page(title: str, *parts: str, menu: bool = True) -> str:
    """A page: its title and its parts, those that are empty left out; `menu`: whether an index lists it."""
    head = "" if menu else "---\norphan: true\n---\n\n"
    return head + "\n\n".join([f"# {title}", *(part for part in parts if part)]) + "\n"
