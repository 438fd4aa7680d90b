"""Quotes are found where they stand, however the text is broken, and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkfigures.readings.errors import Slip
from silkfigures.readings.locate import Text
from silkfigures.readings.plainform import PlainForm, is_whole, plain

STORY = (
    "Караваны везли чай через перевал. Товарооборот составил 5,9 млрд долларов в год, while the tea-house "
    "trade grew by 12-13 percent and reached 1 250 tonnes. Көпір екі өзенді байланыстырады."
)
WORDS = STORY.split(" ")


@st.composite
def broken_texts(draw: st.DrawFn) -> tuple[str, str]:
    """The story with soft hyphens and line breaks put in, and some of its words as a quote."""
    broken = []
    for place, letter in enumerate(STORY):
        broken.append(letter)
        inside = STORY[place : place + 2].isalpha() and len(STORY[place : place + 2]) == 2
        if letter == " ":
            broken[-1] = draw(st.sampled_from([" ", "\n", " \n", "\u00a0", "\n\n  "]))
        elif inside:
            broken.append(
                draw(st.sampled_from(["", "", "", "\u00ad", "\u00ad\n", "-\n", "- \n ", "\u00ad-\n"]))
            )
    first = draw(st.integers(0, len(WORDS) - 1))
    last = draw(st.integers(first + 1, min(first + 14, len(WORDS))))
    return "".join(broken), " ".join(WORDS[first:last])


@given(broken_texts())
def test_a_quote_is_found_in_a_broken_text(case: tuple[str, str]) -> None:
    broken, quote = case
    text = Text(broken)
    spans = text.find_all(quote)
    expected = len([m for m in re.finditer(f"(?<!\\S){re.escape(quote)}(?!\\S)", STORY)])
    assert len(spans) == expected == 1
    span = spans[0]
    assert plain(broken[span.start : span.end]) == plain(quote)
    assert not broken[span.start].isspace() and not broken[span.end - 1].isspace()
    assert span.line == broken.count("\n", 0, span.start) + 1


@given(broken_texts(), st.data())
def test_a_word_of_the_quote_is_found_inside(case: tuple[str, str], data: st.DataObject) -> None:
    broken, quote = case
    text = Text(broken)
    words = [m.span() for m in re.finditer(r"\S+", quote)]
    start, end = data.draw(st.sampled_from(words))
    found = text.inside(text.find(quote), quote, start, end)
    assert plain(broken[found.start : found.end]) == plain(quote[start:end])


@given(st.text(alphabet="аб1 -\u00ad\n,.", max_size=40))
def test_offsets_lead_back(text: str) -> None:
    form = PlainForm(text)
    for at, letter in enumerate(form.form):
        origin = form.to_text(at)
        assert text[origin] == letter or (letter == " " and text[origin].isspace())
        assert form.from_text(origin) == at


def test_digits_are_never_joined_or_parted() -> None:
    assert Text("in all 5 9 tonnes").find_all("59 tonnes") == []
    assert Text("in all 59 tonnes").find_all("5 9 tonnes") == []
    assert Text("in all 5,9 tonnes").find_all("5 9 tonnes") == []
    assert Text("in all 5-9 tonnes").find_all("59 tonnes") == []


def test_a_range_broken_over_a_line_end() -> None:
    span = Text("in 12-\n13 days").find("12-13 days")
    assert (span.start, span.end) == (3, 14)


@pytest.mark.parametrize(
    ("text", "start", "end", "whole"),
    [
        ("5,9 млрд", 0, 3, True),
        ("5,9 млрд", 2, 8, False),
        ("5,9 млрд", 0, 1, False),
        ("a 25 b", 3, 6, False),
        ("houses", 0, 5, False),
        ("5, 9", 0, 1, True),
        ("ends 5.", 5, 6, True),
        ("tea-house", 4, 9, True),
        ("5%-ға", 0, 2, True),
        ("tea-\nhouse", 5, 10, False),
        ("tea\u00ad\nhouse", 0, 3, False),
        ("in 12-\n13 days", 7, 14, True),
    ],
)
def test_is_whole(text: str, start: int, end: int, whole: bool) -> None:
    assert is_whole(text, start, end) is whole


TWICE = (
    "one\nthere are 5 inns\nhere there are 5 inns\nand there are 6 inns, there are 6 inns\n15 wells of tea"
)


def slip(quote: str, line: int | None = None, text: str = TWICE) -> str:
    with pytest.raises(Slip) as caught:
        Text(text).find(quote, line)
    return f"{caught.value.message} | {caught.value.mend}"


def test_twice_and_no_line() -> None:
    expected = 'the quote stands 2 times in the text, in lines 2 and 3: "there are 5 inns" | add `line: …`'
    assert slip("there are 5 inns") == expected


def test_twice_and_the_line_tells() -> None:
    assert Text(TWICE).find("there are 5 inns", 3).start == TWICE.index("here there") + 5


def test_twice_in_the_line() -> None:
    assert slip("there are 6 inns", 4) == (
        'the quote stands more than once in line 4: "there are 6 inns" | quote more words'
    )


def test_another_line() -> None:
    assert slip("here there are", 2) == (
        'the quote does not begin in line 2 but in line 3: "here there are" | write `line: 3`'
    )
    assert slip("there are 5 inns", 7).endswith('in lines 2 and 3: "there are 5 inns" | mend `line`')


def test_not_there_names_the_nearest_passage() -> None:
    assert slip("here there were 5 inns") == (
        'the quote is not in the text: "here there were 5 inns" | '
        'copy it from the text; nearest, in line 3: "here there are 5 inns"'
    )


def test_nothing_near() -> None:
    assert slip("camels carry silk").endswith("| copy it from the text")


def test_a_quote_that_cuts_a_number() -> None:
    assert slip("5 wells").endswith("| in line 5 it cuts a word or a number in two: quote it whole")


def test_lines_end_with_a_line_feed_only() -> None:
    text = Text("a\u2028b\x0cc\rd\ne f\n")
    assert (text.find("e f").line, text.lines) == (2, 2)
    assert Text("a\nb").lines == 2
