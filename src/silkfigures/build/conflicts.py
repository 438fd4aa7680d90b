"""The table `conflicts`, from the claims and what readers say of them."""

from __future__ import annotations

from pathlib import Path

from silkfigures.build.vocabulary import Cells
from silkfigures.checks.conflict_judging import check_judgements, verdicts
from silkfigures.checks.conflict_pairs import Claims
from silkfigures.checks.conflicts import compare_claims
from silkfigures.checks.conflicts_file import load_judgements
from silkfigures.readings import Errors


def conflict_rows(root: Path, tables: dict[str, list[Cells]], errors: Errors) -> list[Cells]:
    """Rows of `conflicts`, in the order of `figures`.

    Parameters
    ----------
    root : Path
        The repository, with `validation/conflicts.yaml` where there is one.
    tables : dict
        The rows of `figures`, `units`, `works` and `codes`.
    errors : Errors
        Takes the slips of the file, and the conflicts of which nothing tells the cause.
    """
    causes = [row["code"] for row in tables["codes"] if row["list"] == "conflict_causes"]
    judgements = load_judgements(root, causes, errors)
    claims = Claims(tables["figures"], tables["units"], tables["works"])
    judged = verdicts(judgements, claims, errors)
    found = compare_claims(claims, judged)
    check_judgements(judgements, claims, found, judged, errors)
    return found.rows
