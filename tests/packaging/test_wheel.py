"""The wheel, built from the checkout: complete, the same bytes each time, sound in an empty environment."""

import json
import os
import runpy
import subprocess
import sys
import zipfile
from email import message_from_string
from functools import partial
from pathlib import Path

import pytest

from silkfigures.schemas import tables

pytestmark = pytest.mark.slow

LICENCES = ("CC-BY-4.0.txt", "CC0-1.0.txt", "MIT.txt")
LOWEST = runpy.run_path(str(Path(__file__).with_name("lowest.py")))
build_wheel = LOWEST["build_wheel"]
unpack = runpy.run_path(str(Path(__file__).with_name("on_the_wheel.py")))["unpack"]
ALONE = """
import importlib.util, json, pandas, pint, silkfigures as sf
print(json.dumps({
    "from": sf.__file__,
    "version": [sf.__version__, sf.metadata()["version"]],
    "rows": {name: len(sf.load(name)) for name in sf.tables()["name"]},
    "found": sf.find_quantities("вырос на 5%")[0].unit,
    "page": str(sf.evidence(sf.load("figures").iloc[0])),
    "converted": sf.convert(sf.load("trade", unit="USD"), "CNY", rates={"USD": 7.1})["unit"].tolist()[:1],
    "headings": list(sf.headings("trade", "kk"))[:1],
    "cited": [sf.cite(sf.load("figures"), form)[:5] for form in ("bibtex", "apa", "gost", "gost-7.0.100")],
    "pandas": pandas.__version__,
    "pint": pint.__version__,
    "extras": [n for n in ("pandera", "openpyxl", "matplotlib") if importlib.util.find_spec(n)],
}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_has_the_tables_and_every_file_of_the_package(wheel, root):
    names = set(zipfile.ZipFile(wheel).namelist())
    source = root / "src"
    files = {str(path.relative_to(source)) for path in source.rglob("*") if path.is_file()}
    code = {name for name in files if "__pycache__" not in name and ".egg-info" not in name}
    licences = (f"LICENSES/{name}" for name in LICENCES)
    others = ["datapackage.json", "history.csv", "raw/package.toml", *licences]
    data = {f"silkfigures/data/{name}" for name in (*others, *(f"tables/{name}.csv" for name in tables()))}
    assert {name for name in names if ".dist-info/" not in name} == code | data
    assert "silkfigures/py.typed" in names
    assert any(name.endswith("lexicons/kk.toml") for name in names)


def test_the_wheel_holds_the_committed_bytes(wheel, root):
    archive = zipfile.ZipFile(wheel)
    for name in ("datapackage.json", "history.csv", *(f"tables/{table}.csv" for table in tables())):
        assert archive.read(f"silkfigures/data/{name}") == (root / name).read_bytes()


def test_the_wheel_is_small(wheel):
    assert wheel.stat().st_size <= 2_000_000


def test_a_release_from_the_installed_wheel_is_that_of_the_repository(wheel, root, tmp_path):
    pytest.importorskip("openpyxl")
    pytest.importorskip("pyarrow", reason="a release needs pyarrow")
    unpack(wheel, tmp_path / "site")
    found = {}
    for name, path in (("wheel", tmp_path / "site"), ("repository", root / "src")):
        command = [sys.executable, "-c", "from silkfigures.cli import main; main()", "release", "--out", name]
        environment = {**os.environ, "PYTHONPATH": str(path)}
        subprocess.run(command, check=True, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
        folder = tmp_path / name
        found[name] = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert len(found["wheel"]) > 2 * len(tables())
    assert found["wheel"] == found["repository"]


def test_two_builds_give_the_same_bytes(wheel, tmp_path):
    again = build_wheel(tmp_path)
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()
    (written,) = {info.date_time for info in zipfile.ZipFile(wheel).infolist()}
    assert written < (2026, 1, 1, 0, 0, 0)  # a fixed day, not that of the build


def test_the_wheel_is_at_most_2_mb(wheel):
    assert wheel.stat().st_size <= 2_000_000


def test_the_metadata_say_what_an_index_shows(wheel):
    from trove_classifiers import classifiers

    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    told = message_from_string(archive.read(name).decode("utf-8"))
    assert told["Name"] == "silkfigures"
    assert told["Requires-Python"] == ">=3.11"
    assert told["License-Expression"] == "MIT AND CC-BY-4.0 AND CC0-1.0"
    assert told["Description-Content-Type"] == "text/markdown"
    assert {"excel", "parquet", "plot", "build"} <= set(told.get_all("Provides-Extra"))
    assert set(told.get_all("Classifier")) <= classifiers
    assert "Typing :: Typed" in told.get_all("Classifier")


@pytest.mark.parametrize("versions", ["newest", "lowest"])
def test_alone_in_an_empty_environment_every_table_loads(wheel, tmp_path, versions):
    python = LOWEST["environment"](tmp_path, wheel, versions=versions)
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    run = partial(subprocess.run, check=True, env=clean, cwd=tmp_path, capture_output=True, text=True)
    out = run([str(python), "-c", ALONE]).stdout
    told = json.loads(out)
    assert told["from"].startswith(str(tmp_path))
    assert told["version"][0] == told["version"][1]
    assert list(told["rows"]) == list(tables())
    assert told["rows"]["figures"] > 0
    assert told["found"] == "percent"
    assert told["extras"] == []
    assert told["converted"] == ["CNY"]
    assert told["cited"][:2] == ["@misc", "The s"]
    declared = dict(
        line.split("==") for line in LOWEST["lowest"]() if line.startswith(("pandas==", "pint=="))
    )
    low = {name: told[name].startswith(version) for name, version in declared.items()}
    assert low == dict.fromkeys(("pandas", "pint"), versions == "lowest")
    script = [str(python.with_name("silkfigures")), "show", "figures", "--limit", "1", "--format", "csv"]
    lines = run(script).stdout
    assert lines.splitlines()[0].startswith("claim_id,")
