import pytest

import silkfigures as sf
from silkfigures.schemas import LANGUAGES, tables


def test_headings_rename_the_columns():
    frame = sf.load("trade", labels="kk").rename(columns=sf.headings("trade", "kk"))
    assert list(frame.columns[:4]) == ["Тұжырым", "Есеп беруші тарап", "Серіктес", "Көрсеткіш"]
    assert frame["Есеп беруші тарап"].iloc[0] == "Қазақстан"


@pytest.mark.parametrize("table", tables())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_has_a_heading_of_its_own(table, lang):
    found = sf.headings(table, lang)
    assert list(found) == tables()[table].names
    assert all(found.values())
    assert len(set(found.values())) == len(found)


def test_english_is_the_default():
    assert sf.headings("trade")["reporter"] == "Reporter"


@pytest.mark.parametrize(
    ("given", "told"),
    [(("trades", "ru"), "Did you mean 'trade'"), (("trade", "russian"), "Allowed: en, ru, kk")],
)
def test_what_does_not_exist_is_refused(given, told):
    with pytest.raises(sf.SilkfiguresError, match=told):
        sf.headings(*given)
