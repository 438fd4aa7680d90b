"""Checks of the published tables, read as anyone would read them."""

from silkfigures.checks.report import Report
from silkfigures.checks.validate import validate

__all__ = ["Report", "validate"]
