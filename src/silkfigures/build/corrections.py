"""Corrections (`raw/corrections.yaml`): likely figures where the print is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from silkfigures.build.units import is_unit, kinds
from silkfigures.build.vocabulary import Cells
from silkfigures.quantities import UNITS
from silkfigures.readings import Errors, Slip
from silkfigures.readings.errors import nearest
from silkfigures.readings.plainform import plain as plain_words
from silkfigures.readings.yamlfile import Mapping, load_items

CORRECTIONS = "raw/corrections.yaml"
NONE = "begin each with `- claim:`, or write `[]` for none"
_KEYS = {"claim": True, "expects": True, "value": True, "unit": False, "reason": True, "evidence": True}


@dataclass(frozen=True, slots=True)
class Correction:
    """The likely figure of a claim. `expects` is its printed value, as a plain decimal or as printed."""

    claim: str
    expects: str
    value: str
    unit: str
    reason: str
    evidence: str
    source_line: int


def load_corrections(root: Path, errors: Errors) -> list[Correction]:
    """All corrections, in the order of the file; none when there is no file. Slips go to `errors`."""
    found: dict[str, Correction] = {}
    if not (root / CORRECTIONS).exists():
        return []
    for item, line in load_items(root, CORRECTIONS, "corrections", NONE, errors):
        with errors.at(CORRECTIONS, line):
            correction = _correction(item, line)
            if correction.claim in found:
                raise Slip(f"the claim {correction.claim} is corrected twice", "remove one")
            found[correction.claim] = correction
    return list(found.values())


def _correction(item: object, line: int) -> Correction:
    if not isinstance(item, Mapping):
        raise Slip("a correction is a list of keys", f"write {', '.join(_KEYS)}")
    for key in [key for key in item if key not in _KEYS]:
        raise Slip(f"no such key: `{key}`", nearest(key, _KEYS))
    words = {key: " ".join(value.split()) for key, value in item.items() if isinstance(value, str)}
    for key in [key for key, needed in _KEYS.items() if not words.get(key) and (needed or key in item)]:
        raise Slip(f"`{key}` is missing", f"add `{key}: …`")
    if not re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", words["value"]):
        raise Slip(f"`value` is `{words['value']}`", "write a plain decimal: 996000000 or 0.5")
    if "unit" in words and not is_unit(words["unit"]):
        raise Slip(f"`unit`: no such unit `{words['unit']}`", nearest(words["unit"], UNITS))
    return Correction(**{"unit": "", **words}, source_line=line)


def apply_corrections(
    corrections: list[Correction], rows: dict[str, Cells], indicators: dict[str, Cells], errors: Errors
) -> None:
    """Fill `corrected_value` and `corrected_unit` of the rows of `figures` (by claim).

    Slips go to `errors`: no such claim, one that prints something else or has no flag, a wrong unit.
    """
    for correction in corrections:
        with errors.at(CORRECTIONS, correction.source_line):
            row = rows.get(correction.claim)
            if row is None:
                raise Slip(f"no such claim: {correction.claim}", nearest(correction.claim, rows))
            _guard(correction, row)
            unit = correction.unit or row["unit"]
            allowed = indicators[row["indicator"]]["dimensions"].split()
            if unit != row["unit"] and not kinds(unit) & set(allowed):
                message = f"the unit {unit} does not fit {row['indicator']}"
                raise Slip(message, f"use a unit of {' or '.join(allowed)}")
            row["corrected_value"], row["corrected_unit"] = correction.value, unit


def _guard(correction: Correction, row: Cells) -> None:
    """Raise Slip unless the claim still prints what the correction expects, and says that it is doubtful."""
    if correction.expects != row["value"] and plain_words(correction.expects) != plain_words(row["printed"]):
        given = f'{row["value"]}, printed "{row["printed"]}"'
        message = f"{correction.claim} is {given}; the correction expects {correction.expects}"
        raise Slip(message, "read the claim again, then mend `expects` or remove the correction")
    if not row["flag"]:
        raise Slip(f"{correction.claim} is corrected but has no flag", "add `flag` and `note` to the claim")
