"""Hand-made readings: their files, the figures they quote, and where those stand in the texts."""

from silkfigures.readings.errors import Errors, ReadingError, ReadingErrors, Slip
from silkfigures.readings.locate import Span, Text
from silkfigures.readings.places import Place, locate, read_places, verify, write_places
from silkfigures.readings.printed import Printed, named_spans, printed_figure
from silkfigures.readings.reading import load_readings
from silkfigures.readings.records import REASONS, Claim, Figure, LeftOut, Reading, UnitQuote
from silkfigures.readings.sources import Document, Work, load_documents, load_text, load_works, texts_folder

__all__ = [
    "REASONS",
    "Claim",
    "Document",
    "Errors",
    "Figure",
    "LeftOut",
    "Place",
    "Printed",
    "Reading",
    "ReadingError",
    "ReadingErrors",
    "Slip",
    "Span",
    "Text",
    "UnitQuote",
    "Work",
    "load_documents",
    "load_readings",
    "load_text",
    "load_works",
    "locate",
    "named_spans",
    "printed_figure",
    "read_places",
    "texts_folder",
    "verify",
    "write_places",
]
