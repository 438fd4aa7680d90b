"""Years before a long run of spaces took time that grows with the square of the run."""

import time

import pytest

from silkfigures.readings.years_and_dates import chained_years, dates, years


@pytest.mark.parametrize("gap", [" " * 100_000, " \n" * 50_000, "\t" * 100_000, " - " * 30_000])
def test_time_grows_with_the_text_and_no_faster(gap):
    begin = time.process_time()
    for find in (chained_years, years, dates):
        list(find(f"1499{gap}x"))
    assert time.process_time() - begin < 2


def test_chains_are_still_known():
    text = "2019 ,\n 2020 және   2021 жылдары"
    assert [text[slice(*span)] for span in chained_years(text)] == ["2019 ,\n 2020 және   2021"]
