"""Plain-text tables: the unit of title or header reaches the cells; years of the header are no cells."""

from __future__ import annotations

from decimal import Decimal

from silkfigures.quantities import find_quantities

TABLE = """
Table 3. Loans by town, 2001-2003. ({unit})

Town 2001 2002 2003

Upper 1.5 20.0 3,5
Lower 2.5 30.1 4.0

Middle 3.5 40.2 5.0
"""


def test_the_title_gives_the_unit() -> None:
    found = find_quantities(TABLE.format(unit="Mln. USD"))
    assert {quantity.unit for quantity in found} == {"USD"}
    millions = ["1.5", "20", "3.5", "2.5", "30.1", "4", "3.5", "40.2", "5"]
    assert [quantity.value for quantity in found] == [Decimal(cell) * 10**6 for cell in millions]


def test_another_unit_in_another_language() -> None:
    text = "Таблица 2. Перевозки (тыс. тонн)\nГород 2019 2020\nВерхний 15 20\nНижний 25 30\n"
    found = find_quantities(text)
    assert [(quantity.value, quantity.unit) for quantity in found] == [
        (Decimal(15000), "t"), (Decimal(20000), "t"), (Decimal(25000), "t"), (Decimal(30000), "t"),
    ]  # fmt: skip


def test_a_column_of_years_is_no_column_of_cells() -> None:
    text = "Output, mln tons\nYear North South\n2019 15.5 20.5\n2020 16.5 21.5\n"
    assert [quantity.value for quantity in find_quantities(text)] == [
        Decimal(15500000), Decimal(20500000), Decimal(16500000), Decimal(21500000),
    ]  # fmt: skip


def test_a_cell_keeps_its_own_unit() -> None:
    text = "Exports (mln USD)\nUpper 15 20%\nLower 25 30%\n"
    assert [quantity.unit for quantity in find_quantities(text)] == ["USD", "percent", "USD", "percent"]


def test_no_unit_no_invention() -> None:
    found = find_quantities("Scores\nUpper 15 20\nLower 25 30\n")
    assert {quantity.unit for quantity in found} == {""}
