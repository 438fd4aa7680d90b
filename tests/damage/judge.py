"""Whether a damage is caught, in each of the modes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from silkfigures.build import build_tables, missing_claims
from silkfigures.build.tables import Tables
from silkfigures.checks import Report, as_findings, text_findings
from silkfigures.checks.across import view
from silkfigures.checks.package import file_findings, read_descriptor
from silkfigures.checks.validate import content_findings
from silkfigures.cli.validate import stale_findings
from silkfigures.readings import ReadingErrors
from silkfigures.readings.csvfile import csv_text
from silkfigures.schemas import tables, themes
from silkfigures.schemas.csvfile import CsvFile, read_csv
from silkfigures.schemas.findings import Finding
from tests.damage.draw import Damage
from tests.damage.kinds import Hurt, repository_files

CHECKOUT = "checkout"
CHECKOUT_TEXTS = "checkout, texts"
TABLES = "tables alone"
VIEWS = "tables alone, views anew"
REBUILT = "rebuilt"
LEDGER = "raw/released/"  # what each released version held
REBUILT_TEXTS = "rebuilt, texts"
MODES = {
    CHECKOUT: "`silkfigures validate` in a checkout",
    CHECKOUT_TEXTS: "`silkfigures validate --texts` in a checkout",
    TABLES: "a folder of tables without raw/, its description written anew: only the rules can catch it",
    VIEWS: "as before, damage to `figures` carried over into the themed tables; these themselves not damaged",
    REBUILT: "raw/ damaged and everything built anew after it, if the build lets it",
    REBUILT_TEXTS: "as before, with `--texts`",
}

NEED_TEXTS = {CHECKOUT_TEXTS: CHECKOUT, REBUILT_TEXTS: REBUILT}  # and what they are without

Look = Callable[[], list[Finding]]
Looks = dict[str, list[Look]]  # by mode, what is looked at in turn
Verdict = dict[str, str]  # by mode, what caught the damage; empty when nothing did


class Judge:
    """Judges damages of one repository, in a copy of it that is put right after each.

    The findings are those of `silkfigures validate` without frictionless, which only adds to them; what a
    damage cannot have changed is not looked at again.
    """

    def __init__(
        self, root: Path, texts: Path | None, scratch: Path, modes: Collection[str] = tuple(MODES)
    ) -> None:
        """Copy the repository to `scratch`; without `texts` the modes that need them are left out."""
        self._texts, self._copy = texts, scratch
        self._modes = [mode for mode in modes if texts is not None or mode not in NEED_TEXTS]
        self._files = repository_files(root)
        for name, content in self._files.items():
            (scratch / name).parent.mkdir(parents=True, exist_ok=True)
            (scratch / name).write_bytes(content)
        self._cells = {name: self._table(name)[0] for name in tables()}
        content, _ = read_descriptor(scratch)
        self._resources = {resource["name"]: resource for resource in content["resources"]}

    def verdict(self, damage: Damage) -> Verdict:
        """What catches the damage in each of the modes that apply to it."""
        self._write(damage.hurt)
        try:
            looks = {"tables": self._of_tables, "raw": self._of_raw, "told": self._of_told}[damage.area](
                damage
            )
            verdict = {mode: _first(looks[mode]) for mode in self._modes if mode in looks}
            return verdict | self._by_texts(verdict, looks)
        finally:
            self._write({name: self._files[name] for name in damage.hurt})

    def _by_texts(self, verdict: Verdict, looks: Looks) -> Verdict:
        """The modes with the texts: as without, and what slipped through there is held against the texts."""
        wanted = {
            mode: without for mode, without in NEED_TEXTS.items() if mode in self._modes and without in looks
        }
        said = {mode: verdict.get(without) or _first(looks[without]) for mode, without in wanted.items()}
        if all(said.values()):
            return said
        by_texts = _first([lambda: text_findings(self._copy, self._texts)])
        return {mode: caught or by_texts for mode, caught in said.items()}

    def _write(self, hurt: Hurt) -> None:
        for name, content in hurt.items():
            if content is None:
                (self._copy / name).unlink()
            else:
                (self._copy / name).write_bytes(content)

    def _table(self, name: str) -> tuple[CsvFile | None, list[Finding]]:
        return read_csv(self._copy / f"tables/{name}.csv", f"tables/{name}.csv")

    def _of_tables(self, damage: Damage) -> Looks:
        names = [name.rpartition("/")[2].removesuffix(".csv") for name in damage.hurt]
        read = {name: self._table(name) for name in names}
        cells = self._cells | {name: found for name, (found, _) in read.items()}
        cells = {name: found for name, found in cells.items() if found is not None}

        def unreadable() -> list[Finding]:
            return [finding for _, findings in read.values() for finding in findings]

        def hashes() -> list[Finding]:
            told = [file_findings(self._resources[name], self._copy, cells.get(name)) for name in names]
            return [finding for findings in told for finding in findings]

        looks = {
            CHECKOUT: [unreadable, hashes, lambda: content_findings(cells, self._copy)],
            TABLES: [unreadable, lambda: content_findings(cells)],
            VIEWS: [unreadable, lambda: content_findings(_views_anew(cells, names))],
        }
        return looks if not set(names) & set(themes()) else {k: v for k, v in looks.items() if k != VIEWS}

    def _of_told(self, damage: Damage) -> Looks:
        return {CHECKOUT: [self._stale]}

    def _of_raw(self, damage: Damage) -> Looks:
        if all(name.startswith(LEDGER) for name in damage.hurt):
            return {CHECKOUT: [self._stale]}  # nothing is built of the ledger but what tells of it
        try:
            cells = self._read(build_tables(self._copy))
        except ReadingErrors as errors:
            refused = as_findings(errors)
            return {CHECKOUT: [lambda: refused], REBUILT: [lambda: refused]}

        def other() -> list[Finding]:
            new = [cells[name].name for name in tables() if cells[name] is not self._cells[name]]
            return [Finding(name, 0, "", "not what raw/ gives now") for name in new]

        def lost() -> list[Finding]:
            return as_findings(missing_claims(self._copy))

        return {CHECKOUT: [other, self._stale], REBUILT: [lost, lambda: content_findings(cells, self._copy)]}

    def _stale(self) -> list[Finding]:
        return list(stale_findings(self._copy, Report()))

    def _read(self, built: Tables) -> dict[str, CsvFile]:
        """The tables as cells; one that came out as it was is the same object."""
        cells = {}
        for name, rows in built.items():
            header, path = tables()[name].names, f"tables/{name}.csv"
            if csv_text(header, rows).encode("utf-8") == self._files[path]:
                cells[name] = self._cells[name]
            else:
                rows_of_text = [[row[column] for column in header] for row in rows]
                cells[name] = CsvFile(path, header, rows_of_text, list(range(2, len(rows) + 2)))
        return cells


def _views_anew(cells: dict[str, CsvFile], hurt: list[str]) -> dict[str, CsvFile]:
    """The tables with damage to `figures` carried over into the themed tables, if its columns are there."""
    if (
        "figures" not in hurt
        or "figures" not in cells
        or cells["figures"].header != tables()["figures"].names
    ):
        return cells
    anew = dict(cells)
    for name in themes():
        rows = view(cells["figures"], tables()[name])
        if rows != cells[name].rows:
            anew[name] = CsvFile(cells[name].name, tables()[name].names, rows, list(range(2, len(rows) + 2)))
    return anew


def _first(looks: Sequence[Look]) -> str:
    """The first finding that any of these gives, as a line; empty when there is none."""
    for look in looks:
        found = look()
        if found:
            return str(min(found))
    return ""
