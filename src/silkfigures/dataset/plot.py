"""A picture of rows: values with the intervals that the print allows, by period, flagged ones hollow."""

from __future__ import annotations

from itertools import compress
from textwrap import fill
from typing import TYPE_CHECKING

from silkfigures.dataset import codes, store
from silkfigures.dataset.errors import SilkfiguresError, UnknownName, unknown
from silkfigures.dataset.series import places, series, sources

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

NEEDED = ("value", "lower", "upper", "unit", "period", "flag", "work")
MARKERS = "osD^vPX*hp"  # as many series as colours and marks can tell apart
SCALES = (1e12, 1e9, 1e6)
WORDS = {
    "en": ("trillion", "billion", "million", "no period", "hollow: flagged", "Source"),
    "ru": ("трлн", "млрд", "млн", "без периода", "пустой значок: есть пометка", "Источник"),
    "kk": ("трлн", "млрд", "млн", "кезеңі жоқ", "іші бос таңба: белгісі бар", "Дереккөз"),
}


def plot(rows: pd.DataFrame, *, lang: str = "en", ax: Axes | None = None) -> Axes:
    """Draw the values of rows by period, each with the interval that the print allows.

    Parameters
    ----------
    rows : DataFrame
        Rows of one observation table in one unit, as `load` or `convert` returns them, with codes.
    lang : {"en", "ru", "kk"}
        Language of the words in the picture.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure otherwise.

    Returns
    -------
    matplotlib.axes.Axes
        One mark a row, from left to right by period, rows without one last. A bar spans `lower` to `upper`;
        an arrow stands where one of them is open. A hollow mark is a flagged figure. The rows of one colour
        agree in every dimension (who, with whom, what, measure, status); the title has what all agree in.
        A line below cites the publications and the release.

    Raises
    ------
    SilkfiguresError
        For rows that hold no figures, labels or several units, and where matplotlib is not installed.

    Examples
    --------
    >>> import silkfigures as sf
    >>> rows = sf.load("trade", reporter="KAZ", partner="CHN", indicator="trade.turnover", unit="USD")
    >>> sf.plot(rows, lang="ru").get_title()  # doctest: +SKIP
    'Казахстан, Китай, товарооборот'
    """
    if lang not in WORDS:
        raise unknown("a language of the picture", lang, WORDS)
    _check(rows)
    rows = rows.sort_values("period", kind="stable", na_position="last")
    told, common = series(rows, lang)
    names = list(dict.fromkeys(told))
    if len(names) > len(MARKERS):
        raise UnknownName(
            f"{len(names)} series are more than the {len(MARKERS)} that can be told apart. Keep fewer rows: "
            f"{', '.join(names[:3])} …"
        )
    ax = ax or _axes()
    scale = next((s for s in SCALES if rows["value"].abs().max() >= s), 1.0)
    arrow = 0.08 * float(rows["value"].abs().max()) / scale
    at = places(list(rows["period"].fillna("")))
    for number, name in enumerate(names):
        mine = [one == name for one in told]
        _draw(ax, list(compress(at, mine)), rows[mine], scale, arrow, name, number)
    _write(ax, rows, common, scale, lang)
    return ax


def _check(rows: pd.DataFrame) -> None:
    """Raise unless the rows are figures in one unit, with codes."""
    missing = [name for name in NEEDED if name not in getattr(rows, "columns", ())]
    if (
        missing
        or store.resources().get(rows.attrs.get("name", ""), {}).get("silkfigures:kind") != "observation"
    ):
        lacking = f"; these lack {', '.join(missing)}" if missing else ""
        raise UnknownName(f"plot() needs rows of an observation table, as load() returns them{lacking}.")
    if rows.attrs.get("labels"):
        raise UnknownName("These rows hold labels instead of codes. Load without `labels`; plot has `lang`.")
    if rows.empty:
        raise UnknownName("There is nothing to draw: no rows.")
    counts = rows["unit"].value_counts()
    if len(counts) > 1:
        told = ", ".join(f"{unit} ({count})" for unit, count in counts.items())
        raise UnknownName(
            f"One axis has one unit; these rows have {told}. Keep one, "
            f"rows[rows['unit'] == {counts.index[0]!r}], or bring them to one with convert()."
        )


def _axes() -> Axes:
    """The axes of a new figure."""
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        raise SilkfiguresError("plot() needs matplotlib: pip install 'silkfigures[plot]'") from error
    return plt.subplots(figsize=(9, 5), layout="constrained")[1]


def _draw(
    ax: Axes, at: list[float], rows: pd.DataFrame, scale: float, arrow: float, name: str, number: int
) -> None:
    """One series: bars, arrows of a given length where they are open, and a mark on each value."""
    values, colour, mark = rows["value"] / scale, f"C{number}", MARKERS[number]
    below, above = values - rows["lower"] / scale, rows["upper"] / scale - values
    over, under = above.isna() & below.notna(), below.isna() & above.notna()
    sizes = [below.fillna(0.0) + arrow * under, above.fillna(0.0) + arrow * over]
    ax.errorbar(at, values, yerr=sizes, lolims=over, uplims=under, fmt="none", color=colour, elinewidth=1.2)
    filled = [colour if clear else "white" for clear in rows["flag"].isna()]
    ax.scatter(at, values, s=36, marker=mark, facecolors=filled, edgecolors=colour, zorder=3)
    ax.plot([], [], marker=mark, color=colour, linestyle="", label=name or None)


def _write(ax: Axes, rows: pd.DataFrame, common: str, scale: float, lang: str) -> None:
    """Title, ticks, unit, legend, and the line that says whose figures these are."""
    *scales, no_period, hollow, source = WORDS[lang]
    periods = [period.replace("/", " – ") or no_period for period in dict.fromkeys(rows["period"].fillna(""))]
    crowded = len(periods) > 6
    ax.set_xticks(range(len(periods)), periods, rotation=40 * crowded, ha="right" if crowded else "center")
    unit = (codes.labels(rows.attrs["name"], "unit", lang) or {})[rows["unit"].iloc[0]]
    ax.set_ylabel(
        ", ".join([unit, *(word for size, word in zip(SCALES, scales, strict=True) if size == scale)])
    )
    ax.set_title(common[:1].upper() + common[1:])
    line = f"{source}: {sources(rows)} · silkfigures {store.descriptor()['version']}"
    ax.set_xlabel(fill(line, 110), loc="left", fontsize="small", color="0.35")
    ax.spines[["top", "right"]].set_visible(False)
    ax.grid(axis="y", color="0.9")
    ax.set_axisbelow(True)
    if rows["flag"].notna().any():
        ax.plot([], [], "o", markerfacecolor="white", markeredgecolor="0.35", label=hollow)
    if ax.get_legend_handles_labels()[1]:
        ax.legend(frameon=False, fontsize="small", loc="upper left", bbox_to_anchor=(1, 1))
