"""What the files of a release are written from: the tables and the metadata that stand in one folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from silkfigures import __version__
from silkfigures.publish.about import about
from silkfigures.schemas import Field, Table, tables
from silkfigures.schemas.csvfile import CsvFile, read_sound
from silkfigures.schemas.lexical import typed
from silkfigures.schemas.table_schema import code_lists

Labels = dict[str, str]
Value = str | int | float | bool | object | None


@dataclass(frozen=True)
class Source:
    """The tables of a release and what the package says of itself.

    `about` is `raw/package.toml`, `files` the cells of every declared table by its name, in the order of
    publication, `version` that of the code and the data.
    """

    about: dict[str, Any]
    files: dict[str, CsvFile]
    version: str = __version__

    @classmethod
    def read(cls, root: Path) -> Source:
        """Read a folder with `raw/package.toml` and `tables/`.

        Raises ValueError, naming the file, when something is missing or not as declared.
        """
        return cls(about(root), {name: read_table(root, table) for name, table in tables().items()})

    @cached_property
    def codes(self) -> dict[str, list[dict[str, str]]]:
        """The closed code lists by name, each a list of rows of the table `codes`."""
        return code_lists(self.files["codes"].records())

    def rows(self, table: Table) -> Iterator[list[Value]]:
        """The rows of a table as Python values; None where a cell is empty."""
        types = [field.type for field in table.fields]
        for row in self.files[table.name].rows:
            yield [typed(type_, text) for type_, text in zip(types, row, strict=True)]

    def labels(self, field: Field, language: str) -> Labels:
        """Code to label for the codes that a column may hold; empty where they have no labels."""
        rows, key, heading = self.codes.get(field.codes, []), "code", f"label_{language}"
        if field.refers:
            target, _, key = field.refers.partition(".")
            rows = self.files[target].records() if heading in tables()[target].names else []
        return {row[key]: row[heading] for row in rows}

    @property
    def citation(self) -> str:
        """The release in one line of a list of references."""
        people = ", ".join(person["title"] for person in self.about["contributors"])
        where = f" {self.about['id']}" if "id" in self.about else ""
        year, title = self.about["released"][:4], self.about["title"]
        return f"{people} ({year}). {title} (version {self.version}) [Data set].{where}"

    @property
    def licence(self) -> str:
        """The licences in one line, each with what it covers."""
        return "; ".join(map(_licence, self.about["licenses"]))


def _licence(facts: dict[str, Any]) -> str:
    covered = f" for the tables {', '.join(facts['tables'])}" if "tables" in facts else ""
    return f"{facts['name']} ({facts['title']}){covered}"


def read_table(root: Path, table: Table) -> CsvFile:
    """A table's cells; ValueError with the first finding where they are not as declared."""
    cells = read_sound(root, f"tables/{table.name}.csv")
    if cells.header != table.names:
        raise ValueError(
            f"{cells.name}:1: the columns are not the declared ones (mend: build the tables again)"
        )
    return cells


def headings(table: Table, language: str) -> list[str]:
    """The labels of the columns; one that stands twice is followed by the name of its column.

    >>> from silkfigures.schemas import tables
    >>> headings(tables()["flags"], "ru")[0]
    'Пометка'
    """
    labels = [field.label[language] for field in table.fields]
    count = Counter(label.casefold() for label in labels)
    return [
        label if count[label.casefold()] == 1 else f"{label} ({field.name})"
        for label, field in zip(labels, table.fields, strict=True)
    ]
