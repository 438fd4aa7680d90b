"""A page for each table: what a row is, its columns, an example, and what may be added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from silkfigures.publish.dictionary.content import LABELS, Content, Record
from silkfigures.publish.dictionary.markdown import (
    box,
    code,
    counted,
    folded,
    grid,
    link,
    page,
    plain,
    to_table,
    toctree,
    wide,
)
from silkfigures.publish.guide import NAMES
from silkfigures.schemas import LANGUAGES, Field, Table, tables

TYPES = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "date": "date",
    "boolean": "true or false",
}
KINDS = {
    "observation": (
        "Tables of claims",
        "One row per claim. `figures` holds all of them, each of the others one theme.",
    ),
    "check": ("What the checks found", "Written by the build from the claims."),
    "reference": ("Reference tables", "Publications, and the codes that the claims use."),
}


def table_pages(content: Content) -> dict[str, str]:
    """The index of the tables and a page for each, by the name of the page."""
    pages = {f"tables/{name}.md": _page(content, one) for name, one in tables().items()}
    return {"tables/index.md": _index(content), **pages}


def _index(content: Content) -> str:
    parts = []
    for kind, (title, text) in KINDS.items():
        rows = [
            [to_table(name), f"{len(content.rows[name]):,}", one.row]
            for name, one in tables().items()
            if one.kind == kind
        ]
        parts += [f"## {title}", text, grid(["table", "rows", "one row is"], rows)]
    return page("Tables", *parts, toctree(tables()))


def _page(content: Content, one: Table) -> str:
    rows = content.rows[one.name]
    size = f"{counted(len(rows), 'row')}, {counted(len(one.fields), 'column')}"
    key = " and ".join(map(code, one.key))
    title = " · ".join(one.title[language] for language in LANGUAGES[1:])
    return page(
        f"{one.title['en']}: {code(one.name)}",
        f"*{title}*",
        f"One row is **{one.row}**. {one.about}",
        f"{size}; the key is {key}. {_codes_of(one)}".strip(),
        *_caveats(content, one, rows),
        *_example(one, rows),
        *_columns(one),
        *_codes(content, one, rows),
        "## Column names in three languages",
        grid(
            ["column", *NAMES.values()],
            [[code(f.name), *(f.label[lang] for lang in LANGUAGES)] for f in one.fields],
        ),
    )


def _codes_of(one: Table) -> str:
    """Where all rows of a reference table are shown."""
    if one.name == "works":
        return f"Every publication has a page under {link('Sources', 'sources/index.md')}."
    if one.name == "indicators":
        return f"Every indicator has a page under {link('Indicators', 'indicators/index.md')}."
    listed = one.kind == "reference" and set(LABELS) <= set(one.names)
    home = "codes/index.md" if one.name == "codes" else f"codes/{one.name}.md"
    return f"All rows are listed under {link('Codes', home)}." if listed else ""


def _caveats(content: Content, one: Table, rows: Sequence[Record]) -> Iterable[str]:
    """What to know before figures of the table are added up."""
    if one.kind != "observation":
        return
    parts = sum(bool(row["part_of"]) for row in rows)
    flagged, likely = (sum(bool(row[name]) for row in rows) for name in ("flag", "corrected_value"))
    about = len({row["fact"] for row in rows})
    yield box(
        "Before you add up",
        [
            f"A row is a claim, not a truth. {counted(len(rows), 'claim speaks', 'claims speak')} of "
            f"{counted(about, 'thing')}: those about the same thing share `fact`.",
            f"{counted(parts, 'claim is', 'claims are')} part of the total of another claim, which `part_of` "
            "names. Do not add a claim to the total it is part of.",
            f"Measures, units and statuses stand side by side: {_most(content, one, rows, 'measure')}; "
            f"{_most(content, one, rows, 'status')}. Filter before you add.",
            f"{counted(flagged, 'claim is', 'claims are')} {link('flagged', 'codes/flags.md')} as doubtful; "
            f"for {likely} a likely figure is given, which `load(…, corrected=True)` puts in place.",
        ],
    )


def _most(content: Content, one: Table, rows: Sequence[Record], column: str) -> str:
    """The codes of a column by how often they occur."""
    count = Counter(row[column] for row in rows)
    return ", ".join(f"{content.label(one[column], value)} {number}" for value, number in count.most_common())


def _example(one: Table, rows: Sequence[Record]) -> Iterable[str]:
    """Two real rows set upright, without the columns that are empty in both."""
    if not rows:
        return
    shown = _typical(rows)
    yield "## Example"
    cells = [[code(name), *(wide(plain(row[name])) for row in shown)] for name in one.names]
    heads = ["a flagged row" if row.get("flag") else "a row" for row in shown]
    yield grid(["column", *heads], [line for line in cells if any(line[1:])])


def _typical(rows: Sequence[Record]) -> list[Record]:
    """The fullest row of the commonest measure, and the fullest flagged one; or else the two fullest."""
    (usual, _), *_ = Counter(row.get("measure") for row in rows).most_common()
    fullest = sorted(rows, key=lambda row: (row.get("measure") != usual, -sum(map(bool, row.values()))))
    sound = [row for row in fullest if not row.get("flag")]
    flagged = [row for row in fullest if row.get("flag")]
    return [*sound[:1], *flagged[:1]] if flagged else sound[:2]


def _columns(one: Table) -> Iterable[str]:
    own = [field for field in one.fields if field.feed]
    rest = [field for field in one.fields if not field.feed]
    yield "## Columns"
    if own:
        yield "### Of this table"
        yield _column_table(one, own)
        yield "### Of every table of claims"
    yield _column_table(one, rest)


def _column_table(one: Table, fields: Sequence[Field]) -> str:
    header = ["column", "meaning", "type", "values", "SDMX"]
    return grid(header, [_column(one, field) for field in fields])


def _column(one: Table, field: Field) -> list[str]:
    example = f" Example: {code(field.example)}." if field.example else ""
    fed = (
        f" In `figures`: {code(field.feed)}."
        if field.feed not in ("", field.name) and ":" not in field.feed
        else ""
    )
    unit = f", in {field.unit}" if field.unit else ""
    needed = ", never empty" if field.required or field.name in one.key else ""
    return [
        code(field.name),
        wide(f"{field.about}{fed}{example}"),
        f"{TYPES[field.type]}{unit}{needed}",
        _values(field),
        code(field.concept),
    ]


def _values(field: Field) -> str:
    """What a column may hold: a code list, the rows of a table, or texts in a fixed form."""
    if field.codes:
        return f"list {link(code(field.codes), f'codes/{field.codes}.md')}"
    if field.refers:
        target, _, column = field.refers.partition(".")
        return f"{code(column)} of {to_table(target)}"
    if field.minimum is not None:
        return f"{field.minimum} or more"
    return "text in a fixed form" if field.pattern else ""


def _codes(content: Content, one: Table, rows: Sequence[Record]) -> Iterable[str]:
    """For each column of codes: those that occur in the table, with their labels."""
    coded = {field.name: content.labelled(field) for field in one.fields}
    parts = [
        _used(name, labels, Counter(row[name] for row in rows if row[name]))
        for name, labels in coded.items()
        if labels and any(row[name] for row in rows)
    ]
    if parts:
        yield "## Codes that occur"
        yield from parts


def _used(name: str, labels: dict[str, Record], count: Counter[str]) -> str:
    rows = [
        [code(value), *(plain(labels[value][label]) for label in LABELS), f"{count[value]:,}"]
        for value in labels
        if count[value]
    ]
    return folded(
        f"<code>{name}</code>: {counted(len(rows), 'code')}", grid(["code", *NAMES.values(), "rows"], rows)
    )
