"""A small made-up data folder: the declared tables with a handful of invented rows, and their description.

`write(folder)` leaves `datapackage.json` and `tables/*.csv` there. Nothing in it comes from a publication.
"""

import csv
import io
from pathlib import Path

from silkfigures.publish import descriptor
from silkfigures.schemas import Table, tables

PACKAGE = """
name = "silkfigures"
title = "Figures made up for tests"
description = "Nothing of it is printed anywhere."
method = "It was invented."
keywords = ["test"]
released = "2026-01-02"
[[licenses]]
name = "CC-BY-4.0"
title = "Attribution"
path = "https://example.org/licence"
[[contributors]]
title = "The silkfigures maintainers"
"""

COMMON = {
    "measure": "level", "qualifier": "exact", "status": "actual", "document": "one.txt", "work": "ivanov2024",
    "line": "7", "start": "100", "end": "110",
}  # fmt: skip

# One claim a line of its own: only what differs from COMMON. `fact` is the claim itself unless given.
CLAIMS = [
    {
        "claim_id": "ivanov2024-001", "indicator": "trade.turnover", "reporter": "KAZ", "partner": "CHN",
        "period": "2024", "period_kind": "year", "value": "5900000000", "lower": "5850000000",
        "upper": "5950000000", "unit": "USD", "printed": "5.9 bln USD",
        "quote": "turnover came to 5.9 bln USD, or so", "attributed_to": "[19]", "start": "100",
        "end": "111",
    },
    {
        "claim_id": "ivanov2024-002", "indicator": "trade.turnover", "measure": "growth",
        "reporter": "KAZ", "partner": "CHN", "period": "2024", "period_kind": "year",
        "base_period": "2023", "value": "-5", "lower": "-5.5", "upper": "-4.5", "unit": "percent",
        "printed": "5%", "quote": "fell by 5%",
    },
    {
        "claim_id": "ivanov2024-003", "indicator": "trade.export", "reporter": "KAZ", "partner": "CHN",
        "period": "2024-01/2024-03", "period_kind": "months", "value": "996000000000",
        "lower": "995500000000", "upper": "996500000000", "unit": "USD", "printed": "996 bn dollars",
        "quote": "<b>sold</b> 996 bn dollars", "flag": "magnitude",
        "note": "A thousand times the year's turnover.", "corrected_value": "996000000",
        "corrected_unit": "USD", "part_of": "ivanov2024-001",
    },
    {
        "claim_id": "ivanov2024-004", "indicator": "trade.import", "reporter": "KGZ", "partner": "CHN",
        "period": "2021/2024", "period_kind": "span", "value": "30000000000", "lower": "30000000000",
        "unit": "CNY", "qualifier": "over", "printed": "30 млрд юаней", "quote": "свыше 30 млрд юаней",
        "flag": "currency", "note": "Dollars may be meant.", "corrected_unit": "USD",
        "corrected_value": "30000000000",
    },
    {
        "claim_id": "ivanov2024-005", "indicator": "trade.import", "reporter": "UZB",
        "period_kind": "unstated", "value": "200000", "lower": "195000", "upper": "205000",
        "unit": "CNY", "qualifier": "about", "printed": "0,20 млн юаней",
        "quote": "около 0,20 млн юаней",
    },
    {
        "claim_id": "smith2020-001", "work": "smith2020", "document": "two.txt",
        "indicator": "energy.output", "reporter": "KAZ", "product": "crude_oil", "period": "2019",
        "period_kind": "year", "value": "50000000", "lower": "49500000", "upper": "50500000",
        "unit": "t/year", "printed": "50 Mt a year", "quote": "50 Mt a year, or 1 Mb/d",
    },
    {
        "claim_id": "smith2020-002", "work": "smith2020", "document": "two.txt",
        "indicator": "energy.output", "reporter": "KAZ", "product": "crude_oil", "period": "2019",
        "period_kind": "year", "value": "1000000", "lower": "950000", "upper": "1050000",
        "unit": "bbl/day", "printed": "1 Mb/d", "quote": "50 Mt a year, or 1 Mb/d",
        "fact": "smith2020-001",
    },
    {
        "claim_id": "smith2020-003", "work": "smith2020", "document": "two.txt",
        "indicator": "energy.output", "reporter": "TKM", "product": "natural_gas",
        "period": "2020-12-31", "period_kind": "as_of", "value": "60000000000", "lower": "59500000000",
        "upper": "60500000000", "unit": "m3", "printed": "60 bcm", "quote": "60 bcm of gas",
        "status": "estimate",
    },
]  # fmt: skip

