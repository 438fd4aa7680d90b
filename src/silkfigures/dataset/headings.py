"""What the columns of a table are called in English, Russian and Kazakh."""

from __future__ import annotations

from silkfigures.dataset import codes, store
from silkfigures.dataset.errors import unknown


def headings(table: str, lang: str = "en") -> dict[str, str]:
    """Column names and the headings to print over them, for a table in a paper or on a slide.

    Parameters
    ----------
    table : str
        Name of a table; `tables()` lists them.
    lang : {"en", "ru", "kk"}
        Language of the headings. `load(…, labels=lang)` gives the codes below them in the same language.

    Returns
    -------
    dict of str to str
        The heading of each column, by its name, in the order of the table; no two are alike. Rename last:
        filters, `convert`, `evidence`, `cite` and `plot` go by the names.

    Raises
    ------
    SilkfiguresError
        For a table or language that does not exist; the message names the nearest.

    Examples
    --------
    >>> import silkfigures as sf
    >>> trade = sf.load("trade", reporter="KAZ", labels="ru")[["reporter", "flow", "value"]]
    >>> list(trade.rename(columns=sf.headings("trade", "ru")))
    ['Отчитывающаяся сторона', 'Торговый поток', 'Значение']
    """
    if lang not in codes.languages():
        raise unknown("a language of the headings", lang, codes.languages())
    return {field["name"]: field["silkfigures:labels"][lang] for field in store.fields(table)}
