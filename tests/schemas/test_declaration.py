"""The declaration is complete and agrees with itself and with the code lists."""

import csv
import re
from pathlib import Path

import pytest

from silkfigures.schemas import LANGUAGES, fields, tables, themes

CODELISTS = Path(__file__).parents[2] / "raw" / "codelists"
CONCEPTS = {"REF_AREA", "COUNTERPART_AREA", "OBS_VALUE", "UNIT_MEASURE", "TIME_PERIOD", "OBS_STATUS"}


@pytest.mark.parametrize("field", fields().values(), ids=lambda field: field.name)
def test_every_field_is_explained(field):
    assert field.type in {"string", "number", "integer", "boolean", "date"}
    assert list(field.label) == list(LANGUAGES) and all(field.label.values())
    assert field.about.endswith((".", "…")) and field.about[0].isupper()
    if field.pattern:
        assert not field.example or re.fullmatch(field.pattern, field.example)


def test_every_field_is_used():
    used = {field.label["en"] + field.about for table in tables().values() for field in table.fields}
    assert {f.name for f in fields().values() if f.label["en"] + f.about not in used} == set()


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_every_table_hangs_together(table):
    assert len(set(table.names)) == len(table.names)
    assert set(table.key) <= set(table.names)
    assert list(table.title) == list(LANGUAGES) and table.row and table.about
    for field in table.fields:
        if field.refers:
            target, column = field.refers.split(".")
            assert tables()[target].key == (column,), f"{table.name}.{field.name}"


@pytest.mark.parametrize("theme", themes())
def test_themed_columns_are_fed_by_columns_of_figures(theme):
    generic = set(tables()["figures"].names)
    assert {feed.partition(":")[0] for feed in tables()[theme].dimensions.values()} <= generic


def test_the_master_has_every_common_column():
    for theme in themes():
        own = set(tables()[theme].dimensions)
        assert set(tables()[theme].names) - own <= set(tables()["figures"].names)


def test_sdmx_concepts_of_the_design_are_all_named():
    assert {field.concept for field in fields().values()} >= CONCEPTS


@pytest.mark.parametrize("name", ["places", "organisations", "assets", "indicators", "flags", "codes"])
def test_raw_code_lists_have_declared_columns_only(name):
    with open(CODELISTS / f"{name}.csv", encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert set(header) <= set(tables()[name].names)
    assert header[0] == tables()[name].key[0]
