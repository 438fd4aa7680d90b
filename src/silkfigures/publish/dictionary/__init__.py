"""The data dictionary: the pages on tables, indicators, publications and code lists, as Markdown.

Written from the declaration and the tables, so every table, column and code that is declared has its place.
"""

from __future__ import annotations

from pathlib import Path

from silkfigures.files.whole import bytes_there
from silkfigures.publish.dictionary.code_pages import code_pages
from silkfigures.publish.dictionary.content import Content
from silkfigures.publish.dictionary.indicator_pages import indicator_pages
from silkfigures.publish.dictionary.source_pages import source_pages
from silkfigures.publish.dictionary.table_pages import table_pages

__all__ = ["dictionary", "write_dictionary"]


def dictionary(root: Path) -> dict[str, str]:
    """All pages of the data dictionary of a repository.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml`, `tables/` and, where publications were read twice,
        `validation/agreement.csv`.

    Returns
    -------
    dict of str to str
        The name of a page ("tables/trade.md") to its text in MyST Markdown, with links relative to the page.
        The same files give the same texts.

    Raises
    ------
    ValueError
        When a table or the metadata cannot be read; it names the file.

    Examples
    --------
    >>> dictionary(Path("no/such/folder"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    ValueError: no/such/folder/raw/package.toml: cannot be read: ...
    """
    content = Content.read(Path(root))
    return {
        **table_pages(content),
        **indicator_pages(content),
        **source_pages(content),
        **code_pages(content),
    }


def write_dictionary(root: Path, folder: Path) -> list[Path]:
    """Write the pages into a folder of their own and take pages out that are no more.

    Parameters
    ----------
    root : Path
        The repository; see `dictionary`.
    folder : Path
        Where the pages go. Every other Markdown file in it is removed.

    Returns
    -------
    list of Path
        The pages that are new, changed or removed.
    """
    pages = {folder / name: text for name, text in dictionary(root).items()}
    gone = [path for path in folder.rglob("*.md") if path not in pages]
    for path in gone:
        path.unlink()
    changed = [path for path, text in pages.items() if bytes_there(path) != text.encode("utf-8")]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages[path], encoding="utf-8", newline="\n")
    return [*gone, *changed]
