"""What the release is: name, version, licences, sources and size."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from silkfigures.dataset import store


def metadata() -> dict[str, Any]:
    """What the release is: name, title, version, licences, sources, and the number of rows of each table.

    Returns
    -------
    dict
        The package part of `datapackage.json` as plain Python values, with `tables` (name to number of rows)
        in place of the full description of the tables. A copy: change it as you like.

    Examples
    --------
    >>> import silkfigures as sf
    >>> sf.metadata()["name"]
    'silkfigures'
    """
    about = {key: deepcopy(value) for key, value in store.descriptor().items() if key != "resources"}
    about["tables"] = {name: facts["silkfigures:rows"] for name, facts in store.resources().items()}
    return about
