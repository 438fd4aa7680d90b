"""Run the fast tests against the built wheel: `python tests/packaging/on_the_wheel.py [pytest arguments]`.

The wheel is unpacked into an empty folder that comes first on the path, so that the tests import what users
install and not the source tree. What the package depends on comes from the environment at hand.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build_wheel(folder: Path) -> Path:
    """Build the wheel of the checkout into `folder` and return its path."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    return wheel


def unpack(wheel: Path, folder: Path) -> None:
    """Install the wheel, without its dependencies, into `folder`."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--no-index", "--target", str(folder), str(wheel)], check=True)


def main(arguments: list[str]) -> int:
    """Build, unpack, and run pytest; the exit status is that of pytest."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch, "site")
        unpack(build_wheel(Path(scratch)), site)
        environment = {**os.environ, "PYTHONPATH": str(site), "SILKFIGURES_TESTED_FROM": str(site)}
        command = [sys.executable, "-m", "pytest", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
