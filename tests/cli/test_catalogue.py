from pathlib import Path

from silkfigures.publish import CATALOGUE


def test_the_files_are_written(run, sound: Path, tmp_path: Path) -> None:
    out = tmp_path / "a" / "release"
    result = run("catalogue", "--folder", sound, "--out", out)
    assert result.exit_code == 0
    assert result.stdout.split() == list(CATALOGUE)
    assert result.stderr == f"{len(CATALOGUE)} files written to {out}.\n"
    assert {path.name for path in out.iterdir()} == set(CATALOGUE)
    assert (out / "CITATION.cff").read_text(encoding="utf-8") == CATALOGUE["CITATION.cff"](sound)


def test_nothing_is_written_when_the_package_is_damaged(run, folder: Path, tmp_path: Path) -> None:
    (folder / "tables" / "documents.csv").unlink()
    result = run("catalogue", "--folder", folder, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "tables/documents.csv: the file is missing" in result.stderr
    assert not (tmp_path / "out").exists()


def test_the_tables_of_the_package_are_described_where_no_folder_is_named(run, tmp_path: Path) -> None:
    result = run("catalogue", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert '"variableMeasured"' in (tmp_path / "dataset.jsonld").read_text(encoding="utf-8")
