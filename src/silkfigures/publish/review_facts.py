"""What a reviewer wants to know of the data, as plain lists and numbers: the content of both reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from silkfigures import __version__
from silkfigures.checks.conflicts import Compared
from silkfigures.checks.conflicts_report import compared
from silkfigures.schemas import themes
from silkfigures.schemas.csvfile import read_sound

AGREEMENT = "validation/agreement.csv"
TABLES = ("figures", "works", "coverage", "relations", "conflicts")
REPEAT = "repeat"
VERDICTS = ("holds", "fails", "cannot_tell")
Record = dict[str, str]


def review_facts(root: Path, built: Path | None = None) -> dict[str, Any]:
    """Everything the reports say, from the tables of a repository.

    Parameters
    ----------
    root : Path
        The folder with `tables/` and, where publications were read twice, `validation/agreement.csv`.
    built : Path, optional
        The folder with `tables/`, where they are not in place yet.

    Returns
    -------
    dict
        Numbers are int or, shares, float; figures are text, as in the tables. The same files give the same.

    Raises
    ------
    ValueError
        When a table cannot be read; it names the file.
    ReadingErrors
        With every slip in `validation/conflicts.yaml`.
    """
    root, built = Path(root), built or Path(root)
    read = {name: read_sound(built, f"tables/{name}.csv").records() for name in TABLES}
    agreement = read_sound(root, AGREEMENT).records() if (root / AGREEMENT).exists() else []
    figures = read["figures"]
    flagged = [figure for figure in figures if figure["flag"]]
    return {
        "version": __version__,
        "claims": len(figures),
        "flagged": len(flagged),
        "themes": {theme: sum(f["theme"] == theme for f in figures) for theme in themes()},
        "publications": _publications(read, agreement),
        "agreement": _agreement(agreement),
        "coverage": _coverage(read["coverage"]),
        "relations": _relations(read["relations"]),
        "conflicts": _conflicts(compared(root, built), read["conflicts"]),
        "flags": dict(sorted(Counter(f["flag"] for f in flagged).items())),
        "doubts": _doubts(flagged),
        "corrections": _corrections(figures),
    }


def _publications(read: dict[str, list[Record]], agreement: list[Record]) -> list[dict[str, Any]]:
    """One record a publication, in the order of the table of works."""
    agreed = {row["work"]: row["agreed"] for row in agreement}
    return [
        {
            "work": work["work"],
            "language": work["language"],
            "document": work["document"],
            "numbers": sum(int(row["numbers"]) for row in read["coverage"] if row["work"] == work["work"]),
            "claims": sum(f["work"] == work["work"] for f in read["figures"]),
            "flagged": sum(f["work"] == work["work"] and bool(f["flag"]) for f in read["figures"]),
            "corrected": sum(
                f["work"] == work["work"] and bool(f["corrected_value"]) for f in read["figures"]
            ),
            "agreed": float(agreed[work["work"]]) if agreed.get(work["work"]) else None,
            "relations": _verdicts(row for row in read["relations"] if row["work"] == work["work"]),
            "conflicts": sum(
                work["work"] in (_work(row["claim"]), _work(row["other"])) for row in read["conflicts"]
            ),
        }
        for work in read["works"]
    ]


def _work(claim: str) -> str:
    return claim.rpartition("-")[0]


def _verdicts(relations: Iterable[Record]) -> dict[str, int]:
    found = Counter(row["verdict"] for row in relations)
    return {verdict: found[verdict] for verdict in VERDICTS}


def _agreement(rows: list[Record]) -> dict[str, Any]:
    """The two readings before settling; empty where nothing was read twice."""
    if not rows:
        return {}
    *works, every = rows
    numbers = {name: int(every[name]) for name in every if name not in ("work", "agreed")}
    return {"publications": len(works), **numbers, "agreed": float(every["agreed"]), "rows": works}


def _coverage(rows: list[Record]) -> dict[str, Any]:
    reasons: Counter[str] = Counter()
    for row in rows:
        reasons[row["reason"]] += int(row["numbers"])
    return {
        "numbers": sum(reasons.values()),
        "unexplained": reasons["unexplained"],
        "reasons": dict(reasons.most_common()),
    }


def _relations(rows: list[Record]) -> dict[str, Any]:
    """How the relations come out, and those that fail, with their arithmetic."""
    kinds = dict.fromkeys(row["kind"] for row in rows)
    return {
        "tested": len(rows),
        **_verdicts(rows),
        "kinds": {kind: _verdicts(row for row in rows if row["kind"] == kind) for kind in kinds},
        "failing": [row for row in rows if row["verdict"] == "fails"],
        "undecided": [row for row in rows if row["verdict"] == "cannot_tell"],
    }


def _conflicts(found: Compared, rows: list[Record]) -> dict[str, Any]:
    """The conflicts, and the pairs that a reader compared and that are none."""
    return {
        "pairs": len(rows),
        "causes": dict(sorted(Counter(row["cause"] for row in rows).items())),
        "preferred": sum(bool(row["preferred"]) for row in rows),
        "rows": rows,
        "agreeing": [list(pair) for pair in found.agreeing],
        "different": [{"claims": list(pair), "why": why} for pair, why in found.different.items()],
    }


def _doubts(flagged: list[Record]) -> list[dict[str, Any]]:
    """The doubts but the repeats; claims with the same flag and note stand together."""
    groups: dict[tuple[str, str], list[Record]] = {}
    for figure in flagged:
        if figure["flag"] != REPEAT:
            groups.setdefault((figure["flag"], figure["note"]), []).append(figure)
    return [
        {
            "claims": [claim["claim_id"] for claim in claims],
            "printed": claims[0]["printed"],
            "flag": flag,
            "note": note,
        }
        for (flag, note), claims in groups.items()
    ]


def _corrections(figures: list[Record]) -> list[Record]:
    columns = ("claim_id", "printed", "value", "unit", "corrected_value", "corrected_unit")
    return [{name: f[name] for name in columns} for f in figures if f["corrected_value"]]
