"""References by GOST R 7.0.5-2008 and records by GOST R 7.0.100-2018, expectations written from the rules."""

import runpy
from pathlib import Path

import pytest

from silkfigures.dataset.gost import records, references

MADE_UP = runpy.run_path(str(Path(__file__).with_name("works.py")))
work, release = MADE_UP["work"], MADE_UP["release"]
IVANOV = {"language": "ru", "authors": "Иванов, И.И.", "title": "О торговле", "container": "Вестник"}


@pytest.mark.parametrize(
    ("cells", "reference", "record"),
    [
        (
            {"issued": "2025", "volume": "3", "issue": "2", "pages": "4-9"},
            "– 2025. – Т. 3. – № 2. – С. 4–9.",
            "– 2025. – Т. 3, № 2. – С. 4–9.",
        ),
        ({"issued": "2025", "volume": "3", "pages": "7"}, *["– 2025. – Т. 3. – С. 7."] * 2),
        ({"issued": "2025", "issue": "2(90)"}, *["– 2025. – № 2(90)."] * 2),
        ({"issue": "2", "pages": "4–9"}, *["– № 2. – С. 4–9."] * 2),
        ({"issued": "2025", "doi": "10.1/x"}, "– 2025. – DOI: 10.1/x.", "– 2025. – DOI 10.1/x."),
    ],
)
def test_an_article(cells, reference, record):
    article = work(**IVANOV, **cells)
    assert references([article]) == f"Иванов И. И. О торговле // Вестник. {reference}"
    assert records([article]) == f"Иванов, И. И. О торговле / И. И. Иванов // Вестник. {record}"


@pytest.mark.parametrize(
    ("language", "place", "others"),
    [
        ("ru", "– Т. 1. – № 2. – С. 3.", "и др."),
        ("kk", "– Т. 1. – № 2. – Б. 3.", "және т. б."),
        ("en", "– Vol. 1. – No. 2. – P. 3.", "et al."),
        ("de", "– Vol. 1. – No. 2. – P. 3.", "et al."),  # no words of its own: English ones
    ],
)
def test_the_words_are_those_of_the_language_of_the_work(language, place, others):
    article = work(language=language, title="T", container="C", volume="1", issue="2", pages="3")
    assert references([article]) == f"T // C. {place}"
    many = article | {"authors": "A, A.; B, B.; C, C.; D, D.; E, E."}
    assert f" / A. A [{others}] // C." in references([many])
    assert f" / A. A, B. B, C. C [{others}] // C." in records([many])


@pytest.mark.parametrize(
    ("authors", "reference", "record"),
    [
        ("А, А.", "А А. Т.", "А, А. Т / А. А."),
        ("А, А.; Б, Б.", "А А., Б Б. Т.", "А, А. Т / А. А, Б. Б."),
        ("А, А.; Б, Б.; В, В.", "А А., Б Б., В В. Т.", "А, А. Т / А. А, Б. Б, В. В."),
        ("А, А.; Б, Б.; В, В.; Г, Г.", "Т / А. А [и др.].", "Т / А. А, Б. Б, В. В, Г. Г."),
        ("А, А.; Б, Б.; В, В.; Г, Г.; Д, Д.", "Т / А. А [и др.].", "Т / А. А, Б. Б, В. В [и др.]."),
        ("not printed", "Т.", "Т."),
        ("Дун, Бинчэнь", "Дун Бинчэнь. Т.", "Дун Бинчэнь. Т / Дун Бинчэнь."),
        ("Chabal, Pierre", "Chabal P. Т.", "Chabal, P. Т / P. Chabal."),
        ("Всемирный банк", "Т / Всемирный банк.", "Т / Всемирный банк."),
        ("А, А.; Банк", "А А. Т / Банк.", "А, А. Т / А. А, Банк."),
        ("Банк; Фонд", "Т / Банк, Фонд.", "Т / Банк, Фонд."),
    ],
)
def test_authors(authors, reference, record):
    book = work("book", "ru", authors=authors, title="Т")
    assert references([book]) == reference
    assert records([book]) == record


def test_a_book():
    book = work("book", "kk", authors="Әуезов, М.О.", title="Абай жолы", issued="1942")
    assert references([book]) == "Әуезов М. О. Абай жолы. – 1942."
    assert records([book]) == "Әуезов, М. О. Абай жолы / М. О. Әуезов. – 1942."


@pytest.mark.parametrize("kind", ["paper-conference", "chapter"])
def test_a_part_of_a_volume(kind):
    part = work(kind, authors="not printed", title="On oil", container="[Proceedings]", pages="3-9")
    assert references([part]) == records([part]) == "On oil // [Proceedings]. – P. 3–9."


@pytest.mark.parametrize("title", ["Начало […]", "Что дальше?", "Конец."])
def test_one_sign_ends_a_citation(title):
    ending = {"Начало […]": "Начало […].", "Что дальше?": "Что дальше?", "Конец.": "Конец."}[title]
    assert references([work("book", "ru", title=title)]) == ending


@pytest.mark.parametrize(
    ("lang", "medium", "content"),
    [
        ("ru", "Электронный ресурс", "Электронные данные : электронные"),
        ("kk", "Электрондық ресурс", "Электрондық деректер : электрондық"),
        ("en", "Electronic resource", "Electronic data : electronic"),
    ],
)
def test_the_release_is_an_electronic_resource_in_the_language_of_the_list(lang, medium, content):
    areas = "/ The makers. – Version 1.2.0. – 2026."
    assert references([release(url="")], lang) == f"Silk in figures [{medium}] {areas}"
    assert records([release(url="")], lang) == f"Silk in figures {areas} – {content}."


def test_the_address_of_the_release_where_there_is_one():
    assert references([release()]).endswith("– 2026. – URL: https://example.org/silk.")
    assert references([release(doi="10.5/z")]).endswith("– 2026. – DOI: 10.5/z.")
    assert " – URL: https://example.org/silk. – Электронные" in records([release()])
