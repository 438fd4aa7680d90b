"""Values in another unit, by factors that are defined or that the caller states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from silkfigures.dataset.errors import NoConversion, UnknownName
from silkfigures.dataset.factors import Bridge, bridges, factor
from silkfigures.dataset.units import unit

if TYPE_CHECKING:
    import pandas as pd

NUMBERS = ("value", "lower", "upper")
GOODS = ("commodity", "product")


def convert(
    rows: pd.DataFrame,
    to: str,
    *,
    density: float | None = None,
    barrels_per_tonne: float | None = None,
    rates: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Give `value`, `lower` and `upper` in another unit, saying from which unit and by which factor.

    Parameters
    ----------
    rows : DataFrame
        Rows of an observation table, as `load` returns them, with unit codes (not labels).
    to : str
        A unit code of the table `units`, or codes joined by "/": "USD", "bbl/day".
    density : float, optional
        Kilograms in a cubic metre of the goods, which makes a bridge between mass and volume.
    barrels_per_tonne : float, optional
        The same bridge, stated as barrels in a tonne.
    rates : mapping of str to float, optional
        For money: how much of the wanted currency one unit of another is worth, {"CNY": 0.14}.

    Returns
    -------
    DataFrame
        A copy with the new numbers and unit, and two more columns, empty where the unit was the wanted one
        already: `converted_from` (the unit before) and `conversion` (the factor, and what was stated for it).
        `corrected_value` keeps its own unit.

    Raises
    ------
    NoConversion
        When a unit cannot become the wanted one, or only by a density or rate that is not stated; the message
        lists the units in the way and how to leave them out. Percent, percentage points and times never
        convert into each other: growth to 2 times is growth by 100 percent.
    UnknownName
        For a unit that does not exist.

    Examples
    --------
    >>> import pandas as pd, silkfigures as sf
    >>> rows = pd.DataFrame({"value": [2.0], "lower": [1.5], "upper": [2.5], "unit": ["t"]})
    >>> sf.convert(rows, "bbl", barrels_per_tonne=7.3)[["value", "unit", "converted_from"]]
       value unit converted_from
    0   14.6  bbl              t
    """
    unit(to)
    _check_rows(rows)
    stated = bridges(to, density, barrels_per_tonne, rates or {})
    factors = _factors(rows, to, stated)
    if "[mass]" in stated and any(stated["[mass]"].words in words for _, words in factors.values()):
        _check_goods(rows)
    return _converted(rows, to, factors)


def _check_rows(rows: pd.DataFrame) -> None:
    """Raise unless the rows have values with unit codes."""
    if getattr(rows, "ndim", 0) != 2:
        raise UnknownName(
            f"convert() takes a DataFrame, not {type(rows).__name__}; one row is rows.iloc[[0]]."
        )
    missing = [name for name in ("value", "unit") if name not in rows]
    if missing:
        raise UnknownName(f"convert() needs the columns 'value' and 'unit'; missing: {', '.join(missing)}.")
    if rows.attrs.get("labels"):
        raise UnknownName("These rows hold labels instead of codes. Convert first: load without `labels`.")
    if rows["unit"].isna().any():
        raise UnknownName(f"{rows['unit'].isna().sum()} of {len(rows)} rows have no unit.")


def _factors(rows: pd.DataFrame, to: str, stated: Mapping[str, Bridge]) -> dict[str, tuple[float, str]]:
    """For every unit of the rows its factor in words and number; raise for those that cannot be converted."""
    counts = rows["unit"].value_counts()
    found, refused = {}, {}
    for code in counts.index:
        try:
            found[code] = factor(code, to, stated)
        except NoConversion as error:
            refused[code] = f"{code} ({counts[code]}): {error}"
    if refused:
        keep = f" Keep the others: rows[rows['unit'].isin({list(found)})]." if found else ""
        number = counts[list(refused)].sum()
        raise NoConversion(
            f"{number} of {len(rows)} rows cannot become {to}. {'; '.join(refused.values())}.{keep}"
        )
    return found


def _check_goods(rows: pd.DataFrame) -> None:
    """Raise when a density is stated for rows of several goods."""
    for column in GOODS:
        goods = sorted(rows[column].dropna().unique()) if column in rows else []
        if len(goods) > 1:
            raise NoConversion(
                f"One density cannot hold for {' and '.join(goods)}. Filter by '{column}' first."
            )


def _converted(rows: pd.DataFrame, to: str, factors: Mapping[str, tuple[float, str]]) -> pd.DataFrame:
    """The rows with the factors applied and written down."""
    numbers = rows["unit"].map({code: number for code, (number, _) in factors.items()}).astype("float64")
    words = rows["unit"].map({code: words for code, (_, words) in factors.items()})
    changed = rows["unit"] != to
    found = rows.copy()
    for name in (name for name in NUMBERS if name in rows):
        found[name] = rows[name].where(~changed, rows[name] * numbers)
    found["unit"] = to
    found["converted_from"] = rows["unit"].where(changed)
    found["conversion"] = words.where(changed).astype("str").where(changed)
    return found
