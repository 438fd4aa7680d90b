"""A folder with `datapackage.json` and the tables it describes: what every catalogue file is made from.

Such a folder is a checkout, the data inside the installed package, or a release.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from silkfigures.schemas.csvfile import read_sound

DESCRIPTOR = "datapackage.json"
DOI = "https://doi.org/"
Record = dict[str, str]


@dataclass(frozen=True, slots=True)
class Package:
    """The folder and what its `datapackage.json` says."""

    root: Path
    about: dict[str, Any]

    def records(self, table: str) -> list[Record]:
        """The rows of a table as text; ValueError, naming file and line, where it cannot be read."""
        return read_sound(self.root, f"tables/{table}.csv").records()

    @property
    def resources(self) -> dict[str, dict[str, Any]]:
        """The description of every table, by name."""
        return {resource["name"]: resource for resource in self.about["resources"]}

    @property
    def released(self) -> str:
        """Day of the release, ISO 8601."""
        return self.about["created"][:10]

    @property
    def doi(self) -> str:
        """The DOI of the release; empty until a repository has given it one."""
        found = self.about.get("id", "").removeprefix(DOI)
        return found if found.startswith("10.") else ""

    @property
    def homepage(self) -> str:
        """The address of the release: its home page, or that of its DOI; empty where it has neither."""
        return self.about.get("homepage", "") or (DOI + self.doi if self.doi else "")

    @property
    def method(self) -> str:
        """How the figures were found, in a few sentences."""
        return self.about["silkfigures:method"]

    def people(self, role: str) -> list[str]:
        """Names of the contributors in a role (`creator`, `contact` …); who has none is a creator."""
        people = self.about["contributors"]
        return [person["title"] for person in people if role in person.get("roles", ["creator"])]

    @property
    def publisher(self) -> str:
        """Who publishes the release; its first creator where no publisher is named."""
        return [*self.people("publisher"), *self.people("creator")][0]


def read_package(root: Path) -> Package:
    """The package that lies in a folder.

    Parameters
    ----------
    root : Path
        The folder of `datapackage.json` and `tables/`.

    Raises
    ------
    ValueError
        When the description is missing or no description of ours; it names the file.

    Examples
    --------
    >>> read_package(Path("no/such/folder"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    ValueError: no/such/folder/datapackage.json: cannot be read: ... (mend: ...)
    """
    path = Path(root) / DESCRIPTOR
    try:
        about = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        mend = "name the folder that holds it, or run `silkfigures build`"
        raise ValueError(f"{path}: cannot be read: {reason} (mend: {mend})") from error
    wanted = ("name", "title", "description", "version", "created", "keywords", "licenses", "contributors",
              "silkfigures:method", "resources")  # fmt: skip
    missing = [key for key in wanted if not isinstance(about, dict) or key not in about]
    if missing:
        raise ValueError(f"{path}: has no `{missing[0]}` (mend: run `silkfigures build`)")
    return Package(Path(root), about)
