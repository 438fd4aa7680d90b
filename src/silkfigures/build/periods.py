"""Periods: ISO 8601 dates and spans, their first and last day, and their kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from silkfigures.readings import Slip
from silkfigures.schemas.periods import period_days

UNSTATED = "unstated"
STATED_KINDS = ("as_of", "horizon")  # what a reading may say; other kinds follow from the period

_FORMS = "write 2024, 2024-03, 2024-03-31 or a span such as 2025-01/2025-03"


@dataclass(frozen=True, slots=True)
class Period:
    """A period as written, its first and last day (None when it is unstated) and its kind."""

    text: str
    start: date | None
    end: date | None
    kind: str


def parse_period(text: str, kind: str = "") -> Period:
    """Read a period; `kind` is what the reading says of it (`as_of`, `horizon` or nothing).

    Raises Slip for a date that does not exist, a span that runs backwards or a kind that does not fit.

    >>> parse_period("2025-01/2025-03").end
    datetime.date(2025, 3, 31)
    >>> parse_period("1991/2021").kind
    'span'
    """
    if kind and kind not in STATED_KINDS:
        mend = f"write {' or '.join(STATED_KINDS)}; others follow by themselves"
        raise Slip(f"`period_kind` is `{kind}`", mend)
    if text == UNSTATED:
        if kind:
            raise Slip("`period_kind` of an unstated period", "write the period or remove `period_kind`")
        return Period("", None, None, UNSTATED)
    first, slash, last = text.partition("/")
    if slash and (len(first) != len(last) or first >= last):
        raise Slip(f"the period `{text}` does not run from a first to a later last date", _FORMS)
    try:
        return Period(text, *period_days(text), kind or _kind(first, last))
    except ValueError:
        raise Slip(f"`{text}` is no date", _FORMS) from None


def parse_date(text: str) -> str:
    """A date of one part (a year, month or day), as it was. Raises Slip for anything else."""
    if "/" in text or text == UNSTATED:
        raise Slip(f"`{text}` is no single date", "write one year, month or day")
    parse_period(text)
    return text


def _kind(first: str, last: str) -> str:
    """Kind of a period by its form: years, months of one year, one day, or anything longer."""
    if len(first) == 4:
        return "span" if last else "year"
    if len(first) == 10 and not last:
        return "as_of"
    return "months" if not last or first[:4] == last[:4] else "span"
