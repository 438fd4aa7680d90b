"""Past error of other readers: ``12-13 billion`` was read as 25 billion."""

from __future__ import annotations

from silkfigures.quantities import find_quantities


def test_the_ends_stay_apart() -> None:
    (found,) = find_quantities("reserves of 12-13 billion tons")
    assert (int(found.lower), int(found.upper), found.qualifier) == (12 * 10**9, 13 * 10**9, "range")
