"""What the dictionary tells of: the tables of a repository, and the ways its pages look things up in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from silkfigures.publish.about import about
from silkfigures.publish.review_facts import AGREEMENT
from silkfigures.schemas import LANGUAGES, Field, Table, tables
from silkfigures.schemas.csvfile import read_sound
from silkfigures.schemas.table_schema import code_lists

Record = dict[str, str]
LABELS = tuple(f"label_{language}" for language in LANGUAGES)


@dataclass(frozen=True)
class Content:
    """The tables and the metadata of a repository.

    `about` is `raw/package.toml`, `rows` the rows of every declared table by its name, `agreement` how far
    the two readings of a publication agree, by its key.
    """

    about: dict[str, Any]
    rows: dict[str, list[Record]]
    agreement: dict[str, Record]

    @classmethod
    def read(cls, root: Path) -> Content:
        """Read a repository; ValueError, naming the file, when something is missing or cannot be read."""
        facts = about(root)
        rows = {name: read_sound(root, f"tables/{name}.csv").records() for name in tables()}
        agreed = read_sound(root, AGREEMENT).records() if (root / AGREEMENT).exists() else []
        return cls(facts, rows, {row["work"]: row for row in agreed})

    @cached_property
    def lists(self) -> dict[str, list[Record]]:
        """The closed code lists by name."""
        return code_lists(self.rows["codes"])

    @cached_property
    def claims(self) -> dict[str, Record]:
        """All claims by identifier, with the generic columns of `figures`."""
        return {row["claim_id"]: row for row in self.rows["figures"]}

    @cached_property
    def by_work(self) -> dict[str, list[Record]]:
        """The claims of each publication; an empty list for one that prints none."""
        return self._grouped("work")

    @cached_property
    def by_indicator(self) -> dict[str, list[Record]]:
        """The claims on each indicator; an empty list for one on which there are none."""
        return self._grouped("indicator")

    def _grouped(self, column: str) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for row in self.rows["figures"]:
            found[row[column]].append(row)
        return found

    def labelled(self, field: Field) -> dict[str, Record]:
        """The codes a column may hold, each with the row that gives its labels; empty where it has none."""
        if field.codes:
            return {row["code"]: row for row in self.lists.get(field.codes, [])}
        target, _, key = field.refers.partition(".")
        if target and set(LABELS) <= set(tables()[target].names):
            return {row[key]: row for row in self.rows[target]}
        return {}

    def label(self, field: Field, value: str) -> str:
        """The English label of a code; the value itself where it has none."""
        row = self.labelled(field).get(value)
        return row["label_en"] if row else value

    @cached_property
    def uses(self) -> dict[str, Counter[str]]:
        """How many claims use each code: by the list or table it comes from."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        columns = {f.name: f.codes or f.refers.partition(".")[0] for f in tables()["figures"].fields}
        for claim in self.rows["figures"]:
            used = {(columns[name], value) for name, value in claim.items() if columns[name] and value}
            for home, value in used:
                found[home][value] += 1
        return found


def themed(theme: str) -> Table:
    """The declaration of the table of a theme; the master where a theme has none of its own."""
    return tables().get(theme, tables()["figures"])
