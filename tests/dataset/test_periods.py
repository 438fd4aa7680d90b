from datetime import date

import pytest

from silkfigures.dataset.errors import UnknownName
from silkfigures.dataset.periods import bounds


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-05-17", date(2024, 5, 17), date(2024, 5, 17)),
        ("1991/2021", date(1991, 1, 1), date(2021, 12, 31)),
        ("2025-01/2025-03", date(2025, 1, 1), date(2025, 3, 31)),
        ("2020/2021-06", date(2020, 1, 1), date(2021, 6, 30)),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(period, first, last):
    assert bounds(period) == (first, last)


@pytest.mark.parametrize(
    "period",
    [
        "",
        "24",
        "2024-5",
        "2024-00",
        "2024-13",
        "2023-02-29",
        "2024/",
        "/2024",
        "2020-2024",
        "in 2024",
        "٢٠٢٤",
    ],
)
def test_what_is_no_period_is_refused_with_examples(period):
    with pytest.raises(UnknownName, match=r"is not a period.*2024-05-17"):
        bounds(period)
