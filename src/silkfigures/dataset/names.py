"""Names of authors as styles of citation write them: initials, and family names that come first."""

from __future__ import annotations

import re
from typing import NamedTuple

from silkfigures.dataset.works import authors

# Frequent Chinese family names in Russian letters. A Chinese name printed in full keeps its order.
_CHINESE = """
    Бай Ван Вань Вэй Вэнь Гао Го Гу Гун Дай Ден Дин Ду Дуань Дун Дэн Е Жэнь Инь Кан Кун Лай Ли Линь Ло
    Лу Лун Лэй Лю Люй Лян Ляо Ма Мао Мэн Пань Пэн Се Су Сун Сунь Сюй Сюн Сюэ Ся Сяо Тан Тань Тао Тянь У
    Фан Фань Фу Фэн Хань Хао Хоу Ху Хуан Хэ Цай Цао Цзен Цзи Цзин Цзинь Цзоу Цзэн Цзя Цзян Цинь Цуй Цю
    Цянь Чан Чжан Чжао Чжоу Чжу Чжун Чжэн Чэн Чэнь Шао Ши Шэнь Юань Юй Ян Янь Яо
"""
FAMILY_FIRST = frozenset(_CHINESE.split())


class Author(NamedTuple):
    """One author: the family name, or the whole name of a body, and the initials of the given names."""

    family: str
    initials: str
    given: str

    @property
    def in_order(self) -> str:
        """The whole name of a Chinese author in Russian letters, whose family name comes first; else "".

        >>> Author("Дун", "Б.", "Бинчэнь").in_order, Author("Дун", "Б.", "Б.").in_order
        ('Дун Бинчэнь', '')
        """
        whole = self.family in FAMILY_FIRST and re.fullmatch(r"[А-ЯЁ][а-яё-]+", self.given)
        return f"{self.family} {self.given}" if whole else ""


def people(text: str) -> list[Author]:
    """The authors in a cell of the table `works`; none where the print names none.

    Examples
    --------
    >>> people("Айдарбаев, С.Ж.; World Bank")[0]
    Author(family='Айдарбаев', initials='С. Ж.', given='С.Ж.')
    """
    return [Author(family, initials(given), given) for family, given in authors(text)]


def initials(given: str) -> str:
    """Initials of given names; what is printed as an initial stays as it is printed.

    Examples
    --------
    >>> initials("Pierre"), initials("С.Ж."), initials("M. Sh."), initials("Jean-Luc A."), initials("")
    ('P.', 'С. Ж.', 'M. Sh.', 'J.-L. A.', '')
    """
    names, comma, suffix = given.partition(",")
    found = " ".join(_initial(name) for name in re.findall(r"[^\s.]+\.?", names))
    return found + comma + suffix


def _initial(name: str) -> str:
    if name.endswith("."):
        return name
    return "-".join(part[0] + "." for part in name.split("-") if part)
