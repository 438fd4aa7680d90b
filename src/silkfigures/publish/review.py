"""`validation/report.md`: what a reviewer wants to know of the data, written from the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from silkfigures.schemas import themes
from silkfigures.schemas.csvfile import read_csv

AGREEMENT = "validation/agreement.csv"
REPEAT = "repeat"
Record = dict[str, str]


def review(root: Path, built: Path | None = None) -> str:
    """The text of the report on the tables of a repository, in Markdown.

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
    root = Path(root)
    built = built or root
    figures, works = (_records(built, f"tables/{name}.csv") for name in ("figures", "works"))
    parts = [
        "# Report on the data",
        "Written by `silkfigures build` from the tables; not edited by hand.",
        *_size(figures, works),
        *_readings(_records(root, AGREEMENT) if (root / AGREEMENT).exists() else []),
        *_coverage(_records(built, "tables/coverage.csv")),
        *_doubts(figures),
        *_corrections(figures),
    ]
    return "\n\n".join(parts) + "\n"


def _records(folder: Path, name: str) -> list[Record]:
    cells, findings = read_csv(folder / name, name)
    if cells is None or findings:
        raise ValueError(str(findings[0]))
    return cells.records()


def _size(figures: list[Record], works: list[Record]) -> Iterable[str]:
    by_work, flagged = Counter(f["work"] for f in figures), Counter(f["work"] for f in figures if f["flag"])
    with_figures = [work for work in works if by_work[work["work"]]]
    yield "## What there is"
    yield (
        f"{len(figures)} claims in {len(with_figures)} of {len(works)} publications, all read completely; "
        f"{sum(bool(f['flag']) for f in figures)} are flagged as doubtful."
    )
    by_theme = Counter(f["theme"] for f in figures)
    yield table(["theme", "claims"], [[theme, by_theme[theme]] for theme in themes()])
    rows = [[w["work"], w["language"], w["document"], by_work[w["work"]], flagged[w["work"]]] for w in works]
    yield table(["publication", "language", "document", "claims", "flagged"], rows)


def _readings(agreement: list[Record]) -> Iterable[str]:
    yield "## Two readings"
    if not agreement:
        yield "No publication has been read twice yet."
        return
    *works, every = agreement
    yield (
        f"{len(works)} publications were read twice, the second time without sight of the first. "
        f"{every['both']} figures were found by both readers, {every['first_only']} only by the first and "
        f"{every['second_only']} only by the second. Nothing differs in {float(every['agreed']):.1%} of all "
        "figures that either found. The counts are those before settling; `settled.csv` says of each "
        "difference which side was right against the text."
    )
    header = [
        "publication",
        "both",
        "only first",
        "only second",
        "value",
        "unit",
        "party",
        "period",
        "status",
        "agreed",
    ]
    yield table(header, [list(row.values()) for row in [*works, every] if row["agreed"] not in ("", "1.000")])
    alike = [row["work"] for row in works if row["agreed"] == "1.000"]
    none = [row["work"] for row in works if row["agreed"] == ""]
    yield f"Alike in everything: {', '.join(alike) or 'none'}."
    yield f"No figure for either reader: {', '.join(none) or 'none'}."


def _coverage(coverage: list[Record]) -> Iterable[str]:
    by_reason: Counter[str] = Counter()
    for row in coverage:
        by_reason[row["reason"]] += int(row["numbers"])
    yield "## Every number accounted for"
    yield (
        f"{sum(by_reason.values())} numbers, in digits or words, stand in the source texts; "
        f"{by_reason['unexplained']} are unexplained. `tables/coverage.csv` has them by publication."
    )
    yield table(["reason", "numbers"], [[reason, number] for reason, number in by_reason.most_common()])


def _doubts(figures: list[Record]) -> Iterable[str]:
    flagged = [f for f in figures if f["flag"]]
    yield "## Doubts"
    yield table(["flag", "claims"], sorted(Counter(f["flag"] for f in flagged).items()))
    yield "Each flagged claim but the repeats; claims with the same flag and note stand together."
    groups: dict[tuple[str, str], list[Record]] = {}
    for figure in flagged:
        if figure["flag"] != REPEAT:
            groups.setdefault((figure["flag"], figure["note"]), []).append(figure)
    rows = [[_named(claims), claims[0]["printed"], flag, note] for (flag, note), claims in groups.items()]
    yield table(["claim", "printed", "flag", "why"], rows)


def _corrections(figures: list[Record]) -> Iterable[str]:
    wrong = [f for f in figures if f["corrected_value"]]
    yield "## Corrections"
    yield "`value` is what is printed. `raw/corrections.yaml` gives the reason of each likely figure."
    rows = [
        [f["claim_id"], f["printed"], f["value"], f["unit"], f["corrected_value"], f["corrected_unit"]]
        for f in wrong
    ]
    yield table(["claim", "printed", "value", "unit", "likely value", "likely unit"], rows)


def _named(claims: list[Record]) -> str:
    first, last = claims[0]["claim_id"], claims[-1]["claim_id"]
    return first if len(claims) == 1 else f"{first} … {last} ({len(claims)})"


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
