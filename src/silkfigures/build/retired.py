"""Withdrawn claims (`raw/retired.yaml`): their identifiers are never used again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from silkfigures.build.corrections import NONE
from silkfigures.readings import Errors, ReadingErrors, Slip, load_readings, load_works
from silkfigures.readings.errors import nearest
from silkfigures.readings.places import READINGS
from silkfigures.readings.sources import WORKS
from silkfigures.readings.yamlfile import Mapping, load_items

RETIRED = "raw/retired.yaml"
_KEYS = {"claim": True, "version": True, "reason": True, "successor": False}


@dataclass(frozen=True, slots=True)
class Retired:
    """A claim that a release had and later ones have not.

    `version` is the one from which it is gone, `reason` why, `successor` the claim to use instead, if any.
    """

    claim: str
    version: str
    reason: str
    successor: str
    source_line: int


def load_retired(root: Path, errors: Errors) -> list[Retired]:
    """All withdrawn claims, in the order of the file; none when there is no file. Slips go to `errors`."""
    found: list[Retired] = []
    if not (root / RETIRED).exists():
        return found
    for item, line in load_items(root, RETIRED, "retired claims", NONE, errors):
        with errors.at(RETIRED, line):
            found.append(_retired(item, line))
    return found


def _retired(item: object, line: int) -> Retired:
    if not isinstance(item, Mapping):
        raise Slip("a retired claim is a list of keys", f"write {', '.join(_KEYS)}")
    for key in [key for key in item if key not in _KEYS]:
        raise Slip(f"no such key: `{key}`", nearest(key, _KEYS))
    words = {key: " ".join(value.split()) for key, value in item.items() if isinstance(value, str)}
    for key in [key for key, needed in _KEYS.items() if not words.get(key) and (needed or key in item)]:
        raise Slip(f"`{key}` is missing", f"add `{key}: …`")
    return Retired(**{"successor": "", **words}, source_line=line)


def check_retired(retired: list[Retired], claims: Collection[str], errors: Errors) -> None:
    """Note retired identifiers that are in use again or listed twice, and successors that are no claims."""
    seen: set[str] = set()
    known = {*claims, *(entry.claim for entry in retired)}
    for entry in retired:
        with errors.at(RETIRED, entry.source_line):
            if entry.claim in claims:
                raise Slip(
                    f"the retired claim {entry.claim} is in use again",
                    "give the new claim a number of its own",
                )
            if entry.claim in seen:
                raise Slip(f"the claim {entry.claim} again", "remove one")
            if entry.successor and entry.successor not in known - {entry.claim}:
                raise Slip(f"the successor {entry.successor} is no claim", nearest(entry.successor, claims))
            seen.add(entry.claim)


def missing_claims(root: Path) -> ReadingErrors:
    """What was lost from `raw/readings`: works without a reading, numbers of claims skipped and not retired.

    Raises ReadingErrors when the readings, the works or the list of retired claims cannot be read.
    """
    errors = Errors()
    readings, retired = load_readings(root / READINGS, errors), load_retired(root, errors)
    works = load_works(root, errors)
    errors.check()
    gone = {entry.claim for entry in retired}
    for work in works.keys() - {reading.work for reading in readings}:
        mend = f"restore {READINGS}/{work}.yaml, or write one: `figures: []` for none"
        errors.add(WORKS, works[work].source_line, f"the work `{work}` has no reading", mend)
    for reading in readings:
        ids = {claim.id for _, claim in reading.claims}
        for number in range(1, max(map(int, ids), default=0)):
            claim = reading.claim_id(f"{number:03}")
            if f"{number:03}" not in ids and claim not in gone:
                message = f"the claim {claim} is neither in the reading nor retired"
                errors.add(
                    reading.path, None, message, f"restore it, or list it in {RETIRED} with the reason"
                )
    return ReadingErrors(errors)
