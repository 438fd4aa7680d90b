"""Labels in English, Russian and Kazakh: none is missing, none stands in the wrong language or alphabet."""

import csv
import re
from pathlib import Path

import pytest

from silkfigures.quantities import UNITS
from silkfigures.schemas import LANGUAGES, tables
from silkfigures.schemas.declaration import fields

CODELISTS = Path(__file__).parents[2] / "raw" / "codelists"
KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
PLAIN = str.maketrans("әғқңөұүһі", "агкноуухи")

# What Russian and Kazakh write alike.
ALIKE = {
    "fields and tables": "DOI SHA-256 Акционер Донор Инвестор Код Стандарт Том Факт Энергетика",
    "countries": "Армения Африка БРИКС Беларусь Вьетнам Германия Гонконг Грузия Иран Италия Оман Цзянсу",
    "codes": "DOI арифметика валюта грант импорт колонтитул экспорт энергетика",
    "units": "баррель вагон ватт километр килограмм контейнер мегаватт метр рейс тонна",
    "companies": "Agip BP Chevron Eni Equinor ExxonMobil INPEX Itochu MOL Mobil Oryx TotalEnergies ЛУКАРКО",
}
NAMES = {"British Gas", "ONGC Videsh", "Global Gateway", "Роснефть – Шелл"}
SAME = {word for words in ALIKE.values() for word in words.split()} | NAMES
# A name that is its code.
CODES = {"BP", "INPEX", "MOL"}


def _listed():
    for path in sorted(CODELISTS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code = row.get("code") or next(iter(row.values()))
                yield f"{path.stem}:{code}", {lang: row[f"label_{lang}"] for lang in LANGUAGES}


LABELS = {
    **{f"field:{name}": field.label for name, field in fields().items()},
    **{f"table:{name}": table.title for name, table in tables().items()},
    **{f"unit:{code}": {lang: getattr(unit, lang) for lang in LANGUAGES} for code, unit in UNITS.items()},
    **dict(_listed()),
}


def _words(text):
    return re.findall(r"[^\W\d_]+", text)


def faults(name, label):
    """What is wrong with a label, in a few words each."""
    code = name.partition(":")[2]
    missing = [lang for lang in LANGUAGES if not label.get(lang, "").strip()]
    if missing:
        return [f"no label in {' and '.join(missing)}"]
    found = [f"untidy spaces in {lang}" for lang in LANGUAGES if " ".join(label[lang].split()) != label[lang]]
    if re.search("[Ѐ-ӿ]", label["en"]):
        found.append("Cyrillic letters in English")
    if re.search(f"[{KAZAKH}]", label["ru"]):
        found.append("Kazakh letters in Russian")
    for lang, letters in (("ru", "а-яё"), ("kk", f"а-яё{KAZAKH}")):
        if any(not re.fullmatch(f"[{letters}]+|[a-z]+", word, re.I) for word in _words(label[lang])):
            found.append(f"letters of another alphabet in {lang}")
        if label[lang] == code and code not in CODES:
            found.append(f"{lang} is the code")
    if label["ru"] == label["kk"] and label["kk"] not in SAME:
        found.append("the same in Russian and Kazakh")
    if label["en"] == label["ru"] and label["en"] not in SAME:
        found.append("the same in English and Russian")
    if any(re.search("^[^А-Я].*(ый|ая|ое|ые|ость|ение|ание)$", word) for word in _words(label["kk"])):
        found.append("a Russian ending in Kazakh")
    return found


@pytest.mark.parametrize("name", LABELS)
def test_a_label_stands_in_its_language(name):
    assert faults(name, LABELS[name]) == []


def test_every_kind_of_thing_is_looked_at():
    kinds = {name.partition(":")[0] for name in LABELS}
    lists = {"assets", "codes", "flags", "indicators", "organisations", "places"}
    assert kinds == {"field", "table", "unit"} | lists
    assert {label["kk"] for label in LABELS.values()} >= SAME  # nothing stands on the list for nothing


def test_no_kazakh_word_lacks_its_letters():
    """Of two words that differ only in the letters that Russian lacks, one is misspelt."""
    words = {word for label in LABELS.values() for word in _words(label["kk"].lower())}
    plain = {word: word.translate(PLAIN) for word in words}
    assert {word: bare for word, bare in plain.items() if bare != word and bare in words} == {}


@pytest.mark.parametrize(
    ("label", "fault"),
    [
        ({"en": "road", "ru": "", "kk": "жол"}, "no label in ru"),
        ({"en": "road", "ru": "дорога"}, "no label in kk"),
        ({"en": "road", "ru": "дорога", "kk": "дорога"}, "the same in Russian and Kazakh"),
        ({"en": "road", "ru": "road", "kk": "жол"}, "the same in English and Russian"),
        ({"en": "road", "ru": "дорога", "kk": "roads"}, "kk is the code"),
        ({"en": "road", "ru": "дoрога", "kk": "жол"}, "letters of another alphabet in ru"),  # a Latin o
        ({"en": "road", "ru": "жолдың", "kk": "жол"}, "Kazakh letters in Russian"),
        ({"en": "road", "ru": "дорога", "kk": "темiржол"}, "letters of another alphabet in kk"),  # a Latin i
        ({"en": "road", "ru": "дорога", "kk": "жӛл"}, "letters of another alphabet in kk"),
        ({"en": "rоad", "ru": "дорога", "kk": "жол"}, "Cyrillic letters in English"),
        ({"en": "road", "ru": "дорога ", "kk": "жол"}, "untidy spaces in ru"),
        ({"en": "road", "ru": "дорога", "kk": "дорожный"}, "a Russian ending in Kazakh"),
    ],
)
def test_a_fault_is_seen(label, fault):
    assert fault in faults("codes:roads", label)
