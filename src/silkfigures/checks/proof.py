"""Each row proves its number: its printed words, read again, give its value, bounds, unit and qualifier.

This needs nothing but the tables. What the words cannot tell is left open: which way a change went, a unit or
multiplier that is printed away from the number, and a qualifier that only the reader of the text saw.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, localcontext

from silkfigures.checks.across import SIZES
from silkfigures.readings.printed import RANK, Printed, language_of
from silkfigures.readings.reread import in_unit, reread, with_qualifier
from silkfigures.schemas.csvfile import Files, keyed, numbered
from silkfigures.schemas.findings import Finding, shown
from silkfigures.schemas.lexical import is_written
from silkfigures.schemas.rules import BUILD

SIGNED = ("growth", "change")  # measures whose sign the reading gives
MANIFOLD = ("growth", "share", "ratio")  # measures that a bare number may give, as so many times
TIMES = "times"
MEND = f"{BUILD}; the number comes from the printed words"
_DIGITS = 60  # as the build reckons, so that nothing is rounded

Row = Mapping[str, str]
Number = tuple[Decimal, Decimal | None, Decimal | None]


def proof_findings(files: Files) -> list[Finding]:
    """The rows of `figures` whose printed words do not give the number that stands beside them.

    Parameters
    ----------
    files : mapping of str to CsvFile
        The tables that have the declared columns, by name. Without `figures`, `works` and `units` nothing can
        be said.
    """
    if not {"figures", "works", "units"} <= set(files):
        return []
    languages = {key: work["language"] for key, work in keyed(files, "works", "work").items()}
    units = keyed(files, "units", "unit")
    things = {code for code, unit in units.items() if unit["dimension"].partition("/")[0] not in SIZES}
    with localcontext() as context:
        context.prec = _DIGITS
        findings = []
        for line, row in numbered(files["figures"]):
            lang = languages.get(row["work"])
            figures = reread(row["quote"], row["printed"], lang)
            if _written(row) and not any(_gives(figure, row, things, lang) for figure in figures):
                findings.append(_finding(files["figures"].name, line, row, figures))
        return findings


def _written(row: Row) -> bool:
    """Whether the numbers of a row are numbers; if not, that is another check's finding."""
    cells = [row["value"], *(row[name] for name in ("lower", "upper") if row[name])]
    return all(is_written("number", cell) for cell in cells)


def _finding(name: str, line: int, row: Row, figures: tuple[Printed, ...]) -> Finding:
    given = f"{row['value']} [{row['lower']}, {row['upper']}] {row['unit']}, {row['qualifier']}"
    printed = f"{shown(row['printed'])} in {shown(row['quote'], 120)}"
    if not figures:
        return Finding(name, line, "printed", f"{printed} prints no figure", MEND)
    says = " or ".join(
        f"{f.value} [{'' if f.lower is None else f.lower}, {'' if f.upper is None else f.upper}] "
        f"{f.unit or 'without a unit'}, {f.qualifier}"
        for f in figures
    )
    return Finding(name, line, "value", f"{given}, and {printed} reads {says}", MEND)


def _gives(figure: Printed, row: Row, things: set[str], lang: str | None) -> bool:
    """Whether a figure read in the quote is the number of the row."""
    meant: Printed | None = figure
    if figure.qualifier != row["qualifier"]:
        meant = with_qualifier(figure, row["qualifier"], language_of(row["quote"], None, lang))
    if meant is None or not _unit_agrees(meant.unit, row, things):
        return False
    return any(_same(meant, number, row) for number in _numbers(row))


def _unit_agrees(printed: str, row: Row, things: set[str]) -> bool:
    """Whether the unit of a row may be the one printed beside the number, none being printed included.

    Things are counted as the indicator counts them, whatever noun is printed; a rate may stand elsewhere.
    """
    unit, measure = row["unit"], row["measure"]
    if printed in ("", unit):
        return unit != TIMES or printed == TIMES or measure in MANIFOLD
    if unit == RANK:
        return printed == RANK
    if printed == TIMES:
        return unit in things and measure == "count"
    return unit.startswith(f"{printed}/") or (printed in things and unit in things)


def _numbers(row: Row) -> Iterator[Number]:
    """The number of a row, if any, as it may be printed: as it stands and, of a change, turned round."""
    value, lower, upper = (Decimal(row[name]) if row[name] else None for name in ("value", "lower", "upper"))
    if value is None:
        return
    yield value, lower, upper
    if row["measure"] in SIGNED:
        yield -value, None if upper is None else -upper, None if lower is None else -lower


def _same(figure: Printed, number: Number, row: Row) -> bool:
    """Whether a figure is a number, in the unit that is printed away from it if it has none of its own."""
    if (figure.value, *figure.bounds(row["measure"])) == number:
        return True
    moved = None if figure.unit else in_unit(figure, number[0], row["unit"])
    return moved is not None and (moved.value, moved.lower, moved.upper) == number
