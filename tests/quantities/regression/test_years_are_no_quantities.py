"""Past error of other readers: ``1991-2021`` was read as 2006 ± 15, ``1994 г`` as grams."""

from __future__ import annotations

import pytest

from silkfigures.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "in the period 1991-2021", "from 1991-\n2021, aid", "в 1994 г. и 1995 гг.", "1996/97 финансовый год",
        "2019 жылдың соңында", "the 1990s and 2000s", "в 2022-24 годы", "70-80 годы", "(Wu, Chen 2004)",
    ],
)  # fmt: skip
def test_nothing_is_read(text: str) -> None:
    assert find_quantities(text) == []


def test_years_as_a_span_of_time_are_read() -> None:
    found = find_quantities("Прошло более 2000 лет с начала пути\nҚазақстанда 30 жыл бойы")
    assert [quantity.unit for quantity in found] == ["year", "year"]
