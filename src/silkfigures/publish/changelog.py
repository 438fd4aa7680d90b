"""`CHANGELOG.md`, and whether the history of the data is whole.

People write the changelog; what changed in the data is listed between two marks in the section of a version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from silkfigures.publish.about import about
from silkfigures.publish.changes import present
from silkfigures.schemas.findings import Finding
from silkfigures.versions import Change, changes_by_version, markdown
from silkfigures.versions import history_findings as findings
from silkfigures.versions.ledger import RELEASED, recorded

CHANGELOG = "CHANGELOG.md"
BEGIN = "<!-- data: `silkfigures build` writes what follows; sentences of your own go above or below -->"
END = "<!-- end of data -->"
_SECTION = re.compile(r"^## (\d+\.\d+\.\d+)\b.*\n", re.MULTILINE)


def changelog(root: Path, built: Path | None = None) -> str:
    """The text of `CHANGELOG.md` with what the data say of themselves brought up to date.

    Between two marks, the section of each version lists what changed in the tables; everything else is
    written by people and stays. The present version gets a section where it has none.

    Parameters
    ----------
    root : Path
        The repository; its `CHANGELOG.md` is read and not written.
    built : Path, optional
        The folder with `tables/`, where they lie elsewhere: those of a build that is not yet in place.

    Raises
    ------
    ValueError
        When a file cannot be read, or the marks of a section do not fit; it names the file.
    """
    root = Path(root)
    path, release = root / CHANGELOG, present(root, built)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: cannot be read: {error}") from error
    found = changes_by_version(root, release)
    if release.version in found:
        text = _with_section(text, release.version, about(root)["released"])
    starts = [match.start() for match in _SECTION.finditer(text)] + [len(text)]
    sections = [text[start:end] for start, end in pairwise(starts)]
    return text[: starts[0]] + "".join(_section(section, found) for section in sections)


def _with_section(text: str, version: str, day: str) -> str:
    """The text with a section for the version: marks in the one there is, or a new one before all others."""
    for match in _SECTION.finditer(text):
        if match[1] == version:
            following = _SECTION.search(text, match.end())
            end = following.start() if following else len(text)
            section = text[match.start() : end]
            if BEGIN not in section and END not in section:
                section = f"{section.rstrip()}\n\n{BEGIN}\n{END}\n" + ("\n" if following else "")
            return text[: match.start()] + section + text[end:]
    first = _SECTION.search(text)
    at = first.start() if first else len(text)
    return f"{text[:at]}## {version} ({day})\n\n{BEGIN}\n{END}\n\n{text[at:]}"


def _section(section: str, found: dict[str, list[Change]]) -> str:
    """A section with what stands between its marks written anew; one without marks as it is."""
    version = next(_SECTION.finditer(section))[1]
    begins, ends = section.count(BEGIN), section.count(END)
    if (begins, ends) == (0, 0):
        return section
    if (begins, ends) != (1, 1) or section.index(BEGIN) > section.index(END):
        mend = f"keep one line `{BEGIN}` and after it one line `{END}`, or take both out"
        raise ValueError(f"{CHANGELOG}: the marks of section {version} do not pair (mend: {mend})")
    if version not in found:
        mend = f"name the section after one of {', '.join(found)}, or take its marks out"
        raise ValueError(f"{CHANGELOG}: nothing is known of the version of section {version} (mend: {mend})")
    head, tail = section.split(BEGIN)[0], section.split(END)[1]
    return f"{head}{BEGIN}\n\n{markdown(found[version])}\n\n{END}{tail}"


def history_findings(root: Path) -> list[Finding]:
    """What is wrong with the history of a repository: see `silkfigures.versions.history_findings`.

    Also versions that `CHANGELOG.md` has a section of and that the ledger, where there is one, has not.
    """
    root = Path(root)
    release = present(root)
    return [*_unrecorded(root, release.version), *findings(root, release)]


def _unrecorded(root: Path, now: str) -> Iterator[Finding]:
    """Earlier versions that have a section in the changelog and no place in the ledger."""
    versions = recorded(root)
    if not versions or not (root / CHANGELOG).is_file():
        return
    text = (root / CHANGELOG).read_text(encoding="utf-8")
    for match in _SECTION.finditer(text):
        if match[1] not in (now, *versions):
            line = text.count("\n", 0, match.start()) + 1
            message = f"{match[1]} was released, and {RELEASED} does not hold it"
            yield Finding(CHANGELOG, line, "", message, "run `silkfigures record FOLDER` on that release")
