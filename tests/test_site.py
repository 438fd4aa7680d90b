"""The documentation site: it builds without a warning, loads nothing from outside, and no link is broken."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = pytest.mark.slow

LOADING = {
    ("link", "href"),
    ("a", "ping"),
    ("use", "href"),
    ("object", "data"),
}  # beside every src and srcset
LINKED = ("doi.org", "www.sphinx-doc.org", "pradyunsg.me", "github.com")  # where a reader may be led
OUTSIDE = re.compile(r"(?:url\(|@import)\s*['\"]?\s*(?:https?:)?//", re.IGNORECASE)


class Page(HTMLParser):
    """What a page loads, where it leads, and the places in it to which others can lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.places: set[str] = set()
        self.styles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses and the identifier of an element."""
        for name, value in attrs:
            if name in ("src", "srcset", "poster") or (tag, name) in LOADING:
                self.loads.append(value or "")
            elif (tag, name) == ("a", "href"):
                self.links.append(value or "")
            elif name == "id":
                self.places.add(value or "")
            elif name == "style":
                self.styles.append(value or "")


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built from a copy of its sources with warnings as errors."""
    pytest.importorskip("furo", reason="needs the extra docs: make docs")
    build = pytest.importorskip("sphinx.cmd.build", reason="needs the extra docs: make docs")
    place = tmp_path_factory.mktemp("site")
    shutil.copytree(root / "docs", place / "docs", ignore=shutil.ignore_patterns("dictionary", "_build"))
    for name in ("raw", "tables", "validation"):
        (place / name).symlink_to(root / name)
    assert build.main(["-W", "--keep-going", "--quiet", str(place / "docs"), str(place / "html")]) == 0
    return place / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    """Every page of the site by its file."""
    return {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_there_is_a_page_for_each_page_of_the_dictionary(site: Path, pages: dict[Path, Page]) -> None:
    sources = {path.relative_to(site.parent / "docs") for path in (site.parent / "docs").rglob("*.md")}
    assert len(sources) > 200
    assert {site / source.with_suffix("").as_posix() for source in sources} <= {
        path.with_suffix("") for path in pages
    }


def test_nothing_is_loaded_from_outside(site: Path, pages: dict[Path, Page]) -> None:
    outside = [(path.name, url) for path, page in pages.items() for url in page.loads if urlsplit(url).netloc]
    assert outside == []
    sheets = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]
    assert sheets
    inline = [style for page in pages.values() for style in page.styles]
    texts = [path.read_text(encoding="utf-8") for path in pages]
    assert [text[:80] for text in (*sheets, *inline, *texts) if OUTSIDE.search(text)] == []


def test_what_is_loaded_is_there(pages: dict[Path, Page]) -> None:
    missing = [
        (path.name, url)
        for path, page in pages.items()
        for url in page.loads
        if urlsplit(url).path and not (path.parent / unquote(urlsplit(url).path)).exists()
    ]
    assert missing == []


def test_no_link_is_broken(pages: dict[Path, Page]) -> None:
    broken = [
        (path.name, link)
        for path, page in pages.items()
        for link in page.links
        if not _there(pages, path, link)
    ]
    assert broken == []


def _there(pages: dict[Path, Page], path: Path, link: str) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return parts.scheme == "https" and parts.netloc in LINKED
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not parts.fragment:
        return target.exists()
    return target in pages and unquote(parts.fragment) in pages[target].places
