"""From a claim to its row of `figures`: words checked against the code lists, the number read and signed."""

from __future__ import annotations

from contextlib import AbstractContextManager

from silkfigures.build.lists import Lists
from silkfigures.build.periods import UNSTATED, Period, parse_date, parse_period
from silkfigures.build.values import COMPARED, RELATIVE, signed, table_unit
from silkfigures.build.vocabulary import Cells
from silkfigures.readings import Claim, Document, Errors, Figure, Place, Reading, Slip, Work, printed_figure
from silkfigures.readings.errors import nearest
from silkfigures.readings.places import LOCATE, PLACES
from silkfigures.readings.plainform import plain
from silkfigures.readings.records import MEANINGS
from silkfigures.schemas import Field, Table, tables

_GIVEN = ("attributed_to", "flag", "note")  # what a claim says in words, passed on as it is
_FED = ("theme", "indicator", "indicator:leaf")  # feeds that follow from the indicator


class Claims:
    """Turns the claims of readings into rows of `figures`; slips go to `errors`."""

    def __init__(
        self,
        lists: Lists,
        works: dict[str, Work],
        documents: dict[str, Document],
        places: dict[str, Place],
        errors: Errors,
    ) -> None:
        """Take what the claims are checked against."""
        self._lists, self._works, self._documents = lists, works, documents
        self._places, self._errors = places, errors

    def rows(self, reading: Reading) -> list[Cells]:
        """The rows of one reading, in the order of the file; claims with slips give none."""
        work = self._work(reading)
        if work is None:
            return []
        rows = []
        for figure, claim in reading.claims:
            with self._errors.at(reading.path, figure.source_line):
                _within(work, figure)
            row = _Row(self._lists, reading, figure, claim, work, self._errors)
            rows.append(row.cells(self._place(reading, figure, claim)))
        _check_links(reading, self._errors)
        return [row for row in rows if row]

    def _work(self, reading: Reading) -> Work | None:
        work, document = self._works.get(reading.work), self._documents.get(reading.document)
        with self._errors.at(reading.path, 1):
            if work is None:
                raise Slip(
                    f"no such work in raw/works.json: `{reading.work}`", nearest(reading.work, self._works)
                )
            if document is None:
                mend = nearest(reading.document, self._documents)
                raise Slip(f"no such document in raw/documents.yaml: `{reading.document}`", mend)
            if work.document != reading.document:
                message = f"the work stands in {work.document}, the reading says {reading.document}"
                raise Slip(message, "mend `document` here or in raw/works.json")
            return work
        return None

    def _place(self, reading: Reading, figure: Figure, claim: Claim) -> Place | None:
        place = self._places.get(reading.claim_id(claim.id))
        with self._errors.at(reading.path, claim.source_line):
            if not self._places:  # the file itself is missing or broken, which is said once
                return None
            if place is None:
                raise Slip(f"the claim {claim.id} has no place in {PLACES}", LOCATE)
            sha256 = self._documents[reading.document].sha256
            if place.document != reading.document or place.sha256 != sha256:
                raise Slip(f"{PLACES} knows the claim {claim.id} from another text", LOCATE)
            if figure.line not in (None, place.line):
                raise Slip(f"the quote begins in line {figure.line}, {PLACES} says {place.line}", LOCATE)
        return place


