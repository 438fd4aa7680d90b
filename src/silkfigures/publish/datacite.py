"""`datacite.json`: the metadata of the release in the DataCite Metadata Schema 4, as JSON.

The schema's XML asks for a DOI, its JSON does not. A repository gives the DOI, so none stands here before.
What is written uses only what versions 4.5 and newer have in common.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from silkfigures.dataset.works import authors
from silkfigures.publish import extent
from silkfigures.publish.bibliography import filled, kind, page_range
from silkfigures.publish.jsonld import OTHER_FORMS, other_forms
from silkfigures.publish.package import Package, Record, read_package

SCHEMA = "http://datacite.org/schema/kernel-4"
RESOURCE = "Tables of printed figures, each with its source"
SPDX = {"rightsIdentifierScheme": "SPDX", "schemeUri": "https://spdx.org/licenses/"}


def datacite(root: Path, files: Mapping[str, bytes] | None = None) -> str:
    """The text of `datacite.json` for a package.

    Parameters
    ----------
    root : Path
        The folder of `datapackage.json` and `tables/`.
    files : mapping of str to bytes, optional
        The files of a release by name, whose formats are told beside that of the tables; those in the folder
        and in `parquet/` where no files are given.

    Returns
    -------
    str
        JSON. `doi` and `url` stand in it where the description of the package has them.

    Raises
    ------
    ValueError
        When the description or a table cannot be read; it names the file.
    """
    package = read_package(root)
    about, works, figures = package.about, package.records("works"), package.records("figures")
    content = filled(
        schemaVersion=SCHEMA,
        doi=package.doi,
        url=package.homepage,
        types={"resourceTypeGeneral": "Dataset", "resourceType": RESOURCE},
        creators=[_body(name) for name in package.people("creator")],
        titles=[{"title": about["title"], "lang": "en"}],
        publisher={"name": package.publisher, "lang": "en"},
        publicationYear=package.released[:4],
        version=about["version"],
        language="en",
        dates=_dates(package.released, extent.period(figures)),
        descriptions=_descriptions(package),
        subjects=[{"subject": keyword, "lang": "en"} for keyword in about["keywords"]],
        contributors=[_body(name, "ContactPerson") for name in package.people("contact")],
        alternateIdentifiers=[_own_name(about)],
        relatedIdentifiers=[_related(work) for work in works if work["doi"]],
        relatedItems=[_item(work) for work in works],
        geoLocations=[{"geoLocationPlace": place["label_en"]} for place in extent.places(package, figures)],
        sizes=[f"{len(figures)} claims", f"{len(works)} works", f"{len(about['resources'])} tables"],
        formats=_formats(about, other_forms(package.root) if files is None else files),
        rightsList=[_rights(licence) for licence in about["licenses"]],
    )
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _own_name(about: dict[str, Any]) -> dict[str, str]:
    return {
        "alternateIdentifier": f"{about['name']} {about['version']}",
        "alternateIdentifierType": "name and version of the package",
    }


def _body(name: str, role: str = "") -> dict[str, object]:
    return filled(name=name, nameType="Organizational", contributorType=role)


def _person(family: str, given: str) -> dict[str, object]:
    """An author; a body has no given name."""
    if not given:
        return _body(family)
    return {"name": f"{family}, {given}", "nameType": "Personal", "givenName": given, "familyName": family}


def _dates(released: str, span: str) -> list[dict[str, str]]:
    dates = [{"date": released, "dateType": "Issued"}]
    if span:
        dates.append({"date": span, "dateType": "Other", "dateInformation": "the periods of the figures"})
    return dates


def _formats(about: dict[str, Any], files: Iterable[str]) -> list[str]:
    """The media types of the tables: that of the CSV files, then those of their other forms."""
    ends = {PurePosixPath(name).suffix for name in files}
    tables = sorted({resource["mediatype"] for resource in about["resources"]})
    return tables + [media for end, media in OTHER_FORMS.items() if end in ends]


def _descriptions(package: Package) -> list[dict[str, str]]:
    texts = {"Abstract": package.about["description"], "Methods": package.method}
    return [{"description": text, "descriptionType": kind, "lang": "en"} for kind, text in texts.items()]


def _rights(licence: dict[str, str]) -> dict[str, str]:
    rights = {"rights": licence["title"], "rightsUri": licence["path"], "rightsIdentifier": licence["name"]}
    return rights | SPDX


def _related(work: Record) -> dict[str, str]:
    return {
        "relatedIdentifier": work["doi"],
        "relatedIdentifierType": "DOI",
        "relationType": "IsDerivedFrom",
        "resourceTypeGeneral": kind(work).datacite,
    }


def _item(work: Record) -> dict[str, object]:
    """A publication in full, with or without a DOI."""
    first, last = page_range(work)
    return filled(
        relatedItemType=kind(work).datacite,
        relationType="IsDerivedFrom",
        relatedItemIdentifier=_identifier(work["doi"]),
        creators=[_person(*person) for person in authors(work["authors"])],
        titles=[{"title": work["title"], "lang": work["language"]}],
        publicationYear=work["issued"],
        volume=work["volume"],
        issue=work["issue"],
        firstPage=first,
        lastPage=last,
    )


def _identifier(doi: str) -> dict[str, str]:
    return {"relatedItemIdentifier": doi, "relatedItemIdentifierType": "DOI"} if doi else {}
