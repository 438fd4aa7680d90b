"""The package as an outsider sees it: what `frictionless validate datapackage.json` says."""

from __future__ import annotations

from pathlib import Path

from silkfigures.checks.package import DESCRIPTOR
from silkfigures.schemas.findings import Finding

MEND = "this is what `frictionless validate datapackage.json` tells a user: build again"


def outsider_findings(folder: Path) -> list[Finding]:
    """The errors of frictionless, as findings.

    Parameters
    ----------
    folder : Path
        The folder with a readable `datapackage.json`. Paths that lead out of it are errors, too.
    """
    from frictionless import FrictionlessException, Package, system

    try:
        with system.use_context(trusted=False):
            report = Package.from_descriptor(str(folder / DESCRIPTOR)).validate()
    except FrictionlessException as error:
        causes = error.reasons or [error.error]
        return [Finding(DESCRIPTOR, 0, "", f"frictionless: {cause.message}", MEND) for cause in causes]
    findings = [Finding(DESCRIPTOR, 0, "", f"frictionless: {error.message}", MEND) for error in report.errors]
    for task in report.tasks:
        for wrong in task.errors:
            line = getattr(wrong, "row_number", 0) or 0
            column = getattr(wrong, "field_name", "") or ""
            findings.append(Finding(task.place, line, column, f"frictionless: {wrong.message}", MEND))
    return findings
