"""Whatever numbers lie in the terms, the result holds what is made of them."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from silkfigures.checks.interval_arithmetic import Interval, written

PARTS = st.fractions(min_value=0, max_value=1, max_denominator=16)


@st.composite
def intervals(draw: st.DrawFn, least: int = -1000, may_be_open: bool = True) -> Interval:
    numbers = st.fractions(min_value=least, max_value=1000, max_denominator=1000)
    ends = sorted(draw(st.tuples(numbers, numbers)))
    lower_open, upper_open = (draw(st.booleans()) and may_be_open for _ in ends)
    return Interval(-math.inf if lower_open and least < 0 else ends[0], math.inf if upper_open else ends[1])


@st.composite
def points(draw: st.DrawFn, least: int = -1000, may_be_open: bool = True) -> tuple[Interval, Fraction]:
    """An interval and a number out of it."""
    interval = draw(intervals(least, may_be_open))
    lower, upper = interval.lower, interval.upper
    if lower == -math.inf:
        lower = (Fraction(0) if upper == math.inf else upper) - draw(st.integers(0, 10**6))
    if upper == math.inf:
        upper = lower + draw(st.integers(0, 10**6))
    return interval, lower + (upper - lower) * draw(PARTS)


def holds(interval: Interval, number: Fraction) -> bool:
    return interval.lower <= number <= interval.upper


@settings(deadline=None)
@given(points(), points())
def test_sums_differences_and_products_of_numbers_lie_in_the_result(one, other):
    (left, a), (right, b) = one, other
    assert holds(left + right, a + b)
    assert holds(left - right, a - b)
    assert holds(left * right, a * b)
    assert holds(-left, -a)


@settings(deadline=None)
@given(points(), points(least=0))
def test_quotients_of_numbers_lie_in_the_result(one, other):
    (left, a), (right, b) = one, other
    if right.upper == 0:
        with pytest.raises(ZeroDivisionError):
            left / right
    elif b:
        assert holds(left / right, a / b)


@settings(deadline=None)
@given(intervals(), intervals(), intervals(), st.integers(0, 50))
def test_wider_terms_never_give_a_narrower_result(one, other, third, more):
    wider = Interval(
        one.lower if one.lower == -math.inf else one.lower - more,
        one.upper if one.upper == math.inf else one.upper + more,
    )
    for result, wide in (
        (one + other, wider + other),
        (one - other, wider - other),
        (one * other, wider * other),
        (other * one, other * wider),
    ):
        assert wide.lower <= result.lower and result.upper <= wide.upper
    assert wider.meets(third) or not one.meets(third)


@settings(deadline=None)
@given(intervals(least=0), intervals(least=1), st.integers(0, 50))
def test_a_wider_divisor_never_gives_a_narrower_quotient(one, divisor, more):
    wide = Interval(divisor.lower / (more + 1), divisor.upper)
    narrow, result = one / divisor, one / wide
    assert result.lower <= narrow.lower and narrow.upper <= result.upper


@settings(deadline=None)
@given(intervals(may_be_open=False), intervals(may_be_open=False))
def test_the_gap_is_what_one_side_must_be_moved_by(one, other):
    gap = one.gap(other)
    assert gap == other.gap(one) >= 0
    assert (gap == 0) == one.meets(other)
    assert one.meets(Interval(other.lower - gap, other.upper + gap))
    if gap:
        assert not one.meets(Interval(other.lower - gap / 2, other.upper + gap / 2))


def test_touching_is_meeting():
    assert Interval.of("1", "2").meets(Interval.of("2", "3"))
    assert not Interval.of("1", "1.99").meets(Interval.of("2", "3"))


def test_the_ends_of_products_are_those_of_the_right_corners():
    # -2..3 times 4..5: the least is -2 * 5, the greatest 3 * 5
    assert Interval.of("-2", "3") * Interval.of("4", "5") == Interval.of("-10", "15")
    assert Interval.of("2", "") * Interval.of("-1", "4") == Interval(-math.inf, math.inf)
    assert Interval.of("0", "0") * Interval.of("", "") == Interval.exactly(0)


def test_a_divisor_that_may_be_negative_has_no_quotient():
    for lower, upper in (("-1", "2"), ("", "5"), ("0", "0"), ("-3", "-2")):
        with pytest.raises(ZeroDivisionError):
            Interval.exactly(1) / Interval.of(lower, upper)


@pytest.mark.parametrize(
    ("number", "cell"),
    [
        (Fraction(0), "0"),
        (Fraction(-5, 2), "-2.5"),
        (Fraction(10**30 + 1), "1" + "0" * 29 + "1"),
        (Fraction(10**6000), "1" + "0" * 6000),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(-2, 300), "-0.00666666666667"),
        (Fraction(2 * 10**15, 3), "666666666667000"),
        (Fraction(1, 2**20), "0.00000095367431640625"),
    ],
)
def test_numbers_are_written_plainly(number, cell):
    assert written(number) == cell


@settings(deadline=None)
@given(st.fractions(max_denominator=10**9))
def test_a_written_number_is_within_half_a_digit(number):
    assert abs(Fraction(written(number)) - number) <= abs(number) / 10**11
