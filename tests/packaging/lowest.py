"""Run the fast tests with the lowest versions: `python tests/packaging/lowest.py [pytest arguments]`.

The wheel is installed into a new environment with all its extras, and everything that `pyproject.toml` names
in the lowest version that it allows for this Python. What those packages need themselves is as new as they
allow.
"""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
EXTRAS = "excel,parquet,plot,build,test"
build_wheel = runpy.run_path(str(Path(__file__).with_name("on_the_wheel.py")))["build_wheel"]


def lowest() -> list[str]:
    """What pip needs to install the lowest versions: "name==version" for each package declared."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *(line for name in EXTRAS.split(",") for line in extras[name])]
    declared = [Requirement(line) for line in lines]
    return sorted(
        {f"{one.name}=={_least(one)}" for one in declared if not one.marker or one.marker.evaluate()}
    )


def _least(requirement: Requirement) -> str:
    (least,) = (part.version for part in requirement.specifier if part.operator == ">=")
    return least


def environment(folder: Path, wheel: Path, extras: str = "", *, versions: str = "lowest") -> Path:
    """Make an environment with the wheel in `folder`, lowest or newest versions, and give its Python."""
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += [f"{wheel}[{extras}]" if extras else str(wheel)]
    if versions == "lowest":
        (folder / "lowest.txt").write_text("\n".join(lowest()) + "\n", encoding="utf-8")
        command += ["--constraint", str(folder / "lowest.txt")]
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    subprocess.run(command, check=True, env=clean, cwd=folder)
    return python


def main(arguments: list[str]) -> int:
    """Build, install, and run pytest; the exit status is that of pytest."""
    with tempfile.TemporaryDirectory() as scratch:
        python = environment(Path(scratch), build_wheel(Path(scratch)), EXTRAS)
        tested = {**os.environ, "PYTHONPATH": "", "SILKFIGURES_TESTED_FROM": str(python.parents[1])}
        command = [str(python), "-m", "pytest", "-p", "no:cacheprovider", *arguments]
        return subprocess.run(command, cwd=ROOT, env=tested).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
