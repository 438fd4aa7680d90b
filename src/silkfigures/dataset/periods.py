"""ISO 8601 periods: from the text of a period to its first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from silkfigures.dataset.errors import UnknownName

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def bounds(period: str) -> tuple[date, date]:
    """First and last day of a year, month, day, or span of them written "first/last".

    Parameters
    ----------
    period : str
        "2024", "2024-05", "2024-05-17", "2020/2024", "2025-01/2025-03".

    Raises
    ------
    UnknownName
        When it is none of these, or ends before it begins.

    Examples
    --------
    >>> bounds("2025-01/2025-03")
    (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31))
    """
    first, slash, last = period.partition("/")
    try:
        start, end = _point(first)[0], _point(last if slash else first)[1]
    except ValueError as error:
        raise UnknownName(
            f"{period!r} is not a period ({error}). Write a year, a month, a day or a span of them: "
            "2024, 2024-05, 2024-05-17, 2020/2024; 'unstated' for the rows without a period."
        ) from None
    if end < start:
        raise UnknownName(f"The period {period!r} ends before it begins. Did you mean '{last}/{first}'?")
    return start, end


def _point(text: str) -> tuple[date, date]:
    """First and last day of one year, month or day."""
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no year, month or day")
    year, month, day = match.groups()
    if day:
        return date.fromisoformat(text), date.fromisoformat(text)
    if month:
        last = monthrange(int(year), int(month))[1]
        return date(int(year), int(month), 1), date(int(year), int(month), last)
    return date(int(year), 1, 1), date(int(year), 12, 31)