DAYS = {
    "2024": ("2024-01-01", "2024-12-31"), "2024-01/2024-03": ("2024-01-01", "2024-03-31"),
    "2021/2024": ("2021-01-01", "2024-12-31"), "2019": ("2019-01-01", "2019-12-31"),
    "2020-12-31": ("2020-12-31", "2020-12-31"),
}  # fmt: skip


def _named(text: str, *keys: str) -> list[dict[str, str]]:
    """Rows of a small list, one a line, cells separated by "|"."""
    lines = text.strip().splitlines()
    return [dict(zip(keys, map(str.strip, line.split("|")), strict=False)) for line in lines]


LABELS = ("label_en", "label_ru", "label_kk")
PLACES = _named(
    """
    CHN | country | China | Китай | Қытай | | | КНР; PRC
    KAZ | country | Kazakhstan | Казахстан | Қазақстан | | | РК
    KGZ | country | Kyrgyzstan | Кыргызстан | Қырғызстан | | | Киргизия
    TKM | country | Turkmenistan | Туркменистан | Түрікменстан
    UZB | country | Uzbekistan | Узбекистан | Өзбекстан
    """,
    "place", "kind", *LABELS, "members", "definition", "variants",
)  # fmt: skip
REFERENCE = {
    "places": PLACES,
    "organisations": [],
    "parties": [
        {"party": row["place"], **{key: row[key] for key in ("kind", *LABELS)}} for row in PLACES
    ],
    "assets": [],
    "works": [
        {
            "work": "ivanov2024", "type": "article-journal", "authors": "Иванов, И. И.; World Bank",
            "title": "Trade & {transit}: 5% of_all #1 <i>", "issued": "2024", "container": "Вестник",
            "volume": "3", "pages": "10–19", "doi": "10.1/a_b", "language": "ru", "document": "one.txt",
            "line_start": "1", "line_end": "90",
        },
        {
            "work": "smith2020", "type": "paper-conference", "authors": "not printed", "title": "Oil",
            "container": "Proceedings", "language": "en", "document": "two.txt", "line_start": "1",
            "line_end": "40",
        },
    ],
    "documents": [
        {"document": "one.txt", "sha256": "0" * 64, "bytes": "9000", "characters": "5000", "lines": "90"},
        {"document": "two.txt", "sha256": "1" * 64, "bytes": "4000", "characters": "4000", "lines": "40"},
    ],
    "indicators": _named(
        """
        trade.turnover | trade | trade turnover | товарооборот | тауар айналымы | Both ways. | level | money
        trade.export | trade | exports | экспорт | экспорт | Sold. | level | money mass
        trade.import | trade | imports | импорт | импорт | Bought. | level | money mass
        energy.output | energy | output | добыча | өндіру | Won from the ground. | level | mass volume
        """,
        "indicator", "theme", *LABELS, "definition", "measure", "dimensions",
    ),
    "units": _named(
        """
        USD | money | US dollar | доллар США | АҚШ доллары | USD = [currency_USD]
        CNY | money | Chinese yuan | китайский юань | қытай юані | CNY = [currency_CNY]
        m | length | metre | метр | метр | m = [length]
        kg | mass | kilogram | килограмм | килограмм | kg = [mass]
        t | mass | tonne | тонна | тонна | t = 1000 * kg
        m3 | volume | cubic metre | кубический метр | текше метр | m3 = m ** 3
        bbl | volume | barrel | баррель | баррель | bbl = 0.158987294928 * m3
        km | length | kilometre | километр | километр | km = 1000 * m
        day | time | day | сутки | тәулік | day = [time]
        year | time | year | год | жыл | year = 365.25 * day
        percent | ratio | per cent | процент | пайыз | percent = 0.01
        percentage_point | ratio | percentage point | пункт | тармақ | percentage_point = 0.01
        times | ratio | times | раз | есе | times = 1
        t/year | mass/time | tonnes a year | тонн в год | жылына тонна | t / year
        bbl/day | volume/time | barrels a day | баррелей в сутки | тәулігіне баррель | bbl / day
        """,
        "unit", "dimension", *LABELS, "pint",
    ),
    "flags": _named(
        """
        magnitude | magnitude | порядок величины | шама реті | The multiplier cannot be right.
        currency | currency | валюта | валюта | The currency cannot be right.
        """,
        "flag", *LABELS, "definition",
    ),
    "codes": _named(
        """
        themes | trade | trade | торговля | сауда
        themes | investment | investment | инвестиции | инвестиция
        themes | aid | aid | помощь развитию | дамуға көмек
        themes | finance | finance | финансы | қаржы
        themes | energy | energy | энергетика | энергетика
        themes | pipelines | pipelines | трубопроводы | құбырлар
        themes | ownership | ownership | доли участия | қатысу үлестері
        themes | freight | freight | грузоперевозки | жүк тасымалы
        themes | corridors | corridors | коридоры | дәліздер
        themes | context | context | прочее | өзге деректер
        measures | level | level | уровень | деңгей
        measures | growth | growth | прирост | өсім
        period_kinds | year | year | год | жыл
        period_kinds | months | months | месяцы | айлар
        period_kinds | span | span of years | ряд лет | жылдар аралығы
        period_kinds | as_of | as of a date | на дату | күнгі жағдай
        period_kinds | unstated | unstated | не указан | көрсетілмеген
        qualifiers | exact | exact | точно | дәл
        qualifiers | about | about | около | шамамен
        qualifiers | over | over | более | астам
        qualifiers | under | under | менее | дейін
        qualifiers | range | range | диапазон | аралық
        statuses | actual | actual | факт | нақты
        statuses | estimate | estimate | оценка | бағалау
        reasons | claim | in a claim | в утверждении | тұжырымда
        flows | turnover | turnover | товарооборот | тауар айналымы
        flows | export | exports | экспорт | экспорт
        flows | import | imports | импорт | импорт
        products | crude_oil | crude oil | сырая нефть | шикі мұнай
        products | natural_gas | natural gas | природный газ | табиғи газ
        bases | proven | proven | доказанные | дәлелденген
        """,
        "list", "code", *LABELS,
    ),
}  # fmt: skip


