import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import silkfigures as sf
from silkfigures.schemas import tables

TEXT = str(pd.Series(["a"], dtype="str").dtype)  # "str", and "object" before pandas 3
DTYPES = {"string": TEXT, "number": "float64", "integer": "Int64", "date": "datetime64[us]"}


def ids(frame: pd.DataFrame) -> list[str]:
    return [claim.removeprefix("ivanov2024-") for claim in frame["claim_id"]]


@pytest.mark.parametrize("name", list(tables()))
def test_every_table_has_the_declared_columns_and_types_even_when_empty(name):
    frame = sf.load(name)
    assert {column: str(dtype) for column, dtype in frame.dtypes.items()} == {
        field.name: DTYPES[field.type] for field in tables()[name].fields
    }


def test_values_are_those_of_the_file():
    row = sf.load("trade").iloc[0]
    assert (row["value"], row["lower"], row["upper"], row["unit"]) == (5.9e9, 5.85e9, 5.95e9, "USD")
    assert row["period_start"] == pd.Timestamp("2024-01-01")
    assert row["line"] == 7
    assert pd.isna(row["product"])


def test_a_code_that_reads_like_a_missing_value_stays_text(tmp_path, data, read_from):
    from silkfigures.publish import descriptor

    for part in ("tables", "raw"):
        (tmp_path / part).mkdir()
        for file in (data / part).iterdir():
            (tmp_path / part / file.name).write_bytes(file.read_bytes())
    parties = tmp_path / "tables" / "parties.csv"
    parties.write_text(parties.read_text() + "NA,country,Namibia,Намибия,Намибия\n")
    (tmp_path / "datapackage.json").write_text(descriptor(tmp_path))
    read_from(tmp_path)
    assert sf.load("parties")["party"].tolist()[-1] == "NA"
    assert sf.load("parties", party="NA").shape[0] == 1


def test_filters_keep_rows_that_fit_all():
    assert ids(sf.load("trade", reporter="KAZ", flow="turnover")) == ["001", "002"]
    assert ids(sf.load("trade", reporter=["KGZ", "UZB"])) == ["004", "005"]
    assert ids(sf.load("trade", reporter=pd.Series(["KGZ"]))) == ["004"]
    assert ids(sf.load("trade", partner=None)) == ["005"]
    assert ids(sf.load("trade", flag=[None, "currency"])) == ["001", "002", "004", "005"]
    assert ids(sf.load("trade", flag="")) == ["001", "002", "005"]
    assert ids(sf.load("trade", value=-5)) == ["002"]
    assert ids(sf.load("trade", line="7", value="-5")) == ["002"]
    assert ids(sf.load("trade", printed="5%")) == ["002"]
    assert ids(sf.load("trade", period_start="2024-01-01")) == ["001", "002", "003"]
    assert ids(sf.load("trade", reporter=[])) == []


def test_rows_are_numbered_anew_after_a_filter():
    assert sf.load("trade", reporter="UZB").index.tolist() == [0]


@pytest.mark.parametrize(
    ("period", "kept"),
    [
        ("2024", ["001", "002", "003"]),
        (2024, ["001", "002", "003"]),
        ("2024-01/2024-03", ["003"]),
        ("2024-01/2024-02", []),
        ("2021/2024", ["001", "002", "003", "004"]),
        ("2022/2024", ["001", "002", "003"]),
        ("unstated", ["005"]),
        (None, ["005"]),
        (["2023", "unstated"], ["005"]),
        ("2024-02", []),
    ],
)
def test_period_keeps_rows_that_lie_within_it(period, kept):
    assert ids(sf.load("trade", period=period)) == kept


