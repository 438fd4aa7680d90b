"""A small made-up repository: every declared table, a handful of rows, and the description."""

from __future__ import annotations

import csv
from pathlib import Path

from silkfigures.schemas import tables, themes
from silkfigures.schemas.csvfile import format_csv

CODELISTS = Path(__file__).parents[1] / "raw" / "codelists"
PACKAGE = Path(__file__).parents[1] / "raw" / "package.toml"

WORKS = [
    {
        "work": "akhmet2020",
        "type": "article-journal",
        "authors": "Akhmet, A.",
        "title": 'On roads, and on "rails"',
        "issued": "2020",
        "doi": "10.5555/made.up",
        "language": "en",
        "document": "a.txt",
        "line_start": "1",
        "line_end": "90",
    },
    {
        "work": "lee2021",
        "type": "paper-conference",
        "authors": "not printed",
        "title": "О помощи",
        "language": "ru",
        "document": "b.txt",
        "line_start": "10",
        "line_end": "40",
    },
]
DOCUMENTS = [
    {"document": "a.txt", "sha256": "a" * 64, "bytes": "9000", "characters": "8000", "lines": "100"},
    {"document": "b.txt", "sha256": "b" * 64, "bytes": "9000", "characters": "5000", "lines": "80"},
]
PLACES = [("KAZ", "country"), ("CHN", "country"), ("KGZ", "country"), ("NAM", "country"), ("CA5", "group")]
ORGANISATIONS = [("ADB", "bank")]
ASSETS = [("north_oil_pipeline", "pipeline"), ("east_railway", "railway")]
INDICATORS = [
    ("trade.turnover", "level", "money"),
    ("trade.export", "level", "money mass"),
    ("aid.oda", "level", "money"),
    ("pipelines.length", "length", "length"),
    ("corridors.capacity", "capacity", "mass mass/time"),
    ("context.participants", "count", "count person"),
]
UNITS = [
    ("USD", "money", "USD = [currency_USD]"),
    ("CNY", "money", "CNY = [currency_CNY]"),
    ("kg", "mass", "kg = [mass]"),
    ("t", "mass", "t = 1000 * kg"),
    ("m", "length", "m = [length]"),
    ("km", "length", "km = 1000 * m"),
    ("percent", "ratio", "percent = 0.01"),
    ("times", "ratio", "times = 1"),
    ("percentage_point", "ratio", "percentage_point = 0.01"),
    ("person", "people", "person = [people]"),
    ("t/year", "mass/time", "t / year"),
]

COMMON = {"status": "actual", "qualifier": "exact", "measure": "level", "unit": "USD"}
A2020 = {
    "work": "akhmet2020",
    "document": "a.txt",
    "line": "12",
    "period": "2023",
    "period_kind": "year",
    "period_start": "2023-01-01",
    "period_end": "2023-12-31",
}
B2021 = {"work": "lee2021", "document": "b.txt", "line": "20", "period_kind": "unstated"}
FIGURES = [
    {
        **COMMON,
        **A2020,
        "claim_id": "akhmet2020-001",
        "indicator": "trade.turnover",
        "reporter": "KAZ",
        "partner": "CHN",
        "value": "5900000000",
        "lower": "5850000000",
        "upper": "5950000000",
        "attributed_to": "NA",
        "printed": "5,9 bn dollars",
        "quote": "came to 5,9 bn dollars, a record",
        "start": "100",
        "end": "114",
    },
    {
        **COMMON,
        **A2020,
        "claim_id": "akhmet2020-002",
        "indicator": "trade.turnover",
        "reporter": "KAZ",
        "partner": "CHN",
        "measure": "growth",
        "value": "-5",
        "upper": "-5",
        "unit": "percent",
        "qualifier": "over",
        "base_period": "2022",
        "printed": "5%",
        "quote": "down by more than 5%",
        "start": "130",
        "end": "132",
    },
    {
        **COMMON,
        **A2020,
        "claim_id": "akhmet2020-003",
        "indicator": "trade.export",
        "reporter": "KAZ",
        "partner": "CHN",
        "value": "3000000000",
        "lower": "3000000000",
        "qualifier": "over",
        "part_of": "akhmet2020-001",
        "printed": "3 bn",
        "quote": "exports of over 3 bn",
        "start": "150",
        "end": "154",
    },
    {
        **COMMON,
        **A2020,
        "claim_id": "akhmet2020-004",
        "indicator": "pipelines.length",
        "asset": "north_oil_pipeline",
        "product": "crude_oil",
        "measure": "length",
        "unit": "km",
        "value": "1250",
        "lower": "1249.5",
        "upper": "1250.5",
        "period_kind": "as_of",
        "printed": "1 250 km",
        "quote": "1 250 km of pipe",
        "start": "200",
        "end": "208",
    },
    {
        **COMMON,
        **A2020,
        "claim_id": "akhmet2020-005",
        "indicator": "corridors.capacity",
        "asset": "east_railway",
        "mode": "rail",
        "measure": "capacity",
        "unit": "t/year",
        "value": "20000000",
        "upper": "20000000",
        "qualifier": "under",
        "status": "planned",
        "announced": "2023-05",
        "period": "2030",
        "period_kind": "horizon",
        "period_start": "2030-01-01",
        "period_end": "2030-12-31",
        "printed": "20 Mt a year",
        "quote": "up to 20 Mt a year",
        "start": "230",
        "end": "242",
    },
    {
        **COMMON,
        **B2021,
        "claim_id": "lee2021-001",
        "indicator": "aid.oda",
        "reporter": "KGZ",
        "partner": "ADB",
        "value": "5000000",
        "lower": "4000000",
        "upper": "6000000",
        "qualifier": "range",
        "status": "pledged",
        "printed": "4 до 6 млн долл",
        "quote": "обещано от 4 до 6 млн долл. помощи",
        "start": "43",
        "end": "58",
    },
    {
        **COMMON,
        **B2021,
        "claim_id": "lee2021-002",
        "indicator": "aid.oda",
        "reporter": "NAM",
        "partner": "ADB",
        "value": "996000000000",
        "lower": "995500000000",
        "upper": "996500000000",
        "flag": "magnitude",
        "corrected_value": "996000000",
        "note": "Больше всей помощи региона.",
        "printed": "996 млрд долл",
        "quote": "получила 996 млрд долл.",
        "start": "80",
        "end": "93",
    },
    {
        **COMMON,
        **B2021,
        "claim_id": "lee2021-003",
        "indicator": "context.participants",
        "reporter": "CA5",
        "measure": "count",
        "unit": "person",
        "value": "300",
        "lower": "250",
        "upper": "350",
        "qualifier": "about",
        "subject": "students",
        "printed": "300 студентов",
        "quote": "около 300 студентов",
        "start": "120",
        "end": "133",
    },
]

