"""A language is a file: a made-up one is registered and read; a faulty one says what is wrong with it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from silkfigures.quantities import find_quantities, parse_unit
from silkfigures.quantities import lexicon as registry

MADE_UP = """
[language]
code = "xx"
name = "Test speech"
script = "runic"

[digits]
decimal = ","

[endings]
case = ["ra", "lo"]
default = ["", "{case}", "s{case}"]

[numbers]
ban = 1
dul = 2
tok = 3
desh = 10

[hundreds]
"senta~" = 100

[multipliers]
"milto~" = 1000

[number_words]
never_alone = ["ban"]

[[units]]
code = "t"
words = ["gund~"]

[[units]]
code = "USD"
words = ["dolar~", "green dolar~"]

[rates]
after = { "oz yar" = "year" }
slash = { "yar" = "year" }

[before]
about = ["lig"]

[after]
over = ["plu"]

[ranges]
pairs = [["fra", "til"]]

[dates]
year_after = ["yar"]
"""


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(registry, "_paths", dict(registry._paths))
    path = tmp_path / "xx.toml"
    path.write_text(MADE_UP, encoding="utf-8")
    yield registry.register(path)
    registry.lexicon.cache_clear()


def read(text: str, lang: str) -> list[tuple[Decimal, str, str]]:
    return [(quantity.value, quantity.unit, quantity.qualifier) for quantity in find_quantities(text, lang)]


def test_a_new_language_is_a_new_file(made_up: str) -> None:
    assert made_up == "xx" and "xx" in registry.languages()
    assert read("dul senta desh tok milto gundra oz yar", "xx") == [(Decimal(213000), "t/year", "exact")]
    assert read("lig 2,5 milto green dolar", "xx") == [(Decimal(2500), "USD", "about")]
    assert read("fra 4 til 6 milto gundslo", "xx") == [(Decimal(5000), "t", "range")]
    assert read("7 dolar plu", "xx") == [(Decimal(7), "USD", "over")]
    assert read("2019 yar, ban, $5", "xx") == [(Decimal(5), "USD", "exact")]
    assert parse_unit("milto gund/yar", "xx") == (Decimal(1000), "t/year")


def test_the_other_languages_stay_as_they_are(made_up: str) -> None:
    assert read("5 mln tons", "en") == [(Decimal(5000000), "t", "exact")]
    assert find_quantities("5 mln tons")[0].lang == "en"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[language]", "[tongue]"), r"xx\.toml: table \[language\] is missing"),
        (("gund~", "gund~plural"), r"'gund~plural' asks for endings 'plural'; declared: case, default"),
        (('code = "t"', 'code = "stone"'), r"unit 'stone' is not declared in units\.toml"),
        (("[digits]", "[digits"), "not valid TOML"),
    ],
)
def test_a_faulty_file_says_what_is_wrong(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(MADE_UP.replace(*change), encoding="utf-8")
    with pytest.raises(registry.LexiconError, match=message):
        registry.register(path)


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(registry.LexiconError, match=r"no lexicon for language 'fr'; there are: en, kk, ru"):
        find_quantities("5 km", "fr")