class _Row:
    """One row of `figures` in the making."""

    def __init__(
        self, lists: Lists, reading: Reading, figure: Figure, claim: Claim, work: Work, errors: Errors
    ) -> None:
        """Take the claim and all that stands around it."""
        self._lists, self._reading, self._figure = lists, reading, figure
        self._claim, self._work, self._errors = claim, work, errors
        self._given = claim.keys

    def cells(self, place: Place | None) -> Cells | None:
        """The cells of the row, or None when the claim has slips or no place."""
        before = len(self._errors)
        indicator = self._indicator()
        if indicator is None:
            return None
        table = tables()[indicator["theme"]]
        cells = {"indicator": indicator["indicator"], "theme": indicator["theme"]}
        cells |= self._dimensions(table) | self._words(indicator)
        cells |= self._when(cells["measure"]) | self._number(indicator, cells["measure"]) | self._links()
        if place is None or len(self._errors) > before:
            return None
        cells |= {name: str(getattr(place, name)) for name in ("document", "line", "start", "end")}
        cells |= {"quote": self._figure.quote, "work": self._work.key}
        return self._complete(cells)

    def _at(self, key: str) -> AbstractContextManager[None]:
        return self._errors.at(self._reading.path, self._claim.line_of(key))

    def _indicator(self) -> Cells | None:
        with self._at("indicator"):
            code = self._claim.indicator
            if not code:
                raise Slip("`indicator` is missing", "add `indicator: …`, a code of indicators.csv")
            self._lists.check(tables()["figures"]["indicator"], code)
            theme = self._lists.indicators[code]["theme"]
            return self._lists.indicators[code] if theme in tables() else None
        return None

    def _dimensions(self, table: Table) -> Cells:
        """The generic columns that the natural names of the claim fill."""
        own = {name: feed for name, feed in table.dimensions.items() if feed not in _FED}
        cells = {}
        for key in [key for key in self._given if key not in MEANINGS]:
            with self._at(key):
                if key not in own:
                    raise Slip(f"no such key in {table.name}: `{key}`", nearest(key, [*own, *MEANINGS]))
                self._lists.check(table[key], self._given[key])
                cells[own[key]] = self._given[key]
        return cells

    def _words(self, indicator: Cells) -> Cells:
        """Measure, status, flag and the rest that a claim says in a word."""
        cells = {"measure": indicator["measure"], "status": "actual"}
        for key in ("measure", "status", *_GIVEN):
            with self._at(key):
                cells[key] = self._given.get(key, cells.get(key, ""))
                self._lists.check(_field(key), cells[key])
        with self._at("flag"):
            if cells["flag"] and not cells["note"]:
                raise Slip(f"the flag {cells['flag']} has no note", "add `note:` with the reason in one line")
        return cells

    def _when(self, measure: str) -> Cells:
        period = base = None
        cells = {}
        with self._at("period"):
            if "period" not in self._given:
                raise Slip("`period` is missing", f"add `period: …`, or `period: {UNSTATED}`")
            period = parse_period(self._given["period"], self._given.get("period_kind", ""))
            cells = _period_cells(period)
        with self._at("base_period"):
            if "base_period" in self._given:
                base = parse_period(self._given["base_period"])
                _check_base(base, period, measure)
                cells["base_period"] = base.text
        with self._at("announced"):
            if "announced" in self._given:
                cells["announced"] = parse_date(self._given["announced"])
        return cells

    def _number(self, indicator: Cells, measure: str) -> Cells:
        claim = self._claim
        with self._at("qualifier"):
            self._lists.check(_field("qualifier"), self._given.get("qualifier", "exact"))
        with self._at("take"):
            printed = printed_figure(self._figure.quote, claim, self._work.language)
            unit = table_unit(printed, measure, indicator["indicator"], indicator["dimensions"])
            with self._at("direction"):
                numbers = signed(printed, measure, self._given.get("direction", ""))
                found = {"unit": unit, "qualifier": printed.qualifier, "printed": printed.text}
                return numbers.cells() | found
        return {}

    def _links(self) -> Cells:
        claim_id = self._reading.claim_id
        part_of = self._given.get("part_of")
        fact = claim_id(self._given.get("fact", self._claim.id))
        return {
            "claim_id": claim_id(self._claim.id),
            "fact": fact,
            "part_of": claim_id(part_of) if part_of else "",
        }

    def _complete(self, cells: Cells) -> Cells | None:
        """All columns of `figures`, each checked once more against its declaration."""
        row = {field.name: cells.get(field.name, "") for field in tables()["figures"].fields}
        if int(row["end"]) - int(row["start"]) < len(plain(row["printed"])):
            message = f'the place in {PLACES} is too short for "{row["printed"]}"'
            self._errors.add(self._reading.path, self._claim.source_line, message, LOCATE)
        for field in tables()["figures"].fields:
            with self._at(field.name):
                self._lists.check(field, row[field.name])
        return row


def _field(name: str) -> Field:
    return tables()["figures"][name]


def _period_cells(period: Period) -> Cells:
    days = {"period_start": period.start, "period_end": period.end}
    cells = {name: day.isoformat() if day else "" for name, day in days.items()}
    return {"period": period.text, "period_kind": period.kind} | cells


def _check_base(base: Period, period: Period | None, measure: str) -> None:
    if measure not in COMPARED:
        mend = f"only {', '.join(COMPARED)} have one: mend `measure` or remove it"
        raise Slip(f"`base_period` of a {measure}", mend)
    if measure in RELATIVE and period and period.end and base.end and base.end >= period.end:
        raise Slip(
            f"the base period {base.text} does not end before {period.text} does", "mend one of the two"
        )


def _within(work: Work, figure: Figure) -> None:
    if figure.line is not None and not work.first <= figure.line <= work.last:
        message = f"line {figure.line} is not in the work, which has lines {work.first} to {work.last}"
        raise Slip(message, "mend `line`, or `lines` in raw/works.json")


def _check_links(reading: Reading, errors: Errors) -> None:
    """Check that `fact` and `part_of` name claims of the reading, and that nothing is part of itself."""
    keys = {claim.id: claim.keys for _, claim in reading.claims}
    for _, claim in reading.claims:
        for key in [key for key in ("fact", "part_of") if key in claim.keys]:
            with errors.at(reading.path, claim.line_of(key)):
                if claim.keys[key] not in keys:
                    message = f'`{key}`: no such claim "{claim.keys[key]}" in this reading'
                    raise Slip(message, nearest(claim.keys[key], keys))
        with errors.at(reading.path, claim.line_of("fact")):
            first = claim.keys.get("fact", claim.id)
            if (root := keys.get(first, {}).get("fact", first)) != first:
                raise Slip(f'`fact` names "{first}", which itself names "{root}"', f'write `fact: "{root}"`')
        with errors.at(reading.path, claim.line_of("part_of")):
            _check_parts(claim.id, keys)


def _check_parts(claim: str, keys: dict[str, dict[str, str]]) -> None:
    path = [claim]
    while (total := keys.get(path[-1], {}).get("part_of")) is not None:
        if total == claim:
            raise Slip(f"the claim is part of itself: {' in '.join([*path, total])}", "remove one `part_of`")
        if total in path:  # another claim's circle, which is said there
            return
        path.append(total)
