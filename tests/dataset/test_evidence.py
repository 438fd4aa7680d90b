import pytest

import silkfigures as sf
from silkfigures.dataset.evidence_views import as_text


def test_the_page_tells_words_value_place_and_publication():
    text = str(sf.evidence("ivanov2024-001"))
    for words in (
        "turnover came to [[5.9 bln USD]], or so",
        "5,900,000,000 USD (from 5,850,000,000 to 5,950,000,000)",
        "trade turnover (trade.turnover)",
        "Kazakhstan (KAZ)",
        "China (CHN)",
        "[19]",
        "one.txt, line 7, characters 100 to 111",
        "Иванов, И. И.; World Bank (2024)",
        "a part of it: 996,000,000,000 USD",
    ):
        assert words in text
    assert repr(sf.evidence("ivanov2024-001")) == text


def test_doubts_show_the_flag_the_reason_and_the_likely_figure():
    found = sf.evidence("ivanov2024-003")
    assert found.doubts == {
        "Flag": "magnitude: The multiplier cannot be right.",
        "Likely": "996,000,000 USD",
        "Note": "A thousand times the year's turnover.",
    }
    assert sf.evidence("ivanov2024-001").doubts == {}


def test_other_claims_are_named_with_what_binds_them():
    assert sf.evidence("ivanov2024-003").related == {
        "ivanov2024-001": "the total it is part of: 5,900,000,000 USD, trade.turnover, 2024"
    }
    assert list(sf.evidence("smith2020-001").related) == ["smith2020-002"]
    assert (
        sf.evidence("smith2020-002").related["smith2020-001"].startswith("the same fact: 50,000,000 t/year")
    )


@pytest.mark.parametrize(
    ("claim", "interval"),
    [
        ("ivanov2024-004", "30,000,000,000 CNY (at least 30,000,000,000)"),
        ("ivanov2024-005", "200,000 CNY (from 195,000 to 205,000)"),
        ("ivanov2024-002", "-5 percent (from -5.5 to -4.5)"),
    ],
)
def test_the_interval_is_told_in_words(claim, interval):
    assert sf.evidence(claim).facts["Value"] == interval


def test_a_period_that_is_not_stated_is_said_so():
    assert sf.evidence("ivanov2024-005").facts["Period"] == "not stated in the text"


def test_a_row_of_any_kind_names_its_claim():
    frame = sf.load("energy")
    for given in (frame.iloc[2], frame.iloc[[2]], {"claim_id": "smith2020-003"}, " smith2020-003 "):
        assert sf.evidence(given).claim_id == "smith2020-003"
    assert sf.evidence(frame.iloc[2]).facts["Area"] == "Turkmenistan (TKM)"


def test_html_escapes_what_the_texts_print():
    html = sf.evidence("ivanov2024-003")._repr_html_()
    assert "&lt;b&gt;sold&lt;/b&gt; <mark>996 bn dollars</mark>" in html
    assert "<b>" not in html
    assert "<i>" not in html


def test_a_narrow_terminal_gets_narrow_lines():
    lines = as_text(sf.evidence("ivanov2024-003"), width=60).splitlines()
    assert max(map(len, lines)) <= 60


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("ivanov2024-01", "Did you mean 'ivanov2024-001'"),
        ("x", "ivanov2024, smith2020"),
        (3, "not int"),
        ({}, "not dict"),
    ],
)
def test_what_is_no_claim_is_refused(given, told):
    with pytest.raises(sf.SilkfiguresError, match=told):
        sf.evidence(given)


def test_several_rows_are_refused():
    with pytest.raises(sf.SilkfiguresError, match=r"5 rows were given.*iloc"):
        sf.evidence(sf.load("trade"))
