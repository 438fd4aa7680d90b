"""`datapackage.json`: complete, repeatable, and good for a stranger's tools."""

import hashlib
import json
import re
import shutil
import subprocess
import sys

import pytest
from frictionless import Package

import silkfigures
from silkfigures.publish import descriptor
from silkfigures.schemas import fields, tables

TYPES = {"string", "number", "integer", "boolean", "date"}


@pytest.fixture(scope="module")
def content(sound):
    return json.loads((sound / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def resources(content):
    return {resource["name"]: resource for resource in content["resources"]}


def _field(resource, name):
    return next(field for field in resource["schema"]["fields"] if field["name"] == name)


def test_two_runs_give_the_same_bytes(sound, tmp_path):
    copy = shutil.copytree(sound, tmp_path / "elsewhere")
    assert descriptor(sound) == descriptor(copy) == (sound / "datapackage.json").read_text(encoding="utf-8")


def test_the_text_is_readable_json(sound):
    text = descriptor(sound)
    assert text.startswith('{\n  "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",\n')
    assert text.endswith("}\n") and "Сауда" in text and "\\u" not in text
    assert str(sound) not in text


def test_the_package_has_what_the_standard_asks_for(content):
    assert re.fullmatch(r"[a-z0-9._-]+", content["name"])
    assert content["version"] == silkfigures.__version__
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", content["created"])
    assert content["silkfigures:method"].startswith("A person quotes the few words")
    assert [facts["name"] for facts in content["licenses"]] == ["CC-BY-4.0", "CC0-1.0"]
    assert all(set(facts) == {"name", "path", "title"} for facts in content["licenses"])
    assert [facts["title"] for facts in content["contributors"]] == ["The silkfigures maintainers"]
    assert (
        content["title"]
        and content["description"]
        and len(set(content["keywords"])) == len(content["keywords"])
    )


def test_the_sources_are_the_works(content):
    first, second = content["sources"]
    assert first["title"] == 'Akhmet, A.: On roads, and on "rails" (2020)'
    assert first["path"] == "https://doi.org/10.5555/made.up"
    assert second == {"title": "О помощи", "silkfigures:work": "lee2021", "silkfigures:language": "ru"}


def test_every_resource_has_what_the_standard_asks_for(resources, sound):
    assert list(resources) == list(tables())
    for name, resource in resources.items():
        data = (sound / resource["path"]).read_bytes()
        assert resource["path"] == f"tables/{name}.csv"
        assert (resource["type"], resource["format"], resource["mediatype"]) == ("table", "csv", "text/csv")
        assert (resource["encoding"], resource["bytes"]) == ("utf-8", len(data))
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
        assert resource["silkfigures:rows"] == data.count(b"\n") - 1
        assert resource["silkfigures:kind"] in {"observation", "reference", "check"}
        assert resource["silkfigures:row"] and set(resource["silkfigures:titles"]) == {"en", "ru", "kk"}


def test_the_dialect_is_spelt_out(resources):
    for resource in resources.values():
        dialect = dict(resource["dialect"])
        assert dialect.pop("$schema").endswith("/2.0/tabledialect.json")
        assert dialect == {
            "header": True, "headerRows": [1], "delimiter": ",", "lineTerminator": "\n",
            "quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False,
        }  # fmt: skip


def test_every_field_has_type_title_description_and_labels(resources):
    for resource in resources.values():
        schema = resource["schema"]
        assert schema["missingValues"] == [""] and "fieldsMatch" not in schema
        names = [field["name"] for field in schema["fields"]]
        assert len(set(names)) == len(names)
        for field in schema["fields"]:
            assert field["type"] in TYPES and field["title"] and field["description"]
            assert list(field["silkfigures:labels"]) == ["en", "ru", "kk"]


def test_a_field_in_full(resources):
    assert _field(resources["trade"], "reporter") == {
        "name": "reporter",
        "type": "string",
        "title": "Reporter",
        "description": fields()["reporter"].about,
        "example": "KAZ",
        "silkfigures:labels": {"en": "Reporter", "ru": "Отчитывающаяся сторона", "kk": "Есеп беруші тарап"},
        "silkfigures:concept": "REF_AREA",
        "silkfigures:feed": "reporter",
    }


def test_closed_lists_are_enums_and_categories(resources):
    field = _field(resources["figures"], "qualifier")
    assert field["constraints"] == {"required": True, "enum": ["exact", "about", "over", "under", "range"]}
    assert field["categories"][0] == {"value": "exact", "label": "exact"}
    assert field["silkfigures:codes"] == "qualifiers"


def test_constraints(resources):
    key = _field(resources["figures"], "claim_id")["constraints"]
    assert key == {"required": True, "unique": True, "pattern": "[a-z][a-z0-9]*-[0-9]{3,4}"}
    assert _field(resources["figures"], "line")["constraints"] == {"required": True, "minimum": 1}
    assert "unique" not in _field(resources["codes"], "list")["constraints"]
    assert resources["codes"]["schema"]["primaryKey"] == ["list", "code"]
    assert _field(resources["figures"], "value")["example"] == 5900000000


def test_foreign_keys_lead_to_keys(resources):
    for name, resource in resources.items():
        for key in resource["schema"].get("foreignKeys", []):
            target = resources[key["reference"].get("resource", name)]
            assert key["reference"]["fields"] == target["schema"]["primaryKey"]


def test_a_key_to_the_same_table_names_no_resource(resources):
    keys = {key["fields"][0]: key["reference"] for key in resources["figures"]["schema"]["foreignKeys"]}
    assert keys["part_of"] == {"fields": ["claim_id"]}
    assert keys["unit"] == {"resource": "units", "fields": ["unit"]}
    trade = {key["fields"][0]: key["reference"] for key in resources["trade"]["schema"]["foreignKeys"]}
    assert trade["fact"] == trade["claim_id"] == {"resource": "figures", "fields": ["claim_id"]}


def test_code_lists_are_free_and_data_are_attributed(resources):
    assert resources["places"]["licenses"][0]["name"] == "CC0-1.0"
    assert resources["figures"]["licenses"][0]["name"] == "CC-BY-4.0"


@pytest.mark.slow
def test_a_stranger_validates_it_from_the_command_line(sound):
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(command, cwd=sound, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("VALID") == len(tables()) and "INVALID" not in done.stdout


def _errors(folder, table):
    report = Package(str(folder / "datapackage.json")).get_resource(table).validate()
    return {error.type for task in report.tasks for error in task.errors}


def _redescribe(folder, table):
    """Size and hash of a damaged table in the description, so that frictionless looks inside."""
    path = folder / "datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    data = (folder / "tables" / f"{table}.csv").read_bytes()
    resource = next(resource for resource in content["resources"] if resource["name"] == table)
    resource |= {"bytes": len(data), "hash": "sha256:" + hashlib.sha256(data).hexdigest()}
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda text: text.replace(",pledged,", ",plegded,"), "constraint-error"),
        (lambda text: text.replace(",ADB,", ",ABD,"), "foreign-key"),
        (lambda text: text.replace("5000000", "5 000 000"), "type-error"),
        (lambda text: text.replace(",", ";"), "incorrect-label"),
        (lambda text: text.replace("\nlee", "\n# by hand\nlee", 1), "missing-cell"),
        (lambda text: text + text.splitlines(keepends=True)[-1], "primary-key"),
    ],
    ids=["code", "foreign key", "number", "semicolons", "comment", "doubled row"],
)
def test_a_stranger_finds_the_damage(folder, repository, change, error):
    repository.edit(folder, "aid", change)
    _redescribe(folder, "aid")
    assert error in _errors(folder, "aid")


def test_a_stranger_finds_a_claim_whose_total_is_missing(folder, repository):
    repository.set_cell(folder, "figures", "akhmet2020-003", "part_of", "akhmet2020-099")
    _redescribe(folder, "figures")
    assert _errors(folder, "figures") == {"foreign-key"}


def test_a_stranger_reads_na_as_text(sound):
    rows = Package(str(sound / "datapackage.json")).get_resource("trade").read_rows()
    assert rows[0]["attributed_to"] == "NA" and rows[0]["note"] is None


def test_a_missing_table_is_named(folder):
    (folder / "tables" / "aid.csv").unlink()
    with pytest.raises(ValueError, match=r"tables/aid\.csv: the file is missing \(mend: "):
        descriptor(folder)


def test_other_columns_than_declared_are_refused(folder, repository):
    repository.edit(folder, "aid", lambda text: text.replace("value", "amount", 1))
    with pytest.raises(ValueError, match=r"tables/aid\.csv:1: the columns are not the declared ones"):
        descriptor(folder)


def test_metadata_that_cannot_be_read_are_named(folder):
    (folder / "raw" / "package.toml").write_text("title = ")
    with pytest.raises(ValueError, match=r"package\.toml: cannot be read"):
        descriptor(folder)
