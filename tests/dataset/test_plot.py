"""What `plot` draws, read from the artists; the numbers are those of the made-up rows."""

import sys

import pandas as pd
import pytest

import silkfigures as sf

matplotlib = pytest.importorskip("matplotlib", reason="needs the extra 'plot'")
matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


@pytest.fixture
def trade():
    """Five rows: three in dollars, of which one flagged and one a percentage, and two in yuan."""
    return sf.load("trade")


def marks(ax):
    """Each series as its marks: place, height, and whether it is filled."""
    found = []
    for points in ax.collections:
        if isinstance(points, matplotlib.collections.PathCollection):
            filled = [tuple(colour) != (1, 1, 1, 1) for colour in points.get_facecolors()]
            found.append(
                [(*map(float, xy), full) for xy, full in zip(points.get_offsets(), filled, strict=True)]
            )
    return found


def bars(ax):
    """The ends of the bars and arrows, low and high."""
    lines = [item for item in ax.collections if isinstance(item, matplotlib.collections.LineCollection)]
    return [(float(low), float(high)) for line in lines for (_, low), (_, high) in line.get_segments()]


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()] if ax.get_legend() else []


def test_values_and_intervals_are_drawn_to_scale(trade):
    rows = trade[trade["claim_id"].isin(["ivanov2024-001", "ivanov2024-003"])]
    ax = sf.plot(rows)
    # 5.9 bn in 2024, and 996 bn in the first quarter, flagged; scaled by 1e9, the shorter period second
    assert marks(ax) == [[(0.0, 5.9, True)], [(1.0, 996.0, False)]]
    assert [tuple(round(end, 6) for end in bar) for bar in bars(ax)] == [(5.85, 5.95), (995.5, 996.5)]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["2024", "2024-01 – 2024-03"]
    assert ax.get_ylabel() == "US dollar, billion"
    assert ax.get_title() == "Kazakhstan, China"
    assert legend(ax) == ["trade turnover", "exports", "hollow: flagged"]


def test_an_open_bound_is_an_arrow():
    over = sf.load("trade", indicator="trade.import", reporter="KGZ")
    ax = sf.plot(over)
    assert marks(ax) == [[(0.0, 30.0, False)]]
    ((low, high),) = bars(ax)
    assert low == 30 and high == pytest.approx(30 * 1.08)
    (arrow,) = [line for line in ax.lines if len(line.get_xdata())]
    assert arrow.get_marker() == matplotlib.lines.CARETUPBASE
    assert float(arrow.get_ydata()[0]) == high


def test_rows_without_a_period_come_last_and_rows_of_one_period_stand_apart():
    yuan = sf.load("trade", unit="CNY")
    assert [mark[0] for series in marks(sf.plot(yuan)) for mark in series] == [0.0, 1.0]
    oil = sf.load("energy", area="KAZ", unit="t/year")
    twice = pd.concat([oil, oil], ignore_index=True)
    twice.attrs = oil.attrs
    assert [mark[0] for mark in marks(sf.plot(twice))[0]] == [-0.06, 0.06]


def test_the_words_are_in_the_language_asked_for():
    ax = sf.plot(sf.load("trade", unit="CNY", reporter="UZB"), lang="kk")
    assert ax.get_title() == "Өзбекстан, импорт"
    assert ax.get_ylabel() == "қытай юані"  # 200,000: too few for millions
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["кезеңі жоқ"]
    assert ax.get_xlabel() == f"Дереккөз: Иванов И. И., World Bank (2024) · silkfigures {sf.__version__}"
    assert legend(ax) == []


def test_a_given_axes_is_drawn_on():
    _, given = plt.subplots()
    assert sf.plot(sf.load("energy", unit="m3"), ax=given) is given


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (lambda: sf.load("trade"), r"one unit; these rows have USD \(2\), CNY \(2\), percent \(1\).*convert"),
        (lambda: sf.load("trade", unit="USD", labels="ru"), "labels instead of codes"),
        (lambda: sf.load("trade", reporter="TKM"), "nothing to draw"),
        (lambda: sf.load("trade", unit="USD")[["value", "unit"]], "these lack lower, upper"),
        (lambda: sf.load("units"), "rows of an observation table"),
        (lambda: [1, 2], "rows of an observation table"),
    ],
)
def test_what_cannot_be_drawn_is_refused(rows, told):
    with pytest.raises(sf.SilkfiguresError, match=told):
        sf.plot(rows())


def test_more_series_than_can_be_told_apart_are_refused(monkeypatch):
    monkeypatch.setattr("silkfigures.dataset.plot.MARKERS", "o")
    with pytest.raises(sf.SilkfiguresError, match="2 series are more than the 1"):
        sf.plot(sf.load("trade", unit="USD"))


def test_without_matplotlib_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(sf.SilkfiguresError, match=r"pip install 'silkfigures\[plot\]'"):
        sf.plot(sf.load("energy", unit="m3"))
