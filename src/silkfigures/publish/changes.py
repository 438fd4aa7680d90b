"""What changed: `changes.csv`, `history.csv`, and the sections on the data in `CHANGELOG.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from silkfigures.publish.about import about
from silkfigures.publish.descriptor import descriptor
from silkfigures.schemas.findings import Finding
from silkfigures.versions import (
    Change,
    Release,
    changes_by_version,
    markdown,
    read_release,
    release_files,
    told,
)
from silkfigures.versions import history_findings as findings
from silkfigures.versions.ledger import RELEASED, recorded

CHANGELOG = "CHANGELOG.md"
DESCRIPTION = "datapackage.json"
BEGIN = "<!-- data: `silkfigures build` writes what follows; sentences of your own go above or below -->"
END = "<!-- end of data -->"
_SECTION = re.compile(r"^## (\d+\.\d+\.\d+)\b.*\n", re.MULTILINE)


def changes(root: Path) -> str:
    """The text of `changes.csv`: every change of the data since the version before.

    Parameters
    ----------
    root : Path
        The repository: its tables, `raw/package.toml`, `raw/released/`, `raw/changes.yaml`,
        `raw/retired.yaml`.

    Returns
    -------
    str
        CSV in the dialect of the tables, with the columns version, kind, table, key, field, from, to, why;
        no rows for the first version of all. The same files give the same text.

    Raises
    ------
    ValueError
        When a table, the ledger or a list of reasons cannot be read; it names the file.
    """
    release = _present(Path(root))
    return told(changes_by_version(Path(root), release).get(release.version, ()))


def history(root: Path) -> str:
    """The text of `history.csv`: the changes of every version, the newest first; see `changes`.

    With it in a release, `silkfigures diff` can say why of changes that came versions ago.
    """
    return told(_all(changes_by_version(Path(root), _present(Path(root)))))


def _all(found: dict[str, list[Change]]) -> list[Change]:
    return [change for changes in found.values() for change in changes]


def history_findings(root: Path) -> list[Finding]:
    """What is wrong with the history of a repository: see `silkfigures.versions.history_findings`.

    Also versions that `CHANGELOG.md` has a section of and that the ledger, where there is one, has not.
    """
    root = Path(root)
    release = _present(root)
    return [*_unrecorded(root, release.version), *findings(root, release)]


def _unrecorded(root: Path, present: str) -> Iterator[Finding]:
    """Earlier versions of the changelog that are not in the ledger."""
    versions = recorded(root)
    if not versions or not (root / CHANGELOG).is_file():
        return
    text = (root / CHANGELOG).read_text(encoding="utf-8")
    for match in _SECTION.finditer(text):
        if match[1] not in (present, *versions):
            line = text.count("\n", 0, match.start()) + 1
            message = f"{match[1]} was released, and {RELEASED} does not hold it"
            yield Finding(CHANGELOG, line, "", message, "run `silkfigures record FOLDER` on that release")


def _present(root: Path) -> Release:
    """What stands in the repository, described as it would be now."""
    files = release_files(root) | {DESCRIPTION: descriptor(root).encode("utf-8")}
    return read_release(files, str(root))


def changelog(root: Path) -> str:
    """The text of `CHANGELOG.md` with what the data say of themselves brought up to date.

    Between two marks, the section of each version lists what changed in the tables; everything else is
    written by people and stays. The present version gets a section where it has none.

    Parameters
    ----------
    root : Path
        The repository; its `CHANGELOG.md` is read and not written.

    Raises
    ------
    ValueError
        When a file cannot be read, or a section has one mark without the other; it names the file.
    """
    root = Path(root)
    path = root / CHANGELOG
    release = _present(root)
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
    version = _SECTION.match(section)[1]
    begins, ends = section.count(BEGIN), section.count(END)
    if (begins, ends) == (0, 0):
        return section
    if (begins, ends) != (1, 1) or section.index(BEGIN) > section.index(END) or version not in found:
        mend = f"keep one line `{BEGIN}` and after it one line `{END}`, or take both out"
        raise ValueError(f"{CHANGELOG}: the marks of section {version} cannot be used (mend: {mend})")
    head, tail = section.split(BEGIN)[0], section.split(END)[1]
    return f"{head}{BEGIN}\n\n{markdown(found[version])}\n\n{END}{tail}"
