"""`csv-metadata.json`: the tables as CSV on the Web, with the titles of columns in three languages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from silkfigures.publish.bibliography import filled
from silkfigures.publish.package import read_package

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
TYPES = {"string": "string", "number": "decimal", "integer": "integer", "date": "date"}


def csvw(root: Path) -> str:
    """The text of `csv-metadata.json` for a package: a table group, its tables in the order of publication.

    Parameters
    ----------
    root : Path
        The folder of `datapackage.json` and `tables/`.

    Returns
    -------
    str
        JSON. Addresses of files are relative to the folder.

    Raises
    ------
    ValueError
        When the description cannot be read; it names the file.
    """
    package = read_package(root)
    about = package.about
    content = {"@context": CONTEXT} | filled(
        **{
            "dc:title": about["title"],
            "dc:description": about["description"],
            "schema:version": about["version"],
            "dc:issued": {"@value": package.released, "@type": "xsd:date"},
            "dc:creator": package.people("creator"),
            "dc:publisher": package.publisher,
            "dc:subject": about["keywords"],
            "dc:license": {"@id": about["licenses"][0]["path"]},
        },
        dialect=_dialect(about["resources"][0]["dialect"]),
        tables=[_table(resource, package.resources) for resource in about["resources"]],
    )
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _dialect(dialect: dict[str, Any]) -> dict[str, Any]:
    """The dialect of the files in the words of CSVW; nothing in them is a comment."""
    return {
        "encoding": "utf-8",
        "header": dialect["header"],
        "headerRowCount": len(dialect["headerRows"]),
        "delimiter": dialect["delimiter"],
        "quoteChar": dialect["quoteChar"],
        "doubleQuote": dialect["doubleQuote"],
        "lineTerminators": [dialect["lineTerminator"]],
        "skipInitialSpace": dialect["skipInitialSpace"],
        "commentPrefix": None,
        "trim": False,
    }


def _table(resource: dict[str, Any], resources: dict[str, dict[str, Any]]) -> dict[str, object]:
    """A table with its columns and keys."""
    schema, titles = resource["schema"], resource["silkfigures:titles"]
    return filled(
        url=resource["path"],
        **{
            "dc:title": [{"@value": text, "@language": lang} for lang, text in titles.items()],
            "dc:description": resource["description"],
            "dc:license": {"@id": resource["licenses"][0]["path"]},
        },
        tableSchema=filled(
            columns=[_column(field) for field in schema["fields"]],
            primaryKey=schema["primaryKey"],
            foreignKeys=[_foreign_key(key, resource, resources) for key in schema.get("foreignKeys", [])],
        ),
    )


def _column(field: dict[str, Any]) -> dict[str, object]:
    """A column. Its name is one of its titles, for readers that match the header with titles alone."""
    return filled(
        name=field["name"],
        titles={"und": field["name"]} | field["silkfigures:labels"],
        datatype=_datatype(field),
        required=field.get("constraints", {}).get("required"),
        **{"dc:description": field["description"]},
    )


def _datatype(field: dict[str, Any]) -> str | dict[str, object]:
    """The type of the cells, with the pattern, the list of codes or the least number they keep to."""
    base, constraints = TYPES[field["type"]], field.get("constraints", {})
    codes = "|".join(re.escape(code) for code in constraints.get("enum", ()))
    limits = filled(format=constraints.get("pattern") or codes, minimum=constraints.get("minimum"))
    return {"base": base} | limits if limits else base


def _foreign_key(
    key: dict[str, Any], resource: dict[str, Any], resources: dict[str, dict[str, Any]]
) -> dict[str, object]:
    """A foreign key to the file of another table, or of the same."""
    target = resources[key["reference"].get("resource", resource["name"])]
    return {
        "columnReference": key["fields"],
        "reference": {"resource": target["path"], "columnReference": key["reference"]["fields"]},
    }
