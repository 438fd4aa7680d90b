import pytest

from benchmarks import growth, speed


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("The two neighbours built a long railway over the high mountains", "en"),
        ("Соседние страны построили длинную дорогу через высокие горы и степи", "ru"),
        ("Көрші елдер биік таулар мен кең дала арқылы ұзақ теміржол салды, өңір өсті", "kk"),
        ("A railway, железная дорога между двумя соседними странами и горами", None),
        ("Short line, 2019", None),
    ],
)
def test_a_line_of_prose_has_one_language(line, lang):
    assert speed.language_of(line) == lang


def test_prose_of_one_language_is_repeated_to_its_length(tmp_path):
    english = "The two neighbours built a long railway over the high mountains"
    (tmp_path / "a.txt").write_text(f"{english}\nКороткая строка\n", encoding="utf-8")
    assert speed.prose(tmp_path, "en", 100) == (english * 2)[:100]
    assert speed.prose(tmp_path, "kk", 100) == ""


@pytest.mark.parametrize(("power", "ratio", "passed"), [(1, 10.0, True), (1.5, 31.62, False)])
def test_growth_compares_the_whole_with_a_tenth_of_it(monkeypatch, power, ratio, passed):
    monkeypatch.setattr(growth, "seconds", lambda read, text: (len(text) / 1e6) ** power)
    record = growth.climb("commas", "," * growth.SIZES[-1], None)
    assert (record.measured, record.passed, record.n) == (ratio, passed, growth.SIZES[-1])


def test_the_climb_stops_when_it_is_hopeless(monkeypatch):
    monkeypatch.setattr(growth, "seconds", lambda read, text: (len(text) / 1e4) ** 2)
    record = growth.climb("commas", "," * growth.SIZES[-1], None)
    assert (record.measured, record.n) == (100.0, growth.SIZES[0])
    assert record.note.endswith("stopped there")
