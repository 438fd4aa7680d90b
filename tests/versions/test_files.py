"""A release that cannot be read is refused in words that name the file and the mend."""

from __future__ import annotations

import json
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from silkfigures.versions import ReleaseError, differences, open_release, read_release, release_files
from silkfigures.versions import files as files_module


def refused(path) -> str:
    with pytest.raises(ReleaseError) as caught:
        open_release(path)
    assert re.search(r" \(mend: .+\)$", str(caught.value))
    return str(caught.value)


def described(folder, change) -> None:
    path = folder / "datapackage.json"
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


@pytest.mark.parametrize("top", ["", "silkfigures-1.0.0/"])
def test_a_zip_holds_what_the_folder_holds(release, zipped, top):
    folder = release()
    path = zipped(folder, top)
    assert release_files(path) == release_files(folder)
    assert differences(open_release(path), open_release(folder)) == []


def test_only_what_is_compared_is_taken_out_of_a_zip(release, zipped, tmp_path):
    path = zipped(release())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../outside.csv", "a\n")
        archive.writestr("tables/../../outside.csv", "a\n")
        archive.writestr("silkfigures.sqlite", b"\0" * 1000)
    assert open_release(path).version == "1.0.0"
    assert not list(tmp_path.rglob("outside*"))


BAD = {
    "nothing there": (lambda f: f.rename(f.with_name("away")), "there is no such folder or zip"),
    "an empty folder": (
        lambda f: (f / "datapackage.json").unlink(),
        "is no release: it holds no datapackage",
    ),
    "no JSON": (lambda f: (f / "datapackage.json").write_text("{"), "datapackage.json: is not JSON"),
    "too deep": (
        lambda f: (f / "datapackage.json").write_text("[" * 100_000),
        "datapackage.json: is not JSON",
    ),
    "a list": (lambda f: (f / "datapackage.json").write_text("[]"), "describes the package empty"),
    "a table away": (lambda f: (f / "tables/flags.csv").unlink(), "tables/flags.csv: the table is missing"),
    "a view away": (lambda f: (f / "tables/trade.csv").unlink(), "tables/trade.csv: the table is missing"),
    "a table changed": (
        lambda f: (f / "tables/flags.csv").write_text("flag\n"),
        "tables/flags.csv: is not the file that datapackage.json describes: its hash differs",
    ),
}
DESCRIBED = {
    "other package": (lambda d: d.update(name="penguins"), "describes the package 'penguins' (mend: name a"),
    "newer format": (
        lambda d: d.update({"$schema": d["$schema"].replace("2.0", "3.1")}),
        "(mend: install a newer silkfigures)",
    ),
    "no format": (lambda d: d.pop("$schema"), "is of the format empty"),
    "no version": (lambda d: d.pop("version"), "the version `` is no version"),
    "other version": (lambda d: d.update(version="one"), "the version `one` is no version: three numbers"),
    "no tables": (lambda d: d.update(resources={}), "has no list of resources"),
    "no master": (lambda d: d["resources"].pop(0), "describes no table figures"),
    "a table twice": (lambda d: d["resources"].append(d["resources"][2]), "describes flags twice"),
    "a table without name": (lambda d: d["resources"][2].pop("name"), "describes a table named 'None'"),
    "a way out": (
        lambda d: d["resources"][2].update(path="../../secret.csv"),
        "says that flags lies in '../../secret.csv'",
    ),
    "no file": (lambda d: d["resources"][2].pop("path"), "names no file of the table flags"),
    "unknown kind": (
        lambda d: d["resources"][2].update({"silkfigures:kind": "cube"}),
        "describes flags in a way not known here: a table of the kind 'cube'",
    ),
    "no columns": (lambda d: d["resources"][2]["schema"].pop("fields"), "describes flags in a way not known"),
    "other columns": (
        lambda d: d["resources"][2]["schema"]["fields"].pop(),
        "tables/flags.csv:1: the columns are not those of datapackage.json",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_damaged_folder_is_refused(release, case):
    folder = release()
    damage, message = BAD[case]
    damage(folder)
    assert message in refused(folder)


@pytest.mark.parametrize("case", DESCRIBED)
def test_a_description_of_something_else_is_refused(release, case):
    folder = release()
    change, message = DESCRIBED[case]
    described(folder, change)
    assert message in refused(folder)


def test_a_claim_that_stands_twice_is_refused(release, tables):
    tables["figures"]["rows"].append(tables["figures"]["rows"][0])
    assert "tables/figures.csv:5: 'lee2021-001' stands there twice" in refused(release("1.0.0", tables))


def test_a_file_that_is_no_zip_is_refused(tmp_path):
    (tmp_path / "release.zip").write_bytes(b"PK\x03\x04 and no more")
    assert "release.zip: is no sound zip" in refused(tmp_path / "release.zip")


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.999])
def test_a_zip_cut_short_is_refused(release, zipped, keep):
    path = zipped(release())
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    assert "is no sound zip" in refused(path)


def test_a_zip_with_a_damaged_file_is_refused(release, zipped):
    path = zipped(release())
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF  # in the packed bytes of the first file
    path.write_bytes(data)
    assert "is no sound zip" in refused(path)


def test_a_zip_with_a_password_is_refused(release, zipped):
    path = zipped(release())
    data = path.read_bytes()
    for mark in (rb"PK\x03\x04..", rb"PK\x01\x02...."):  # each is followed by the flags of an entry
        data = re.sub(rb"(%s)." % mark, lambda found: found[1] + b"\x01", data, flags=re.DOTALL)
    path.write_bytes(data)
    assert "cannot be unzipped" in refused(path)


def test_a_zip_with_a_file_twice_is_refused(release, zipped):
    path = zipped(release())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("tables/flags.csv", "flag\n")
    assert "tables/flags.csv: stands in the zip twice" in refused(path)


def test_a_zip_of_two_releases_is_refused(release, zipped, tmp_path):
    folder = tmp_path / "both"
    release("1.0.0", folder="both/one")
    release("1.0.1", folder="both/two")
    assert "is no release" in refused(zipped(folder))


def test_a_file_that_unpacks_to_too_much_is_refused(release, zipped, monkeypatch):
    path = zipped(release())
    monkeypatch.setattr(files_module, "LARGEST", 200)
    assert "has more than 200 bytes" in refused(path)


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_files_that_are_too_much_together_are_refused(release, zipped, monkeypatch, form):
    folder = release()
    path = zipped(folder) if form == "zip" else folder
    monkeypatch.setattr(files_module, "ALL", 3000)
    assert "makes all files more than 3000 bytes" in refused(path)


def test_a_zip_of_too_many_files_is_refused(release, zipped, monkeypatch):
    path = zipped(release())
    monkeypatch.setattr(files_module, "ENTRIES", 3)
    assert "holds 7 entries, more than 3" in refused(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["figures", "1.0.0"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_to_a_description_is_refused_or_read(release, opened, data):
    files = release_files(opened.where)
    content = json.loads(files["datapackage.json"])
    place = content
    while True:
        keys = [*place] if isinstance(place, dict) else [*range(len(place))]
        key = data.draw(st.sampled_from(keys))
        if not (isinstance(place[key], dict | list) and place[key]) or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(JSON)
    try:
        damaged = read_release(files | {"datapackage.json": json.dumps(content).encode()}, "release")
    except ReleaseError as error:
        assert "(mend: " in str(error)
    else:
        differences(opened, damaged)
        differences(damaged, opened)
