"""Fuzzing the files of raw/: YAML, works, code lists, lock files, metadata, and the whole build of them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from fuzz.target import EXAMPLE, ROOT, Target, files


@cache
def _yaml_files() -> dict[str, bytes]:
    return files("raw/readings/*.yaml", "raw/*.yaml") | files("raw/readings/*.yaml", root=EXAMPLE)


def _yaml(name: str, data: bytes, folder: Path) -> None:
    from silkfigures.readings.yamlfile import Mapping, Sequence, parse_yaml

    assert isinstance(parse_yaml(data.decode("utf-8", "surrogateescape"), name), str | Mapping | Sequence)


@cache
def _small_lists() -> dict[str, bytes]:
    return files("raw/**/*.*", root=EXAMPLE) | {
        "raw/places.csv": (ROOT / "raw" / "places.csv").read_bytes()[:3000],
        "raw/retired.yaml": b"- claim: pereval-900\n  version: 0.2.0\n  reason: read twice\n",
        "raw/package.toml": (ROOT / "raw" / "package.toml").read_bytes(),
    }


def _one_list(name: str, data: bytes, folder: Path) -> None:
    """One file, read by the loader of its kind."""
    from silkfigures.build.corrections import load_corrections
    from silkfigures.build.lists import Lists
    from silkfigures.build.retired import load_retired
    from silkfigures.build.works import document_rows, work_rows
    from silkfigures.publish.about import about
    from silkfigures.readings import Errors, load_documents, load_readings, load_works, read_places
    from silkfigures.readings.coverage import read_coverage

    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    errors = Errors()
    try:
        if name.endswith(".toml"):
            _declared_error(lambda root: str(about(root)), folder)
        elif "readings" in name:
            load_readings(path.parent, errors)
        elif "codelists" in name:
            shutil.copytree(EXAMPLE / "raw" / "codelists", path.parent, dirs_exist_ok=True)
            path.write_bytes(data)
            Lists(folder, errors)
        elif name == "raw/works.json":
            work_rows(load_works(folder, errors), {}, errors)
        else:
            loaders = {
                "documents": lambda root, errors: document_rows(load_documents(root, errors)),
                "corrections": load_corrections,
                "retired": load_retired,
                "places": read_places,
                "coverage": read_coverage,
            }
            loaders[Path(name).stem](folder, errors)
    finally:
        path.unlink()
    for error in errors:
        assert error.message and error.mend and "\n" not in str(error)[:1], error


def _declared_error(function: Callable[[Path], str], folder: Path) -> None:
    """Call what declares ValueError, naming the file, for metadata that are not right."""
    try:
        function(folder).encode("utf-8")
    except ValueError as error:
        if "package.toml" not in str(error):
            raise AssertionError(f"names no file: {error!r}") from error


@cache
def _example() -> Path:
    """A sound repository, of which copies are damaged."""
    from silkfigures.readings import write_places

    root = Path(tempfile.mkdtemp(prefix="fuzz-")) / "example"
    shutil.copytree(EXAMPLE, root)
    write_places(root, root / "texts")
    shutil.copy(ROOT / "raw" / "package.toml", root / "raw")
    return root


@cache
def _example_files() -> dict[str, bytes]:
    return files("raw/**/*.*", root=_example()) | {
        "raw/retired.yaml": b"- claim: pereval-900\n  version: 0.2.0\n  reason: read twice\n"
    }


def _build(name: str, data: bytes, folder: Path) -> None:
    """The whole build of a repository in which one file is damaged; what it writes is valid."""
    from silkfigures.build import build
    from silkfigures.publish import citation, descriptor, review

    root = folder / "repository"
    if not root.exists():
        shutil.copytree(_example(), root)
    path = root / name
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(data)

    def describe(built: Path) -> dict[str, str]:
        found: dict[str, str] = {}
        for file, told in (
            ("datapackage.json", lambda root: descriptor(root, built)),
            ("CITATION.cff", lambda root: citation(root, built)),
            ("validation/report.md", lambda root: review(root, built)),
        ):
            _declared_error(lambda root, file=file, told=told: found.setdefault(file, told(root)), root)
        return found

    try:
        build(root, describe)
    finally:
        path.unlink() if before is None else path.write_bytes(before)


TARGETS = {
    "yaml": Target(_yaml_files, _yaml, 0.12),
    "lists": Target(_small_lists, _one_list, 0.06),
    "build": Target(_example_files, _build, 0.005),
}
