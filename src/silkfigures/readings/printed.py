"""The printed figure of a claim: the number and unit that the quantity reader finds in the quoted words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from silkfigures import quantities
from silkfigures.quantities import Quantity
from silkfigures.quantities.amounts import parse_amount
from silkfigures.quantities.intervals import interval
from silkfigures.quantities.lexicon import languages, lexicon
from silkfigures.quantities.ordinals import parse_ordinal
from silkfigures.readings.errors import Slip, nearest
from silkfigures.readings.plainform import is_whole
from silkfigures.readings.records import Claim

RANK = "rank"
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as the quote prints it: its place in the quote, and what the quantity reader makes of it.

    `unit` is `rank` for an ordinal and empty for a bare number. `value`, `lower` and `upper` are exact.
    """

    start: int
    end: int
    text: str
    value: Decimal
    lower: Decimal | None
    upper: Decimal | None
    unit: str
    qualifier: str

    @classmethod
    def of(cls, quantity: Quantity) -> Printed:
        """What the quantity reader found, which must have a value."""
        return cls(*(getattr(quantity, name) for name in cls.__dataclass_fields__))

    def bounds(self, measure: str) -> tuple[Decimal | None, Decimal | None]:
        """The bounds of the figure as a measure: "met six times" is six, "six times as much" may be 5.9.

        >>> six = Printed(0, 9, "six times", *map(Decimal, ("6", "5.5", "6.5")), "times", "exact")
        >>> six.bounds("count"), six.bounds("ratio")
        ((Decimal('6'), Decimal('6')), (Decimal('5.5'), Decimal('6.5')))
        """
        lower, upper = self.lower, self.upper
        if measure == "count" and self.unit == "times" and None not in (lower, upper) and upper - lower == 1:
            return self.value, self.value
        if measure == "ratio" and not self.unit and lower == upper and not self.value % 1:
            return self.value - _HALF, self.value + _HALF  # "ten Tengizes" is a multiple without its word
        return lower, upper


def printed_figure(quote: str, claim: Claim, lang: str | None) -> Printed:
    """The one figure that a claim takes from its quote, with the unit quoted elsewhere if there is one.

    `lang` is the language of the work; the claim may say that its quote is in another (`lang: ru`).
    Raises Slip when the quote holds none or several, or when the unit quoted holds no unit.
    """
    spans = named_spans(quote, claim.take, claim.nth)
    lang = language_of(quote, claim.keys.get("lang"), lang)
    found = [Printed.of(q) for q in quantities.find_quantities(quote, lang) if q.value is not None]
    chosen = [figure for figure in found if any(_meet(figure, span) for span in spans)]
    chosen = _cells(quote, spans, chosen, lang) if claim.unit else chosen or said_alone(quote, spans, lang)
    if len(chosen) != 1:
        raise _not_one(quote, claim, chosen, found)
    figure = chosen[0]
    if not any(_holds_digits(figure, span) for span in spans):
        message = f'`take` "{claim.take}" is only a part of "{figure.text}"'
        raise Slip(message, "take all of it; or, for a cell of a table, say where its unit is printed")
    if claim.keys.get("qualifier", figure.qualifier) != figure.qualifier:
        figure = requalified(figure, claim.keys["qualifier"], lang)
    return _with_unit(figure, claim, lang) if claim.unit else figure


def language_of(quote: str, said: str | None, of_work: str | None) -> str | None:
    """The language in which to read a quote: the one said, or that of the work where the letters agree.

    None leaves it to the letters of the quote. Raises Slip when the language said has no lexicon.

    >>> language_of("5,9 млрд долларов", None, "en") is None
    True
    >>> language_of("Kazakhstan 12.1 76.0", None, "en")
    'en'
    """
    if said is not None and said not in languages():
        raise Slip(f"`lang`: no lexicon for `{said}`", nearest(said, languages()))
    if said is not None or of_work not in languages():
        return said
    letters = {
        "cyrillic" if "\u0400" <= letter <= "\u04ff" else "latin" for letter in quote if letter.isalpha()
    }
    return of_work if not letters or lexicon(of_work).script in letters else None


def named_spans(quote: str, take: str | None, nth: int | None) -> list[tuple[int, int]]:
    """Where `take` stands in the quote, as words of its own: everywhere, or its nth occurrence alone.

    >>> named_spans("5 ports, 15 roads and 5 bridges", "5", 2)
    [(22, 23)]
    """
    if take is None:
        return [(0, len(quote))]
    spans = [m.span() for m in re.finditer(f"(?={re.escape(take)})", quote)]
    spans = [(start, start + len(take)) for start, _ in spans if is_whole(quote, start, start + len(take))]
    if not spans:
        raise Slip(f'`take` is not in the quote: "{take}" in "{quote}"', "copy `take` from the quote")
    if nth is None:
        return spans
    if nth > len(spans):
        raise Slip(f'`nth` is {nth}, but "{take}" stands {len(spans)} times in the quote', "count again")
    return spans[nth - 1 : nth]


def _meet(figure: Printed, span: tuple[int, int]) -> bool:
    """Whether a figure lies in a span or the span in it."""
    start, end = span
    return (start <= figure.start and figure.end <= end) or (figure.start <= start and end <= figure.end)


def _holds_digits(figure: Printed, span: tuple[int, int]) -> bool:
    """Whether no digit of a figure lies outside the span that names it."""
    outside = figure.text[: max(span[0] - figure.start, 0)] + figure.text[max(span[1] - figure.start, 0) :]
    return not any(letter.isdigit() for letter in outside)


