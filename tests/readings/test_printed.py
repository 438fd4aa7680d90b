"""Which printed figure a claim takes, and in which unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from silkfigures.readings import Claim, Printed, Slip, UnitQuote, printed_figure


def take(
    quote: str,
    words: str | None = None,
    nth: int | None = None,
    unit: str = "",
    lang: str = "en",
    **keys: str,
) -> Printed:
    quoted = UnitQuote(1, unit, 1) if unit else None
    return printed_figure(quote, Claim("001", words, nth, quoted, keys, {}, 1), lang)


def slip(*arguments: object, **keys: object) -> str:
    with pytest.raises(Slip) as caught:
        take(*arguments, **keys)
    return f"{caught.value.message} | {caught.value.mend}"


def numbers(figure: Printed) -> tuple[str | None, ...]:
    bounds = (figure.value, figure.lower, figure.upper)
    return tuple(None if bound is None else format(bound.normalize(), "f") for bound in bounds)


def test_the_only_figure_needs_no_take() -> None:
    figure = take("the pass carries 12 million tonnes of tea")
    assert (figure.text, figure.unit, figure.qualifier) == ("12 million tonnes", "t", "exact")
    assert numbers(figure) == ("12000000", "11500000", "12500000")


def test_take_may_lie_in_the_figure_or_hold_it() -> None:
    quote = "оборот составил около 5,9 млрд долларов, рост 5%"
    for words in ("5,9 млрд долларов", "5,9", "около 5,9 млрд долларов"):
        assert take(quote, words, lang="ru").text == "5,9 млрд долларов"
    assert take(quote, "5%", lang="ru").text == "5%"


def test_take_twice_needs_nth() -> None:
    quote = "5 tea houses and 5 inns"
    assert [take(quote, "5", n).start for n in (1, 2)] == [0, 17]
    assert slip(quote, "5") == (
        '`take` "5" holds 2 numbers: "5", "5" | `take` just one; `nth` tells which of two that read alike'
    )
    assert slip(quote, "5", 3) == '`nth` is 3, but "5" stands 2 times in the quote | count again'


def test_nth_counts_whole_numbers_only() -> None:
    assert take("15 wells and 5 inns", "5").start == 13


def test_take_that_is_not_in_the_quote() -> None:
    assert slip("5 inns", "6") == '`take` is not in the quote: "6" in "5 inns" | copy `take` from the quote'


def test_take_that_holds_no_number() -> None:
    assert slip("5 inns of tea", "tea") == (
        '`take` "tea" holds no number; the quote holds "5" | take one of them'
    )


def test_a_quote_without_number() -> None:
    assert slip("tea houses along the way") == (
        'the quote "tea houses along the way" holds no number: the quote has none '
        "| quote the words that print the number"
    )


def test_a_quote_with_two_numbers() -> None:
    message = slip("5 inns cost 3 mln USD")
    assert message == 'the quote "5 inns cost 3 mln USD" holds 2 numbers: "5", "3 mln USD" | `take` just one'


def test_part_of_a_figure() -> None:
    assert slip("tea grew by 4-6 percent", "6 percent").startswith(
        '`take` "6 percent" is only a part of "4-6 percent"'
    )


def test_the_unit_quoted_elsewhere() -> None:
    figure = take("Kazakhstan 12.1 76.0", "76.0", unit="(Mln. USD)")
    assert (figure.text, figure.unit, numbers(figure)) == (
        "76.0",
        "USD",
        ("76000000", "75950000", "76050000"),
    )


def test_a_whole_number_in_a_table_is_rounded() -> None:
    assert numbers(take("Kyrgyzstan 21", unit="(Mln. USD)")) == ("21000000", "20500000", "21500000")
    assert numbers(take("Kyrgyzstan 21", unit="km")) == ("21", "20.5", "21.5")


def test_counted_things_in_a_table_are_exact() -> None:
    assert numbers(take("Kyrgyzstan 21", unit="persons")) == ("21", "21", "21")


def test_cells_side_by_side() -> None:
    figure = take("Kyrgyzstan 21 284.7", "21", unit="(Mln. USD)")
    assert (figure.text, figure.start, figure.end, numbers(figure)[0]) == ("21", 11, 13, "21000000")
    assert take("Kyrgyzstan 21 284.7", "284.7", unit="(Mln. USD)").start == 14


def test_a_rate_quoted_elsewhere() -> None:
    figure = take("10 billion cubic metres of gas", "10 billion cubic metres", unit="cubic metres a year")
    assert (figure.unit, figure.value) == ("m3/year", Decimal(10**10))


def test_a_unit_quote_without_unit() -> None:
    assert slip("Kyrgyzstan 21", unit="(by year)").startswith('the quoted unit holds no unit: "(by year)"')


def test_a_unit_for_a_figure_that_has_one() -> None:
    assert slip("21 km", unit="(Mln. USD)") == (
        '"21 km" has a unit of its own, km | remove `unit`, or take the bare number'
    )


@pytest.mark.parametrize(
    ("quote", "words", "lang", "rank"),
    [
        ("the second largest buyer", None, "en", 2),
        ("ranks 28th of 190", "28th", "en", 28),
        ("занимает второе место", "второе", "ru", 2),
        ("на двадцать восьмом месте", "двадцать восьмом", "ru", 28),
    ],
)
def test_ranks(quote: str, words: str | None, lang: str, rank: int) -> None:
    figure = take(quote, words, lang=lang)
    assert (figure.value, figure.lower, figure.upper, figure.unit) == (rank, rank, rank, "rank")


def test_a_qualifier_of_the_reading() -> None:
    quote = "exports of over 6 bn USD"
    assert numbers(take(quote)) == ("6000000000", "6000000000", None)
    exact = take(quote, qualifier="exact")
    assert (exact.qualifier, numbers(exact)) == ("exact", ("6000000000", "5500000000", "6500000000"))
    about = take(quote, qualifier="about")
    assert numbers(about) == ("6000000000", "5000000000", "7000000000")
    assert numbers(take(quote, qualifier="under")) == ("6000000000", None, "6000000000")
    assert numbers(take("over 80 inns", qualifier="about")) == ("80", "75", "85")


def test_a_range_is_never_said() -> None:
    assert slip("tea grew by 4-6 percent", qualifier="exact").endswith(
        "remove `qualifier`, or take one of its ends"
    )
    assert slip("tea grew by 4 percent", qualifier="range").startswith('"4 percent" is read as exact')


def test_the_language_of_a_quote() -> None:
    russian = "оборот составил 5,9 млрд долларов"
    assert (take(russian, lang="en").value, take(russian, lang="en").unit) == (Decimal(5_900_000_000), "USD")
    assert take("the pass carries 12 million tonnes", lang="ru").unit == "t"
    assert take("перевозки 12 млн т", lang="kk", **{"indicator": "x.y"}).value == Decimal(12_000_000)
    claim = Claim("001", None, None, None, {"lang": "ru"}, {}, 1)
    assert printed_figure("выросли до 14 млн тонн в год", claim, "kk").unit == "t/year"


def test_a_language_without_lexicon() -> None:
    claim = Claim("001", None, None, None, {"lang": "ur"}, {}, 1)
    with pytest.raises(Slip, match="`lang`: no lexicon for `ur`"):
        printed_figure("5 inns", claim, "en")
    assert take("5 inns", lang="ur").value == 5


def test_a_rate_may_be_quoted_away_from_its_unit() -> None:
    """ "Every year 3 mln tonnes of salt and 2 mln m3 of tea pass": the rate belongs to both."""
    figure = take("3 mln tonnes of salt and 2 mln m3 of tea", "2 mln m3", unit="every year")
    assert (figure.unit, figure.value) == ("m3/year", Decimal(2_000_000))
