"""Fuzzing that is led by the branches an input reaches: `python -m fuzz.guided TARGET CORPUS -runs=100000`.

Needs `pip install atheris`. CORPUS is a folder in which it keeps the inputs that reached something new; it
begins with the files of the target. Stops at the first input that the target must not do, and writes it down.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["silkfigures", "yaml", "zipfile"]):
    from fuzz.__main__ import TARGETS
    from fuzz.target import expected

    for name in ("readings", "build", "quantities", "checks", "files", "publish", "schemas"):
        __import__(f"silkfigures.{name}")


def main() -> None:
    """Run one target."""
    name, corpus, *rest = sys.argv[1:]
    target, folder = TARGETS[name], Path(tempfile.mkdtemp(prefix="fuzz-"))
    seeds = target.seeds()
    first = sorted(seeds)[0]
    Path(corpus).mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(seeds.values()):
        Path(corpus, f"seed-{number}").write_bytes(content)

    def one(data: bytes) -> None:
        try:
            target.read(first, data, folder)
        except expected():
            pass

    atheris.Setup([sys.argv[0], corpus, "-max_len=4000", "-timeout=10", *rest], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
