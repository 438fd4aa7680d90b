"""The wheel, built from the checkout: complete, the same bytes each time, sound in an empty environment."""

import json
import os
import runpy
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from silkfigures.schemas import tables

pytestmark = pytest.mark.slow

LICENCES = ("CC-BY-4.0.txt", "CC0-1.0.txt", "MIT.txt")
_wheels = runpy.run_path(str(Path(__file__).with_name("on_the_wheel.py")))
build_wheel, unpack = _wheels["build_wheel"], _wheels["unpack"]
ALONE = """
import importlib.util, json, silkfigures as sf
print(json.dumps({
    "from": sf.__file__,
    "version": [sf.__version__, sf.metadata()["version"]],
    "rows": {name: len(sf.load(name)) for name in sf.tables()["name"]},
    "found": sf.find_quantities("вырос на 5%")[0].unit,
    "page": str(sf.evidence(sf.load("figures").iloc[0])),
    "bibtex": sf.cite(sf.load("figures")),
    "for building": [n for n in ("pandera", "frictionless", "openpyxl") if importlib.util.find_spec(n)],
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
    others = ["datapackage.json", "raw/package.toml", *(f"LICENSES/{name}" for name in LICENCES)]
    data = {f"silkfigures/data/{name}" for name in (*others, *(f"tables/{name}.csv" for name in tables()))}
    assert {name for name in names if ".dist-info/" not in name} == code | data
    assert "silkfigures/py.typed" in names
    assert any(name.endswith("lexicons/kk.toml") for name in names)


def test_the_wheel_holds_the_committed_bytes(wheel, root):
    archive = zipfile.ZipFile(wheel)
    for name in ("datapackage.json", *(f"tables/{table}.csv" for table in tables())):
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


def test_alone_in_an_empty_environment_every_table_loads(wheel, tmp_path):
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    pip = [
        str(scripts / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        str(wheel),
    ]
    subprocess.run(pip, check=True, env=clean, cwd=tmp_path)
    out = subprocess.run(
        [str(scripts / "python"), "-c", ALONE],
        check=True,
        env=clean,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    ).stdout
    told = json.loads(out)
    assert told["from"].startswith(str(tmp_path))
    assert told["version"][0] == told["version"][1]
    assert list(told["rows"]) == list(tables())
    assert told["rows"]["figures"] > 0
    assert told["found"] == "percent"
    assert told["for building"] == []
    script = [str(scripts / "silkfigures"), "show", "figures", "--limit", "1", "--format", "csv"]
    lines = subprocess.run(script, check=True, env=clean, cwd=tmp_path, capture_output=True, text=True).stdout
    assert lines.splitlines()[0].startswith("claim_id,")
    assert sys.version_info >= (3, 11)
