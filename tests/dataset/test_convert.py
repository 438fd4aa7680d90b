import pandas as pd
import pytest

import silkfigures as sf


def figures(**columns):
    rows = {"value": [10.0], "lower": [9.5], "upper": [10.5], "unit": ["t"]} | columns
    return pd.DataFrame(rows)


def numbers(frame):
    return frame[["value", "lower", "upper"]].to_numpy().tolist()


def test_value_lower_and_upper_are_converted_and_the_factor_is_told():
    found = sf.convert(figures(unit="km"), "m")
    assert numbers(found) == [[10000.0, 9500.0, 10500.0]]
    assert found.loc[0, ["unit", "converted_from", "conversion"]].tolist() == ["m", "km", "1 km = 1000 m"]


def test_a_rate_is_converted_over_both_its_parts():
    # 365.25 days a year: 1000 barrels a day are 365,250 a year
    found = sf.convert(figures(value=[1000.0], lower=[None], upper=[None], unit="bbl/day"), "bbl/year")
    assert found.loc[0, "value"] == pytest.approx(365_250)
    assert found[["lower", "upper"]].isna().all(axis=None)


def test_tonnes_become_barrels_by_a_stated_density():
    # 1 t at 850 kg/m3 is 1.17647 m3, and a barrel is 0.158987 m3: 7.39975 barrels
    found = sf.convert(figures(), "bbl", density=850)
    assert found.loc[0, "value"] == pytest.approx(73.9975, rel=1e-5)
    assert "850 kg/m3" in found.loc[0, "conversion"]
    back = sf.convert(found, "t", density=850)
    assert back.loc[0, "value"] == pytest.approx(10)


def test_tonnes_become_barrels_by_barrels_per_tonne():
    found = sf.convert(figures(unit="t/year"), "bbl/day", barrels_per_tonne=7.3)
    assert found.loc[0, "value"] == pytest.approx(10 * 7.3 / 365.25)
    assert "7.3 bbl/t" in found.loc[0, "conversion"]
    assert sf.convert(figures(unit="bbl", value=[73.0]), "t", barrels_per_tonne=7.3).loc[
        0, "value"
    ] == pytest.approx(10)


def test_money_changes_by_a_stated_rate_only():
    rows = figures(unit=["CNY", "USD"], value=[100.0, 5.0], lower=[90.0, 4.0], upper=[None, None])
    found = sf.convert(rows, "USD", rates={"CNY": 0.14})
    assert found["value"].tolist() == [pytest.approx(14.0), 5.0]
    assert found["lower"].tolist() == [pytest.approx(12.6), 4.0]
    assert found["converted_from"].tolist()[0] == "CNY"
    assert "0.14 USD/CNY" in found.loc[0, "conversion"]
    assert found.loc[1, ["converted_from", "conversion"]].isna().all()


def test_money_a_year_changes_like_money():
    found = sf.convert(figures(unit="CNY/year"), "USD/year", rates={"CNY": 0.2})
    assert found.loc[0, "value"] == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("unit", "to", "stated", "told"),
    [
        ("km", "USD", {}, "measures something else"),
        ("percent", "USD", {}, "measures something else"),
        ("USD", "percent", {}, "measures something else"),
        ("USD", "USD/year", {}, "measures something else"),
        ("USD", "CNY", {}, r"state a rate, rates=\{'USD': …\}"),
        ("t", "bbl", {}, "state the density"),
        ("t/year", "bbl/day", {}, "state the density"),
        ("percent", "percentage_point", {}, "do not convert into each other"),
        ("times", "percent", {}, "do not convert into each other"),
        ("km", "USD", {"density": 850}, "measures something else"),
        ("km", "USD", {"rates": {"CNY": 0.14}}, "measures something else"),
        ("USD", "CNY", {"rates": {"USD": 0}}, "above 0"),
        ("USD", "CNY", {"rates": {"USD": True}}, "above 0"),
        ("USD", "CNY", {"rates": {"USD": float("nan")}}, "above 0"),
        ("USD", "CNY", {"rates": {"CNY": 7}}, "needs no rate"),
        ("USD", "CNY", {"rates": {"km": 7}}, "no currency"),
        ("USD", "km", {"rates": {"USD": 7}}, "changes money"),
        ("t", "bbl", {"density": 7.3}, r"barrels_per_tonne=7\.3"),
        ("t", "bbl", {"density": -850}, "above 0"),
        ("t", "bbl", {"density": "850"}, "above 0"),
        ("t", "bbl", {"density": 850, "barrels_per_tonne": 7.3}, "not both"),
    ],
)
def test_what_has_no_meaning_is_refused(unit, to, stated, told):
    with pytest.raises(sf.SilkfiguresError, match=told):
        sf.convert(figures(unit=unit), to, **stated)


def test_a_frame_of_several_kinds_is_told_what_stands_in_the_way():
    with pytest.raises(sf.SilkfiguresError) as caught:
        sf.convert(sf.load("trade"), "USD")
    message = str(caught.value)
    assert "3 of 5 rows cannot become USD" in message
    assert "CNY (2)" in message
    assert "percent (1)" in message
    assert "rows[rows['unit'].isin(['USD'])]" in message


def test_one_density_cannot_hold_for_several_goods():
    rows = figures(unit=["t", "t"], value=[1.0, 2.0], lower=None, upper=None, commodity=["crude_oil", "coal"])
    with pytest.raises(sf.SilkfiguresError, match=r"coal and crude_oil.*Filter by 'commodity'"):
        sf.convert(rows, "bbl", density=850)


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("usd", "Did you mean 'USD'"),
        ("bbls/day", "Did you mean 'bbl'"),
        ("1,5 km", "not a unit"),
        ("", "not a unit"),
        ("kbbl", "not a unit"),
        ("bbl//day", "not a unit"),
        ("m**2", "not a unit"),
    ],
)
def test_an_unknown_unit_is_refused_before_pint_sees_it(to, told):
    with pytest.raises(sf.SilkfiguresError, match=told):
        sf.convert(figures(), to)


def test_rows_with_labels_or_without_units_are_refused():
    with pytest.raises(sf.SilkfiguresError, match="without `labels`"):
        sf.convert(sf.load("trade", labels="en"), "USD")
    with pytest.raises(sf.SilkfiguresError, match="missing: unit"):
        sf.convert(figures().drop(columns="unit"), "USD")
    with pytest.raises(sf.SilkfiguresError, match="1 of 1 rows have no unit"):
        sf.convert(figures(unit=[None]), "USD")


def test_the_rows_given_stay_as_they_were():
    rows = sf.load("energy", commodity="crude_oil")
    before = rows.copy()
    found = sf.convert(rows, "bbl/day", density=850)
    pd.testing.assert_frame_equal(rows, before)
    assert found["claim_id"].tolist() == before["claim_id"].tolist()


def test_no_rows_convert_to_no_rows():
    found = sf.convert(sf.load("aid"), "USD")
    assert found.empty
    assert {"converted_from", "conversion"} <= set(found.columns)
