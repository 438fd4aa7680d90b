"""What a rule asks of every row of a typed frame (see `frames`): True where the row keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from silkfigures.schemas.periods import period_days

UNSIGNED = {"count", "share", "ratio", "rank", "duration", "capacity", "length"}


def _filled(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Text columns with "" for missing."""
    found = frame[list(columns)].astype("object")
    return found.where(found.notna(), "")


def each_row(frame: pd.DataFrame, columns: tuple[str, ...], test: Callable[..., bool]) -> pd.Series:
    """A test on the text of some columns, row by row."""
    rows = _filled(frame, *columns).itertuples(index=False, name=None)
    return pd.Series([bool(test(*row)) for row in rows], index=frame.index, dtype=bool)


def bounds_in_order(frame: pd.DataFrame) -> pd.Series:
    """Whether lower <= value <= upper, where they are present."""
    low, value, high = frame["lower"], frame["value"], frame["upper"]
    return (low.isna() | (low <= value)) & (high.isna() | (value <= high)) & ~(low > high)


def bounds_fit_qualifier(frame: pd.DataFrame) -> pd.Series:
    """Whether the bounds are the ones that the qualifier leaves.

    Exact and about: both, as far below the value as above. Over: the value is the lower bound and there is no
    upper one; under: the other way round. For a fall ("down by more than 5 %" is -5) the two change places.
    Range: two ends, the value their middle.
    """
    low, value, high, word = (frame[name] for name in ("lower", "value", "upper", "qualifier"))
    from_below = (low == value) & high.isna()
    from_above = (high == value) & low.isna()
    falls = value < 0
    middle = (value - (low + high) / 2).abs() <= 1e-9 * value.abs()
    allowed = {
        "exact": middle,
        "about": middle,
        "over": from_below | (falls & from_above),
        "under": from_above | (falls & from_below),
        "range": middle & (low < high),
    }
    result = pd.Series(False, index=frame.index)  # a missing bound is in the middle of nothing
    for name, fits in allowed.items():
        result |= (word == name).fillna(False).astype(bool) & fits
    return result | ~word.isin(list(allowed))


def period_in_order(frame: pd.DataFrame) -> pd.Series:
    """Whether period_start <= period_end, where both are present."""
    return ~(frame["period_start"] > frame["period_end"])


def days_follow(frame: pd.DataFrame) -> pd.Series:
    """Whether period_start and period_end are the first and last day of period, and empty without one."""

    def follows(period: str, start: Any, end: Any) -> bool:
        if not period:
            return start == "" and end == ""
        try:
            first, last = period_days(period)
        except ValueError:
            return False
        return start != "" and end != "" and (start.date(), end.date()) == (first, last)

    return each_row(frame, ("period", "period_start", "period_end"), follows)


def value_in_reach(frame: pd.DataFrame) -> pd.Series:
    """Whether the value can be one of its measure.

    Shares go from 0 to 100, ranks are whole and begin with 1, lengths and the like are not negative.
    A flagged misprint may be anything.
    """
    value, measure = frame["value"], frame["measure"]
    wrong = measure.isin(list(UNSIGNED)) & (value < 0)
    wrong |= (measure == "share").fillna(False).astype(bool) & (value > 100)
    wrong |= (measure == "rank").fillna(False).astype(bool) & ((value < 1) | (value % 1 != 0))
    return ~wrong | frame["flag"].notna()
