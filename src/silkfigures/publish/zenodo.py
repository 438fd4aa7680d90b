"""`.zenodo.json`: the metadata of a deposit in Zenodo."""

from __future__ import annotations

import html
import json
from pathlib import Path

from silkfigures.dataset.works import reference
from silkfigures.publish import extent
from silkfigures.publish.bibliography import filled, kind
from silkfigures.publish.package import Package, read_package

CODE = "MIT"  # licence of the program; those of the tables stand in datapackage.json
LANGUAGE = "eng"  # ISO 639-3; labels stand in three languages, everything else in English


def zenodo(root: Path) -> str:
    """The text of `.zenodo.json` for a package, as Zenodo's deposit interface takes it.

    Parameters
    ----------
    root : Path
        The folder of `datapackage.json` and `tables/`.

    Returns
    -------
    str
        JSON. No DOI stands in it: Zenodo gives one on deposit.

    Raises
    ------
    ValueError
        When the description or a table cannot be read; it names the file.
    """
    package = read_package(root)
    about, works, figures = package.about, package.records("works"), package.records("figures")
    content = filled(
        upload_type="dataset",
        title=about["title"],
        creators=[{"name": name} for name in package.people("creator")],
        description=_paragraph(about["description"]),
        method=_paragraph(package.method),
        notes=_paragraph(_notes(package)),
        publication_date=package.released,
        version=about["version"],
        language=LANGUAGE,
        access_right="open",
        license=about["licenses"][0]["name"].lower(),
        keywords=about["keywords"],
        locations=[{"place": place["label_en"]} for place in extent.places(package, figures)],
        related_identifiers=[
            {"identifier": work["doi"], "relation": "isDerivedFrom", "resource_type": kind(work).zenodo}
            for work in works
            if work["doi"]
        ],
        references=[reference(work) for work in works],
    )
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _notes(package: Package) -> str:
    """The licences of the parts, and from when to when the figures reach."""
    first, *others = package.about["licenses"]
    tables = {
        licence["name"]: [r["name"] for r in package.about["resources"] if licence in r["licenses"]]
        for licence in others
    }
    parts = [f"The tables may be used under {first['name']}, the program under {CODE}."]
    parts += [f"The tables {', '.join(names)}: {name}." for name, names in tables.items() if names]
    if span := extent.period(package.records("figures")):
        parts.append(f"The figures reach from {span.replace('/', ' to ')}, plans and forecasts included.")
    return " ".join(parts)


def _paragraph(text: str) -> str:
    """A text as one paragraph of HTML.

    >>> _paragraph("a & b\\nc")
    '<p>a &amp; b c</p>'
    """
    return f"<p>{html.escape(' '.join(text.split()), quote=False)}</p>"
