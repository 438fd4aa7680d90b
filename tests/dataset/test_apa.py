"""References in APA 7. The expectations are written from the rules of the style."""

import runpy
from pathlib import Path

import pytest

from silkfigures.dataset.apa import references

MADE_UP = runpy.run_path(str(Path(__file__).with_name("works.py")))
work, release = MADE_UP["work"], MADE_UP["release"]
HERALD = {"authors": "Dong, Bin", "title": "Trade grows", "issued": "2025", "container": "Herald"}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"volume": "3", "issue": "2", "pages": "4-9"}, "Herald, 3(2), 4–9."),
        ({"volume": "3", "pages": "4–9"}, "Herald, 3, 4–9."),
        ({"volume": "3", "issue": "2"}, "Herald, 3(2)."),
        ({"issue": "2"}, "Herald, (2)."),
        ({"issue": "2(90)"}, "Herald, (2[90])."),
        ({"pages": "7"}, "Herald, 7."),
        ({"doi": "10.1/x"}, "Herald. https://doi.org/10.1/x"),
        ({"volume": "3", "doi": "10.1/x"}, "Herald, 3. https://doi.org/10.1/x"),
    ],
)
def test_an_article(cells, expected):
    assert references([work(**HERALD, **cells)]) == f"Dong, B. (2025). Trade grows. {expected}"


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Dong, B.", "Dong, B. (2025)."),
        ("Dong, B.; Ли, В.В.", "Dong, B., & Ли, В. В. (2025)."),
        ("A, A.; B, B.; C, C.", "A, A., B, B., & C, C. (2025)."),
        ("A, A.; B, B.; C, C.; D, D.", "A, A., B, B., C, C., & D, D. (2025)."),
        ("World Bank", "World Bank. (2025)."),
        ("Dong, B.; World Bank", "Dong, B., & World Bank. (2025)."),
    ],
)
def test_authors(authors, expected):
    assert references([work(authors=authors, title="T", issued="2025")]) == f"{expected} T."


def test_of_more_than_twenty_authors_the_last_is_named():
    names = [f"N{number}, A." for number in range(1, 23)]
    twenty = references([work(authors="; ".join(names[:20]), title="T", issued="2025")])
    assert "N19, A., & N20, A. (2025)" in twenty
    more = references([work(authors="; ".join(names), title="T", issued="2025")])
    assert "N19, A., … N22, A. (2025)" in more
    assert "N20" not in more


@pytest.mark.parametrize("kind", ["paper-conference", "chapter"])
def test_a_part_of_a_volume(kind):
    part = work(kind, "ru", authors="Байзакова, К.И.", title="Предисловие", container="Труды")
    assert references([part]) == "Байзакова, К. И. (n.d.). Предисловие. In Труды."
    assert references([part | {"pages": "3-9"}]).endswith("In Труды (pp. 3–9).")
    assert references([part | {"pages": "3"}]).endswith("In Труды (p. 3).")


def test_a_book():
    book = work("book", authors="Dong, B.", title="Why trade?", issued="2019")
    assert references([book]) == "Dong, B. (2019). Why trade?"


def test_without_authors_the_title_comes_first():
    paper = work("paper-conference", authors="not printed", title="On oil", container="Proceedings")
    assert references([paper]) == "On oil. (n.d.). In Proceedings."


def test_the_release():
    start = "The makers. (2026). Silk in figures (Version 1.2.0) [Data set]."
    assert references([release()]) == f"{start} https://example.org/silk"
    assert references([release(doi="10.5/z")]) == f"{start} https://doi.org/10.5/z"
    assert references([release(url="")]) == start


def test_one_source_a_line():
    assert references([release(), work(title="T")]).splitlines()[1] == "T. (n.d.)."
