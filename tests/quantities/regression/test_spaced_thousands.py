"""Past error of other readers: ``200 000 рублей`` was read as 200 and 0."""

from __future__ import annotations

from silkfigures.quantities import find_quantities


def test_one_number() -> None:
    (found,) = find_quantities("штраф 200 000 рублей")
    assert (int(found.value), found.unit, found.text) == (200_000, "RUB", "200 000 рублей")


def test_a_group_has_three_digits() -> None:
    assert [int(q.value) for q in find_quantities("Town 175 53 12", "en")] == [175, 53, 12]