# One that cannot be told, for exports have no upper bound, and one that fails: 995.5 bn against 6 mn at most.
RELATIONS = [
    {
        "relation": "akhmet2020-exports",
        "work": "akhmet2020",
        "kind": "limit",
        "about": "Exports are a part of turnover.",
        "left": "akhmet2020-003",
        "right": "akhmet2020-001",
        "left_lower": "3000000000",
        "right_lower": "5850000000",
        "right_upper": "5950000000",
        "unit": "USD",
        "verdict": "cannot_tell",
        "note": "akhmet2020-003 has no upper bound",
    },
    {
        "relation": "aid-of-two-countries",
        "work": "lee2021",
        "kind": "limit",
        "about": "The aid of the one is less than that of the other.",
        "left": "lee2021-002",
        "right": "lee2021-001",
        "left_lower": "995500000000",
        "left_upper": "996500000000",
        "right_lower": "4000000",
        "right_upper": "6000000",
        "unit": "USD",
        "gap": "995494000000",
        "verdict": "fails",
        "flag": "magnitude",
        "verdict_corrected": "fails",
        "note": "Made up.",
    },
]


def make(root: Path) -> Path:
    """Write the repository into a folder and return it."""
    from silkfigures.publish import descriptor

    (root / "tables").mkdir(parents=True)
    (root / "raw").mkdir()
    (root / "raw" / "package.toml").write_bytes(PACKAGE.read_bytes())
    for name, rows in _rows().items():
        header = tables()[name].names
        text = format_csv(header, [[row.get(column, "") for column in header] for row in rows])
        (root / "tables" / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    (root / "datapackage.json").write_text(descriptor(root), encoding="utf-8", newline="")
    return root


def _rows() -> dict[str, list[dict[str, str]]]:
    figures = [{"theme": f["indicator"].partition(".")[0], "fact": f["claim_id"], **f} for f in FIGURES]
    places = [_named(code, place=code, kind=kind) for code, kind in PLACES]
    organisations = [_named(code, organisation=code, kind=kind) for code, kind in ORGANISATIONS]
    return {
        "figures": figures,
        **{theme: [_themed(theme, f) for f in figures if f["theme"] == theme] for theme in themes()},
        "works": WORKS,
        "documents": DOCUMENTS,
        "places": places,
        "organisations": organisations,
        "parties": [
            {"party": row.get("place") or row.get("organisation"), **row} for row in places + organisations
        ],
        "assets": [_named(code, asset=code, kind=kind) for code, kind in ASSETS],
        "indicators": [
            _named(code, indicator=code, theme=code.partition(".")[0], measure=measure, dimensions=kinds)
            for code, measure, kinds in INDICATORS
        ],
        "units": [_named(code, unit=code, dimension=kind, pint=pint) for code, kind, pint in UNITS],
        "flags": _codelist("flags"),
        "codes": _codelist("codes"),
        "relations": RELATIONS,
        "conflicts": [],
        "coverage": [{"work": WORKS[0]["work"], "reason": "claim", "numbers": str(len(figures))}],
    }


def _named(label: str, **cells: str) -> dict[str, str]:
    return {**cells, "label_en": label, "label_ru": label, "label_kk": label}


def _codelist(name: str) -> list[dict[str, str]]:
    with open(CODELISTS / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _themed(theme: str, figure: dict[str, str]) -> dict[str, str]:
    own = {}
    for column, feed in tables()[theme].dimensions.items():
        source, _, leaf = feed.partition(":")
        cell = figure.get(source, "")
        own[column] = cell.rpartition(".")[2] if leaf else cell
    return figure | own


def edit(root: Path, table: str, change) -> None:
    """Put a table's text through a function."""
    path = root / "tables" / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    changed = change(text)
    assert changed != text, "the damage changes nothing"
    path.write_text(changed, encoding="utf-8", newline="")


def set_cell(root: Path, table: str, claim: str, column: str, cell: str) -> None:
    """Write one cell of the row whose first cell is `claim`, and the description anew."""
    path = root / "tables" / f"{table}.csv"
    with open(path, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    hit = [row for row in rows if row[0] == claim]
    assert len(hit) == 1 and hit[0][header.index(column)] != cell
    hit[0][header.index(column)] = cell
    path.write_text(format_csv(header, rows), encoding="utf-8", newline="")


def describe(root: Path) -> None:
    """Write the description anew, so that only the content can be found wrong."""
    from silkfigures.publish import descriptor

    (root / "datapackage.json").write_text(descriptor(root), encoding="utf-8", newline="")
