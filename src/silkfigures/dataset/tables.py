"""What tables there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from silkfigures.dataset import store

if TYPE_CHECKING:
    import pandas as pd


def overview() -> list[dict[str, str | int]]:
    """Name, kind, number of rows and meaning of a row of every table, as plain records."""
    return [
        {
            "name": name,
            "kind": about["silkfigures:kind"],
            "rows": about["silkfigures:rows"],
            "one row is": about["silkfigures:row"],
        }
        for name, about in store.resources().items()
    ]


def tables() -> pd.DataFrame:
    """What tables there are, one row each.

    Returns
    -------
    pandas.DataFrame
        Columns `name`, `kind` (observation or reference), `rows`, `one row is`.

    Examples
    --------
    >>> import silkfigures as sf
    >>> list(sf.tables().columns)
    ['name', 'kind', 'rows', 'one row is']
    """
    import pandas as pd

    return pd.DataFrame(overview())
