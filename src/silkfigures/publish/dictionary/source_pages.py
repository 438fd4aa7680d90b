"""A page for each publication: its bibliography, every claim it prints, the doubts and the checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from silkfigures.publish.dictionary.claim_lists import claim_list, flag, likely, period, who_and_what
from silkfigures.publish.dictionary.content import Content, Record, themed
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
    unbroken,
    wide,
)
from silkfigures.publish.guide import NAMES
from silkfigures.schemas import Field, Table, tables

WHO = (
    "reporter",
    "partner",
    "asset",
    "product",
    "subject",
)  # what the list of claims of a work shows of them
CLAIM = re.compile(r"(?<![\w-])[a-z][a-z0-9]*-\d{3,4}(?![\w-])")
ASIDE = ("relation", "work", "unit")  # what a page does not show of what the checks found, beside the numbers
REPEAT = "repeat"  # the flag of a figure that is merely printed again


def source_pages(content: Content) -> dict[str, str]:
    """The index of the publications and a page for each, by the name of the page."""
    works = content.rows["works"]
    pages = {f"sources/{work['work']}.md": _page(content, work) for work in works}
    return {"sources/index.md": _index(content, works), **pages}


def _index(content: Content, works: list[Record]) -> str:
    rows = [
        [
            link(work["work"], f"sources/{work['work']}.md"),
            wide(plain(work["title"])),
            work["issued"],
            NAMES.get(work["language"], work["language"]),
            len(content.by_work[work["work"]]),
            _flagged(content, work) or "",
        ]
        for work in works
    ]
    return page(
        "Sources",
        f"{counted(len(works), 'publication')}, all read completely. A publication is known by its key, with "
        "which the identifiers of its claims begin. The texts are other people's writing and are not "
        "redistributed; a claim carries the few words that print it and their place. Square brackets hold "
        "what is not printed; a cell is empty where the publication prints no year.",
        _agreed(content),
        grid(["key", "title", "year", "language", "claims", "flagged"], rows),
        toctree(f"{work['work']} <{work['work']}>" for work in works),
    )


def _agreed(content: Content) -> str:
    """How far the two readings of all publications agree, where there are two."""
    every = content.agreement.get("all")
    if every is None or not every["agreed"]:
        return ""
    return (
        "Each was read twice, the second time without sight of the first. Before the differences were "
        f"settled against the text, nothing differed in {float(every['agreed']):.1%} of the figures."
    )


def _flagged(content: Content, work: Record) -> int:
    return sum(bool(claim["flag"]) for claim in content.by_work[work["work"]])


def _page(content: Content, work: Record) -> str:
    claims = content.by_work[work["work"]]
    return page(
        plain(work["title"]),
        f"{link('Sources', 'sources/index.md')} › {code(work['work'])}",
        facts(_record(work)),
        *_figures(content, work, claims),
        *_doubts(claims),
        *_checks(content, work),
        *_claims(content, claims),
        *_readings(content.agreement.get(work["work"])),
        *_coverage(content, work),
    )


def _record(work: Record) -> dict[str, str]:
    """The bibliographic record as the publication prints it, under the labels of the columns."""
    declared = tables()["works"]
    shown = [name for name in declared.names if name not in ("work", "title", "line_start", "line_end")]
    found = {declared[name].label["en"]: plain(work[name]) for name in shown}
    found[declared["language"].label["en"]] = NAMES.get(work["language"], work["language"])
    if work["doi"]:
        found[declared["doi"].label["en"]] = f"[{plain(work['doi'])}](https://doi.org/{work['doi']})"
    lines = f"{work['line_start']} to {work['line_end']}"
    return found | {declared["document"].label["en"]: f"{code(work['document'])}, lines {lines}"}


def _figures(content: Content, work: Record, claims: list[Record]) -> Iterable[str]:
    yield "## Figures"
    if not claims:
        yield "It prints no figure. It was read completely all the same, and its numbers are accounted for."
        return
    count = Counter(claim["theme"] for claim in claims)
    yield f"{counted(len(claims), 'claim')}, {_flagged(content, work)} of them flagged."
    rows = [[to_table(themed(t).name), n] for t, n in count.most_common()]
    yield grid(["table", "claims"], rows)


def _doubts(claims: list[Record]) -> Iterable[str]:
    """The flagged claims with their notes; those that are merely printed again are counted."""
    doubtful = [claim for claim in claims if claim["flag"] not in ("", REPEAT)]
    again = sum(claim["flag"] == REPEAT for claim in claims)
    if not doubtful and not again:
        return
    yield "## Doubts"
    if again:
        yield f"{counted(again, 'claim prints', 'claims print')} a figure of this publication once more."
    if doubtful:
        rows = [[_here(c), plain(c["printed"]), flag(c), likely(c), wide(plain(c["note"]))] for c in doubtful]
        yield grid(["claim", "printed", "flag", "likely", "why"], rows)


def _here(claim: Record) -> str:
    return unbroken(f"[{claim['claim_id']}](#{claim['claim_id']})")


def _checks(content: Content, work: Record) -> Iterable[str]:
    """What the checks found of the publication: the rows that name it or one of its claims."""
    for name, one in tables().items():
        if one.kind != "check" or "reason" in one.names:
            continue
        rows = [row for row in content.rows[name] if _concerns(row, work["work"])]
        if rows:
            yield f"## {one.title['en']}"
            yield f"{one.about} The intervals that are compared stand in the table {to_table(name)}."
            yield _check_table(content, one, rows)


def _concerns(row: Record, work: str) -> bool:
    """Whether a row names a publication or one of its claims."""
    named = (name.rpartition("-")[0] for cell in row.values() for name in CLAIM.findall(cell))
    return work in (row.get("work"), *named)


def _check_table(content: Content, one: Table, rows: list[Record]) -> str:
    """What was found, in words: the table has the numbers, for which a page has no room."""
    shown = [field for field in one.fields if field.type != "number" and field.name not in ASIDE]
    cells = [[_cell(content, field, row[field.name]) for field in shown] for row in rows]
    return grid([field.label["en"].lower() for field in shown], cells)


def _cell(content: Content, field: Field, value: str) -> str:
    text = wide(plain(content.label(field, value)))
    return CLAIM.sub(lambda found: _linked(content, found[0]), text)


def _linked(content: Content, name: str) -> str:
    """A claim that is named in a text, as a link to its place; what is no claim stays as it is."""
    claim = content.claims.get(name)
    return link(name, f"sources/{claim['work']}.md", name) if claim else name


def _readings(agreed: Record | None) -> Iterable[str]:
    """How far the two readings agree, where the publication was read twice."""
    if agreed is None:
        return
    yield "## Two readings"
    if not agreed["agreed"]:
        yield "Read twice; neither reader found a figure."
        return
    yield (
        "Read twice, the second time without sight of the first. Counted before the differences were settled "
        f"against the text, nothing differs in {float(agreed['agreed']):.1%} of the figures."
    )
    differing = {name: agreed[name] for name in list(agreed)[4:-1] if int(agreed[name])}
    found = {"both": "both readers", "first_only": "the first only", "second_only": "the second only"}
    yield facts(
        {
            **{f"Figures found by {who}": agreed[name] for name, who in found.items()},
            **{f"Differing in {name}": number for name, number in differing.items()},
        }
    )


def _coverage(content: Content, work: Record) -> Iterable[str]:
    """What accounts for the numbers of the publication."""
    rows = [row for row in content.rows["coverage"] if row["work"] == work["work"]]
    if not rows:
        return
    total = sum(int(row["numbers"]) for row in rows)
    reason = tables()["coverage"]["reason"]
    yield "## Every number accounted for"
    yield f"{counted(total, 'number')} in digits or words stand in it; this is what they are."
    most = sorted(rows, key=lambda row: (-int(row["numbers"]), row["reason"]))
    yield grid(["what", "numbers"], [[plain(content.label(reason, r["reason"])), r["numbers"]] for r in most])


def _claims(content: Content, claims: list[Record]) -> Iterable[str]:
    if not claims:
        return
    yield "## Every claim"
    yield (
        "In the order of the text; a figure is actual unless a status is named. `sf.evidence(…)` shows "
        f'the words that print a claim: `sf.evidence("{claims[0]["claim_id"]}")`.'
    )
    columns = {
        "indicator": lambda claim: _indicator(content, claim),
        "of": lambda claim: wide(who_and_what(content, claim, WHO)),
        "printed": lambda claim: plain(claim["printed"]),
        "period": period,
    }
    yield claim_list(content, claims, columns)


def _indicator(content: Content, claim: Record) -> str:
    label = content.label(tables()["figures"]["indicator"], claim["indicator"])
    return link(plain(label), f"indicators/{claim['indicator']}.md")