def rows(table: Table) -> list[dict[str, str]]:
    """The invented rows of one table, with the column names of that table."""
    if table.kind != "observation":
        return REFERENCE.get(table.name, [])
    claims = [_claim(facts) for facts in CLAIMS]
    if table.name == "figures":
        return claims
    mine = [claim for claim in claims if claim["theme"] == table.name]
    return [{**claim, **_own(claim, table.dimensions)} for claim in mine]


def _claim(facts: dict[str, str]) -> dict[str, str]:
    start, end = DAYS.get(facts.get("period", ""), ("", ""))
    claim = {**COMMON, "fact": facts["claim_id"], "theme": facts["indicator"].partition(".")[0], **facts}
    return {**claim, "period_start": start, "period_end": end}


def _own(claim: dict[str, str], feeds: dict[str, str]) -> dict[str, str]:
    leaf = {"indicator:leaf": claim["indicator"].partition(".")[2]}
    return {name: {**claim, **leaf}.get(feed, "") for name, feed in feeds.items()}


def _csv(table: Table) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, table.names, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(table))
    return out.getvalue().encode()


def write(folder: Path) -> Path:
    """Write the made-up data folder, and return it."""
    (folder / "tables").mkdir(parents=True)
    (folder / "raw").mkdir()
    for table in tables().values():
        (folder / "tables" / f"{table.name}.csv").write_bytes(_csv(table))
    (folder / "raw" / "package.toml").write_text(PACKAGE, encoding="utf-8")
    (folder / "datapackage.json").write_text(descriptor(folder), encoding="utf-8")
    return folder
