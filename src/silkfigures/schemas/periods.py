"""First and last day of an ISO 8601 period as the tables write it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from silkfigures.schemas.findings import shown

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _days(point: str) -> tuple[date, date]:
    """First and last day of a year, a month or a day."""
    match = _POINT.fullmatch(point)
    if not match:
        raise ValueError(f"{shown(point)} is no year, month or day such as 2024, 2024-03 or 2024-03-31")
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or "1"), int(day or "1"))
        last_month = int(month or "12")
        last = first if day else date(first.year, last_month, monthrange(first.year, last_month)[1])
    except ValueError as error:
        raise ValueError(f"{shown(point)} does not exist in the calendar") from error
    return first, last


def period_days(period: str) -> tuple[date, date]:
    """First and last day of a period: a year, month or day, or "first/last", both included.

    Raises ValueError where the text is no such period or ends before it begins.

    >>> period_days("2025-01/2025-03")
    (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31))
    >>> period_days("2024")[1].isoformat()
    '2024-12-31'
    """
    first, slash, last = period.partition("/")
    start, end = _days(first)[0], _days(last if slash else first)[1]
    if end < start:
        raise ValueError(f"{shown(period)} ends before it begins")
    return start, end


def period_fits(period: str, kind: str) -> bool:
    """Whether a period has the form that its kind asks for.

    >>> period_fits("2024", "year"), period_fits("2024", "months"), period_fits("", "unstated")
    (True, False, True)
    """
    if kind == "unstated" or not period:
        return kind == "unstated" and not period
    first, slash, last = period.partition("/")
    if kind == "year":
        return len(first) == 4 and not slash
    if kind == "months":
        return len(first) > 4 and (not slash or len(last) > 4)
    if kind == "span":
        return bool(slash)
    return True
