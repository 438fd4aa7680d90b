"""Robustness: random and mutated strings, none of which may break the promises of a reading.

The promises: no exception; spans in order, inside the text and not overlapping; ``text ==
source[start:end]``; numbers finite, ``lower`` not above ``upper`` and the value between them; a known
language. The strings are seeded: pieces a reader looks for (digits, marks, multipliers, units, number
words, hyphens, line breaks), any character of Unicode, and made-up sentences with characters swapped,
doubled, dropped and put in.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal

from benchmarks.record import Record
from benchmarks.spans import Reader
from silkfigures.quantities import Quantity

COUNT = 20_000
FULL_COUNT = 1_000_000
PIECE_LIST = """
0 1 5 9 10 28 100 000 1991 2025 1,5 5,9 4.8 1,185.4 ½ ² ³ ٣ Ⅳ % $ € ₸ US US$ USD
млн млн. млрд тыс. трлн bln bn m тонн баррелей km км м3 в год per year жылына тәулігіне № п. ст. I V X
от до с по from to between and -дан -ға дейін астам свыше около about nearly up шамамен жуық -летний -ші
- – — − / ( ) [ ] , . ; : ' " « » \u00ad \u200b \ufeff doi:10.1000/x http://a.b/1 COVID-19 5+1 ӛ ҥ г. жылы
two hundred thousand fifty одна две полтора сорок тысяч миллионов екі жүз мың жарым бүтін оннан миллиард
процент пайыз percent дней күн years раза есе times теңге долларға рублей юань
"""
PIECES = (*PIECE_LIST.split(), "200\u00a0000", " ", "\n", "\r\n", "\t")
SENTENCES = (
    "Trade rose from 4 to 6.5 bln USD, or 12-13 percent, between 2019 and 2023 (see Table 2).",
    "Объём перевозок вырос с 28 до порядка 48 млн тонн, что на 5,3% больше (150-километровый участок).",
    "Құны 23,7-ден 77,1 млрд. теңгеге дейін өсті, бұл екі жарым миллион баррельден астам [13].",
    "Country 2001 2002 (Mln. USD)\nA 1.5 2,300.4\nB 12 -",
    "Жүз елу мың теңгеден 11,3%-ға, шамамен 5 тыс. 244 адам; $1.8 млрд, в том числе 30-тысячной.",
)


def strings(count: int, seed: int = 7) -> Iterator[str]:
    """Yield `count` seeded strings, of pieces, of any characters and of mutated sentences in turn.

    Examples
    --------
    >>> list(strings(3)) == list(strings(3))
    True
    """
    source = random.Random(seed)
    for i in range(count):
        if i % 4 == 0:
            yield "".join(chr(source.randrange(0x110000)) for _ in range(source.randrange(1, 40)))
        elif i % 4 == 1:
            glue = source.choice((" ", "", " ", "\n"))
            yield glue.join(source.choice(PIECES) for _ in range(source.randrange(1, 30)))
        else:
            yield mutated(source.choice(SENTENCES), source)


def mutated(text: str, source: random.Random) -> str:
    """Return `text` with one to eight random edits: something dropped, doubled, moved or put in."""
    for _ in range(source.randrange(1, 9)):
        at, size = source.randrange(len(text) + 1), source.randrange(1, 6)
        edit = source.randrange(4)
        if edit == 0:
            text = text[:at] + text[at + size :]
        elif edit == 1:
            text = text[:at] + text[at : at + size] * 2 + text[at + size :]
        elif edit == 2:
            text = text[:at] + source.choice(PIECES) + text[at:]
        else:
            text = text[at:] + text[:at]
    return text


def broken_promise(text: str, read: Reader) -> str | None:
    """Return what is wrong with the reading of `text`, None when every promise is kept."""
    try:
        quantities = read(text, None)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    at = 0
    for quantity in quantities:
        if not at <= quantity.start < quantity.end <= len(text):
            return f"span {quantity.start}:{quantity.end} after {at} in {len(text)} characters"
        if quantity.text != text[quantity.start : quantity.end]:
            return f"text {quantity.text!r} is not what stands at the span"
        at = quantity.end
        if wrong := _wrong_numbers(quantity):
            return wrong
    return None


def _wrong_numbers(quantity: Quantity) -> str | None:
    numbers = [number for number in (quantity.lower, quantity.value, quantity.upper) if number is not None]
    if not numbers or not all(isinstance(number, Decimal) and number.is_finite() for number in numbers):
        return f"numbers {numbers} of {quantity.text!r}"
    if numbers != sorted(numbers):
        return f"lower, value, upper {[str(n) for n in numbers]} out of order for {quantity.text!r}"
    return None if quantity.lang in ("en", "ru", "kk") else f"language {quantity.lang!r}"


def measure(read: Reader, count: int = COUNT) -> list[Record]:
    """Return one record: how many of `count` strings broke a promise."""
    broken = [f"{wrong}: {text!r}" for text in strings(count) if (wrong := broken_promise(text, read))]
    shortest = tuple(sorted(broken, key=len))
    return [Record("strings that break a promise", len(broken), "strings", 0, True, count, shortest)]
