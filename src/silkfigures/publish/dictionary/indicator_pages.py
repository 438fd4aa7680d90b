"""A page for each indicator: what it measures, in which units, and every claim on it."""

from __future__ import annotations

from collections.abc import Iterable

from silkfigures.publish.dictionary.claim_lists import claim_list, dimension_cells, period
from silkfigures.publish.dictionary.content import LABELS, Content, Record, themed
from silkfigures.publish.dictionary.markdown import (
    code,
    counted,
    facts,
    grid,
    link,
    page,
    plain,
    to_table,
    toctree,
    wide,
)
from silkfigures.publish.guide import NAMES
from silkfigures.schemas import tables


def indicator_pages(content: Content) -> dict[str, str]:
    """The index, a list for each theme and a page for each indicator, by the name of the page."""
    indicators = content.rows["indicators"]
    themes = list(dict.fromkeys(row["theme"] for row in indicators))
    return {
        "indicators/index.md": _index(content, themes),
        **{f"indicators/{theme}.md": _theme(content, theme) for theme in themes},
        **{f"indicators/{row['indicator']}.md": _page(content, row) for row in indicators},
    }


def _index(content: Content, themes: list[str]) -> str:
    rows = [_theme_row(content, theme) for theme in themes]
    return page(
        "Indicators",
        "An indicator says what is measured. Its code is the name of the table and a name of its own, as in "
        "`trade.turnover`. Every claim has one.",
        grid(["theme", "indicators", "claims"], rows),
        toctree(f"{_title(theme)} <{theme}>" for theme in themes),
    )


def _theme_row(content: Content, theme: str) -> list[object]:
    own = _of(content, theme)
    claims = sum(len(content.by_indicator[row["indicator"]]) for row in own)
    return [_theme_link(content, theme), len(own), claims]


def _theme_link(content: Content, theme: str) -> str:
    return link(_title(theme), f"indicators/{theme}.md")


def _title(theme: str) -> str:
    return themed(theme).title["en"]


def _of(content: Content, theme: str) -> list[Record]:
    return [row for row in content.rows["indicators"] if row["theme"] == theme]


def _theme(content: Content, theme: str) -> str:
    rows = [
        [
            link(plain(row["label_en"]), f"indicators/{row['indicator']}.md"),
            code(row["indicator"]),
            len(content.by_indicator[row["indicator"]]),
            wide(plain(row["definition"])),
        ]
        for row in _of(content, theme)
    ]
    one = themed(theme)
    return page(
        f"Indicators: {one.title['en'].lower()}",
        f"{one.about} The claims stand in the table {to_table(one.name)}.",
        grid(["indicator", "code", "claims", "definition"], rows),
    )


def _page(content: Content, row: Record) -> str:
    name, one = row["indicator"], themed(row["theme"])
    claims = content.by_indicator[name]
    label = row["label_en"]
    return page(
        plain(label[:1].upper() + label[1:]),
        f"{link('Indicators', 'indicators/index.md')} › {_theme_link(content, row['theme'])} › {code(name)}",
        plain(row["definition"]),
        facts(
            {
                **{name: plain(row[key]) for name, key in zip(NAMES.values(), LABELS, strict=True)},
                "Standard": plain(row["standard"]),
                "Usual measure": plain(content.label(tables()["indicators"]["measure"], row["measure"])),
                "Units of its levels": ", ".join(_units(content, row)),
                "Table": to_table(one.name),
                "Claims": _claimed(claims),
            }
        ),
        *_claims(content, row, claims),
        menu=False,
    )


def _units(content: Content, row: Record) -> Iterable[str]:
    """The kinds of unit, each with the units of that kind that occur in its claims."""
    kinds = {unit["unit"]: unit["dimension"] for unit in content.rows["units"]}
    used = dict.fromkeys(claim["unit"] for claim in content.by_indicator[row["indicator"]])
    for kind in row["dimensions"].split():
        units = ", ".join(code(unit) for unit in used if kinds.get(unit) == kind)
        yield f"{plain(kind)} ({units})" if units else plain(kind)


def _claimed(claims: list[Record]) -> str:
    """How many claims there are, in which publications."""
    works = list(dict.fromkeys(claim["work"] for claim in claims))
    named = ", ".join(link(work, f"sources/{work}.md") for work in works)
    return f"{counted(len(claims), 'claim')} in {named}" if works else "none"


def _claims(content: Content, row: Record, claims: list[Record]) -> Iterable[str]:
    if not claims:
        return
    table_name = themed(row["theme"]).name
    yield "## What is printed"
    yield (
        "Every claim with its value and unit as printed; it is actual unless a status is named. Growth, "
        f"shares and levels stand side by side, some claims are parts of others: see {to_table(table_name)}."
    )
    columns = list(themed(row["theme"]).dimensions.values())
    ordered = sorted(claims, key=lambda claim: [claim.get(c, "") for c in (*columns, "measure", "period")])
    shown = {**dimension_cells(content, themed(row["theme"])), "period": period}
    yield claim_list(content, ordered, shown, bounded=True)
    yield "In Python:"
    yield f'```python\nsf.load("{table_name}", indicator="{row["indicator"]}")\n```'
