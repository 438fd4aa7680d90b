import pytest

from silkfigures.dataset.names import initials, people


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Pierre", "P."),
        ("Pierre Marie", "P. M."),
        ("Jean-Luc", "J.-L."),
        ("С.Ж.", "С. Ж."),
        ("С. Ж.", "С. Ж."),
        ("M. Sh.", "M. Sh."),  # an initial of two letters stays whole
        ("Дж.Р.", "Дж. Р."),
        ("Әлия Нұрланқызы", "Ә. Н."),
        ("J., Jr.", "J., Jr."),
        ("", ""),
    ],
)
def test_initials(given, expected):
    assert initials(given) == expected


def test_authors_and_bodies():
    assert [(one.family, one.initials) for one in people("Dong, B.; World Bank")] == [
        ("Dong", "B."),
        ("World Bank", ""),
    ]
    assert people("not printed") == []


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Дун, Бинчэнь", "Дун Бинчэнь"),
        ("Ли, Вэй", "Ли Вэй"),
        ("Ли, В.", ""),  # initials: nobody can tell
        ("Ли, Иван Иванович", ""),
        ("Дунаев, Иван", ""),
        ("Dong, Bingchen", ""),  # in Latin letters the order is the Western one
    ],
)
def test_a_chinese_name_in_russian_letters_keeps_its_order(name, whole):
    assert people(name)[0].in_order == whole
