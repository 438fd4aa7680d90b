"""First and last days, worked out on a calendar."""

from datetime import date

import pytest

from silkfigures.schemas.periods import period_days, period_fits


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023", (2023, 1, 1), (2023, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("2024-05-17", (2024, 5, 17), (2024, 5, 17)),
        ("1989-07/1990-06", (1989, 7, 1), (1990, 6, 30)),
        ("1991/2021", (1991, 1, 1), (2021, 12, 31)),
        ("2020/2024-03", (2020, 1, 1), (2024, 3, 31)),
    ],
)
def test_days_of_a_period(period, first, last):
    assert period_days(period) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "period", ["", "/", "2023/", "/2023", "23", "2023-00", "2023-02-30", "2023/2022", "0000"]
)
def test_no_period(period):
    with pytest.raises(ValueError, match=r"."):
        period_days(period)


@pytest.mark.parametrize(
    ("period", "kind", "fits"),
    [
        ("2023", "year", True),
        ("2023/2024", "year", False),
        ("2023-01/2023-03", "months", True),
        ("2023/2024-03", "months", False),
        ("1991/2021", "span", True),
        ("1991", "span", False),
        ("2023-12-31", "as_of", True),
        ("2030", "horizon", True),
        ("", "as_of", False),
        ("2023", "unstated", False),
    ],
)
def test_form_and_kind(period, kind, fits):
    assert period_fits(period, kind) is fits
