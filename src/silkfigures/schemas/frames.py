"""From cells of text to a data frame with the declared types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from silkfigures.schemas.declaration import DTYPES, Table


def dtypes(table: Table) -> dict[str, str]:
    """The pandas dtype of every column.

    Codes stay text: a category would turn an unknown code into a missing one.

    >>> from silkfigures.schemas import tables
    >>> dtypes(tables()["trade"])["value"], dtypes(tables()["trade"])["line"]
    ('float64', 'Int64')
    """
    return {field.name: DTYPES[field.type] for field in table.fields}


def typed_frame(
    table: Table, rows: Iterable[Sequence[str]], index: Sequence[int] | None = None
) -> pd.DataFrame:
    """A frame of text cells cast to the declared dtypes; an empty cell is missing.

    Parameters
    ----------
    table : Table
        The declaration; every row holds its columns in order.
    rows : iterable of sequences of str
        The cells, already checked with `lexical_problem`: a cell that is not well written raises ValueError.
    index : sequence of int, optional
        The index, for example line numbers.

    Examples
    --------
    >>> from silkfigures.schemas import tables
    >>> typed_frame(tables()["flags"], [["unit", "unit", "единица", "бірлік", ""]]).loc[0, "flag"]
    'unit'
    """
    columns = list(zip(*rows, strict=True)) or [()] * len(table.fields)
    frame = {
        field.name: _column([cell or None for cell in column], DTYPES[field.type])
        for field, column in zip(table.fields, columns, strict=True)
    }
    result = pd.DataFrame(frame)
    if index is not None:
        result.index = pd.Index(list(index), dtype="int64")
    return result


def _column(cells: list[str | None], dtype: str) -> pd.Series:
    """One column of text cells as a series of the dtype."""
    if dtype == "boolean":
        return pd.Series([None if c is None else c == "true" for c in cells], dtype=dtype)
    if dtype == "Int64":
        return pd.Series([None if c is None else int(c) for c in cells], dtype=dtype)
    if dtype == "float64":
        return pd.Series([float("nan") if c is None else float(c) for c in cells], dtype=dtype)
    if dtype == "str":
        return pd.Series([float("nan") if c is None else c for c in cells], dtype="str")
    days = pd.to_datetime(pd.Series(cells, dtype="object"), format="%Y-%m-%d")
    return pd.Series(days, dtype=dtype)
