"""Whether a damage is caught, in each of the modes."""

from __future__ import annotations

from collections.abc import Callable
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
REBUILT_TEXTS = "rebuilt, texts"
MODES = {
    CHECKOUT: "`silkfigures validate` in a checkout",
    CHECKOUT_TEXTS: "`silkfigures validate --texts` in a checkout",
    TABLES: "a folder of tables without raw/, its description written anew after the damage: only rules can catch it",
    VIEWS: "as before, damage to `figures` carried over into the themed tables; these themselves not damaged",
    REBUILT: "raw/ damaged and everything built anew after it, if the build lets it",
    REBUILT_TEXTS: "as before, with `--texts`",
}

Verdict = dict[str, str]  # by mode, what caught the damage; empty when nothing did


class Judge:
    """Judges damages of one repository, in a copy of it that is put right after each.

    The findings are those of `silkfigures validate` without frictionless, which only adds to them; what a damage
    cannot have changed is not looked at again.
    """

    def __init__(self, root: Path, texts: Path | None, scratch: Path) -> None:
        """Copy the repository to `scratch`; without `texts` the modes that need them are left out."""
        self._files, self._texts, self._copy = repository_files(root), texts, scratch
        for name, content in self._files.items():
            (scratch / name).parent.mkdir(parents=True, exist_ok=True)
            (scratch / name).write_bytes(content)
        self._cells = {
            name: read_csv(scratch / f"tables/{name}.csv", f"tables/{name}.csv")[0] for name in tables()
        }
        content, _ = read_descriptor(scratch)
        self._resources = {resource["name"]: resource for resource in content["resources"]}

    def verdict(self, damage: Damage) -> Verdict:
        """What catches the damage in each of the modes that apply to it."""
        self._write(damage.hurt)
        try:
            judge = {"tables": self._of_tables, "raw": self._of_raw, "told": self._of_told}[damage.area]
            return judge(damage)
        finally:
            self._write({name: self._files[name] for name in damage.hurt})

    def _write(self, hurt: Hurt) -> None:
        for name, content in hurt.items():
            if content is None:
                (self._copy / name).unlink()
            else:
                (self._copy / name).write_bytes(content)

    def _of_tables(self, damage: Damage) -> Verdict:
        names = [name.rpartition("/")[2].removesuffix(".csv") for name in damage.hurt]
        read = {name: read_csv(self._copy / f"tables/{name}.csv", f"tables/{name}.csv") for name in names}
        unreadable = [finding for _, findings in read.values() for finding in findings]
        cells = self._cells | {name: found for name, (found, _) in read.items()}
        cells = {name: found for name, found in cells.items() if found is not None}
        hashes = [
            f for name in names for f in file_findings(self._resources[name], self._copy, cells.get(name))
        ]
        inside = _first(lambda: unreadable, lambda: content_findings(cells))
        verdict = {CHECKOUT: inside or _first(lambda: hashes), TABLES: inside}
        if not set(names) & set(themes()):
            verdict[VIEWS] = _first(lambda: unreadable, lambda: content_findings(_views_anew(cells, names)))
        if self._texts:
            verdict[CHECKOUT_TEXTS] = verdict[CHECKOUT] or self._told_by_texts()
        return verdict

    def _of_told(self, damage: Damage) -> Verdict:
        caught = _first(self._stale)
        return {CHECKOUT: caught} | ({CHECKOUT_TEXTS: caught or self._told_by_texts()} if self._texts else {})

    def _of_raw(self, damage: Damage) -> Verdict:
        try:
            built = build_tables(self._copy)
        except ReadingErrors as errors:
            caught = f"build: {errors.errors[0]}"
            return {
                mode: caught
                for mode in (CHECKOUT, CHECKOUT_TEXTS, REBUILT, REBUILT_TEXTS)
                if self._applies(mode)
            }
        cells = self._read(built)
        other = [name for name in tables() if cells[name] is not self._cells[name]]
        verdict = {
            CHECKOUT: f"tables/{other[0]}.csv: not what raw/ gives now" if other else _first(self._stale)
        }
        verdict[REBUILT] = _first(self._lost, lambda: content_findings(cells))
        if self._texts:
            by_texts = "" if verdict[CHECKOUT] and verdict[REBUILT] else self._told_by_texts()
            verdict[CHECKOUT_TEXTS] = verdict[CHECKOUT] or by_texts
            verdict[REBUILT_TEXTS] = verdict[REBUILT] or by_texts
        return verdict

    def _applies(self, mode: str) -> bool:
        return self._texts is not None or mode not in (CHECKOUT_TEXTS, REBUILT_TEXTS)

    def _stale(self) -> list[Finding]:
        return list(stale_findings(self._copy, Report()))

    def _told_by_texts(self) -> str:
        return _first(lambda: text_findings(self._copy, self._texts))

    def _lost(self) -> list[Finding]:
        return as_findings(missing_claims(self._copy))

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
    """The tables with damage to `figures` carried over into the themed tables, where its columns are all there."""
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


def _first(*looks: Callable[[], list[Finding]]) -> str:
    """The first finding that any of these gives, as a line; empty when there is none."""
    for look in looks:
        found = look()
        if found:
            return str(min(found))
    return ""


def copy_of(root: Path, folder: Path) -> Path:
    """A copy of the files of a repository that `silkfigures validate` answers for."""
    for name, content in repository_files(root).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
