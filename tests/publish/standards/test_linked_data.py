"""The catalogue files that are linked data: every key is a term of its vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

jsonld = pytest.importorskip("pyld.jsonld", reason="needs the extra `standards`: make test-standards")
rdflib = pytest.importorskip("rdflib", reason="needs the extra `standards`: make test-standards")

SCHEMA_ORG, OA, DC = "https://schema.org/", "http://www.w3.org/ns/oa#", "http://purl.org/dc/terms/"
NEWER = {
    "observationAbout",
    "measurementQualifier",
}  # in schema.org since 2023; rdflib's list of its terms is older
CROISSANT = {
    "RecordSet", "FileObject", "Field", "annotation", "citeAs", "column", "dataType",
    "equivalentProperty", "extract", "field", "fileObject", "key", "recordSet", "references", "source",
    "subField",
}  # fmt: skip
ANNOTATION = {
    "Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "hasBody",
    "hasTarget", "hasSource", "hasSelector", "exact", "prefix", "suffix", "start", "end", "motivatedBy",
}  # fmt: skip
# What the contexts say of the terms used here. None is fetched; a key that its context lacks is lost.
CONTEXTS = {
    "https://schema.org/": {"@vocab": SCHEMA_ORG},
    "http://www.w3.org/ns/anno.jsonld": {
        "schema": SCHEMA_ORG,
        "dcterms": DC,
        "id": "@id",
        "type": "@type",
        **{name: OA + name for name in ANNOTATION if name[0].isupper()},
        **{name: {"@id": OA + name} for name in ("exact", "prefix", "suffix", "start", "end")},
        **{
            name: {"@id": OA + "has" + name.capitalize(), "@type": "@id"}
            for name in ("body", "target", "source", "selector")
        },
        "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
        "describing": OA + "describing",
        "rights": {"@id": DC + "rights", "@type": "@id"},
        "Text": "http://purl.org/dc/dcmitype/Text",
        "format": "http://purl.org/dc/elements/1.1/format",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
    },
}


def context(url: str, _options: object = None) -> dict:
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url]}}


def expanded(text: str) -> list:
    return jsonld.expand(json.loads(text), {"documentLoader": context, "base": "https://example.org/"})


def terms(node: object) -> Iterator[str]:
    """All properties and types of expanded JSON-LD."""
    if isinstance(node, list):
        for item in node:
            yield from terms(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "@type":
                yield from [value] if isinstance(value, str) else value
            elif not key.startswith("@"):
                yield key
                yield from terms(value)


def keys(node: object) -> int:
    """How many keys there are that name no JSON-LD keyword."""
    if isinstance(node, list):
        return sum(map(keys, node))
    if not isinstance(node, dict):
        return 0
    own = sum(not key.startswith("@") and key not in ("id", "type", "@context") for key in node)
    return own + sum(keys(value) for key, value in node.items() if key != "@context")


def unknown(found: set[str]) -> set[str]:
    """Terms that stand in none of the vocabularies."""
    from rdflib.namespace import PROV, SDO

    known = {
        SCHEMA_ORG: lambda name: name in SDO or name in NEWER,
        "http://www.w3.org/ns/prov#": lambda name: name in PROV,
        "http://mlcommons.org/croissant/": CROISSANT.__contains__,
        OA: ANNOTATION.__contains__,
        DC: {"rights", "temporal", "bibliographicCitation", "conformsTo"}.__contains__,
        "http://purl.org/dc/dcmitype/": {"Text"}.__contains__,
        "http://purl.org/dc/elements/1.1/": {"format"}.__contains__,
        "http://www.w3.org/2000/01/rdf-schema#": {"label"}.__contains__,
    }
    return {
        term
        for term in found
        if not any(term.startswith(base) and has(term.removeprefix(base)) for base, has in known.items())
    }


@pytest.mark.parametrize("name", ["dataset.jsonld", "croissant.json"])
def test_every_key_is_a_term(released: Path, name: str) -> None:
    text = (released / name).read_text(encoding="utf-8")
    found = set(terms(expanded(text)))
    assert len(found) > 30
    assert unknown(found) == set()


def test_a_wrong_key_is_found(released: Path) -> None:
    text = (
        (released / "dataset.jsonld").read_text(encoding="utf-8").replace('"variableMeasured"', '"variables"')
    )
    assert unknown(set(terms(expanded(text)))) == {SCHEMA_ORG + "variables"}


def test_no_key_of_an_annotation_is_lost(released: Path) -> None:
    for line in (released / "annotations.jsonl").read_text(encoding="utf-8").splitlines():
        (annotation,) = expanded(line)
        found = list(terms(annotation))
        assert unknown(set(found)) == set()
        types = sum(term.rpartition("#")[2].rpartition("/")[2][0].isupper() for term in found)
        assert len(found) - types == keys(json.loads(line))


def test_a_dataset_is_a_graph(released: Path, number_of_works: int) -> None:
    """rdflib reads as many publications as there are, each one that the dataset is based on."""
    text = json.loads((released / "dataset.jsonld").read_text(encoding="utf-8"))
    text["@context"] = CONTEXTS[text["@context"]]
    graph = rdflib.Graph().parse(data=json.dumps(text), format="json-ld", publicID="https://example.org/")
    works = list(graph.objects(predicate=rdflib.URIRef(SCHEMA_ORG + "isBasedOn")))
    assert len(works) == len(set(works)) == number_of_works
    assert rdflib.URIRef("https://example.org/#dong2025") in works
