"""KazNERD (Kazakh television news): are money, percent and quantities found, and with few false alarms?

What counts:

* *found*: a MONEY, PERCENTAGE or QUANTITY span is found when a reported quantity shares at least one
  character with it and its unit is of the right kind: money, percent, or for QUANTITY the kind that the
  unit word inside the span names (``UNIT_WORDS``). A span whose unit word is not in that list (points,
  monthly index units, megabytes) is found when the reported unit is any unit but money, percent and
  time.
* *precision*: of the quantities reported with a currency (or percent), the share that overlaps a MONEY
  (PERCENTAGE) span.

The pairs of the set, words against digits, are scored in ``benchmarks.pairs``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks import pairs
from benchmarks.record import Record, around, tally
from benchmarks.spans import Reader, overlapping, read_set, said, unit_kind
from silkfigures.quantities import Quantity

FILE = "kaznerd-valid.jsonl"
BARS = {"MONEY": 98.0, "PERCENTAGE": 99.0, "QUANTITY": 95.0}
PRECISION_BAR = 98.0
UNIT_WORDS = (
    ("area", r"(?:шаршы|квадрат)\s*(?:кило|санти|деци)?(?:метр|шақырым)|гектар|сотық|км²"),
    ("volume", r"(?:текше|куб)\w*\s*(?:кило|санти|деци)?метр|литр|баррел|\bкуб\w*"),
    ("power", r"(?:кило|мега)[вб]ат"),
    ("length", r"(?:кило|санти|милли|деци)?метр|шақырым|\bкм\b"),
    ("mass", r"тонна|(?:кило|милли)?грамм|келі|кило|центнер|\bкг\b"),
    ("temperature", r"градус|°"),
)


def measure(shared: Path, read: Reader) -> list[Record]:
    """Score the reader `read` on the KazNERD development set in ``shared/benchmarks``.

    Parameters
    ----------
    shared : Path
        The folder that holds ``benchmarks/kaznerd-valid.jsonl``.
    read : callable
        ``read(text, lang)`` returns the quantities of a text.

    Returns
    -------
    list of Record
        Recall for each of three labels, precision for two units, agreement of the pairs.
    """
    documents = list(read_set(shared / "benchmarks" / FILE))
    readings = [read(document["text"], "kk") for document in documents]
    return [
        *(
            tally(f"KazNERD {label} found, kind of unit right", found(label, documents, readings), bar)
            for label, bar in BARS.items()
        ),
        *(
            tally(f"KazNERD precision of {kind}", confirmed(kind, label, documents, readings), PRECISION_BAR)
            for kind, label in (("money", "MONEY"), ("percent", "PERCENTAGE"))
        ),
        *pairs.agreement(documents, readings),
    ]


def gold_kinds(label: str, printed: str) -> set[str]:
    """Return the kinds of unit that a gold span may be read with; empty when its unit word is not listed.

    A rate has the kind of what is counted, the part before the slash.

    Examples
    --------
    >>> gold_kinds("QUANTITY", "үш шаршы метр"), gold_kinds("QUANTITY", "екі ұпай")
    ({'area'}, set())
    """
    if label != "QUANTITY":
        return {"money" if label == "MONEY" else "percent"}
    kinds, rest = set(), printed.lower().partition("/")[0]
    for kind, pattern in UNIT_WORDS:
        rest, count = re.subn(pattern, " ", rest)
        if count:
            kinds.add(kind)
    return kinds


def found(label: str, documents: list[dict], readings: list[list[Quantity]]) -> Iterator[str | None]:
    """Yield an outcome for each gold span of `label`: None when it is found, the failure otherwise."""
    for document, quantities in zip(documents, readings, strict=True):
        for start, end, name in document["spans"]:
            if name != label:
                continue
            near = overlapping(quantities, start, end)
            wanted = gold_kinds(label, document["text"][start:end])
            read = {unit_kind(quantity.unit) for quantity in near}
            right = read & wanted if wanted else read - {"", "money", "percent", "time"}
            yield None if right else f"{around(document['text'], start, end)}: {said(near)}"


def confirmed(
    kind: str, label: str, documents: list[dict], readings: list[list[Quantity]]
) -> Iterator[str | None]:
    """Yield an outcome for each quantity with a unit of `kind`: None when a gold span confirms it."""
    for document, quantities in zip(documents, readings, strict=True):
        gold = [span for span in document["spans"] if span[2] == label]
        for quantity in quantities:
            if unit_kind(quantity.unit) == kind:
                right = any(overlapping([quantity], start, end) for start, end, _ in gold)
                where = around(document["text"], quantity.start, quantity.end)
                yield None if right else f"{where}: {said([quantity])}"
