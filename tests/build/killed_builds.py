"""Builds that are killed, and what they leave: `python tests/build/killed_builds.py REPOSITORY KILLS SEED`.

The repository is built once (the old set), then what people write in it is changed. From there on builds are
started and killed with SIGKILL: before each of their file-system steps in turn, and at random times. After
each kill the files are looked at, then a build runs to its end. Every build is a forked child, so that the
libraries are loaded once. Prints a JSON object a kill.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from silkfigures.cli import cli
from silkfigures.dataset import store
from silkfigures.dataset.errors import DamagedData
from silkfigures.files import exchange
from silkfigures.files.stage import STAGE

STEPS = {
    "open",
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.chmod",
    "os.scandir",
    "os.listdir",
    "ctypes.dlopen",
}
STRANGERS = {"tables/notes.txt": b"mine\n", "tables/mine/old.csv": b"a\n1\n"}
Files = dict[str, bytes]


def in_child(action: Callable[[], object], kill_after: float | None = None) -> int:
    """Run an action in a forked child, killed after so many seconds; the signal or code that ended it."""
    child = os.fork()
    if not child:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        try:
            action()
        except SystemExit as end:
            os._exit(int(end.code or 0))
        except BaseException:
            os._exit(99)
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def build(root: Path) -> None:
    """Run `silkfigures build` in this process."""
    cli(["build", "--root", str(root)], prog_name="silkfigures")


def build_until(root: Path, step: int) -> None:
    """Build, and be killed before the file-system step of that number, counted in the repository from 1."""
    seen = 0

    def count(event: str, given: tuple) -> None:
        nonlocal seen
        # What is read in raw/ is no step of writing; a library that is opened is: it exchanges folders.
        if event in STEPS and (
            event.startswith("ctypes") or (str(root) in str(given[0]) and "raw" not in str(given[0]))
        ):
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    build(root)


def files(root: Path) -> Files:
    """What lies in the repository, but for raw/ and the texts."""
    found = {
        str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()
    }
    return {name: content for name, content in found.items() if not name.startswith(("raw/", "texts/"))}


def change(root: Path) -> None:
    """Change what people write, so that tables, description, citation and report become others."""
    package = root / "raw" / "package.toml"
    package.write_text(package.read_text(encoding="utf-8").replace("Asia", "Eurasia"), encoding="utf-8")
    for name in ("places", "indicators", "flags"):
        path = root / "raw" / "codelists" / f"{name}.csv"
        header, *rows = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        path.write_text("\n".join([header, *reversed(rows), ""]), encoding="utf-8")
    reading = root / "raw" / "readings" / "pereval.yaml"
    text = reading.read_text(encoding="utf-8")
    reading.write_text(text.replace("period: 2020\n", "period: 2019\n"), encoding="utf-8")


def loaded(root: Path) -> Files | None:
    """All tables as the package reads them from the repository, or None where it finds them damaged."""
    for cached in (store.descriptor, store.resources):
        cached.cache_clear()
    store.folder = lambda: root
    try:
        return {f"tables/{name}.csv": store.content(name) for name in store.resources()}
    except DamagedData:
        return None


def judged(root: Path, old: Files, new: Files) -> dict[str, str]:
    """Which set (old, new, or "mixed") the tables, their description and the tables as loaded are."""

    def which(found: Files | None, names: list[str]) -> str:
        if found is None:
            return "damaged"
        sets = (("old", old), ("new", new))
        return next((word for word, whole in sets if all(found.get(n) == whole[n] for n in names)), "mixed")

    now = files(root)
    tables = [name for name in new if name.startswith("tables/") and name not in STRANGERS]
    kept = all(any(name.endswith(stranger) for name in now) for stranger in STRANGERS)
    return {
        "tables": which(now, tables),
        "description": which(now, ["datapackage.json"]),
        "loaded": which(loaded(root), tables),
        "strangers": "kept" if kept else "lost",
        "left": str(sum(path.name.startswith(STAGE) for path in root.iterdir())),
    }


def kills(steps: range, seconds: float, count: int, seed: int) -> Iterator[tuple[str, Callable[[Path], int]]]:
    """Ways to kill a build: before each step, then at random times, then several in a row."""
    for step in steps:
        yield f"step {step}", lambda root, n=step: in_child(lambda: build_until(root, n))
    source = random.Random(seed)
    for _ in range(count):
        times = [source.uniform(0, 1.1 * seconds) for _ in range(source.choice([1, 1, 2, 3]))]
        yield (
            "after " + ", ".join(f"{t:.4f} s" for t in times),
            lambda root, all_=times: [in_child(lambda: build(root), kill_after=t) for t in all_][-1],
        )


def number_of_steps(root: Path) -> int:
    """How many file-system steps a build has."""
    low, high = 1, 2
    copy = Path(tempfile.mkdtemp(dir=root.parent)) / "copy"

    def finishes(step: int) -> bool:
        shutil.copytree(root, copy)
        end = in_child(lambda: build_until(copy, step))
        shutil.rmtree(copy)
        return end != -signal.SIGKILL

    while not finishes(high):
        low, high = high, high * 2
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if finishes(middle) else (middle, high)
    return low


def main() -> None:
    """Kill builds of a copy of a repository, and print what each left."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("repository", type=Path)
    parser.add_argument("kills", type=int, help="at random times, besides one before each step")
    parser.add_argument("seed", type=int)
    parser.add_argument("--every", type=int, default=1, help="kill before each so many-th step")
    parser.add_argument(
        "--no-exchange", action="store_true", help="as on a system that cannot exchange folders"
    )
    given = parser.parse_args()
    if given.no_exchange:
        exchange._in_one_step = lambda new, old: False
    with tempfile.TemporaryDirectory() as scratch:
        before, after = Path(scratch, "before"), Path(scratch, "after")
        shutil.copytree(given.repository, before)
        assert in_child(lambda: build(before)) == 0
        for name, content in STRANGERS.items():
            (before / name).parent.mkdir(exist_ok=True)
            (before / name).write_bytes(content)
        old = files(before)
        change(before)
        shutil.copytree(before, after)
        begin = time.perf_counter()
        assert in_child(lambda: build(after)) == 0
        seconds = time.perf_counter() - begin
        new = files(after)
        assert old.keys() == new.keys() and sum(old[name] != new[name] for name in old) > 5
        root = Path(scratch, "root")
        steps = range(1, number_of_steps(before) + 1, given.every)
        for name, kill in kills(steps, seconds, given.kills, given.seed):
            shutil.copytree(before, root)
            end = kill(root)
            found = {"kill": name, "end": end, **judged(root, old, new)}
            found["next build"] = in_child(lambda: build(root))
            found["then"] = "new" if files(root) == new else "wrong"
            print(json.dumps(found), flush=True)
            shutil.rmtree(root)


if __name__ == "__main__":
    main()
