"""Files in raw/ made to do harm: one clear slip each, soon, and nothing is run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from silkfigures.readings import Errors, ReadingErrors, load_documents, load_works, verify
from silkfigures.readings.errors import ReadingError
from silkfigures.readings.places import PLACES, read_places
from silkfigures.readings.yamlfile import load_yaml, parse_yaml

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
# a YAML text, and what is said of it
YAML = {
    "code": ("a: !!python/object/apply:os.system ['touch pwned']\n", "a YAML tag"),
    "code by name": ("!!python/name:os.system\n", "a YAML tag"),
    "a tag of its own": ("a: !evil b\n", "a YAML tag"),
    "billion laughs": (LAUGHS, "a YAML anchor"),
    "merge": ("a: {b: 1}\nc:\n  <<: *a\n", "a YAML alias"),
    "deep": ("[" * 100_000, "nested more than 12 deep"),
    "deep by dashes": ("- " * 100_000, "nested more than 12 deep"),
    "deep keys": ("? " * 100_000, "a key that is no word"),
    "NUL": ("a: b\0c\n", "a character that text files do not have"),
    "half a character": ('a: "\\udc80"\n', "half a character"),
    "directive": ("%YAML 9.9\n---\na: 1\n", "YAML"),
}


@pytest.mark.parametrize("case", YAML)
def test_hostile_yaml(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text, told = YAML[case]
    begin = time.process_time()
    with pytest.raises(ReadingError, match=told):
        parse_yaml(text)
    assert time.process_time() - begin < 3
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_merges_elsewhere_is_a_plain_word() -> None:
    assert parse_yaml("<<: {a: 1}\n") == {"<<": {"a": "1"}}


# what a file is made, and what is said of it
KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "cannot be read: is a pipe or a device"),
    "endless": (lambda path: path.symlink_to("/dev/zero"), "cannot be read: is a pipe or a device"),
    "folder": (lambda path: path.mkdir(), "cannot be read: is a directory"),
    "circle": (lambda path: path.symlink_to(path.name), "cannot be read: too many levels of symbolic links"),
    "a hundred megabytes": (lambda path: _sparse(path), "has more than 4000000 bytes"),
    "a long line": (lambda path: path.write_text("a" * 3_000_000), ""),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 9), "not UTF-8"),
}


def _sparse(path: Path) -> None:
    with path.open("wb") as out:
        out.truncate(100_000_000)


@pytest.mark.parametrize("case", KINDS)
@pytest.mark.parametrize("name", ["raw/documents.yaml", "raw/works.json", PLACES])
def test_what_is_no_file_or_no_text(example: Path, name: str, case: str) -> None:
    make, told = KINDS[case]
    path = example / name
    path.unlink()
    make(path)
    read = {"raw/documents.yaml": load_documents, "raw/works.json": load_works, PLACES: read_places}[name]
    errors, begin = Errors(), time.process_time()
    read(example, errors)
    assert {error.path for error in errors} == {name}
    if (case, name) != ("circle", PLACES):  # which is as good as missing
        assert told in next(iter(errors)).message
    assert time.process_time() - begin < 8


@pytest.mark.parametrize("case", ["pipe", "endless", "folder", "a hundred megabytes"])
def test_a_text_that_is_none(example: Path, case: str) -> None:
    text = example / "texts" / "pass_en.txt"
    text.unlink()
    KINDS[case][0](text)
    with pytest.raises(ReadingErrors, match=r"raw/documents.yaml:\d+: the text pass_en.txt "):
        verify(example, example / "texts")


@pytest.mark.parametrize("name", ["../raw/works.json", "/etc/passwd", "a/b.txt", "..", "a\x1b[31m"])
def test_a_document_is_named_without_its_folder(example: Path, name: str) -> None:
    path = example / "raw" / "documents.yaml"
    escaped = name.replace("\x1b", "\\e")
    path.write_text(path.read_text(encoding="utf-8").replace("pass_en.txt", f'"{escaped}"'), encoding="utf-8")
    errors = Errors()
    load_documents(example, errors)
    assert "write the name of a file, without its folder" in str(next(iter(errors)))
    assert "\x1b" not in str(next(iter(errors)))


JSON = {
    "deep": ("[" * 100_000, "nested too deep"),
    "twice": ('[{"id": "a", "id": "b"}]', "the key `id` twice"),
    "not a number": ('[{"id": NaN}]', "`NaN` is no JSON"),
    "without end": ('[{"id": -Infinity}]', "`-Infinity` is no JSON"),
    "many digits": ("[" + "9" * 5000 + "]", "a number of thousands of digits"),
    "half a character": ('[{"id": "\\ud800"}]', "half a character"),
    "mark of order": ("\ufeff[]", "not JSON"),
    "many keys": ('[{"a":1' + "".join(f',"{n}":1' for n in range(100_000)) + "}]", "`id` is missing"),
}


@pytest.mark.parametrize("case", JSON)
def test_hostile_works(example: Path, case: str) -> None:
    text, told = JSON[case]
    (example / "raw" / "works.json").write_text(text, encoding="utf-8")
    errors, begin = Errors(), time.process_time()
    assert load_works(example, errors) == {}
    assert [error.path for error in errors] == ["raw/works.json"]
    assert told in str(next(iter(errors)))
    assert time.process_time() - begin < 5


def test_a_file_that_may_not_be_read(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ReadingError, match="cannot be read: permission denied"):
        load_yaml(example / "raw" / "documents.yaml")


def test_an_error_is_one_short_line_whatever_is_written() -> None:
    error = ReadingError("a\nb.yaml", 1, "no such key: `" + "x\x1b[2J\n" * 100_000 + "`", "y" * 100_000)
    assert len(str(error)) < 10_000 and str(error).isprintable()
