"""What a validation found."""

from __future__ import annotations

from dataclasses import dataclass, field

from silkfigures.schemas.findings import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run, sorted by file and line, and the number of rows read of each table.

    >>> finding = Finding("tables/aid.csv", 3, "unit", "'USS' is no unit", "write 'USD'")
    >>> report = Report((finding,), {"aid": 2})
    >>> report.ok
    False
    >>> print(report)
    tables/aid.csv:3: unit: 'USS' is no unit (mend: write 'USD')
    1 finding in 1 table, 2 rows
    """

    findings: tuple[Finding, ...] = ()
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def __str__(self) -> str:
        """One line a finding, then a line that sums up."""
        found, tables, rows = len(self.findings), len(self.rows), sum(self.rows.values())
        head = f"{found or 'no'} finding{'s' * (found != 1)}"
        foot = f"{head} in {tables} table{'s' * (tables != 1)}, {rows} row{'s' * (rows != 1)}"
        return "\n".join([*(str(finding) for finding in self.findings), foot])
