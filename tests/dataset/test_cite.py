import pytest
from pybtex.database import parse_string

import silkfigures as sf

RELEASE = f"silkfigures-{sf.__version__}"


def entries(text):
    return parse_string(text, "bibtex").entries


def test_the_release_is_cited_with_its_version_and_year():
    (entry,) = entries(sf.cite()).values()
    assert entry.key == RELEASE
    assert dict(entry.fields) == {
        "title": "Figures made up for tests",
        "version": sf.__version__,
        "year": "2026",
    }
    assert [str(person) for person in entry.persons["author"]] == ["{The silkfigures maintainers}"]


def test_works_are_cited_by_their_keys_and_nothing_is_invented():
    found = entries(sf.cite(sf.load("figures")))
    assert list(found) == [RELEASE, "ivanov2024", "smith2020"]
    assert found["ivanov2024"].type == "article"
    assert set(found["ivanov2024"].fields) == {
        "title",
        "journal",
        "year",
        "volume",
        "pages",
        "doi",
        "language",
    }
    assert found["smith2020"].type == "inproceedings"
    assert dict(found["smith2020"].fields) == {"title": "Oil", "booktitle": "Proceedings", "language": "en"}
    assert "author" not in found["smith2020"].persons


def test_a_person_has_parts_and_a_body_is_whole():
    person, body = entries(sf.cite("ivanov2024"))["ivanov2024"].persons["author"]
    assert (person.last_names, person.first_names + person.middle_names) == (["Иванов"], ["И.", "И."])
    assert body.last_names == ["{World Bank}"]


def test_signs_that_tex_acts_on_are_escaped():
    text = sf.cite("ivanov2024")
    assert r"Trade \& \textbraceleft{}transit\textbraceright{}: 5\% of\_all \#1 <i>" in text
    assert 'pages = "10--19"' in text


@pytest.mark.parametrize(
    "rows",
    [
        lambda: "smith2020",
        lambda: "smith2020-001",
        lambda: ["smith2020-001", "smith2020-002", "smith2020"],
        lambda: sf.load("energy"),
        lambda: sf.load("energy")[["claim_id", "value"]],
        lambda: sf.load("energy")["claim_id"],
        lambda: sf.load("energy").iloc[0],
    ],
)
def test_rows_claims_and_keys_name_works(rows):
    assert list(entries(sf.cite(rows()))) == [RELEASE, "smith2020"]


def test_no_rows_give_the_release_alone():
    assert sf.cite(sf.load("aid")) == sf.cite()


@pytest.mark.parametrize(
    ("given", "told"),
    [("smith", "Did you mean 'smith2020'"), ("ivanov2024-009", "Did you mean 'ivanov2024-00")],
)
def test_what_is_no_work_is_told_the_nearest(given, told):
    with pytest.raises(sf.SilkfiguresError, match=told):
        sf.cite(given)


def test_rows_without_a_key_are_refused():
    with pytest.raises(sf.SilkfiguresError, match="'work' or 'claim_id'"):
        sf.cite(sf.load("trade")[["value"]])


def test_an_unknown_format_is_refused():
    with pytest.raises(sf.SilkfiguresError, match=r"'bibtexx'.*bibtex"):
        sf.cite(format="bibtexx")


def test_every_form_cites_the_release_first_and_then_the_works():
    for form, works in {
        "apa": ["Иванов, И. И., & World Bank. (2024).", "Oil. (n.d.)."],
        "gost": ["Иванов И. И. Trade &", "Oil // Proceedings."],
        "gost-7.0.100": ["Иванов, И. И. Trade &", "Oil // Proceedings."],
    }.items():
        release, *lines = sf.cite(sf.load("figures"), form).splitlines()
        assert f"ersion {sf.__version__}" in release and "2026" in release
        assert [line.startswith(start) for line, start in zip(lines, works, strict=True)] == [True, True]


def test_the_language_of_the_list():
    assert "[Электрондық ресурс]" in sf.cite(format="gost", lang="kk")
    with pytest.raises(sf.SilkfiguresError, match=r"'kz'.*Allowed: ru, kk, en"):
        sf.cite(format="gost", lang="kz")
