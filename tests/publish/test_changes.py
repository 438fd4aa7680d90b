"""changes.csv and the changelog tell what changed in the data; what people wrote stays."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from types import ModuleType

import pytest

import silkfigures
from silkfigures.publish import changelog, changes, history, history_findings
from silkfigures.publish.changelog import BEGIN, CHANGELOG, END
from silkfigures.versions import record, release_files

NOW = silkfigures.__version__
WRITTEN = (
    "# Changes\n\nIn our own words.\n\n## 0.1.0 (2020-01-01)\n\nEarlier.\n\n## 0.0.1 (2019-01-01)\n\nFirst.\n"
)


@pytest.fixture
def grown(folder: Path, repository: ModuleType, tmp_path: Path) -> Path:
    """A made-up repository that released 0.0.1 and 0.1.0 before: 0.0.1 had one claim of other unit and no
    claim lee2021-003, 0.1.0 had all that is there now but a definition."""
    (folder / CHANGELOG).write_text(WRITTEN, encoding="utf-8")
    (folder / "raw/changes.yaml").write_text(
        "- version: 0.1.0\n  claims: akhmet2020-004\n  field: unit\n  why: The map is in metres.\n",
        encoding="utf-8",
    )
    (folder / "raw/retired.yaml").write_text("[]\n", encoding="utf-8")
    for version, older in (("0.1.0", False), ("0.0.1", True)):
        past = Path(shutil.copytree(folder, tmp_path / version))
        repository.edit(past, "flags", lambda text: text.replace(text.splitlines()[1], "old,o,о,о,Gone.", 1))
        if older:
            for table in ("figures", "pipelines"):
                repository.set_cell(past, table, "akhmet2020-004", "unit", "t")
            for table in ("figures", "context"):
                repository.edit(
                    past,
                    table,
                    lambda text: "\n".join(ln for ln in text.split("\n") if "lee2021-003" not in ln[:11]),
                )
        repository.describe(past)
        text = (past / "datapackage.json").read_text(encoding="utf-8")
        (past / "datapackage.json").write_text(text.replace(f'"version": "{NOW}"', f'"version": "{version}"'))
        record(folder, release_files(past), version)
    return folder


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_the_changes_since_the_version_before(grown: Path) -> None:
    flag = (grown / "tables/flags.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    assert rows(changes(grown)) == [
        ["version", "kind", "table", "key", "field", "from", "to", "why"],
        [NOW, "row removed", "flags", "old", "", "", "", ""],
        [NOW, "row added", "flags", flag, "", "", "", ""],
    ]


def test_the_history_is_the_changes_of_all_versions(grown: Path) -> None:
    head, *found = rows(history(grown))
    assert [head, *found[:2]] == rows(changes(grown))
    why = ["unit", "t", "km", "The map is in metres."]
    assert found[2:] == [
        ["0.1.0", "claim changed", "figures", "akhmet2020-004", *why],
        ["0.1.0", "claim added", "figures", "lee2021-003", "", "", "", ""],
    ]


def test_the_changes_are_a_part_of_the_history_that_stands_there(grown: Path) -> None:
    worked_out = changes(grown)
    (grown / "history.csv").write_text(history(grown), encoding="utf-8")
    shutil.rmtree(grown / "raw/released")  # as in an installed package
    assert changes(grown) == worked_out


@pytest.mark.parametrize("content", ["", "version,why\n", "version,kind\n1\n"])
def test_a_damaged_history_is_told(folder: Path, content: str) -> None:
    (folder / "history.csv").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"history\.csv: .* \(mend: run `silkfigures build`\)"):
        changes(folder)


def test_the_first_version_changes_nothing(folder: Path) -> None:
    assert rows(changes(folder)) == rows(history(folder)) == rows(changes(folder))[:1]
    assert history_findings(folder) == []


def test_a_new_version_gets_a_section_and_the_rest_stays(grown: Path) -> None:
    text = changelog(grown)
    begin = text.index(f"## {NOW} (")
    assert text[:begin] + text[text.index("## 0.1.0") :] == WRITTEN
    section = text[begin : text.index("## 0.1.0")]
    assert section.count(BEGIN) == section.count(END) == 1
    assert "- **Rows removed**: `flags`: `old`.\n" in section


def test_sentences_in_the_section_stay(grown: Path) -> None:
    first = changelog(grown)
    own = first.replace(BEGIN, f"Above.\n\n{BEGIN}").replace(END, f"{END}\n\nBelow.")
    (grown / CHANGELOG).write_text(own, encoding="utf-8")
    assert changelog(grown) == own
    (grown / CHANGELOG).write_text(own.replace("`old`", "`young`"), encoding="utf-8")
    assert changelog(grown) == own


def test_a_section_written_by_hand_gets_its_marks(grown: Path) -> None:
    (grown / CHANGELOG).write_text(
        WRITTEN.replace("## 0.1.0", f"## {NOW}\n\nOwn words.\n\n## 0.1.0"), encoding="utf-8"
    )
    text = changelog(grown)
    assert f"## {NOW}\n\nOwn words.\n\n{BEGIN}\n\n- **Claims" in text
    assert f"{END}\n\n## 0.1.0 (2020-01-01)\n\nEarlier.\n" in text
    (grown / CHANGELOG).write_text(text, encoding="utf-8")
    assert changelog(grown) == text


def test_an_earlier_section_with_marks_is_kept_true(grown: Path) -> None:
    text = changelog(grown).replace("Earlier.\n", f"Earlier.\n\n{BEGIN}\n{END}\n")
    (grown / CHANGELOG).write_text(text, encoding="utf-8")
    assert "  - `unit`" not in changelog(grown)
    assert "- **Claims changed**: `unit` of `akhmet2020-004` from `t` to `km`. The map" in changelog(grown)


@pytest.mark.parametrize("broken", [BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}\n{END}\n{BEGIN}\n{END}"])
def test_marks_that_do_not_pair_are_told(grown: Path, broken: str) -> None:
    (grown / CHANGELOG).write_text(WRITTEN.replace("Earlier.", broken), encoding="utf-8")
    with pytest.raises(ValueError, match=r"CHANGELOG\.md: the marks of section 0\.1\.0 do not pair \(mend:"):
        changelog(grown)


def test_marks_in_a_section_of_no_known_version_are_told(grown: Path) -> None:
    (grown / CHANGELOG).write_text(WRITTEN.replace("First.", f"{BEGIN}\n{END}"), encoding="utf-8")
    told = rf"nothing is known of the version of section 0\.0\.1 \(mend: name the section after one of {NOW},"
    with pytest.raises(ValueError, match=told):
        changelog(grown)


def test_a_missing_changelog_is_named(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"CHANGELOG\.md: cannot be read"):
        changelog(folder)


def test_what_is_not_explained_is_found(grown: Path) -> None:
    (line,) = map(str, history_findings(grown))
    assert line.startswith("raw/changes.yaml: nothing says why: row removed: flags old (mend: add an item")


def test_a_version_that_was_never_recorded_is_found(grown: Path) -> None:
    (grown / CHANGELOG).write_text(WRITTEN.replace("## 0.0.1", "## 0.0.4\n\n## 0.0.1"), encoding="utf-8")
    line = str(history_findings(grown)[0])
    assert line.startswith("CHANGELOG.md:9: 0.0.4 was released, and raw/released does not hold it (mend: run")
