"""Periods that a user writes: their first and last day, or an error that says how to write one."""

from __future__ import annotations

from datetime import date

from silkfigures.dataset.errors import UnknownName, written


def bounds(period: str) -> tuple[date, date]:
    """First and last day of a year, month, day, or span of them written "first/last".

    Parameters
    ----------
    period : str
        "2024", "2024-05", "2024-05-17", "2020/2024", "2025-01/2025-03" (ISO 8601).

    Raises
    ------
    UnknownName
        When it is none of these, or ends before it begins.

    Examples
    --------
    >>> bounds("2025-01/2025-03")
    (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31))
    """
    from silkfigures.schemas.periods import period_days

    try:
        return period_days(period)
    except ValueError as error:
        first, _, last = period.partition("/")
        turned = f" Did you mean {written(f'{last}/{first}')}?" if first > last > "" else ""
        raise UnknownName(
            f"{written(period)} is not a period: {error}.{turned} Write a year, a month, a day or a span "
            "of them: 2024, 2024-05, 2024-05-17, 2020/2024; 'unstated' for the rows without a period."
        ) from None