def test_a_code_that_occurs_nowhere_gives_a_frame_without_rows():
    frame = sf.load("trade", reporter="TKM")
    assert frame.empty
    assert frame.columns.tolist() == tables()["trade"].names
    assert str(frame["value"].dtype) == "float64"


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"repoter": "KAZ"}, ["'repoter'", "'reporter'", "partner"]),
        ({"reporter": "Kazakhstan"}, ["'Kazakhstan'", "Did you mean 'KAZ'?", "CHN"]),
        ({"reporter": "Қазақстан"}, ["Did you mean 'KAZ'?"]),
        ({"reporter": ["KAZ", "Киргизия"]}, ["'Киргизия'", "Did you mean 'KGZ'?"]),
        ({"partner": "PRC"}, ["Did you mean 'CHN'?"]),
        ({"unit": "US dollar"}, ["Did you mean 'USD'?"]),
        ({"qualifier": "abuot"}, ["Did you mean 'about'?", "range"]),
        ({"work": "ivanov"}, ["Did you mean 'ivanov2024'?"]),
        ({"period": "2024-13"}, ["'2024-13'", "2024-05"]),
        ({"period": "2024-02-30"}, ["'2024-02-30'"]),
        ({"period": "2024/2020"}, ["'2020/2024'"]),
        ({"value": "much"}, ["'value'", "'much'", "5900000000"]),
        ({"line": "x"}, ["'line'", "whole numbers"]),
        ({"line": 7.5}, ["'line'", "whole numbers"]),
        ({"value": 10**400}, ["'value'", "numbers"]),
        ({"period_start": "May"}, ["'period_start'", "2024-05-17"]),
        ({"labels": "fr"}, ["'fr'", "en, ru, kk"]),
    ],
)
def test_a_wrong_filter_is_told_what_is_right(filters, told):
    with pytest.raises(sf.SilkfiguresError) as caught:
        sf.load("trade", **filters)
    assert [words for words in told if words not in str(caught.value)] == []


def test_a_wrong_table_is_told_the_nearest():
    with pytest.raises(sf.SilkfiguresError, match="Did you mean 'trade'"):
        sf.load("trades")


@pytest.mark.parametrize("given", [["trade", "aid"], pd.DataFrame({"value": [1.0]}), None])
def test_what_is_no_name_is_no_table(given):
    for ask in (sf.load, sf.headings):
        with pytest.raises(sf.SilkfiguresError, match=r"is not a table\. Allowed: figures, trade"):
            ask(given)


def test_no_name_is_guessed_for_what_is_no_text():
    with pytest.raises(sf.SilkfiguresError, match=r"^True is not a language of the labels\. Allowed"):
        sf.load("trade", labels=True)


def test_corrections_take_the_place_of_misprints():
    plain, frame = sf.load("trade"), sf.load("trade", corrected=True)
    assert "corrected" not in plain
    assert str(frame["corrected"].dtype) == "boolean"
    assert ids(frame[frame["corrected"]]) == ["003", "004"]
    wrong = frame[frame["corrected"]]
    assert wrong["value"].tolist() == [996e6, 30e9]
    assert wrong["unit"].tolist() == ["USD", "USD"]
    assert wrong[["lower", "upper"]].isna().all(axis=None)
    kept = frame[~frame["corrected"]].drop(columns="corrected")
    pd.testing.assert_frame_equal(kept, plain.loc[kept.index])


def test_filters_see_the_corrected_unit():
    assert ids(sf.load("trade", corrected=True, unit="USD")) == ["001", "003", "004"]
    assert ids(sf.load("trade", unit="USD")) == ["001", "003"]


def test_a_reference_table_has_nothing_to_correct():
    with pytest.raises(sf.SilkfiguresError, match=r"'places' holds no figures.*trade"):
        sf.load("places", corrected=True)


def test_labels_take_the_place_of_codes():
    row = sf.load("trade", labels="ru", reporter="KAZ").iloc[0]
    assert row[["reporter", "partner", "flow", "unit", "qualifier", "period_kind"]].tolist() == [
        "Казахстан", "Китай", "товарооборот", "доллар США", "точно", "год",
    ]  # fmt: skip
    assert row["work"] == "ivanov2024"
    frame = sf.load("trade", labels="kk")
    assert frame["reporter"].tolist()[-2:] == ["Қырғызстан", "Өзбекстан"]
    assert pd.isna(frame["partner"].iloc[-1])
    assert str(frame["reporter"].dtype) == TEXT
    assert sf.load("trade", labels="en", reporter="TKM").empty


def test_attrs_are_a_few_short_strings():
    attrs = sf.load("trade", labels="en").attrs
    assert attrs == {"name": "trade", "version": sf.__version__, "labels": "en"}


def test_what_is_loaded_may_be_changed():
    frame = sf.load("trade")
    frame.loc[0, "value"] = 1.0
    assert sf.load("trade").loc[0, "value"] == 5.9e9


ANYTHING = st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.dates(), st.binary())


@given(
    column=st.sampled_from(tables()["trade"].names),
    wanted=st.one_of(ANYTHING, st.lists(ANYTHING, max_size=3)),
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_filter_gives_rows_or_an_error_of_ours(column, wanted):
    try:
        assert set(sf.load("trade", **{column: wanted}).columns) == set(tables()["trade"].names)
    except sf.SilkfiguresError as error:
        assert column in str(error) or "period" in str(error)
