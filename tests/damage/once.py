"""What is the same for every damage is done once: files, quotes and texts are read only when they are new.

Only pure functions are kept, by all that they are given, so nothing is judged otherwise than `silkfigures
validate` judges it; a test compares the two.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from silkfigures import quantities
from silkfigures.readings import Errors, coverage, reading, sources, yamlfile
from silkfigures.readings.locate import Text

KEPT = 4096


def _by_identity(function: Callable[..., Any], key: Callable[..., tuple]) -> Callable[..., Any]:
    """The function with its results kept by a key; arguments are kept, so that no identity comes again."""
    known: dict[tuple, tuple[Any, Any]] = {}

    def kept(*given: Any) -> Any:
        at = key(*given)
        if at not in known:
            if len(known) > KEPT:
                known.clear()
            known[at] = (function(*given), given)
        return known[at][0]

    return kept


def _codes_key(cells: Any, table: Any, codes: Any) -> tuple:
    listed = None if codes is None else tuple((name, tuple(found)) for name, found in codes.items())
    return id(cells), table.name, listed


def _kept_reader(reader: type) -> Callable[..., Any]:
    """The reader of readings, which gives what it gave for the same nodes, its slips too."""
    known: dict[tuple, tuple[Any, tuple, Any]] = {}

    class Kept:
        def __init__(self, path: str, errors: Errors) -> None:
            self._path, self._errors = path, errors

        def reading(self, node: Any, stem: str) -> Any:
            at = id(node), self._path, stem
            if at not in known:
                errors = Errors()
                known[at] = (reader(self._path, errors).reading(node, stem), tuple(errors), node)
            result, slips, _ = known[at]
            for slip in slips:
                self._errors.add(slip.path, slip.line, slip.message, slip.mend)
            return result

    return Kept


@contextmanager
def done_once() -> Iterator[None]:
    """Within this block, keep what pure functions give."""
    validate = sys.modules["silkfigures.checks.validate"]  # the package has a function of this name
    kept = [
        (quantities, "find_quantities", lru_cache(KEPT)),
        (sources, "Text", lru_cache(64)),
        (Text, "find_all", lru_cache(1 << 15)),
        (coverage, "tidy", lru_cache(64)),
        (coverage, "numbers_in", lambda f: _by_identity(f, lambda clean: (id(clean),))),
        (coverage, "proofs", lambda f: _by_identity(f, lambda c, n, owners: (id(c), id(n), tuple(owners)))),
        (validate, "table_findings", lambda f: _by_identity(f, _codes_key)),
        (yamlfile, "parse_yaml", lru_cache(1024)),
        (reading, "_Reader", _kept_reader),
    ]
    old = [(module, name, getattr(module, name)) for module, name, _ in kept]
    for module, name, keep in kept:
        setattr(module, name, keep(getattr(module, name)))
    try:
        yield
    finally:
        for module, name, function in old:
            setattr(module, name, function)
