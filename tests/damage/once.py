"""What is the same for every damage is done once: files are parsed, quotes read and texts searched only when new.

Only pure functions are kept, by all that they are given, so nothing is judged otherwise than `silkfigures
validate` judges it; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from silkfigures import quantities
from silkfigures.readings import coverage, locate, sources, yamlfile

KEPT = 4096


def _by_identity(function: Callable[..., Any], key: Callable[..., tuple]) -> Callable[..., Any]:
    """The function with its results kept by a key; the arguments are kept too, so that no identity comes again."""
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


@contextmanager
def done_once() -> Iterator[None]:
    """Within this block, keep what pure functions give."""
    validate = __import__("sys").modules["silkfigures.checks.validate"]
    kept = [
        (quantities, "find_quantities", lru_cache(KEPT)),
        (sources, "Text", lru_cache(64)),
        (locate.Text, "find_all", lru_cache(1 << 15)),
        (coverage, "tidy", lru_cache(64)),
        (coverage, "numbers_in", lambda f: _by_identity(f, lambda clean: (id(clean),))),
        (coverage, "proofs", lambda f: _by_identity(f, lambda c, n, owners: (id(c), id(n), tuple(owners)))),
        (validate, "table_findings", lambda f: _by_identity(f, _codes_key)),
        (yamlfile, "parse_yaml", lru_cache(1024)),
    ]
    old = [(module, name, getattr(module, name)) for module, name, _ in kept]
    for module, name, keep in kept:
        setattr(module, name, keep(getattr(module, name)))
    try:
        yield
    finally:
        for module, name, function in old:
            setattr(module, name, function)
