"""`dataset.jsonld`: the release as a schema.org Dataset, as dataset search engines read it."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any

from silkfigures.dataset.works import authors
from silkfigures.publish import extent
from silkfigures.publish.bibliography import filled, kind
from silkfigures.publish.package import DOI, Record, read_package
from silkfigures.schemas import LANGUAGES

CONTEXT = "https://schema.org/"
# The media types of the other forms of the tables, by the ends of their names.
OTHER_FORMS = {
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def dataset_jsonld(root: Path, files: Mapping[str, bytes] | None = None) -> str:
    """The text of `dataset.jsonld` for a package.

    Parameters
    ----------
    root : Path
        The folder of `datapackage.json` and `tables/`.
    files : mapping of str to bytes, optional
        The files of a release by name. Workbook, SQLite and Parquet files among them are listed as further
        downloads, with size and hash; those in the folder and in `parquet/` where no files are given.

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
    others = other_forms(package.root) if files is None else files
    about, works, figures = package.about, package.records("works"), package.records("figures")
    creators = [_body(name) for name in package.people("creator")]
    content = {"@context": CONTEXT, "@type": "Dataset"} | filled(
        **({"@id": DOI + package.doi} if package.doi else {}),
        identifier=_doi(package.doi),
        url=package.homepage,
        name=about["title"],
        alternateName=about["name"],
        description=about["description"],
        version=about["version"],
        datePublished=package.released,
        creator=creators,
        publisher=_body(package.publisher),
        license=[licence["path"] for licence in about["licenses"]],
        isAccessibleForFree=True,
        inLanguage=list(LANGUAGES),
        keywords=about["keywords"],
        measurementTechnique=package.method,
        temporalCoverage=extent.period(figures),
        spatialCoverage=[_place(place) for place in extent.places(package, figures)],
        variableMeasured=[_variable(*pair) for pair in extent.units_of_indicators(package, figures)],
        isBasedOn=[_work(work) for work in works],
        distribution=[*map(_table, about["resources"]), *_other_forms(others)],
    )
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _body(name: str) -> dict[str, object]:
    return {"@type": "Organization", "name": name}


def _doi(doi: str) -> dict[str, object]:
    """A DOI as schema.org writes an identifier; nothing where there is none."""
    return {"@type": "PropertyValue", "propertyID": "DOI", "value": doi, "url": DOI + doi} if doi else {}


def _place(place: Record) -> dict[str, object]:
    standard = {"country": "ISO 3166-1 alpha-3", "region": "ISO 3166-2"}.get(place["kind"])
    code = {"@type": "PropertyValue", "propertyID": standard, "value": place["place"]} if standard else {}
    return {"@type": "Place"} | filled(name=place["label_en"], alternateName=_names(place), identifier=code)


def _names(labelled: Record) -> list[dict[str, str]]:
    """The names in the other languages, each with its language."""
    return [{"@language": lang, "@value": labelled[f"label_{lang}"]} for lang in LANGUAGES[1:]]


@cache
def _common_codes() -> dict[str, str]:
    """The common code of a unit in UN/ECE Recommendation 20, by its code in the tables."""
    return tomllib.loads(files(__package__).joinpath("unit_codes.toml").read_text(encoding="utf-8"))


def _variable(indicator: Record, units: list[Record]) -> dict[str, object]:
    """An indicator and the units in which the tables state it."""
    codes = [
        unit["unit"] if unit["dimension"] == "money" else _common_codes().get(unit["unit"]) for unit in units
    ]
    return {"@type": "PropertyValue"} | filled(
        propertyID=indicator["indicator"],
        name=indicator["label_en"],
        alternateName=_names(indicator),
        description=indicator["definition"],
        unitText=[unit["label_en"] for unit in units],
        unitCode=[code for code in codes if code],
    )


def _work(work: Record) -> dict[str, object]:
    """A publication, with what it prints of its own bibliography."""
    return {"@type": kind(work).schema_org, "@id": f"#{work['work']}"} | filled(
        name=work["title"],
        author=[_author(*person) for person in authors(work["authors"])],
        datePublished=work["issued"],
        isPartOf=_container(work),
        pagination=work["pages"],
        inLanguage=work["language"],
        identifier=_doi(work["doi"]),
        sameAs=DOI + work["doi"] if work["doi"] else "",
    )


def _author(family: str, given: str) -> dict[str, object]:
    if not given:
        return _body(family)
    return {"@type": "Person", "name": f"{family}, {given}", "familyName": family, "givenName": given}


def _container(work: Record) -> dict[str, object]:
    """Where a publication appeared: a book, or a journal with its volume and issue."""
    if not work["container"]:
        return {}
    if not work["type"].startswith("article"):
        return {"@type": "Book", "name": work["container"]}
    found: dict[str, object] = {"@type": "Periodical", "name": work["container"]}
    if work["volume"]:
        found = {"@type": "PublicationVolume", "volumeNumber": work["volume"], "isPartOf": found}
    if work["issue"]:
        found = {"@type": "PublicationIssue", "issueNumber": work["issue"], "isPartOf": found}
    return found


def _table(resource: dict[str, Any]) -> dict[str, object]:
    """The CSV file of a table."""
    return _download(
        resource["path"],
        resource["mediatype"],
        resource["bytes"],
        resource["hash"].removeprefix("sha256:"),
        description=f"{resource['title']}. One row is {resource['silkfigures:row']}.",
        license=resource["licenses"][0]["path"],
    )


def other_forms(root: Path) -> dict[str, bytes]:
    """The other forms of the tables that lie in a folder, by name."""
    paths = [*root.glob("*"), *root.glob("parquet/*")]
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in paths if p.suffix in OTHER_FORMS}


def _other_forms(files: Mapping[str, bytes]) -> Iterator[dict[str, object]]:
    """The same tables in other formats, in the order of their names."""
    for name in sorted(files):
        if media := OTHER_FORMS.get(PurePosixPath(name).suffix):
            data = files[name]
            yield _download(name, media, len(data), hashlib.sha256(data).hexdigest())


def _download(path: str, media: str, size: int, sha256: str, **more: str) -> dict[str, object]:
    return {"@type": "DataDownload", "name": path, "contentUrl": path, "encodingFormat": media,
            "contentSize": f"{size} B", "sha256": sha256, **more}  # fmt: skip
