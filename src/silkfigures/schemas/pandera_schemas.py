"""The pandera schema of a table, made from the declaration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import pandera.pandas as pa

from silkfigures.schemas.declaration import DTYPES, Field, Table
from silkfigures.schemas.rules import Rule, rules

Codes = Mapping[str, Sequence[str]]


def pandera_schema(table: Table, codes: Codes | None) -> pa.DataFrameSchema:
    """The schema of a typed frame of one table.

    It holds the dtypes, which cells are required, patterns, minima, code lists, the unique key, the order of
    the columns and the rules between columns. Checks are named "pattern", "minimum", "codes" and after the
    rules.

    Parameters
    ----------
    table : Table
        The declaration.
    codes : mapping of str to sequence of str, or None
        The codes of every closed list, by its name (the table `codes`); None leaves code lists unchecked.

    Raises
    ------
    KeyError
        When a field names a list that `codes` does not hold.

    Examples
    --------
    >>> from silkfigures.schemas import tables
    >>> from silkfigures.schemas.frames import typed_frame
    >>> schema = pandera_schema(tables()["flags"], {})
    >>> row = ["unit", "unit", "единица", "бірлік", ""]
    >>> len(schema.validate(typed_frame(tables()["flags"], [row])))
    1
    """
    return pa.DataFrameSchema(
        {field.name: _column(field, table, codes) for field in table.fields},
        checks=[_rule_check(rule) for rule in rules(table)],
        unique=list(table.key),
        strict=True,
        ordered=True,
        name=table.name,
    )


def _column(field: Field, table: Table, codes: Codes | None) -> pa.Column:
    """One column with its own checks."""
    return pa.Column(
        DTYPES[field.type],
        checks=_checks(field, codes),
        nullable=not field.required and field.name not in table.key,
        title=field.label["en"],
        description=field.about,
    )


def _checks(field: Field, codes: Codes | None) -> list[pa.Check]:
    """Pattern, minimum and code list of a field; missing cells pass."""
    checks = []
    if field.pattern:
        checks.append(pa.Check(partial(_matches, field.pattern), name="pattern", error="pattern"))
    if field.minimum is not None:
        checks.append(pa.Check.ge(field.minimum, name="minimum", error="minimum"))
    if field.codes and codes is not None:
        if field.codes not in codes:
            raise KeyError(f"{field.name}: no list {field.codes!r}; there are {', '.join(codes) or 'none'}")
        checks.append(pa.Check.isin(list(codes[field.codes]), name="codes", error="codes"))
    return checks


def _matches(pattern: str, cells: pd.Series) -> pd.Series:
    """Whether the whole of each cell has the form of a pattern."""
    return cells.str.fullmatch(pattern).astype(bool)


def _rule_check(rule: Rule) -> pa.Check:
    return pa.Check(rule.holds, name=rule.name, error=rule.name, ignore_na=False)
