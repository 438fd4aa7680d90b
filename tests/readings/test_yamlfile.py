"""YAML: plain mappings, lists and strings with their lines; all else refused with line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkfigures.readings.errors import ReadingError
from silkfigures.readings.yamlfile import LIMIT, Mapping, load_yaml, parse_yaml


def test_values_are_strings_with_lines() -> None:
    node = parse_yaml("a: 1.50\nb:\n  - yes\n  - {c: 2024-01, d: null}\n")
    assert node == {"a": "1.50", "b": ["yes", {"c": "2024-01", "d": "null"}]}
    assert node.lines == {"a": 1, "b": 2}
    assert node["b"].lines == [3, 4]
    assert node["b"][1].lines == {"c": 4, "d": 4}


def test_folded_text_keeps_its_key_line() -> None:
    node = parse_yaml("a: one\n  two\nb: three\n")
    assert (node["a"], node.lines["b"]) == ("one two", 3)


SLIPS = {
    "anchor": ("a: 1\nb: &x 2\n", "f:2: a YAML anchor (&x) (mend: write the value out, in quotes)"),
    "alias": ("a: &x 1\nb: *x\n", "f:1: a YAML anchor (&x) (mend: write the value out, in quotes)"),
    "alias alone": ("a: 1\nb: *x\n", "f:2: a YAML alias (*x) (mend: write the value out, in quotes)"),
    "tag": ("a: 1\nb: !!int 2\n", "f:2: a YAML tag (tag:yaml.org,2002:int)"),
    "repeated key": ("a: 1\nb: 2\na: 3\n", "f:3: the key `a` again (first at line 1) (mend: remove one)"),
    "two documents": (
        "a: 1\n---\nb: 2\n",
        "f:2: a second YAML document begins here (mend: remove the line `---`)",
    ),
    "colon": ("a: 1\nb: he said: no\n", "f:2: YAML: mapping values are not allowed here (mend: put the text"),
    "tab": ("a:\n\t- b\n", "(mend: indent with spaces, not tabs)"),
    "quote": ('a: "open\nb: 2\n', "f:3: YAML: found unexpected end of stream (mend: close the quote"),
    "bracket": ("a: 1\nb: [1, 2\nc: 3\n", "(mend: check indentation, colons and quotes at this line"),
    "percent": (
        "a: %x\n",
        "f:1: YAML: found character '%' that cannot start any token (mend: put the text that",
    ),
    "indent": ("a:\n  b: 1\n c: 2\n", "f:3: YAML: expected <block end>"),
    "key": ("[a]: 1\n", "f:1: a key that is no word (mend: write `key: value`)"),
    "control": ("a: 1\nb: \x07\n", "f:2: YAML: a character that text files do not have (mend: remove it)"),
    "empty": ("# nothing\n", "f:1: the file is empty"),
    "deep": ("[" * 50 + "]" * 50, "f:1: nested more than 12 deep (mend: flatten it)"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip(name: str) -> None:
    text, message = SLIPS[name]
    with pytest.raises(ReadingError) as caught:
        parse_yaml(text, "f")
    assert message in str(caught.value)


def test_other_encoding(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes("a: 1\nb: чай\n".encode("cp1251"))
    with pytest.raises(ReadingError) as caught:
        load_yaml(tmp_path / "f.yaml", "f")
    assert str(caught.value) == "f:2: this is not UTF-8 text (mend: save the file as UTF-8)"


def test_huge_file(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes(b"#" * (LIMIT + 1))
    with pytest.raises(ReadingError, match=r"has more than 4000000 bytes .mend: split the file"):
        load_yaml(tmp_path / "f.yaml", "f")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="f: cannot be read: no such file or directory"):
        load_yaml(tmp_path / "f.yaml", "f")


@given(st.text(alphabet="ab:-[]{}&*!'\"#|>%@\n\t ,?0", max_size=60))
def test_any_text_gives_a_node_or_a_reading_error(text: str) -> None:
    try:
        node = parse_yaml(text)
    except ReadingError as error:
        assert error.mend
    else:
        assert isinstance(node, str | list | Mapping)
