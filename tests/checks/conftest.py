"""A table that was checked before is not checked again: these tests change one cell of eighteen tables."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence

import pytest

from silkfigures.schemas import Table
from silkfigures.schemas.csvfile import CsvFile
from silkfigures.schemas.findings import Finding


@pytest.fixture(autouse=True, scope="session")
def checked_once() -> Iterator[None]:
    """Keep what `table_findings`, a pure function, gives for the same cells, declaration and codes."""
    module = importlib.import_module("silkfigures.checks.validate")
    check, known = module.table_findings, {}

    def kept(cells: CsvFile, table: Table, codes: Mapping[str, Sequence[str]] | None) -> list[Finding]:
        at = repr((cells, table, codes))
        if at not in known:
            known[at] = check(cells, table, codes)
        return list(known[at])

    module.table_findings = kept
    yield
    module.table_findings = check
