"""`validation/conflicts.yaml`: what readers say of claims that may be about the same thing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from silkfigures.readings.errors import Errors, Slip, nearest
from silkfigures.readings.yamlfile import Mapping, Sequence, load_items

CONFLICTS = "validation/conflicts.yaml"
SAME, DIFFERENT = "same", "different"
NOBODY = "none"  # `prefer: none`: no claim is better than the other, whatever the rules say
NONE = "begin each with `- claims:`, or write `[]` for none"
_KEYS = ("claims", "verdict", "cause", "prefer", "why")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One item of the file: claims, and whether they are about the same thing.

    `cause` and `prefer` are empty where the reader leaves them to the rules; `prefer` may be `none`.
    """

    claims: tuple[str, ...]
    verdict: str
    why: str
    cause: str = ""
    prefer: str = ""
    source_line: int = 0


def load_judgements(root: Path, causes: Collection[str], errors: Errors) -> list[Judgement]:
    """All items, in the order of the file; none when there is no file. Slips go to `errors`.

    Parameters
    ----------
    root : Path
        The folder with `validation/`.
    causes : collection of str
        The codes of the list `conflict_causes`.
    errors : Errors
    """
    found: list[Judgement] = []
    if not (Path(root) / CONFLICTS).exists():
        return found
    for item, line in load_items(Path(root), CONFLICTS, "judgements", NONE, errors):
        with errors.at(CONFLICTS, line):
            found.append(_judgement(item, causes, line))
    return found


def _judgement(item: object, causes: Collection[str], line: int) -> Judgement:
    """One item of the file. Raises Slip for anything that says nothing clear."""
    if not isinstance(item, Mapping):
        raise Slip("a judgement is a list of keys", f"write {', '.join(_KEYS)}")
    for key in [key for key in item if key not in _KEYS]:
        raise Slip(f"no such key: `{key}`", nearest(key, _KEYS))
    claims = _claims(item.get("claims"))
    words = {key: " ".join(item[key].split()) for key in _KEYS[1:] if isinstance(item.get(key), str)}
    for key in [
        key for key in _KEYS[1:] if not words.get(key) and (key in ("verdict", "why") or key in item)
    ]:
        raise Slip(f"`{key}` is missing or no line of text", f"write `{key}: …`")
    if words["verdict"] not in (SAME, DIFFERENT):
        raise Slip(f"`verdict` is `{words['verdict']}`", f"write {SAME} or {DIFFERENT}")
    if words["verdict"] == DIFFERENT and {"cause", "prefer"} & set(words):
        raise Slip("a cause or preference between different things", "remove `cause` and `prefer`")
    if words.get("cause", "") not in ("", *causes):
        raise Slip(f"no such cause: `{words['cause']}`", nearest(words["cause"], causes))
    if words.get("prefer", NOBODY) not in (NOBODY, *claims):
        raise Slip(f"`prefer` is `{words['prefer']}`", f"name one of {', '.join(claims)}, or {NOBODY}")
    return Judgement(claims=claims, source_line=line, **words)


def _claims(node: object) -> tuple[str, ...]:
    if not isinstance(node, Sequence) or not all(isinstance(claim, str) and claim for claim in node):
        raise Slip("`claims` is no list of claims", "write `claims: [work2020-001, other2021-002]`")
    if len(node) < 2:
        raise Slip(f"`claims` has {len(node)} claims", "name two or more")
    if len(set(node)) < len(node):
        raise Slip("`claims` names a claim twice", "name each once")
    return tuple(node)
