"""How a cell of each type is written: checked on the text, before anything is cast."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from math import isfinite

from silkfigures.schemas.declaration import Field
from silkfigures.schemas.findings import shown

FORMS = {
    "number": re.compile(r"0|-?(?:0\.[0-9]*[1-9]|[1-9][0-9]*(?:\.[0-9]*[1-9])?)"),
    "integer": re.compile(r"0|-?[1-9][0-9]*"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "string": re.compile(r"\S(?:.*\S)?", re.DOTALL),
}
WRITTEN = {
    "number": "a plain decimal such as 1250 or 0.5: point, no exponent, no spaces, no zeros at the end",
    "integer": "a whole number such as 1250: no point, no exponent, no spaces",
    "boolean": "true or false",
    "date": "a date such as 2024-12-31",
    "string": "text without white space at its ends",
}


MOST_DIGITS = 18  # of a whole number that a table holds
# A sign, a number and words: what a spreadsheet reads as a number or as text.
_SIGNED = re.compile(r"[+-]\s?[0-9][^=|!(){}\[\]+*/^&<>\"';:]*")


def runs_as_formula(text: str) -> bool:
    """Whether a spreadsheet that opens the cell in a CSV file would take it for a formula.

    >>> [runs_as_formula(text) for text in ("=1+1", "@SUM(A1)", "+A1", "-2+3", "\\t=1")]
    [True, True, True, True, True]
    >>> [runs_as_formula(text) for text in ("-20,3 %", "+5 млн. т", "a = b", "")]
    [False, False, False, False]
    """
    if text[:1] in ("+", "-"):
        return not _SIGNED.fullmatch(text)
    return text[:1] in ("=", "@", "\t", "\r") and text != ""


def is_written(type_: str, text: str) -> bool:
    """Whether the text is a well-written cell of a type ("number", "integer", "boolean", "date", "string").

    >>> [is_written("number", t) for t in ("5.9", "5,9", "1e9", "1 000", "2.50", "-0", "NaN")]
    [True, False, False, False, False, False, False]
    >>> is_written("date", "2023-02-29")
    False
    """
    if not FORMS[type_].fullmatch(text):
        return False
    if type_ == "date":
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
    if type_ == "integer":
        return len(text) <= MOST_DIGITS
    return type_ != "number" or isfinite(float(text))


def typed(type_: str, text: str) -> str | int | float | bool | date | None:
    """The Python value of a well-written cell; None where it is empty.

    A number becomes the nearest double, which gives back every decimal of up to 15 digits.

    >>> typed("number", "0.5"), typed("integer", "12"), typed("date", "2024-12-31"), typed("string", "")
    (0.5, 12, datetime.date(2024, 12, 31), None)
    """
    if not text:
        return None
    if type_ == "boolean":
        return text == "true"
    casts: dict[str, Callable[[str], str | int | float | date]] = {
        "number": float,
        "integer": int,
        "date": date.fromisoformat,
        "string": str,
    }
    return casts[type_](text)


def json_number(text: str) -> int | float:
    """A well-written number as JSON is to hold it: whole where no decimals are written.

    >>> json_number("5900000000"), json_number("0.5")
    (5900000000, 0.5)
    """
    return float(text) if "." in text else int(text)


def lexical_problem(field: Field, text: str) -> tuple[str, str] | None:
    """What is wrong with the writing of a cell and the mend, or None; an empty cell is well written.

    >>> from silkfigures.schemas.declaration import fields
    >>> lexical_problem(fields()["value"], "5,9")[0]
    "'5,9' is no number"
    """
    if field.type == "string" and runs_as_formula(text):
        return f"{shown(text)} would run as a formula in a spreadsheet", "begin it with a letter or a digit"
    if text == "" or is_written(field.type, text):
        return None
    what = "has white space at its ends" if field.type == "string" else f"is no {field.type}"
    return f"{shown(text)} {what}", f"write {WRITTEN[field.type]}"
