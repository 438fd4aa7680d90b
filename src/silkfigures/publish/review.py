"""`validation/report.md` and `report.json`: what a reviewer wants to know of the data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Context
from pathlib import Path
from typing import Any

from silkfigures.publish.review_facts import review_facts

Facts = dict[str, Any]


def review_json(root: Path, built: Path | None = None) -> str:
    """The report as JSON: the facts of `review_facts`, indented by two, ending in a line break.

    Takes and raises what `review` does.
    """
    return json.dumps(review_facts(Path(root), built), ensure_ascii=False, indent=2) + "\n"


def review(root: Path, built: Path | None = None) -> str:
    """The report in Markdown, to be read in five minutes.

    Parameters
    ----------
    root : Path
        The folder with `tables/` and, where publications were read twice, `validation/agreement.csv`.

    built : Path, optional
        The folder with `tables/`, where they lie elsewhere: those of a build that is not yet in place.

    Returns
    -------
    str
        Markdown; the same files give the same text.

    Raises
    ------
    ValueError
        When a table cannot be read; it names the file.
    """
    facts = review_facts(Path(root), built)
    parts = [
        "# Report on the data",
        "Written by `silkfigures build` from the tables, not edited by hand; `report.json` holds the same.",
        *_short(facts),
        *_publications(facts),
        *_relations(facts["relations"]),
        *_conflicts(facts["conflicts"]),
        *_corrections(facts["corrections"]),
        *_readings(facts["agreement"]),
        *_coverage(facts["coverage"]),
        *_doubts(facts),
    ]
    return "\n\n".join(parts) + "\n"


def _short(facts: Facts) -> Iterable[str]:
    """The whole report in six lines."""
    works, relations, conflicts = facts["publications"], facts["relations"], facts["conflicts"]
    coverage, agreement = facts["coverage"], facts["agreement"]
    yield "## In short"
    said = [
        f"{facts['claims']} claims in {sum(w['claims'] > 0 for w in works)} of {len(works)} publications.",
        f"{coverage['numbers']} numbers stand in the source texts, in digits or words; "
        f"{coverage['unexplained']} are unexplained.",
        f"Two readings: nothing differs in {agreement['agreed']:.1%} of the figures, before settling."
        if agreement
        else "No publication has been read twice yet.",
        f"{relations['tested']} relations between figures tested: {relations['holds']} hold, "
        f"{relations['fails']} fail, {relations['cannot_tell']} cannot be told from the print.",
        f"{conflicts['pairs']} pairs of claims contradict one another; for {conflicts['preferred']} a rule "
        "says which to prefer.",
        f"{facts['flagged']} claims are flagged as doubtful; beside {len(facts['corrections'])} of them "
        "stands a likely figure.",
    ]
    yield "\n".join(f"- {line}" for line in said)


def _publications(facts: Facts) -> Iterable[str]:
    yield "## By publication"
    yield (
        "Numbers: all that its text prints. Agreed: share of its figures in which two readings do not "
        "differ. Relations: hold / fail / cannot be told; those across publications stand in none."
    )
    header = ["publication", "language", "numbers", "claims", "flagged", "corrected", "agreed"]
    rows = [
        [
            *(work[name] for name in ("work", "language", "numbers", "claims", "flagged", "corrected")),
            "" if work["agreed"] is None else f"{work['agreed']:.1%}",
            " / ".join(map(str, work["relations"].values())) if any(work["relations"].values()) else "",
            work["conflicts"] or "",
        ]
        for work in facts["publications"]
    ]
    yield table([*header, "relations", "conflicts"], rows)
    yield table(["theme", "claims"], facts["themes"].items())


def _relations(relations: Facts) -> Iterable[str]:
    yield "## Relations between figures"
    yield (
        "Each side of a relation is an interval: what the printed digits and words allow. Two sides that "
        "have no point in common fail. `tables/relations.csv` has the arithmetic of all of them."
    )
    yield table(
        ["kind", "hold", "fail", "cannot be told"],
        [[kind, *counts.values()] for kind, counts in relations["kinds"].items()],
    )
    if relations["failing"]:
        yield "Those that fail:"
        header = ["relation", "arithmetic", "gap", "flag", "with corrections", "why"]
        yield table(header, [_failing(row) for row in relations["failing"]])


def _failing(row: dict[str, str]) -> list[str]:
    arithmetic = f"{row['left']} against {row['right']}"
    gap = f"{rounded(row['gap'])} {row['unit']}"
    corrected = row["verdict_corrected"].replace("_", " ")
    return [row["relation"], arithmetic, gap, row["flag"], corrected, row["note"]]


def _conflicts(conflicts: Facts) -> Iterable[str]:
    yield "## Conflicts"
    yield (
        "Pairs of claims about the same thing that do not meet within what the print of each allows. "
        "`load(…, preferred=True)` keeps the preferred one; `tables/conflicts.csv` has the intervals."
    )
    names = ("cause", "preferred", "rule", "note")
    rows = [
        [row["claim"], row["other"], f"{rounded(row['gap'])} {row['unit']}", *(row[name] for name in names)]
        for row in conflicts["rows"]
    ]
    yield table(["claim", "other", "gap", "cause", "preferred", "rule", "why"], rows)
    agreeing = "; ".join(" and ".join(pair) for pair in conflicts["agreeing"])
    yield f"Pairs of different publications that agree: {agreeing or 'none'}."
    yield "Pairs with equal or like terms that are not about the same thing, as a reader says:"
    yield table(
        ["claim", "other", "why"], [[*pair["claims"], pair["why"]] for pair in conflicts["different"]]
    )


def _corrections(corrections: list[dict[str, str]]) -> Iterable[str]:
    yield "## Corrections"
    yield "`value` is what is printed. `raw/corrections.yaml` gives the reason of each likely figure."
    header = ["claim", "printed", "value", "unit", "likely value", "likely unit"]
    yield table(header, [list(row.values()) for row in corrections])


def _readings(agreement: Facts) -> Iterable[str]:
    yield "## Two readings"
    if not agreement:
        yield "No publication has been read twice yet."
        return
    yield (
        f"{agreement['publications']} publications were read twice, the second time without sight of the "
        f"first. {agreement['both']} figures were found by both readers, {agreement['first_only']} only by "
        f"the first and {agreement['second_only']} only by the second. Nothing differs in "
        f"{agreement['agreed']:.1%} of all figures that either found. The counts are those before settling; "
        "`settled.csv` says of each difference which side was right against the text. Publications in which "
        "anything differs:"
    )
    names = ("both", "first_only", "second_only", "value", "unit", "party", "period", "status", "agreed")
    header = ["publication", *(name.replace("_", " ") for name in names)]
    rows = [row for row in agreement["rows"] if row["agreed"] not in ("", "1.000")]
    every = ["all", *(agreement[name] for name in names)]
    yield table(header, [*(list(row.values()) for row in rows), every])
    none = [row["work"] for row in agreement["rows"] if row["agreed"] == ""]
    yield f"No figure for either reader: {', '.join(none) or 'none'}."


def _coverage(coverage: Facts) -> Iterable[str]:
    yield "## Every number accounted for"
    yield "By a claim, or by a reason why it is no figure; `tables/coverage.csv` has them by publication."
    yield table(["reason", "numbers"], coverage["reasons"].items())


def _doubts(facts: Facts) -> Iterable[str]:
    yield "## Doubts"
    yield table(["flag", "claims"], facts["flags"].items())
    yield "Each flagged claim but the repeats; claims with the same flag and note stand together."
    rows = [
        [_named(doubt["claims"]), doubt["printed"], doubt["flag"], doubt["note"]] for doubt in facts["doubts"]
    ]
    yield table(["claim", "printed", "flag", "why"], rows)


def _named(claims: list[str]) -> str:
    return claims[0] if len(claims) == 1 else f"{claims[0]} … {claims[-1]} ({len(claims)})"


def rounded(number: str) -> str:
    """A number of a table for people: three digits that count, thousands grouped.

    >>> rounded("2924500.71465584"), rounded("0.0420168067227"), rounded("65"), rounded("")
    ('2,920,000', '0.042', '65', '')
    """
    return number and f"{Context(prec=3).create_decimal(number).normalize():,f}"


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table.

    >>> print(table(["a", "b"], [["1", "x | y"]]))
    | a | b |
    |---|---|
    | 1 | x \\| y |
    """
    lines = [header, ["---"] * len(header), *rows]
    cells = [[str(cell).replace("|", "\\|") for cell in line] for line in lines]
    text = ["| " + " | ".join(line) + " |" for line in cells]
    text[1] = "|" + "---|" * len(header)
    return "\n".join(text)
