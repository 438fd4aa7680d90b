"""Evidence as a page of text and as HTML."""

from __future__ import annotations

from html import escape
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from silkfigures.dataset.evidence import Evidence

WIDEST = 100


def marked(quote: str, printed: str, before: str, after: str) -> str:
    """The quote with a mark before and after the printed figure, when the figure stands in it.

    >>> marked("fell by 5% then", "5%", "[", "]")
    'fell by [5%] then'
    """
    head, found, tail = quote.partition(printed)
    return f"{head}{before}{printed}{after}{tail}" if found else quote


def _groups(found: Evidence) -> list[tuple[str, dict[str, str]]]:
    """The groups of a page that are not empty, with their titles."""
    groups = [("", found.facts), ("In doubt", found.doubts), ("Other claims", found.related)]
    return [(title, lines) for title, lines in groups if lines]


def as_text(found: Evidence, width: int | None = None) -> str:
    """The evidence as plain text, wrapped to the terminal and at most 100 columns wide.

    The printed figure stands between [[ and ]] in its quote.
    """
    width = min(width or get_terminal_size((WIDEST, 0)).columns, WIDEST)
    quote = marked(found.quote, found.printed, "[[", "]]")
    lines = [found.claim_id, "", *wrap(f"“{quote}”", width, initial_indent="  ", subsequent_indent="  ")]
    column = max(len(heading) for _, group in _groups(found) for heading in group) + 2
    for title, group in _groups(found):
        lines += ["", *([title] if title else [])]
        for heading, text in group.items():
            lines += _hanging(heading, text, column, width)
    return "\n".join(lines)


def _hanging(heading: str, text: str, column: int, width: int) -> list[str]:
    first = f"  {heading:<{column}}"
    return wrap(text, max(width, column + 30), initial_indent=first, subsequent_indent=" " * len(first))


def as_html(found: Evidence) -> str:
    """The evidence as an HTML fragment; every text of the data is escaped."""
    quote = marked(escape(found.quote), escape(found.printed), "<mark>", "</mark>")
    rows = []
    for title, group in _groups(found):
        rows += [f'<tr><th colspan="2" style="text-align:left">{title}</th></tr>'] if title else []
        rows += [_line(heading, text) for heading, text in group.items()]
    return (
        f"<div><p><code>{escape(found.claim_id)}</code></p><blockquote>“{quote}”</blockquote>"
        f"<table>{''.join(rows)}</table></div>"
    )


def _line(heading: str, text: str) -> str:
    cell = '<td style="text-align:left;vertical-align:top'
    return f'<tr>{cell}">{escape(heading)}</td>{cell};white-space:normal">{escape(text)}</td></tr>'
