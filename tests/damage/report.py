"""The result of a run, counted by kind and mode, as Markdown for people and JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from silkfigures.publish.review import table
from tests.damage.draw import Damage
from tests.damage.judge import MODES, Verdict
from tests.damage.kinds import KINDS, MATTERS

Found = list[tuple[Damage, Verdict]]
SHOWN = 3  # examples of what slipped through, of a kind and mode


def summary(found: Found, seed: int) -> dict:
    """The counts of a run: by mode and kind how many damages there were and how many were caught."""
    return {
        "seed": seed,
        "damages": len(found),
        "kinds": len({damage.kind for damage, _ in found}),
        "modes": {
            mode: _shares(found, mode) for mode in MODES if any(mode in verdict for _, verdict in found)
        },
        "by_kind": {name: _kind(found, name) for name in KINDS if any(d.kind == name for d, _ in found)},
        "slipped": _slipped(found),
    }


def _shares(found: Found, mode: str) -> dict:
    judged = [(KINDS[damage.kind], verdict[mode]) for damage, verdict in found if mode in verdict]
    must, meaning = (
        [caught for kind, caught in judged if test(kind)]
        for test in (lambda k: k.must, lambda k: bool(k.changes))
    )
    return {"what": MODES[mode], "matters": _share(must), "meaning": _share(meaning)}


def _share(verdicts: list[str]) -> dict:
    return {"damages": len(verdicts), "caught": sum(map(bool, verdicts))}


def _kind(found: Found, name: str) -> dict:
    mine = [verdict for damage, verdict in found if damage.kind == name]
    counts = {mode: _share([v[mode] for v in mine if mode in v]) for mode in MODES}
    modes = {mode: count for mode, count in counts.items() if count["damages"]}
    return {"changes": KINDS[name].changes or "nothing", "damages": len(mine), "modes": modes}


def _slipped(found: Found) -> list[dict]:
    """What changes the meaning and was not caught: kind, mode, why, and a few of the damages."""
    groups: dict[tuple[str, str], list[str]] = {}
    for damage, verdict in found:
        for mode, caught in verdict.items():
            if not caught and KINDS[damage.kind].changes:
                groups.setdefault((damage.kind, mode), []).append(damage.said)
    order = {name: at for at, name in enumerate([*KINDS, *MODES])}
    return [
        {"kind": kind, "mode": mode, "damages": len(said), "why": KINDS[kind].slips, "examples": said[:SHOWN]}
        for (kind, mode), said in sorted(groups.items(), key=lambda one: [order[name] for name in one[0]])
    ]


def as_json(result: dict) -> str:
    """The counts as JSON."""
    return json.dumps(result, indent=1, ensure_ascii=False) + "\n"


def as_markdown(result: dict) -> str:
    """The counts as a page."""
    return "\n\n".join([*_head(result), *_by_kind(result), *_what_slipped(result)]) + "\n"


def _head(result: dict) -> Iterable[str]:
    yield "# The checks tested by damage"
    command = f"make damage SEED={result['seed']} COUNT={result['damages']} WRITE=1"
    yield (
        f"Written by `{command}`; not edited by hand. {result['damages']} damages of {result['kinds']} "
        "kinds to copies of the tables and of `raw/`, each a real change of the content, drawn with the seed "
        f"{result['seed']}."
    )
    yield (
        f"*Matters* counts the kinds that change a {', a '.join(MATTERS[:-1])} or a {MATTERS[-1]}; *meaning* "
        "these and all others that change what the files say. Kinds that change nothing need not be caught."
    )
    rows = [
        [mode, shares["what"], _said(shares["matters"]), _said(shares["meaning"])]
        for mode, shares in result["modes"].items()
    ]
    yield table(["mode", "what is done", "matters", "meaning"], rows)


def _said(share: dict) -> str:
    """How many of how many, and the share, never rounded up to all."""
    if not share["damages"]:
        return "–"
    percent = int(1000 * share["caught"] / share["damages"]) / 10
    return f"{share['caught']} of {share['damages']} ({percent:g} %)"


def _by_kind(result: dict) -> Iterable[str]:
    yield "## By kind"
    modes = list(result["modes"])
    rows = [
        [name, one["changes"], *(_counted(one["modes"].get(mode)) for mode in modes)]
        for name, one in result["by_kind"].items()
    ]
    yield table(["kind", "changes", *modes], rows)


def _counted(share: dict | None) -> str:
    return f"{share['caught']}/{share['damages']}" if share else ""


def _what_slipped(result: dict) -> Iterable[str]:
    yield "## What slipped through"
    yield "Damage that changes the meaning and was not caught, with the reason, by kind and mode."
    rows = [[one["kind"], one["mode"], one["damages"], one["why"]] for one in result["slipped"]]
    yield table(["kind", "mode", "damages", "why"], rows)
