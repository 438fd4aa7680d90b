"""Pairs of KazNERD: a sentence with its numbers in words, then the same in digits; are the values the same?

The two stand on adjacent lines. Two lines are a pair when they have the same number labels in the same
order, nearly the same words otherwise, and the second has more digits than the first.

What counts, for spans: each labelled span of the one is compared with its counterpart; what is compared
is the values of the quantities that overlap it, in order (the ends too, for a range). For sentences: the
values of all quantities of the sentence, in order. A bare one is left out on both sides: written as a
word it is mostly a pronoun ("one of them"), which the reader does not report, and digits cannot show
that. A pair in which neither side is read agrees in nothing and is not counted; the note says how many
there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from benchmarks.record import Record, tally
from benchmarks.spans import overlapping, said, unit_kind
from silkfigures.quantities import Quantity

BAR = 98.0
UNIT_SPANS = ("MONEY", "PERCENTAGE", "QUANTITY")
NUMBER_SPANS = (*UNIT_SPANS, "CARDINAL", "ORDINAL", "DATE", "TIME")
ALIKE = 0.8
Sides = tuple[str, list[Quantity], list[Quantity]]


def agreement(documents: list[dict], readings: list[list[Quantity]]) -> list[Record]:
    """Compare the pairs among `documents`, whose quantities are in `readings`.

    Returns
    -------
    list of Record
        Spans of money, percent and quantity; spans of cardinals; whole sentences.
    """
    found = list(find_pairs(documents))
    title = "KazNERD pairs, words against digits"
    return [
        _compare(f"{title}: money, percent, quantity", _spans(found, documents, readings, UNIT_SPANS)),
        _compare(f"{title}: cardinals", _spans(found, documents, readings, ("CARDINAL",))),
        _compare(f"{title}: sentences", ((documents[j]["text"], readings[i], readings[j]) for i, j in found)),
    ]


def find_pairs(documents: list[dict]) -> Iterator[tuple[int, int]]:
    """Yield the positions of the pairs; a document belongs to one pair at most."""
    position = 0
    while position + 1 < len(documents):
        if is_pair(documents[position], documents[position + 1]):
            yield position, position + 1
            position += 1
        position += 1


def is_pair(first: dict, second: dict) -> bool:
    """Tell whether two adjacent documents print one sentence, in words and then in digits."""
    labels = [[span[2] for span in _number_spans(document)] for document in (first, second)]
    if not labels[0] or labels[0] != labels[1]:
        return False
    digits = [sum(map(str.isdigit, document["text"])) for document in (first, second)]
    words = [_other_words(document) for document in (first, second)]
    return digits[1] > digits[0] and SequenceMatcher(None, *words, autojunk=False).ratio() >= ALIKE


def _number_spans(document: dict) -> list[list]:
    return sorted(span for span in document["spans"] if span[2] in NUMBER_SPANS)


def _other_words(document: dict) -> list[str]:
    pieces, at = [], 0
    for start, end, _ in _number_spans(document):
        pieces.append(document["text"][at:start])
        at = end
    return re.findall(r"\w+", " ".join([*pieces, document["text"][at:]]).lower())


def _spans(found: list, documents: list[dict], readings: list, labels: tuple[str, ...]) -> Iterator[Sides]:
    for i, j in found:
        for ours, theirs in zip(_number_spans(documents[i]), _number_spans(documents[j]), strict=True):
            if ours[2] in labels:
                printed = documents[i]["text"][slice(*ours[:2])], documents[j]["text"][slice(*theirs[:2])]
                yield (
                    " | ".join(printed),
                    overlapping(readings[i], *ours[:2]),
                    overlapping(readings[j], *theirs[:2]),
                )


def _values(quantities: list[Quantity]) -> list:
    return [
        (q.value, (q.lower, q.upper) if q.qualifier == "range" else None)
        for q in quantities
        if not _is_one(q)
    ]


def _is_one(quantity: Quantity) -> bool:
    """Tell whether a quantity is a bare one, which in words is mostly a pronoun or an article."""
    return quantity.value == 1 and unit_kind(quantity.unit) in ("", "other")


def _compare(name: str, sides: Iterator[Sides]) -> Record:
    outcomes, silent = [], 0
    for printed, words, digits in sides:
        if not _values(words) and not _values(digits):
            silent += 1
        elif _values(words) == _values(digits):
            outcomes.append(None)
        else:
            outcomes.append(f"{said(words)} | {said(digits)}: {printed}")
    return tally(name, outcomes, BAR, note=f"in {silent} more pairs neither side is read")
