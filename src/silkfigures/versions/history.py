"""The changes of every version of a repository, and whether all of them are explained and allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from silkfigures.schemas.csvfile import format_csv
from silkfigures.schemas.findings import Finding, listed
from silkfigures.versions.compare import differences
from silkfigures.versions.digest import sentence
from silkfigures.versions.files import ReleaseError
from silkfigures.versions.kinds import COLUMNS, STEPS, Change, at_least, parts, required_step, step_between
from silkfigures.versions.ledger import RELEASED, read_recorded, recorded
from silkfigures.versions.reasons import CHANGES, Reason, between, explained, load_reasons
from silkfigures.versions.release import Release
from silkfigures.versions.shape import MASTER

CODE = "src/silkfigures/__init__.py"  # where the version is declared
SHOWN = 20  # so many changes of one sort are findings of their own


def changes_by_version(root: Path, present: Release) -> dict[str, list[Change]]:
    """The changes of each version since the one before it, the newest first, with their reasons.

    Parameters
    ----------
    root : Path
        The repository, with the ledger `raw/released/` and `raw/changes.yaml`.
    present : Release
        What stands in it now. The last version is compared with the newest of the ledger that is older.

    Returns
    -------
    dict
        Version to changes; nothing for the first version of all, which changes nothing.

    Raises
    ------
    ReleaseError, ReadingErrors
        When the ledger is damaged; when `raw/changes.yaml` or `raw/retired.yaml` has slips.
    """
    from silkfigures.readings.errors import Errors

    errors = Errors()
    reasons = load_reasons(root, errors)
    errors.check()
    return _explained(_line(_released(root), present), reasons)


def _released(root: Path) -> dict[str, Release]:
    return {version: read_recorded(root, version) for version in recorded(root)}


def _line(released: dict[str, Release], present: Release) -> list[Release]:
    """The released versions older than the present one, and that, from the oldest."""
    return [r for version, r in released.items() if parts(version) < parts(present.version)] + [present]


def _explained(line: list[Release], reasons: list[Reason]) -> dict[str, list[Change]]:
    pairs = [*pairwise(line)][::-1]
    return {
        new.version: explained(differences(old, new), between(reasons, old.version, new.version))
        for old, new in pairs
    }


def told(changes: Iterable[Change]) -> str:
    """Changes as the text of `changes.csv`.

    >>> told([Change("0.2.0", "claim added", "figures", "brics-001")])
    'version,kind,table,key,field,from,to,why\\n0.2.0,claim added,figures,brics-001,,,,\\n'
    """
    return format_csv(COLUMNS, ([*change.cells.values()] for change in changes))


def history_findings(root: Path, present: Release) -> list[Finding]:
    """What is wrong with the history of a repository.

    Parameters
    ----------
    root : Path
        The repository. Without a ledger there is no history, and nothing is wrong with it.
    present : Release
        What stands in it now, of the version of the code.

    Returns
    -------
    list of Finding
        A released version whose tables changed; a step of the version that is too small; a claim that
        vanished; a change that nobody explained; an explanation of nothing.
    """
    from silkfigures.readings.errors import ReadingErrors

    try:
        released = _released(root)
        return _findings(root, present, released) if released else []
    except ReleaseError as error:
        return [Finding(RELEASED, 0, "", str(error))]
    except ReadingErrors as errors:
        return [Finding(slip.path, slip.line or 0, "", slip.message, slip.mend) for slip in errors.errors]


def _findings(root: Path, present: Release, released: dict[str, Release]) -> list[Finding]:
    from silkfigures.readings.errors import Errors

    errors = Errors()
    reasons = load_reasons(root, errors)
    errors.check()
    line = _line(released, present)
    changes = _explained(line, reasons)
    return [
        *_step_findings(line, changes),
        *_frozen_findings(present, released),
        *_vanished_findings(present, released, reasons),
        *(finding for found in changes.values() for finding in _unexplained_findings(found)),
        *_idle_findings(reasons, changes, released),
    ]


def _step_findings(line: list[Release], changes: dict[str, list[Change]]) -> Iterator[Finding]:
    """Versions whose number does not say how much changed."""
    for old, new in pairwise(line):
        needed, taken = required_step(changes[new.version]), step_between(old.version, new.version)
        if STEPS.index(taken) < STEPS.index(needed):
            first = next(c for c in changes[new.version] if required_step([c]) == needed)
            step = f"{old.version} to {new.version} is a {taken} step"
            message = f"{step}; a {needed} one is needed: {sentence(first)}"
            yield Finding(CODE, 0, "", message, f"raise the version to {at_least(old.version, needed)}")


def _frozen_findings(present: Release, released: dict[str, Release]) -> Iterator[Finding]:
    """Where the present version is released, and what stands there is something else; or an older one."""
    newest = [*released][-1]
    if parts(present.version) < parts(newest):
        message = f"the version is {present.version}, and {newest} is released"
        yield Finding(CODE, 0, "", message, f"raise it to {at_least(newest, 'patch')} or more")
    elif present.version == newest and (found := differences(released[newest], present)):
        mend = f"raise the version to {at_least(newest, required_step(found))}"
        message = f"{newest} is released, and the tables are no longer those: {sentence(found[0])}"
        yield Finding(CODE, 0, "", message, mend)


def _vanished_findings(
    present: Release, released: dict[str, Release], reasons: list[Reason]
) -> Iterator[Finding]:
    """Claims of an earlier version that are neither there nor retired."""
    retired = {row for reason in reasons if reason.kind for row in reason.rows}
    last = {claim: version for version, release in released.items() for claim in release.claims}
    for claim, version in last.items():
        if claim not in present.claims and claim not in retired:
            mend = "bring it back, or list it in raw/retired.yaml with the reason"
            yield Finding(f"tables/{MASTER}.csv", 0, "", f"{claim} of {version} has vanished", mend)


def _unexplained_findings(changes: list[Change]) -> Iterator[Finding]:
    """Changes that need a word and have none; a vanished claim is told of already."""
    silent = [c for c in changes if c.unexplained and c.kind != "claim removed"]
    for change in silent[:SHOWN]:
        mend = f"add an item: {_item(change)}"
        yield Finding(CHANGES, 0, "", f"nothing says why: {sentence(change)}", mend)
    if len(silent) > SHOWN:
        rest = listed([c.key or c.table for c in silent[SHOWN:]])
        yield Finding(CHANGES, 0, "", f"nothing says why {len(silent) - SHOWN} more changed: {rest}")


def _item(change: Change) -> str:
    """The item of `raw/changes.yaml` that would explain a change, but for the reason."""
    what = {"claims": change.key} if change.table == MASTER and change.key else {"table": change.table}
    rows = {"rows": change.key} if change.table != MASTER and change.key else {}
    field = {"field": change.field} if change.field else {}
    item = {"version": change.version, **what, **rows, **field, "why": "…"}
    return ", ".join(f"{key}: {word}" for key, word in item.items())


def _idle_findings(
    reasons: list[Reason], changes: dict[str, list[Change]], released: dict[str, Release]
) -> Iterator[Finding]:
    """Reasons that explain nothing in their version."""
    ever = {claim for release in released.values() for claim in release.claims}
    for reason in reasons:
        if not any(reason.explains(change) for change in changes.get(reason.version, ())):
            what = "no claim of the version before is gone" if reason.kind else "nothing of the kind changed"
            claim = reason.rows[0]
            if reason.kind and claim not in ever:
                what = f"no release had the claim {claim}"
            mend = "correct it, or take it out"
            yield Finding(reason.file, reason.line, "", f"{reason.version} is explained, but {what}", mend)
