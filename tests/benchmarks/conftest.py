"""A made-up reader for the scoring tests: it finds what it is told to find."""

import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from silkfigures.quantities import Quantity

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


def quantity(text, printed, value, unit="", qualifier="exact", start=None, lower=None, upper=None):
    start = text.index(printed) if start is None else start
    value = None if value is None else Decimal(value)
    lower = value if lower is None else Decimal(lower)
    upper = value if upper is None else Decimal(upper)
    return Quantity(start, start + len(printed), printed, value, lower, upper, unit, qualifier, "en")


class Scripted:
    """Reads each of its printed figures wherever it stands in a text: ``{"5 km": ("5", "km")}``."""

    def __init__(self, figures):
        self.figures = figures

    def __call__(self, text, lang=None):
        found = [quantity(text, printed, *rest) for printed, rest in self.figures.items() if printed in text]
        return sorted(found, key=lambda found: found.start)


@pytest.fixture
def make():
    return quantity


@pytest.fixture
def scripted():
    return Scripted


@pytest.fixture
def write_set(tmp_path):
    """Write a development set of (text, {printed: label}) and return the shared folder."""

    def write(name, documents):
        folder = tmp_path / "benchmarks"
        folder.mkdir(exist_ok=True)
        with (folder / name).open("w", encoding="utf-8") as out:
            for number, (text, labels) in enumerate(documents):
                spans = [[text.index(p), text.index(p) + len(p), label] for p, label in labels.items()]
                out.write(json.dumps({"id": str(number), "text": text, "spans": spans}) + "\n")
        return tmp_path

    return write
