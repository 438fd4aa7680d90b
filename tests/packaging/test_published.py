"""The published tables through the public face: each loads as declared, and every key leads somewhere."""

import pandas as pd
import pytest
from pybtex.database import parse_string

import silkfigures as sf
from silkfigures.dataset import store, units
from silkfigures.schemas import LANGUAGES, tables, themes

TEXT = str(pd.Series(["a"], dtype="str").dtype)  # "str", and "object" before pandas 3
DTYPES = {"string": TEXT, "number": "float64", "integer": "Int64", "date": "datetime64[us]"}


def test_the_declared_tables_are_published():
    assert sf.tables()["name"].tolist() == list(tables())


@pytest.mark.parametrize("name", list(tables()))
def test_a_table_loads_with_the_declared_types_and_number_of_rows(name):
    frame = sf.load(name)
    declared = {field.name: DTYPES[field.type] for field in tables()[name].fields}
    assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == declared
    assert len(frame) == store.resource(name)["silkfigures:rows"]


def test_the_themed_tables_are_all_of_the_master():
    claims = [claim for name in themes() for claim in sf.load(name)["claim_id"]]
    assert sorted(claims) == sorted(sf.load("figures")["claim_id"])
    assert claims


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["figures", *themes()])
def test_every_code_has_a_label(name, lang):
    codes, labels = sf.load(name), sf.load(name, labels=lang)
    assert labels.isna().equals(codes.isna())
    assert not set(labels["unit"].dropna()) & {"USD", "percent"}


def test_a_correction_changes_exactly_the_corrected_rows():
    corrected = sf.load("figures", corrected=True)
    assert corrected["corrected"].tolist() == sf.load("figures")["corrected_value"].notna().tolist()


@pytest.mark.slow
def test_every_claim_has_evidence():
    for claim in sf.load("figures")["claim_id"]:
        found = sf.evidence(claim)
        assert "[[" in str(found), claim
        assert "<mark>" in found._repr_html_(), claim


def test_every_work_can_be_cited():
    entries = parse_string(sf.cite(sf.load("figures")), "bibtex").entries
    assert set(entries) == {f"silkfigures-{sf.metadata()['version']}", *sf.load("figures")["work"]}


def test_every_unit_is_known_to_the_registry():
    for code in sf.load("units")["unit"]:
        assert units.unit(code) is not None


def test_every_row_converts_to_its_own_unit():
    frame = sf.load("figures")
    for unit, rows in frame.groupby("unit"):
        assert sf.convert(rows, unit)["value"].equals(rows["value"])


def test_the_code_and_the_data_have_one_version():
    assert sf.__version__ == sf.metadata()["version"]
