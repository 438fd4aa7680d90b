"""A `datapackage.json` that does not describe the tables beside it."""

import json
import socket

import pytest

from silkfigures.checks import validate

# the words replaced, by what, and what is said of it
DAMAGE = {
    "not JSON": ('"resources": [', '"resources": {', "is not JSON"),
    "no resources": ('"resources": [', '"sources2": [', "holds no list of named resources"),
    "resource without a name": ('"name": "aid"', '"nme": "aid"', "holds no list of named resources"),
    "name that is a list": ('"name": "aid"', '"name": ["aid"]', "holds no list of named resources"),
    "unknown table": ('"name": "aid"', '"name": "aids"', "write 'aid'"),
    "table described twice": ('"name": "aid"', '"name": "trade"', "describes 'trade' twice"),
    "address in place of a path": (
        '"tables/aid.csv"',
        '"https://example.org/aid.csv"',
        "path is tables/aid.csv",
    ),
    "path out of the folder": ('"tables/aid.csv"', '"../aid.csv"', "path is tables/aid.csv"),
    "another encoding": ('"encoding": "utf-8"', '"encoding": "cp1251"', "encoding is 'cp1251'"),
    "another delimiter": ('"delimiter": ","', '"delimiter": ";"', "dialect.delimiter is ';'"),
    "another type": ('"type": "number"', '"type": "string"', "type is 'string' and declared as 'number'"),
    "constraints that are a number": ('"constraints": {', '"constraints": 5, "x": {', "constraints is '5'"),
    "a code lost from an enum": ('"estimate",\n', "\n", "constraints.enum"),
    "keys that are no objects": ('"foreignKeys": [', '"foreignKeys": ["a", ', "schema.foreignKeys"),
}

# those of which frictionless might make something else than an error
OUTSIDE = {"address in place of a path", "path out of the folder", "constraints that are a number"}


@pytest.mark.slow
@pytest.mark.parametrize("case", DAMAGE, ids=list(DAMAGE))
def test_a_wrong_description_is_found(folder, monkeypatch, case):
    old, new, says = DAMAGE[case]
    path = folder / "datapackage.json"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(socket.socket, "connect", _no_network)
    monkeypatch.setattr(socket, "getaddrinfo", _no_network)
    assert says in str(validate(folder, outsider=case in OUTSIDE))


def _no_network(*_args, **_options):
    raise AssertionError("validation must not use the network")


@pytest.mark.slow
@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"null", b"7", b"[" * 100_000], ids=repr)
def test_a_description_that_is_no_description_is_found(folder, content):
    (folder / "datapackage.json").write_bytes(content)
    report = validate(folder)
    assert [f.file for f in report.findings] == ["datapackage.json"]


def test_a_missing_description_is_found(folder):
    (folder / "datapackage.json").unlink()
    assert "datapackage.json: the file is missing" in str(validate(folder))


def test_what_only_an_outsider_finds_is_reported(folder, monkeypatch):
    """frictionless has a say about what our own checks leave alone: here, the licences of the package."""
    path = folder / "datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["licenses"] = [{"title": "somehow free"}]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert validate(folder, outsider=False).ok
    assert "frictionless:" in str(validate(folder))