def _cells(
    quote: str, spans: list[tuple[int, int]], chosen: list[Printed], lang: str | None
) -> list[Printed]:
    """The figures named in a row of a table, where cells side by side ("21 284.7") may read as one number.

    A cell that is named without all the digits of the figure read there is read alone.
    """
    cells = []
    for figure in chosen:
        for start, end in spans:
            if _meet(figure, (start, end)) and not _holds_digits(figure, (start, end)):
                alone = [Printed.of(q) for q in quantities.find_quantities(quote[start:end], lang)]
                cells += [replace(cell, start=cell.start + start, end=cell.end + start) for cell in alone]
            elif _meet(figure, (start, end)):
                cells.append(figure)
    return cells


def said_alone(quote: str, spans: list[tuple[int, int]], lang: str | None) -> list[Printed]:
    """What running text hides: a span that is just an amount ("one", "doubled"), or holds an ordinal."""
    amounts = [(start, end, parse_amount(quote[start:end], lang)) for start, end in spans]
    said = [_said(quote, start, end, *amount) for start, end, amount in amounts if amount is not None]
    return said or _ordinals(quote, spans, lang)


def _said(quote: str, start: int, end: int, value: Decimal, unit: str) -> Printed:
    """One such amount: exact, but for a multiple ("doubled"), which is a measured ratio."""
    multiple = unit == "times" and not value % 1
    lower, upper = interval(value, Decimal(1), value, "exact", count=not multiple)
    return Printed(start, end, quote[start:end], value, lower, upper, unit, "exact")


def _ordinals(quote: str, spans: list[tuple[int, int]], lang: str | None) -> list[Printed]:
    """Ordinals ("28th", "второе") in the spans: a whole span, or the words in it that are one."""
    found = []
    for start, end in spans:
        words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\w[\w-]*", quote[start:end])]
        for a, b in [(start, end)] if parse_ordinal(quote[start:end], lang) is not None else words:
            value = parse_ordinal(quote[a:b], lang)
            if value is not None:
                found.append(Printed(a, b, quote[a:b], value, value, value, RANK, "exact"))
    return found


def _not_one(quote: str, claim: Claim, chosen: list[Printed], found: list[Printed]) -> Slip:
    where = f'`take` "{claim.take}"' if claim.take else f'the quote "{quote}"'
    if not found and not chosen:
        return Slip(f"{where} holds no number: the quote has none", "quote the words that print the number")
    several = _listed(chosen or found)
    if not chosen:
        return Slip(f"{where} holds no number; the quote holds {several}", "take one of them")
    more = "; `nth` tells which of two that read alike" if claim.take else ""
    return Slip(f"{where} holds {len(chosen)} numbers: {several}", f"`take` just one{more}")


def _listed(figures: list[Printed]) -> str:
    return ", ".join(f'"{figure.text}"' for figure in figures)


def _with_unit(figure: Printed, claim: Claim, lang: str | None) -> Printed:
    """The figure in the unit that is quoted away from it."""
    words = claim.unit.quote
    lang = language_of(words, None, lang)
    thing, _, per = figure.unit.partition("/")
    rate = quantities.parse_rate(words, lang) if thing else None
    if rate and per in ("", rate):  # "a year it lets through 3 mln t of salt and 2 mln m3 of tea"
        return replace(figure, unit=f"{thing}/{rate}")
    parsed = quantities.parse_unit(words, lang)
    if parsed is None:
        raise Slip(f'the quoted unit holds no unit: "{words}"', "quote the words that print the unit")
    factor, unit = parsed
    if figure.unit and figure.unit == unit.split("/")[0]:  # "10 bn m3", the rate printed elsewhere
        return replace(figure, unit=unit)
    if figure.unit:
        raise Slip(
            f'"{figure.text}" has a unit of its own, {figure.unit}', "remove `unit`, or take the bare number"
        )
    return scaled(figure, factor, unit)


def requalified(figure: Printed, qualifier: str, lang: str | None) -> Printed:
    """The figure with the qualifier that the reading gives it, in place of the one read around it."""
    if "range" in (qualifier, figure.qualifier):
        message = f'"{figure.text}" is read as {figure.qualifier}; the reading says {qualifier}'
        raise Slip(message, "a range is read, never said: remove `qualifier`, or take one of its ends")
    alone = next(iter(quantities.find_quantities(figure.text, lang)), None)
    if alone is None or alone.value != figure.value or alone.lower is None or alone.upper is None:
        raise Slip(f'"{figure.text}" alone is no number', "remove `qualifier`")
    width = alone.upper - alone.lower
    last = Decimal(1).scaleb(figure.value.normalize().as_tuple().exponent)
    lower, upper = interval(figure.value, width or Decimal(1), last, qualifier, not width)
    return replace(figure, lower=lower, upper=upper, qualifier=qualifier)


def scaled(figure: Printed, factor: Decimal, unit: str) -> Printed:
    """A bare number in a unit; a whole number is exact when bare, rounded to its last digit when measured."""
    lower, upper = figure.lower, figure.upper
    counted = factor == 1 and all(quantities.UNITS[code].counted for code in unit.split("/")[:1])
    if figure.qualifier == "exact" and lower == upper and not counted:
        lower, upper = figure.value - _HALF, figure.value + _HALF
    lower, upper = (None if bound is None else bound * factor for bound in (lower, upper))
    return replace(figure, value=figure.value * factor, lower=lower, upper=upper, unit=unit)
