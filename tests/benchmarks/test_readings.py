from benchmarks import readings

TEXT = "The road of 12 km fell by 7 percent, 3 projects."
ROWS = [
    "one.txt,12,17,12,km,exact",
    "one.txt,12,17,12,km,exact",
    "one.txt,26,35,-7,percent,exact",
    "one.txt,37,38,3,project,exact",
    "one.txt,0,3,1,rank,exact",
    "one.txt,4,8,3,,exact",
    "one.txt,,,5,t,exact",
]


def folders(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(TEXT, encoding="utf-8")
    rows = "\n".join(["document,start,end,value,unit,qualifier", *ROWS]) + "\n"
    (tmp_path / "figures.csv").write_text(rows, encoding="utf-8")
    return tmp_path


def test_figures_with_a_unit_are_compared_once_each_and_without_sign(tmp_path, scripted):
    folder = folders(tmp_path)
    reader = scripted({"12 km": ("12", "t"), "7 percent": ("7", "percent"), "3 projects": ("3", "")})
    with_unit, things = readings.measure(folder, reader, folder)
    assert (with_unit.name[-2:], with_unit.measured, with_unit.n) == ("en", 50.0, 2)
    assert (things.measured, things.n, things.bar) == (100.0, 1, None)


def test_without_the_table_nothing_is_measured(tmp_path, scripted):
    (record,) = readings.measure(tmp_path, scripted({}), tmp_path)
    assert record.measured is None
    assert "figures.csv" in record.note
