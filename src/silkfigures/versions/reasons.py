"""Why claims and tables changed (`raw/changes.yaml`), written by hand: one item a decision.

An item names the version, what changed (`claims`, or `table` and `rows`; and the `field`) and why. What
changed may be a list, and each name a pattern: `brics-*`, `period*`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from silkfigures.schemas.csvfile import parse_bytes
from silkfigures.versions.files import FETCH, TOLD, Files, ReleaseError
from silkfigures.versions.kinds import COLUMNS, Change, parts
from silkfigures.versions.shape import MASTER

if TYPE_CHECKING:
    from silkfigures.readings.errors import Errors

CHANGES = "raw/changes.yaml"
RETIRED = "claim retired"
_KEYS = {"version": True, "claims": False, "table": False, "rows": False, "field": False, "why": True}
_NO_LIST = "begin each with `- version:`, or write `[]` where there are none"
_NONE = ("",)


@dataclass(frozen=True, slots=True)
class Reason:
    """One decision: the version that carries it out, patterns of what it changes, and why.

    `kind` is set where the reason is about one kind of change only; `successor` is that of a retired claim.
    `file` and `line` tell where it is written.
    """

    version: str
    why: str
    tables: Sequence[str] = (MASTER,)
    rows: Sequence[str] = _NONE
    fields: Sequence[str] = _NONE
    kind: str = ""
    successor: str = ""
    file: str = CHANGES
    line: int = 0

    def explains(self, change: Change) -> bool:
        """Whether the reason is about this change.

        >>> reason = Reason("1.0.1", "Misread.", rows=["brics-*"], fields=["period*"])
        >>> reason.explains(Change("1.0.1", "claim changed", "figures", "brics-002", "period_end"))
        True
        """
        kind = RETIRED if change.kind in ("claim removed", RETIRED) else ""
        names = zip(
            (change.table, change.key, change.field), (self.tables, self.rows, self.fields), strict=True
        )
        return kind == self.kind and all(
            any(fnmatchcase(name, pattern) for pattern in patterns) for name, patterns in names
        )


def explained(changes: Iterable[Change], reasons: Iterable[Reason]) -> list[Change]:
    """The changes with the reasons that there are; a removed claim with a reason is a retired one."""
    reasons = [*reasons]
    found = []
    for change in changes:
        fitting = [reason for reason in reasons if reason.explains(change)]
        why = " ".join(dict.fromkeys(reason.why for reason in fitting))
        if fitting and change.kind == "claim removed":
            change = replace(change, kind=RETIRED, after=fitting[-1].successor)
        found.append(replace(change, why=why))
    return found


def between(reasons: Iterable[Reason], old: str, new: str) -> list[Reason]:
    """The reasons of the versions after `old`, up to `new`."""
    return [reason for reason in reasons if parts(old) < parts(reason.version) <= parts(new)]


def load_reasons(root: Path, errors: Errors) -> list[Reason]:
    """The reasons of a repository: `raw/changes.yaml` and `raw/retired.yaml`. Slips go to `errors`."""
    from silkfigures.build.retired import RETIRED as RETIRED_FILE
    from silkfigures.build.retired import load_retired
    from silkfigures.readings.yamlfile import load_items

    found: list[Reason] = []
    if (root / CHANGES).exists():
        for item, line in load_items(root, CHANGES, "changes", _NO_LIST, errors):
            with errors.at(CHANGES, line):
                found.append(_reason(item, line))
    for entry in load_retired(root, errors):
        with errors.at(RETIRED_FILE, entry.source_line):
            _check_version(entry.version)
            found.append(
                Reason(
                    version=entry.version,
                    why=entry.reason,
                    rows=(entry.claim,),
                    kind=RETIRED,
                    successor=entry.successor,
                    file=RETIRED_FILE,
                    line=entry.source_line,
                )
            )
    return found


def _reason(item: object, line: int) -> Reason:
    """One item of `raw/changes.yaml`; Slip where it is none."""
    from silkfigures.readings.errors import Slip, nearest
    from silkfigures.readings.yamlfile import Mapping

    if not isinstance(item, Mapping):
        raise Slip("a change is a list of keys", f"write {', '.join(_KEYS)}")
    for key in [key for key in item if key not in _KEYS]:
        raise Slip(f"no such key: `{key}`", nearest(key, _KEYS))
    words = {key: _words(key, value) for key, value in item.items()}
    for key in [key for key, needed in _KEYS.items() if needed and key not in words]:
        raise Slip(f"`{key}` is missing", f"add `{key}: …`")
    for key in [key for key in ("version", "why") if len(words[key]) != 1]:
        raise Slip(f"`{key}` is a list", "write one; begin an item of its own for another")
    if ("claims" in words) == ("table" in words) or ("claims" in words and "rows" in words):
        raise Slip(
            "what changed is not told", "write `claims: …`, or `table: …` and, for its rows, `rows: …`"
        )
    _check_version(words["version"][0])
    return Reason(
        version=words["version"][0],
        why=words["why"][0],
        tables=words.get("table", (MASTER,)),
        rows=words.get("claims") or words.get("rows") or _NONE,
        fields=words.get("field", _NONE),
        line=line,
    )


def _words(key: str, value: object) -> tuple[str, ...]:
    """A value or a list of them, white space made even; Slip where one is empty or no text."""
    from silkfigures.readings.errors import Slip

    values = value if isinstance(value, list) else [value]
    found = tuple(" ".join(word.split()) for word in values if isinstance(word, str))
    if len(found) != len(values) or not found or not all(found):
        raise Slip(f"`{key}` says nothing", f"write a word, or a list of words, after `{key}:`")
    return found


def _check_version(version: str) -> None:
    from silkfigures.readings.errors import Slip

    try:
        parts(version)
    except ValueError as error:
        raise Slip(
            f"`version`: {error}", "write the version of the release that carries the change"
        ) from None


def told_reasons(files: Files, where: str) -> list[Reason]:
    """The reasons that a release tells in its `history.csv`, or else in its `changes.csv`.

    `where` is what the ReleaseError calls the release whose file cannot be read.
    """
    name = next((name for name in TOLD if name in files), None)
    if name is None:
        return []
    cells, findings = parse_bytes(files[name], f"{where}/{name}")
    if cells is None or findings or cells.header != list(COLUMNS):
        message = findings[0].message if findings else f"the columns are not {', '.join(COLUMNS)}"
        raise ReleaseError(f"{where}/{name}", message, FETCH)
    try:
        return [_told(row, name) for row in cells.records() if row["why"] and parts(row["version"])]
    except ValueError as error:
        raise ReleaseError(f"{where}/{name}", str(error), FETCH) from error


def _told(row: dict[str, str], file: str) -> Reason:
    tables, rows, fields = ((escape(row[column]),) for column in ("table", "key", "field"))
    kind, successor = (RETIRED, row["to"]) if row["kind"] == RETIRED else ("", "")
    return Reason(row["version"], row["why"], tables, rows, fields, kind, successor, file)
