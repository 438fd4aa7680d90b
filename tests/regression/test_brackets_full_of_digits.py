"""A bracket full of digits that nothing closes was tried in every way to part them: for ever, from 40 on."""

import time

import pytest

from silkfigures.quantities import find_quantities


@pytest.mark.parametrize("inside", ["1" + "0" * 400, "1 " * 200, "12345" * 30, "a1" * 90])
def test_it_takes_no_time(inside):
    begin = time.process_time()
    find_quantities(f"as told [{inside} and no end, 5 km")
    assert time.process_time() - begin < 1


def test_citations_are_still_known():
    assert [q.text for q in find_quantities("see [12; 13, p. 410] and [123456] on 5 km")] == ["5 km"]
