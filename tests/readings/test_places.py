"""The lock file of places: written with the texts, verified against them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.readings import (
    Errors,
    ReadingErrors,
    load_documents,
    load_readings,
    load_text,
    locate,
    read_places,
    texts_folder,
    verify,
    write_places,
)

EN, RU = "raw/readings/teapass.yaml", "raw/readings/pereval.yaml"
Edit = Callable[[str, str, str], int]
Slips = Callable[[], list[str]]


def test_every_printed_figure_stands_at_its_place(placed: Path) -> None:
    expected = {
        "teapass-001": ("4.1 bln USD", 3),
        "teapass-006": ("second", 6),
        "teapass-008": ("5", 7),
        "teapass-011": ("21", 11),
        "teapass-012": ("12 mil-\nlion tonnes", 12),
        "pereval-001": ("5,9 млрд долла-\nров", 3),
        "pereval-002": ("4-6 %", 4),
        "teapass-1015": ("5", 14),
    }
    places = {place.claim_id: place for place in verify(placed, placed / "texts")}
    for claim_id, (printed, line) in expected.items():
        place = places[claim_id]
        text = (placed / "texts" / place.document).read_text(encoding="utf-8")
        assert (text[place.start : place.end], place.line) == (printed, line)


def test_the_file_is_sorted_and_comes_back(placed: Path) -> None:
    found = locate(placed, placed / "texts")
    assert [place.claim_id for place in found][-2:] == ["teapass-014", "teapass-1015"]
    errors = Errors()
    assert list(read_places(placed, errors).values()) == found
    assert len(errors) == 0


def test_the_file_is_the_same_again(example: Path) -> None:
    before = (example / "raw/places.csv").read_bytes()
    write_places(example, example / "texts")
    assert (example / "raw/places.csv").read_bytes() == before
    assert list((example / "raw").glob(".*")) == []


def test_a_quote_that_is_not_in_the_text(edit: Edit, slips: Slips) -> None:
    line = edit(
        EN, "quote: was the second largest buyer of tea", "quote: was the second biggest buyer of tea"
    )
    assert slips() == [
        f'{EN}:{line - 1}: the quote is not in the text: "was the second biggest buyer of tea" '
        '(mend: copy it from the text; nearest, in line 6: "was the second largest buyer of tea")'
    ]


def test_a_quote_that_is_there_twice_without_a_line(edit: Edit, slips: Slips) -> None:
    line = edit(EN, "  - line: 14\n    quote: there are 5 tea houses", "  - quote: 5 tea houses")
    assert slips() == [
        f'{EN}:{line}: the quote stands 2 times in the text, in lines 7 and 14: "5 tea houses" '
        "(mend: add `line: …`)"
    ]


def test_a_quote_at_another_line(edit: Edit, slips: Slips) -> None:
    line = edit(EN, "  - line: 5\n", "  - line: 6\n")
    assert slips() == [
        f"{EN}:{line}: the quote does not begin in line 6 but in line 5: "
        '"Turnover fell by more than 5 percent" (mend: write `line: 5`)'
    ]


def test_a_take_without_number_and_one_with_two(edit: Edit, slips: Slips) -> None:
    first = edit(RU, "take: второе", "take: место")
    second = edit(RU, "take: 4-6 %", "take: 4-6 %, а импорт чая вырос в 2,4 раза")
    found = slips()
    assert found[0].startswith(
        f'{RU}:{second}: `take` "4-6 %, а импорт чая вырос в 2,4 раза" holds 2 numbers: "4-6 %", '
    )
    assert found[1] == (
        f'{RU}:{first}: `take` "место" holds no number; the quote holds "12 заседаний" '
        "(mend: take one of them)"
    )


def test_a_quote_left_out_must_stand_there_too(edit: Edit, slips: Slips) -> None:
    line = edit(EN, "{ line: 7, quote: 15 wells", "{ line: 7, quote: 16 wells")
    assert slips() == [
        f'{EN}:{line}: the quote is not in the text: "16 wells" '
        '(mend: copy it from the text; nearest, in line 7: "15 wells")'
    ]


def test_a_quoted_unit_must_stand_there_too(edit: Edit, slips: Slips) -> None:
    line = edit(
        EN,
        "quote: Kyrgyzstan 21 284.7\n    indicator: aid.assistance\n    recipient: KGZ\n    donor: TEAFUND\n"
        "    unit: { line: 8, quote: (Mln. USD) }",
        "quote: Kyrgyzstan 21 284.7\n    indicator: aid.assistance\n    recipient: KGZ\n    donor: TEAFUND\n"
        "    unit: { line: 8, quote: (Mln. KZT) }",
    )
    (message,) = slips()
    assert message.startswith(
        f'{EN}:{line + 4}: the quote is not in the text: "(Mln. KZT)" (mend: copy it from '
    )


def test_a_text_whose_hash_differs(example: Path, slips: Slips) -> None:
    path = example / "texts/pass_ru.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("12", "13"), encoding="utf-8")
    (message,) = slips()
    assert message.startswith("raw/documents.yaml:6: the text pass_ru.txt has another SHA-256: ")
    assert message.endswith(
        "(mend: restore the text that was read, or read it anew and write its SHA-256 here)"
    )


def test_a_text_that_is_missing(example: Path, slips: Slips) -> None:
    (example / "texts/pass_ru.txt").unlink()
    assert slips() == [
        "raw/documents.yaml:6: the text pass_ru.txt is not in the folder of texts "
        "(mend: put it there, or name another folder)"
    ]


def test_sizes_of_a_text(edit: Edit, slips: Slips) -> None:
    edit("raw/documents.yaml", "lines: 15", "lines: 14")
    assert slips() == [
        "raw/documents.yaml:1: pass_en.txt: `lines` is 14, the text has 15 (mend: write `lines: 15`)"
    ]


def test_nothing_changes_when_something_is_wrong(example: Path, edit: Edit) -> None:
    edit(EN, "quote: was the second largest", "quote: was the third largest")
    before = (example / "raw/places.csv").read_bytes()
    with pytest.raises(ReadingErrors):
        write_places(example, example / "texts")
    assert (example / "raw/places.csv").read_bytes() == before


def test_verify_finds_moved_lost_and_unknown_places(example: Path, edit: Edit) -> None:
    edit("raw/places.csv", "pereval-003,pass_ru.txt,4,167,175", "pereval-003,pass_ru.txt,4,168,175")
    edit("raw/places.csv", "pereval-005", "pereval-995")
    with pytest.raises(ReadingErrors) as caught:
        verify(example, example / "texts")
    assert [error.message for error in caught.value.errors] == [
        "pereval-003 stands at 167-175 (quote in line 4) of pass_ru.txt f19a6bd0…, "
        "the file says 168-175 (quote in line 4) of pass_ru.txt f19a6bd0…",
        "the claim pereval-005 has no place",
        "the claim pereval-995 is in no reading",
    ]
    assert {error.mend for error in caught.value.errors} == {"run `silkfigures locate --texts DIR`"}


def test_a_lock_file_that_is_cut_off(example: Path) -> None:
    path = example / "raw/places.csv"
    path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    errors = Errors()
    read_places(example, errors)
    assert [str(error) for error in errors] == [
        "raw/places.csv:22: the file ends in the middle of a line "
        "(mend: restore the rest, or end it with a line feed)"
    ]


def test_the_folder_of_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SILKFIGURES_TEXTS", raising=False)
    with pytest.raises(FileNotFoundError, match="Give --texts DIR or set SILKFIGURES_TEXTS"):
        texts_folder()
    monkeypatch.setenv("SILKFIGURES_TEXTS", str(tmp_path))
    assert texts_folder() == tmp_path
    with pytest.raises(FileNotFoundError, match=r"--texts names `.*nowhere`, which is no folder"):
        texts_folder(tmp_path / "nowhere")


@pytest.mark.slow
def test_every_real_quote_stands_where_the_lock_file_says(root: Path, texts: Path) -> None:
    if not (root / "raw/places.csv").exists():
        pytest.skip("raw/places.csv is not written yet")
    places = verify(root, texts)
    claims = {r.claim_id(claim.id) for r in load_readings(root / "raw/readings") for _, claim in r.claims}
    assert {place.claim_id for place in places} == claims
    documents = load_documents(root, Errors())
    sources = {name: load_text(texts, document).text for name, document in documents.items()}
    printed = [sources[place.document][place.start : place.end] for place in places]
    assert [text for text in printed if not text or text.strip() != text] == []


def test_real_quotes_are_short(root: Path) -> None:
    readings = load_readings(root / "raw/readings")
    quotes = [figure.quote for reading in readings for figure in reading.figures]
    quotes += [item.quote for reading in readings for item in reading.left_out]
    quotes += [claim.unit.quote for reading in readings for _, claim in reading.claims if claim.unit]
    assert quotes
    assert [quote for quote in quotes if len(re.findall(r"\w+", quote)) > 14 or len(quote) > 120] == []


def test_one_text_is_located_without_the_others(example: Path, edit: Edit) -> None:
    before = (example / "raw/places.csv").read_text(encoding="utf-8")
    own = [line for line in before.splitlines() if "pass_ru.txt" in line]
    others = [line for line in before.splitlines() if "pass_ru.txt" not in line]
    (example / "raw/places.csv").write_text("\n".join(others) + "\n", encoding="utf-8")
    (example / "texts/pass_en.txt").unlink()
    found = write_places(example, example / "texts", "pass_ru.txt")
    assert len(found) == len(own) > 1
    assert (example / "raw/places.csv").read_text(encoding="utf-8") == before
    assert verify(example, example / "texts", "pass_ru.txt") == found


def test_a_text_that_is_not_recorded_is_refused(example: Path) -> None:
    with pytest.raises(ReadingErrors, match=r"no such document: pass_rue\.txt .*did you mean `pass_ru\.txt`"):
        locate(example, example / "texts", document="pass_rue.txt")
