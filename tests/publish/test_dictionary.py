"""The pages of the data dictionary: one for everything declared, links that lead somewhere, no passages."""

from __future__ import annotations

import hashlib
import importlib
import posixpath
import re
import subprocess
import sys
from pathlib import Path

import pytest

from silkfigures.publish.dictionary import dictionary, write_dictionary
from silkfigures.publish.dictionary.content import Content
from silkfigures.schemas import Field, Table, tables
from silkfigures.schemas.csvfile import read_csv

LINK = re.compile(r"\]\(([^)\s]+)\)")
PASSAGE = 15  # so many words in a row of a source text are a passage
SEEDED = """
import hashlib, pathlib, sys
from silkfigures.publish.dictionary import dictionary
pages = dictionary(pathlib.Path(sys.argv[1]))
print(hashlib.sha256(repr(sorted(pages.items())).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, str]:
    """The pages on the tables of the repository."""
    return dictionary(root)


@pytest.fixture(scope="module")
def made_up(sound: Path) -> dict[str, str]:
    """The pages on the made-up tables."""
    return dictionary(sound)


def records(root: Path, table: str) -> list[dict[str, str]]:
    return read_csv(root / "tables" / f"{table}.csv")[0].records()


def line(page: str, beginning: str) -> list[str]:
    """The cells of the table row of a page that begins so."""
    (found,) = (row for row in page.splitlines() if row.startswith(f"| {beginning}"))
    return [cell.strip() for cell in found.strip("|").split(" | ")]


def test_everything_declared_has_a_page(root: Path, pages: dict[str, str]) -> None:
    lists = {field.codes for table in tables().values() for field in table.fields if field.codes}
    wanted = {f"tables/{name}.md" for name in tables()} | {f"codes/{name}.md" for name in lists}
    wanted |= {f"indicators/{row['indicator']}.md" for row in records(root, "indicators")}
    wanted |= {f"sources/{row['work']}.md" for row in records(root, "works")}
    wanted |= {
        f"codes/{name}.md" for name in ("parties", "places", "organisations", "assets", "units", "flags")
    }
    assert wanted <= set(pages)


def test_every_page_can_be_reached(pages: dict[str, str]) -> None:
    led_to = {posixpath.normpath(posixpath.join(posixpath.dirname(name), link.partition("#")[0]))
              for name, text in pages.items() for link in LINK.findall(text)}  # fmt: skip
    indices = {name for name in pages if name.endswith("/index.md")}
    assert len(indices) == 4
    assert set(pages) - indices <= led_to


def test_every_link_leads_somewhere(root: Path, pages: dict[str, str]) -> None:
    by_hand = {p.relative_to(root / "docs").as_posix(): p.read_text(encoding="utf-8")
               for p in [root / "docs" / "index.md", *(root / "docs" / "howto").glob("*.md")]}  # fmt: skip
    every = by_hand | {f"dictionary/{name}": text for name, text in pages.items()}
    broken = [
        (name, link)
        for name, text in every.items()
        for link in LINK.findall(text)
        if not link.startswith("https://doi.org/") and not _there(every, name, link)
    ]
    assert broken == []


def _there(every: dict[str, str], name: str, link: str) -> bool:
    page, _, place = link.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), page)) if page else name
    return target in every and (not place or f"{{#{place} " in every[target])


def test_every_column_is_told_of_once_on_the_page_of_its_table(pages: dict[str, str]) -> None:
    for name, table in tables().items():
        columns = pages[f"tables/{name}.md"].partition("## Columns\n")[2].partition("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \|", columns, re.MULTILINE) == [
            *(field.name for field in table.fields if field.feed),
            *(field.name for field in table.fields if not field.feed),
        ]


def test_every_claim_stands_on_the_page_of_its_source_and_of_its_indicator(
    root: Path, pages: dict[str, str]
) -> None:
    for claim in records(root, "figures"):
        name = claim["claim_id"]
        assert pages[f"sources/{claim['work']}.md"].count(f"{{#{name} ") == 1
        assert pages[f"indicators/{claim['indicator']}.md"].count(f"#{name})") == 1


def test_every_label_stands_in_three_languages(root: Path, pages: dict[str, str]) -> None:
    for row in records(root, "codes"):
        cells = line(pages[f"codes/{row['list']}.md"], f"`{row['code']}` |")
        assert cells[1:4] == [row[f"label_{lang}"] for lang in ("en", "ru", "kk")]


def test_no_page_holds_a_passage(root: Path, texts: Path, pages: dict[str, str]) -> None:
    titles = {f"sources/{row['work']}.md": row["title"] for row in records(root, "works")}
    known = {run for text in texts.glob("*.txt") for run in _runs(text.read_text(encoding="utf-8"))}
    assert known
    for name, page in pages.items():
        for title in titles.values():
            page = page.replace(title, " § ")
        assert known.isdisjoint(_runs(page)), name


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + PASSAGE]) for at in range(len(words) - PASSAGE + 1)}


def test_a_claim_is_shown_with_its_value_and_its_interval(made_up: dict[str, str]) -> None:
    page = made_up["indicators/trade.turnover.md"]
    shown = dict(zip(line(page, "claim |"), line(page, "[[akhmet2020-001]"), strict=True))
    assert (shown["value"], shown["unit"]) == ("5,900,000,000", "`USD`")
    assert (shown["lower"], shown["upper"]) == ("5,850,000,000", "5,950,000,000")
    assert "actual" not in shown.values()  # only another status is named


def test_a_doubt_is_shown_with_its_reason(root: Path, pages: dict[str, str]) -> None:
    doubts = pages["sources/priorities.md"].partition("## Doubts")[2].partition("\n## ")[0]
    cells = line(doubts, "[[priorities-001]")
    assert cells[2:4] == ["[`currency`](../codes/flags.md)", "41,020,000,000 `USD`"]
    assert cells[4].startswith("[Printed in yuan")


def test_a_publication_without_figures_has_a_page_all_the_same(made_up: dict[str, str], sound: Path) -> None:
    assert {row["work"] for row in records(sound, "works")} == {"akhmet2020", "lee2021"}
    assert "О помощи" in made_up["sources/lee2021.md"].splitlines()[0]
    assert "| Authors | not printed |" in made_up["sources/lee2021.md"]


def test_what_may_not_be_added_up_is_counted(root: Path, pages: dict[str, str]) -> None:
    trade = records(root, "trade")
    parts = sum(bool(row["part_of"]) for row in trade)
    assert parts > 1
    assert f"{parts} claims are part of the total of another claim" in pages["tables/trade.md"]
    assert "Before you add up" not in pages["tables/works.md"]


def test_what_a_check_found_stands_with_the_publications_it_concerns(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = dict.fromkeys(("en", "ru", "kk"), "Sums")
    fields = tuple(Field(name, "string", dict.fromkeys(title, name), "") for name in ("left", "note"))
    check = Table("sums", "check", title, "one sum", "What adds up.", fields, ("left",))
    module = importlib.import_module("silkfigures.publish.dictionary.source_pages")
    monkeypatch.setattr(module, "tables", lambda: {**tables(), "sums": check})
    content = Content.read(sound)
    content.rows["sums"] = [{"left": "akhmet2020-001 + akhmet2020-999", "note": "akhmet2020 alone"}]
    found = module.source_pages(content)
    linked = "[akhmet2020-001](../sources/akhmet2020.md#akhmet2020-001) + akhmet2020-999"
    assert line(found["sources/akhmet2020.md"], "[akhmet2020-001](")[0] == linked
    assert "## Sums" not in found["sources/lee2021.md"]


def test_writing_removes_pages_that_are_no_more_and_changes_nothing_twice(
    sound: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "dictionary"
    first = write_dictionary(sound, folder)
    assert len(first) == len(dictionary(sound))
    assert write_dictionary(sound, folder) == []
    old = folder / "tables" / "gone.md"
    old.write_text("# Gone\n")
    (folder / "tables" / "trade.md").write_text("edited")
    assert write_dictionary(sound, folder) == [old, folder / "tables" / "trade.md"]
    assert not old.exists()


@pytest.mark.slow
def test_the_pages_are_the_same_bytes_in_every_run(root: Path, pages: dict[str, str]) -> None:
    digest = hashlib.sha256(repr(sorted(pages.items())).encode()).hexdigest()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", SEEDED, str(root)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == digest
