"""Fuzz everything that reads: `python -m fuzz --count 200000 --seed 1`; exit code 1 when something is found.

An input is known by target, seed and number, and made again from them: `--target yaml --only 4711`.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from fuzz import by_hand, outside, published, texts
from fuzz.target import Target, expected
from fuzz.watch import Forbidden, Hang, Watch

TARGETS = by_hand.TARGETS | texts.TARGETS | published.TARGETS | outside.TARGETS


def main() -> int:
    """Run the inputs and print a table of what came of them."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="inputs in all (default 20000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--target", choices=TARGETS, action="append", help="only these; all of --count goes to them"
    )
    parser.add_argument("--only", type=int, help="this input alone, with its traceback")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    chosen = {name: TARGETS[name] for name in given.target or TARGETS}
    whole = sum(target.share for target in chosen.values())
    found = 0
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch:
        watch = Watch(Path(scratch).parent)
        heads = "".join(f"{head:>9}" for head in ("inputs", "refused", "findings", "seconds", "slowest"))
        print(f"seed {given.seed}\n{'target':12}{heads}")
        for name, target in chosen.items():
            count = round(given.count * target.share / whole)
            numbers = [given.only] if given.only is not None else range(count)
            found += run(name, target, given.seed, numbers, Path(scratch), watch)
    return 1 if found else 0


def run(name: str, target: Target, seed: int, numbers: Sequence[int], scratch: Path, watch: Watch) -> int:
    """The inputs of one target; a line for it, one for each kind of finding; the number of kinds."""
    refused, slowest, begin = 0, 0.0, time.perf_counter()
    findings: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number in numbers:
        file, data = target.input(random.Random(f"{name} {seed} {number}"))
        folder = scratch / name
        folder.mkdir(exist_ok=True)
        started = time.perf_counter()
        try:
            with watch.during(f"{name} {number}"):
                target.read(file, data, folder)
        except expected():
            refused += 1
        except (Exception, Hang, Forbidden) as error:
            kind = _kind(error)
            findings[kind] += 1
            first.setdefault(kind, number)
            if len(numbers) == 1:
                print(f"{file}: {data[:2000]!r}")
                traceback.print_exc()
        slowest = max(slowest, time.perf_counter() - started)
    seconds = time.perf_counter() - begin
    print(f"{name:12}{len(numbers):9}{refused:9}{len(findings):9}{seconds:9.1f}{slowest:9.2f}", flush=True)
    for kind, times in findings.most_common():
        print(f"  {times} times, first with --target {name} --only {first[kind]}: {kind}", flush=True)
    return len(findings)


def _kind(error: BaseException) -> str:
    """An error by its class and the place in this project from which it came."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "silkfigures" in frame.filename] or frames
    place = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "?"
    return f"{type(error).__name__} at {place}: {str(error)[:150]!r}"


if __name__ == "__main__":
    sys.exit(main())
