"""One table as a DataFrame: declared types, filters, corrections and labels."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING

from silkfigures.dataset import codes, store
from silkfigures.dataset.errors import DamagedData, unknown
from silkfigures.dataset.filters import matching
from silkfigures.dataset.preferred import needs_claims, preferred_claims
from silkfigures.schemas import DTYPES

if TYPE_CHECKING:
    import pandas as pd


def load(
    table: str,
    *,
    corrected: bool = False,
    preferred: bool = False,
    labels: str | None = None,
    **filters: object,
) -> pd.DataFrame:
    """Load a table as a DataFrame with the declared types, in the order of the published file.

    Parameters
    ----------
    table : str
        Name of a table; `tables()` lists them.
    corrected : bool
        Put the likely figure where the print is wrong: `corrected_value` and `corrected_unit` take the place
        of `value` and `unit`, `lower` and `upper` become empty there, and a column `corrected` says where.
    preferred : bool
        Take one row per fact: of claims in conflict the preferred one (table `conflicts`), of those that
        share a `fact` the first by the same rules: unflagged, actual, most precise, then first in the text.
        Where nothing justifies a choice all stay. The choice is made among all claims and by what is printed;
        then come corrections and filters, so no filter brings back a claim that another one replaces.
    labels : {"en", "ru", "kk"}, optional
        Give labels in this language in place of codes. Filters always take codes, and the columns keep their
        names; `headings` has what to print over them.
    **filters : scalar or list
        Keep the rows in which a column has this value, or one of these values; None means "empty". `period`
        keeps the rows whose period lies within the one given ("2024", "2024-05", "2020/2024"); "unstated"
        keeps those without one.

    Returns
    -------
    pandas.DataFrame
        Text as str (object before pandas 3), numbers as float64, whole numbers as Int64, dates as datetime64.
        The values are in the unit of their own row. A code that exists but occurs nowhere gives a frame
        without rows.

    Raises
    ------
    SilkfiguresError
        For a table, column, code, period or language that does not exist; the message names the nearest.

    Examples
    --------
    >>> import silkfigures as sf
    >>> trade = sf.load("trade", reporter="KAZ", partner="CHN")
    >>> set(trade["partner"])
    {'CHN'}
    """
    return select(table, filters, corrected=corrected, preferred=preferred, labels=labels)


def select(
    table: str,
    filters: Mapping[str, object],
    *,
    corrected: bool = False,
    preferred: bool = False,
    labels: str | None = None,
) -> pd.DataFrame:
    """What `load` does, with the filters as a mapping from column to wanted value or values."""
    frame = _read(table)
    if preferred:
        needs_claims(table, list(map(str, frame.columns)), "to choose from")
        frame = frame[frame["claim_id"].isin(preferred_claims())].reset_index(drop=True)
    if corrected:
        needs_claims(table, list(map(str, frame.columns)), "to correct")
        frame = _correct(frame)
    for column, wanted in filters.items():
        frame = frame[matching(table, frame, column, wanted)]
    if filters:
        frame = frame.reset_index(drop=True)
    if labels is not None:
        frame = _label(table, frame, labels)
    frame.attrs = {"name": table, "version": store.descriptor()["version"], "labels": labels or ""}
    return frame


def _read(table: str) -> pd.DataFrame:
    """The whole table with declared types."""
    import pandas as pd

    columns = {field["name"]: field["type"] for field in store.fields(table)}
    dates = [name for name, kind in columns.items() if kind == "date"]
    dtypes = {name: "str" if name in dates else DTYPES.get(kind, "str") for name, kind in columns.items()}
    data = io.BytesIO(store.content(table))
    try:
        with warnings.catch_warnings():  # rows longer than the header must not become an index
            warnings.simplefilter("error", pd.errors.ParserWarning)
            frame = pd.read_csv(
                data, dtype=dtypes, index_col=False, keep_default_na=False, na_values=[""], encoding="utf-8"
            )
        for name in dates:
            frame[name] = pd.to_datetime(frame[name], format="%Y-%m-%d").astype(DTYPES["date"])
    except (ValueError, OverflowError, pd.errors.ParserWarning) as error:
        raise DamagedData(
            f"Table '{table}' does not have the declared types: {error}. {store.MEND}"
        ) from error
    return frame


def _correct(frame: pd.DataFrame) -> pd.DataFrame:
    """The likely figures in place of the misprints, marked in a column `corrected`."""
    wrong = frame["corrected_value"].notna() | frame["corrected_unit"].notna()
    frame = frame.assign(
        value=frame["corrected_value"].fillna(frame["value"]),
        unit=frame["corrected_unit"].fillna(frame["unit"]),
        lower=frame["lower"].mask(wrong),
        upper=frame["upper"].mask(wrong),
    )
    frame.insert(list(frame).index("unit") + 1, "corrected", wrong.astype("boolean"))
    return frame


def _label(table: str, frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Labels in place of codes, in every column that has them."""
    if lang not in codes.languages():
        raise unknown("a language of the labels", lang, codes.languages())
    named = {field["name"]: codes.labels(table, field["name"], lang) for field in store.fields(table)}
    new = {
        name: frame[name].map(names).astype("str").where(frame[name].notna())
        for name, names in named.items()
        if names
    }
    return frame.assign(**new)
