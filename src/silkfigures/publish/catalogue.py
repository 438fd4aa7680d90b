"""The files by which catalogues and search engines know the release, each made from the package alone."""

from collections.abc import Callable
from pathlib import Path

from silkfigures.publish.annotations import annotations
from silkfigures.publish.citation import citation
from silkfigures.publish.croissant import croissant
from silkfigures.publish.csvw import csvw
from silkfigures.publish.datacite import datacite
from silkfigures.publish.jsonld import dataset_jsonld
from silkfigures.publish.zenodo import zenodo

# Each file and the function that gives its text for the folder of `datapackage.json` and `tables/`.
CATALOGUE: dict[str, Callable[[Path], str]] = {
    "CITATION.cff": citation,
    ".zenodo.json": zenodo,
    "datacite.json": datacite,
    "dataset.jsonld": dataset_jsonld,
    "croissant.json": croissant,
    "csv-metadata.json": csvw,
    "annotations.jsonl": annotations,
}
