"""`croissant.json`: the release in Croissant 1.1, with the source of every row.

Each table is a record set that reads its CSV file. Every record set of claims has an annotation that equals
`prov:wasDerivedFrom`: the publication, the text and the place in it from which a row was taken.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from silkfigures.publish.annotations import named_by_hash
from silkfigures.publish.bibliography import filled
from silkfigures.publish.package import DOI, Package, Record, read_package
from silkfigures.schemas import LANGUAGES

CONFORMS_TO = "http://mlcommons.org/croissant/1.1"
TERMS = (
    "annotation arrayShape citeAs column containedIn equivalentProperty excludes extract field fileObject "
    "fileProperty fileSet format includes isArray isLiveDataset jsonPath key md5 parentField path readLines "
    "recordSet references regex repeated replace samplingRate sdVersion separator source subField transform "
    "unArchive value"
)
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in TERMS.split()},
}
TYPES = {"string": "sc:Text", "number": "sc:Float", "integer": "sc:Integer", "date": "sc:Date"}
# The columns that say where a claim is printed, and the property that each equals.
ORIGIN = {"work": "sc:isPartOf", "document": "sc:isBasedOn", "line": "", "start": "oa:start", "end": "oa:end",
          "quote": "sc:text"}  # fmt: skip


def croissant(root: Path) -> str:
    """The text of `croissant.json` for a package.

    Parameters
    ----------
    root : Path
        The folder of `datapackage.json` and `tables/`.

    Returns
    -------
    str
        JSON-LD. Addresses of files are relative to the folder.

    Raises
    ------
    ValueError
        When the description or a table cannot be read; it names the file.
    """
    package = read_package(root)
    about, works = package.about, package.records("works")
    ends = {name for name, resource in package.resources.items() if not _targets(resource)}
    content = {"@context": CONTEXT, "@type": "sc:Dataset"} | filled(
        conformsTo=CONFORMS_TO,
        name=about["name"],
        alternateName=about["title"],
        description=about["description"],
        url=package.homepage,
        version=about["version"],
        datePublished=package.released,
        creator=[{"@type": "sc:Organization", "name": name} for name in package.people("creator")],
        publisher={"@type": "sc:Organization", "name": package.publisher},
        license=[licence["path"] for licence in about["licenses"]],
        keywords=about["keywords"],
        inLanguage=list(LANGUAGES),
        citeAs=_bibtex(package),
        **{"prov:wasDerivedFrom": [*map(_work, works), *map(_text, package.records("documents"))]},
        distribution=[_file(resource) for resource in about["resources"]],
        recordSet=[_record_set(resource, ends) for resource in about["resources"]],
    )
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _bibtex(package: Package) -> str:
    """How to cite the release, as an entry of BibTeX."""
    about = package.about
    names = " and ".join(f"{{{name}}}" for name in package.people("creator"))
    doi = f", doi = {{{package.doi}}}" if package.doi else ""
    return (
        f"@misc{{{about['name']}-{about['version']}, author = {{{names}}}, title = {{{about['title']}}}, "
        f"version = {{{about['version']}}}, year = {{{package.released[:4]}}}{doi}}}"
    )


def _work(work: Record) -> dict[str, object]:
    """A publication, by its DOI or else by its key, under its title in its own language."""
    address = DOI + work["doi"] if work["doi"] else f"#{work['work']}"
    title = {"@value": work["title"], "@language": work["language"]}
    return {"@type": "prov:Entity", "@id": address, "name": title}


def _text(document: Record) -> dict[str, object]:
    """A source text, named by its bytes: it is not part of the release."""
    return {"@type": "prov:Entity", "@id": named_by_hash(document["sha256"]), "name": document["document"]}


def _file(resource: dict[str, Any]) -> dict[str, object]:
    return {
        "@type": "cr:FileObject",
        "@id": resource["path"],
        "name": resource["path"],
        "description": f"{resource['title']}. One row is {resource['silkfigures:row']}.",
        "contentUrl": resource["path"],
        "contentSize": f"{resource['bytes']} B",
        "encodingFormat": resource["mediatype"],
        "sha256": resource["hash"].removeprefix("sha256:"),
    }


def _targets(resource: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """The columns of a table that refer to another table: that table and its column."""
    return {
        key["fields"][0]: (key["reference"]["resource"], key["reference"]["fields"][0])
        for key in resource["schema"].get("foreignKeys", [])
        if "resource" in key["reference"]
    }


def _record_set(resource: dict[str, Any], ends: set[str]) -> dict[str, object]:
    """A table: its key, its columns and, where a row is a claim, the source of each row.

    `ends` are the tables that refer to no other. mlcroissant cannot read a record set that refers to one that
    refers to a third, so fields refer to these alone; datapackage.json and csv-metadata.json have all keys.
    """
    table, schema = resource["name"], resource["schema"]
    targets = {column: target for column, target in _targets(resource).items() if target[0] in ends}
    keys = [{"@id": f"{table}/{column}"} for column in schema["primaryKey"]]
    return {"@type": "cr:RecordSet", "@id": table} | filled(
        name=table,
        description=f"{resource['description']} One row is {resource['silkfigures:row']}.",
        key=keys if len(keys) > 1 else keys[0],
        field=[_field(resource, field, targets.get(field["name"])) for field in schema["fields"]],
        annotation=_origin(resource) if resource["silkfigures:kind"] == "observation" else {},
    )


def _field(
    resource: dict[str, Any],
    field: dict[str, Any],
    target: tuple[str, str] | None,
    under: str = "",
    equals: str = "",
) -> dict[str, object]:
    """A column, with the field it refers to; `under` puts it below an annotation."""
    return {"@type": "cr:Field", "@id": f"{resource['name']}/{under}{field['name']}"} | filled(
        name=field["name"],
        description=field["description"],
        dataType=TYPES[field["type"]],
        equivalentProperty=equals,
        references={"field": {"@id": "/".join(target)}} if target else {},
        source={"fileObject": {"@id": resource["path"]}, "extract": {"column": field["name"]}},
    )


def _origin(resource: dict[str, Any]) -> dict[str, object]:
    """The provenance of each row: the publication, the text and the place in it."""
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    targets = _targets(resource)
    return {
        "@type": "cr:Field",
        "@id": f"{resource['name']}/printed_in",
        "name": "printed_in",
        "description": "The publication that prints the figure, and where in its text.",
        "dataType": ["prov:Entity", "sc:Quotation"],
        "equivalentProperty": "prov:wasDerivedFrom",
        "subField": [
            _field(resource, fields[column], targets.get(column), "printed_in/", equals)
            for column, equals in ORIGIN.items()
        ],
    }
