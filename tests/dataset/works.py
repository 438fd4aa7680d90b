"""Works made up for the tests of citation styles: `work(...)` is a row of the table `works`."""

COLUMNS = ("authors", "title", "issued", "container", "volume", "issue", "pages", "doi")
RELEASE = {
    "type": "dataset", "authors": "The makers", "title": "Silk in figures", "issued": "2026",
    "language": "en", "version": "1.2.0", "url": "https://example.org/silk",
}  # fmt: skip


def work(kind="article-journal", language="en", **cells):
    return {"work": "made", "type": kind, "language": language, **dict.fromkeys(COLUMNS, ""), **cells}


def release(**cells):
    return work() | RELEASE | cells
