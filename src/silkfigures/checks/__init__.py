"""Checks of the published tables, read as anyone would read them, and of `raw/` against the source texts."""

from silkfigures.checks.report import Report
from silkfigures.checks.texts import as_findings, text_findings
from silkfigures.checks.validate import validate

__all__ = ["Report", "as_findings", "text_findings", "validate"]
