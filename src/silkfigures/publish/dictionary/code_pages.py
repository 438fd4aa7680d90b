"""A page for each code list: the codes, their labels in three languages, what they mean and their use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from silkfigures.publish.dictionary.content import LABELS, Content, Record
from silkfigures.publish.dictionary.markdown import (
    code,
    counted,
    grid,
    link,
    page,
    plain,
    to_table,
    toctree,
    wide,
)
from silkfigures.publish.guide import NAMES
from silkfigures.schemas import Table, tables

ELSEWHERE = ("codes", "indicators")  # one page a list, and one page an indicator


def code_pages(content: Content) -> dict[str, str]:
    """The index of the code lists and a page for each, by the name of the page."""
    large = [one for one in tables().values() if _is_code_table(one)]
    return {
        "codes/index.md": _index(content, large),
        **{f"codes/{one.name}.md": _table_page(content, one) for one in large},
        **{f"codes/{name}.md": _list_page(content, name) for name in _lists(content)},
    }


def _is_code_table(one: Table) -> bool:
    return one.kind == "reference" and set(LABELS) <= set(one.names) and one.name not in ELSEWHERE


def _lists(content: Content) -> list[str]:
    """The closed lists: those that are written, and those that a column names before they have codes."""
    named = (field.codes for one in tables().values() for field in one.fields if field.codes)
    return list(dict.fromkeys([*content.lists, *named]))


def _index(content: Content, large: Sequence[Table]) -> str:
    first = [
        [link(code(one.name), f"codes/{one.name}.md"), f"{len(content.rows[one.name]):,}", one.about]
        for one in large
    ]
    second = [
        [link(code(name), f"codes/{name}.md"), len(content.lists.get(name, [])), ", ".join(_columns(name))]
        for name in _lists(content)
    ]
    return page(
        "Codes",
        "A column of codes holds short codes; every code has a name in English, Russian and Kazakh. "
        '`sf.load("trade", labels="kk")` gives the names in place of the codes. Indicators have '
        f"{link('pages of their own', 'indicators/index.md')}.",
        "## Parties, things, units, doubts",
        grid(["list", "codes", ""], first),
        "## Small lists",
        "All stand in the table `codes`.",
        grid(["list", "codes", "used in"], second),
        toctree([*(one.name for one in large), *_lists(content)]),
    )


def _columns(name: str) -> Iterable[str]:
    """The columns that hold codes of a list, each once."""
    found = {
        field.name: one for one in reversed(tables().values()) for field in one.fields if field.codes == name
    }
    for column, one in sorted(found.items()):
        yield link(code(column), f"tables/{one.name}.md")


def _table_page(content: Content, one: Table) -> str:
    rows = content.rows[one.name]
    others = [name for name in one.names if name not in (*one.key, *LABELS, "kind")]
    kinds = ["kind"] if "kind" in one.names else []
    uses = content.uses[one.name]
    cells = [
        [
            *_named(row, one.key[0]),
            *(wide(plain(row[name])) for name in [*kinds, *others]),
            uses[row[one.key[0]]] or "",
        ]
        for row in rows
    ]
    heads = [one[name].label["en"].lower() for name in [*kinds, *others]]
    return page(
        one.title["en"],
        f"*{one.title['ru']} · {one.title['kk']}*",
        f"{one.about} {counted(len(rows), 'code')}; table {to_table(one.name)}.",
        grid(["code", *NAMES.values(), *heads, "claims"], cells),
    )


def _list_page(content: Content, name: str) -> str:
    rows, uses = content.lists.get(name, []), content.uses[name]
    cells = [[*_named(row, "code"), wide(plain(row["definition"])), uses[row["code"]] or ""] for row in rows]
    title = name.replace("_", " ")
    return page(
        title[:1].upper() + title[1:],
        f"{counted(len(rows), 'code')}, used in {', '.join(_columns(name)) or 'no column'}.",
        grid(["code", *NAMES.values(), "meaning", "claims"], cells) if cells else "",
    )


def _named(row: Record, key: str) -> list[str]:
    return [code(row[key]), *(plain(row[label]) for label in LABELS)]
