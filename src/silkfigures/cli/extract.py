"""The command `extract`: the quantities in any text."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import click

from silkfigures.cli.failures import Found, WrongUse
from silkfigures.cli.formats import number
from silkfigures.cli.sources import STDIN, Unreadable, files, read

NAMES = ("start", "end", "text", "value", "lower", "upper", "unit", "qualifier", "lang", "document")
NUMBERS = ("value", "lower", "upper")
Record = dict[str, Any]


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, allow_dash=True)
)
@click.option(
    "--lang",
    type=click.Choice(["kk", "ru", "en", "auto"]),
    default="auto",
    show_default=True,
    help="Language of the texts; 'auto' decides for every stretch of text.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "xlsx"]),
    default="jsonl",
    show_default=True,
    help="Form of the output.",
)
@click.option(
    "--out", type=click.Path(dir_okay=False), help="File to write; standard output if none is named."
)
def extract(paths: tuple[str, ...], lang: str, form: str, out: str | None) -> None:
    """Find the quantities in any text.

    PATH is a file, a folder (every .txt file below it is read), or - for standard input.

    One record per quantity: start and end (characters from 0), the printed text, value, lower and upper
    bound, unit, qualifier, language, document. Numbers are exact decimals, written as text in jsonl. A file
    that cannot be read is named and passed over; the exit code is then 1.

    \b
    Examples:
      silkfigures extract article.txt
      silkfigures extract texts/ --format xlsx --out found.xlsx
    """
    if form == "xlsx" and out is None:
        raise click.UsageError("A workbook needs a file to go to: add --out found.xlsx")
    reading = Reading(files(paths), None if lang == "auto" else lang)
    with _destination(out) as stream:
        WRITERS[form](reading, stream)
    if out:
        click.echo(f"{out}: quantities found: {reading.found}, in {number(reading.texts, 'text')}.", err=True)
    if reading.failed:
        raise Found(f"{number(reading.failed, 'file')} could not be read.")
    if not reading.texts:
        raise WrongUse(f"No .txt file in {', '.join(paths)}.")


class Reading:
    """The records of all texts in turn, with a count of texts, quantities and unreadable files."""

    def __init__(self, paths: Iterator[str], lang: str | None) -> None:
        """Read nothing yet: the texts are opened one by one as the records are asked for."""
        self.paths, self.lang = paths, lang
        self.texts = self.found = self.failed = 0

    def __iter__(self) -> Iterator[Record]:
        """Read the texts in turn."""
        from silkfigures.quantities import find_quantities

        for path in self.paths:
            try:
                text = read(path)
            except Unreadable as error:
                self.failed += 1
                click.echo(f"Error: {error}", err=True)
                continue
            self.texts += 1
            name = path if path == STDIN else Path(path).name
            for quantity in find_quantities(text, self.lang):
                self.found += 1
                yield {**quantity.to_dict(), "document": name}


@contextmanager
def _destination(out: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears under its name only when it is complete."""
    if out is None:
        yield sys.stdout.buffer
        return
    from silkfigures.files.whole import whole_file

    try:
        with whole_file(Path(out)) as stream:
            yield stream
    except OSError as error:
        raise WrongUse(f"{out} cannot be written: {error.strerror or error}") from error


def _write_jsonl(records: Reading, stream: BinaryIO) -> None:
    for record in records:
        stream.write(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n")


def _write_csv(records: Reading, stream: BinaryIO) -> None:
    import codecs

    writer = csv.writer(codecs.getwriter("utf-8")(stream), lineterminator="\n")
    writer.writerow(NAMES)
    for record in records:
        writer.writerow([{**record, "document": _harmless(record["document"])}[name] for name in NAMES])


def _harmless(document: str) -> str:
    """The name of a file as CSV holds it: one that a spreadsheet would run as a formula begins with "./".

    Nothing else in a record can begin so: texts begin with their number or currency.
    """
    from silkfigures.schemas.lexical import runs_as_formula

    return f"./{document}" if runs_as_formula(document) else document


def _write_xlsx(records: Reading, stream: BinaryIO) -> None:
    from silkfigures.cli.workbook import workbook

    stream.write(workbook(map(_typed, records), NAMES, "quantities"))


def _typed(record: Record) -> dict[str, object]:
    """A record with numbers for the numbers."""
    from decimal import Decimal

    return {**record, **{name: Decimal(record[name]) for name in NUMBERS if record[name] is not None}}


WRITERS = {"jsonl": _write_jsonl, "csv": _write_csv, "xlsx": _write_xlsx}
