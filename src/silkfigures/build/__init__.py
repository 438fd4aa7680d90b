"""Readings and quantities joined into tables: `raw/` in, `tables/*.csv` out."""

from silkfigures.build.compare import agreement, compare
from silkfigures.build.retired import missing_claims
from silkfigures.build.tables import build_tables
from silkfigures.build.writing import BuildResult, build, stale

__all__ = [
    "BuildResult",
    "agreement",
    "build",
    "build_tables",
    "compare",
    "missing_claims",
    "stale",
]
