"""The code lists of `raw/codelists`: read, checked against their declaration, asked what a code may be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pycountry

from silkfigures.build.units import COUNT
from silkfigures.build.vocabulary import Cells, Vocabulary, check_form
from silkfigures.quantities import UNITS
from silkfigures.readings import Errors, Slip
from silkfigures.readings.csvfile import Row, read_csv
from silkfigures.readings.errors import nearest
from silkfigures.schemas import Field, tables, themes

FOLDER = "raw/codelists"
_LISTS = ("places", "organisations", "assets", "indicators", "flags", "codes")
_DERIVED = {"indicators": ("theme",)}  # columns that nobody writes
_PLACE_KINDS = ("country", "region", "group")


class Lists:
    """All code lists of a repository.

    `tables` holds the rows by table (`parties` is places and organisations together), `indicators` those of
    that list by code; `complete` is false when a file could not be read. Slips go to `errors`.
    """

    def __init__(self, root: Path, errors: Errors) -> None:
        """Read `raw/codelists` under `root` and check it."""
        self._errors = errors
        self.complete = True
        self._rows = {name: self._read(root, name) for name in _LISTS}
        self.tables: dict[str, list[Cells]]
        self.tables = {name: [row.cells for row in rows] for name, rows in self._rows.items()}
        for cells in self.tables["indicators"]:
            cells["theme"] = cells["indicator"].partition(".")[0]
        self.tables["parties"] = self._parties()
        self.indicators = {cells["indicator"]: cells for cells in self.tables["indicators"]}
        self._vocabularies = self._gather()
        for name in _LISTS:
            self._check_list(name)
        self._check_whole()

    def vocabulary(self, field: Field) -> Vocabulary | None:
        """The vocabulary from which a field takes its codes, if it is one of the code lists."""
        return self._vocabularies.get(f"codes.{field.codes}" if field.codes else field.refers)

    def check(self, field: Field, text: str) -> None:
        """Raise Slip when a cell does not fit its field: missing, of another form, or no code of its list."""
        check_form(field, text)
        vocabulary = self.vocabulary(field)
        if text and vocabulary:
            vocabulary.check(field.name, text)

    def _read(self, root: Path, name: str) -> list[Row]:
        columns = [column for column in tables()[name].names if column not in _DERIVED.get(name, ())]
        path = f"{FOLDER}/{name}.csv"
        with self._errors.at(path):
            return read_csv(root / path, path, columns)
        self.complete = False
        return []

    def _parties(self) -> list[Cells]:
        columns = tables()["parties"].names
        places = [{"party": cells["place"]} | cells for cells in self.tables["places"]]
        organisations = [{"party": cells["organisation"]} | cells for cells in self.tables["organisations"]]
        return [{column: cells[column] for column in columns} for cells in places + organisations]

    def _gather(self) -> dict[str, Vocabulary]:
        """Vocabularies by the way a field names them: "codes.flows", "parties.party"."""
        found = {}
        for name in ("places", "organisations", "assets", "indicators", "flags"):
            column = tables()[name].key[0]
            found[f"{name}.{column}"] = Vocabulary.of(f"{name}.csv", column, self.tables[name])
        both = [cells | {"party": cells["place"]} for cells in self.tables["places"]]
        both += [cells | {"party": cells["organisation"]} for cells in self.tables["organisations"]]
        found["parties.party"] = Vocabulary.of("places.csv or organisations.csv", "party", both)
        for name in dict.fromkeys(cells["list"] for cells in self.tables["codes"]):
            rows = [cells for cells in self.tables["codes"] if cells["list"] == name]
            found[f"codes.{name}"] = Vocabulary.of(f"codes.csv, list {name}", "code", rows)
        return found

    def _check_list(self, name: str) -> None:
        table, path = tables()[name], f"{FOLDER}/{name}.csv"
        seen: dict[tuple[str, ...], int] = {}
        for row in self._rows[name]:
            key = tuple(row.cells[column] for column in table.key)
            with self._errors.at(path, row.line):
                if key in seen:
                    raise Slip(f"the code {' '.join(key)} again (first at line {seen[key]})", "remove one")
                seen[key] = row.line
            for field in table.fields:
                with self._errors.at(path, row.line):
                    self.check(field, row.cells[field.name])
            with self._errors.at(path, row.line):
                {"places": self._place, "indicators": _indicator}.get(name, _nothing)(row.cells)

    def _place(self, cells: Cells) -> None:
        code, kind = cells["place"], cells["kind"]
        if kind not in _PLACE_KINDS:
            raise Slip(f"`kind` is `{kind}`", nearest(kind, _PLACE_KINDS))
        country = _country(code)
        if kind == "country" and not country:
            raise Slip(f"{code} is no ISO 3166-1 alpha-3 code", _country_mend(cells["label_en"]))
        if kind == "region" and not pycountry.subdivisions.get(code=code):
            raise Slip(f"{code} is no ISO 3166-2 code", "write the code of the region, such as CN-XJ")
        if kind == "group" and country:
            raise Slip(f"the group {code} has the code of {country.name}", "give the group another code")
        for member in cells["members"].split():
            self._vocabularies["parties.party"].check("members", member)

    def _check_whole(self) -> None:
        """What holds between lists: no code in places and organisations, the themes, the currencies."""
        places = {cells["place"] for cells in self.tables["places"]}
        path = f"{FOLDER}/organisations.csv"
        for row in self._rows["organisations"]:
            if row["organisation"] in places:
                message = f"the code {row['organisation']} stands in places.csv too"
                self._errors.add(path, row.line, message, "a party has one code: rename one of the two")
        listed = self._vocabularies.get("codes.themes")
        if self._rows["codes"] and (listed is None or set(listed.codes) != set(themes())):
            message = "the list `themes` is not the themed tables that are declared"
            self._errors.add(f"{FOLDER}/codes.csv", None, message, f"list {', '.join(themes())}")
        for unit in UNITS.values():
            if unit.dimension == "money" and not pycountry.currencies.get(alpha_3=unit.code):
                message = f"the currency {unit.code} is not in ISO 4217"
                self._errors.add("units.toml", None, message, "use its three-letter code")


def _nothing(cells: Cells) -> None:
    """A list without rules of its own."""


def _indicator(cells: Cells) -> None:
    """Check what an indicator says of units: known dimensions, codes, `count`, or rates of them."""
    known = {COUNT, *UNITS, *(unit.dimension for unit in UNITS.values())}
    for word in cells["dimensions"].split():
        for part in word.split("/"):
            if part not in known:
                dimensions = sorted({COUNT, *(unit.dimension for unit in UNITS.values() if not unit.counted)})
                raise Slip(f"`dimensions`: no unit has the dimension `{word}`", nearest(part, dimensions))


def _country(code: str) -> Any:
    """The country of an alpha-3 code, of today or of the past, or None."""
    return pycountry.countries.get(alpha_3=code) or pycountry.historic_countries.get(alpha_3=code)


def _country_mend(label: str) -> str:
    found = pycountry.countries.get(name=label) or pycountry.countries.get(common_name=label)
    return f"{label} is {found.alpha_3}" if found else "look the code up in ISO 3166-1"
