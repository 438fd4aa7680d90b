"""Which rows of a table a filter keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from silkfigures.dataset import codes
from silkfigures.dataset.errors import UnknownName, unknown, written
from silkfigures.dataset.periods import bounds

if TYPE_CHECKING:
    import pandas as pd

UNSTATED = "unstated"
KINDS = {"f": (float, "numbers"), "i": (int, "whole numbers")}


def matching(table: str, frame: pd.DataFrame, column: str, wanted: object) -> pd.Series:
    """True for the rows of `frame` in which `column` has the wanted value, or one of them.

    Parameters
    ----------
    table : str
        The table that `frame` holds, for its code lists.
    column : str
        Any column of the frame.
    wanted : scalar or iterable
        Values of the column; None, "" or a missing value stands for "empty".

    Raises
    ------
    UnknownName
        For a column or code that does not exist, or a value of the wrong type.
    """
    if column not in frame.columns:
        raise unknown(f"a column of '{table}'", column, frame.columns)
    values = _listed(wanted)
    empty = any(_missing(value) for value in values)
    values = [value for value in values if not _missing(value)]
    if column == "period":
        return _within(frame, [str(value) for value in values], empty)
    kept = frame[column].isin(_typed(table, frame, column, values))
    return kept | frame[column].isna() if empty else kept


def _listed(wanted: object) -> list[Any]:
    return list(wanted) if isinstance(wanted, Iterable) and not isinstance(wanted, str | bytes) else [wanted]


def _missing(value: Any) -> bool:
    import pandas as pd

    return value == "" or pd.isna(value) is True


def _typed(table: str, frame: pd.DataFrame, column: str, values: list[Any]) -> list[Any]:
    """The wanted values in the type of the column."""
    kind = frame[column].dtype.kind
    if kind == "M":
        return [_day(column, value) for value in values]
    if kind == "b":
        return [_truth(column, value) for value in values]
    if kind in KINDS:
        return [_number(column, value, *KINDS[kind]) for value in values]
    texts = [str(value) for value in values]
    codes.check(table, column, texts)
    return texts


def _number(column: str, value: Any, kind: type, name: str) -> float | int:
    try:
        number = kind(value)
        same = isinstance(value, str) or number == value
    except (TypeError, ValueError, OverflowError):
        same = False
    if not same:
        raise UnknownName(
            f"Column '{column}' holds {name}; {written(value)} is none. Write it like 5900000000."
        )
    return number


def _truth(column: str, value: object) -> bool:
    known = {"true": True, "false": False}
    if str(value).casefold() not in known:
        raise UnknownName(f"Column '{column}' holds true or false; {written(value)} is neither.")
    return known[str(value).casefold()]


def _day(column: str, value: object) -> datetime:
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise UnknownName(
            f"Column '{column}' holds dates; {written(value)} is none. Write it like 2024-05-17."
        ) from None
    return datetime(day.year, day.month, day.day)


def _within(frame: pd.DataFrame, periods: list[str], empty: bool) -> pd.Series:
    """True for the rows whose period lies within one of `periods`."""
    import pandas as pd

    kept = pd.Series(empty, index=frame.index) & frame["period"].isna()
    for period in periods:
        if period == UNSTATED:
            kept |= frame["period"].isna()
            continue
        first, last = (pd.Timestamp(day) for day in bounds(period))
        kept |= (frame["period_start"] >= first) & (frame["period_end"] <= last)
    return kept
