"""`annotations.jsonl`: each claim as a W3C Web Annotation of the words that print it, one a line.

The body says what the claim is (a schema.org Observation), the target where it is printed. The source text is
not redistributed; the SHA-256 of its bytes names it (an `ni:` address, RFC 6920), and positions hold for them
only. Positions count code points from 0, the end left out.
"""

import base64
import json
import uuid
from pathlib import Path

from silkfigures.dataset.works import reference
from silkfigures.publish.bibliography import filled
from silkfigures.publish.package import Package, Record, read_package
from silkfigures.schemas.lexical import json_number

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# The namespace of claim ids; never changed, so that a claim keeps its address in every release.
NAMESPACE = uuid.UUID("14c20b80-79ac-48b2-8dd3-89362c713700")

# The columns that say whom and what a claim is about, and those that say in which sense.
ROLES = ("reporter", "partner", "asset", "origin", "destination")
QUALIFIERS = ("measure", "status", "qualifier", "product", "sector", "instrument", "mode", "basis")


def annotations(root: Path) -> str:
    """The text of `annotations.jsonl` for a package.

    Parameters
    ----------
    root : Path
        The folder of `datapackage.json` and `tables/`.

    Returns
    -------
    str
        One JSON-LD object a line, in the order of the table `figures`.

    Raises
    ------
    ValueError
        When the description or a table cannot be read; it names the file.
    """
    package = read_package(root)
    licence = package.about["licenses"][0]["path"]
    documents = {row["document"]: row for row in package.records("documents")}
    works = {row["work"]: reference(row) for row in package.records("works")}
    names = _names(package)
    lines = [
        {
            "@context": CONTEXT,
            "id": address(claim["claim_id"]),
            "type": "Annotation",
            "motivation": "describing",
            "rights": licence,
            "body": _observation(claim, names),
            "target": _place(claim, documents[claim["document"]], works[claim["work"]]),
        }
        for claim in package.records("figures")
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def address(claim_id: str) -> str:
    """The address of a claim's annotation, the same in every release.

    >>> address("dong2025-025") == address("dong2025-025") != address("dong2025-026")
    True
    """
    return uuid.uuid5(NAMESPACE, claim_id).urn


def named_by_hash(sha256: str) -> str:
    """The `ni:` address (RFC 6920) of bytes with a SHA-256, which is given in hexadecimal digits.

    >>> named_by_hash("7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069")
    'ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk'
    """
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii")
    return f"ni:///sha-256;{digest.rstrip('=')}"


def _names(package: Package) -> dict[str, str]:
    """The English names of indicators, parties and assets by their codes, of which no two are the same."""
    keys = {"indicators": "indicator", "parties": "party", "assets": "asset"}
    return {row[key]: row["label_en"] for table, key in keys.items() for row in package.records(table)}


def _observation(claim: Record, names: dict[str, str]) -> dict[str, object]:
    """What the claim says; a flag where the printed figure is doubtful."""
    return {"type": "schema:Observation"} | filled(
        **{
            "schema:identifier": claim["claim_id"],
            "schema:name": names[claim["indicator"]],
            "schema:description": "; ".join(filter(None, (claim["subject"], claim["section"]))),
            "schema:variableMeasured": claim["indicator"],
            "schema:measurementQualifier": [f"{how}: {claim[how]}" for how in QUALIFIERS if claim[how]],
            "schema:observationAbout": [_thing(claim[role], role, names) for role in ROLES if claim[role]],
            "schema:value": _number(claim["value"]),
            "schema:minValue": _number(claim["lower"]),
            "schema:maxValue": _number(claim["upper"]),
            "schema:unitText": claim["unit"],
            "dcterms:temporal": claim["period"],
            "schema:disambiguatingDescription": claim["flag"] and f"flag: {claim['flag']}",
        }
    )


def _thing(code: str, role: str, names: dict[str, str]) -> dict[str, str]:
    """A party, a place or an asset that the claim is about, and in which column of the table it stands."""
    return {
        "type": "schema:Thing",
        "schema:identifier": code,
        "schema:name": names[code],
        "schema:disambiguatingDescription": role,
    }


def _place(claim: Record, document: Record, work: str) -> dict[str, object]:
    """Where the claim is printed: the publication, its text, the words and their position."""
    source = {"id": named_by_hash(document["sha256"]), "type": "Text", "format": "text/plain"}
    position = {"type": "TextPositionSelector", "start": int(claim["start"]), "end": int(claim["end"])}
    return {
        "type": "SpecificResource",
        "source": source | {"label": document["document"]},
        "selector": [{"type": "TextQuoteSelector"} | _words(claim["printed"], claim["quote"]), position],
        "dcterms:bibliographicCitation": work,
    }


def _words(printed: str, quote: str) -> dict[str, object]:
    """The printed figure and the words of the short quote on both its sides.

    Where the quote prints it twice, only the position can tell which is meant, and the words are left out.

    >>> _words("5%", "fell by 5%, less")
    {'exact': '5%', 'prefix': 'fell by ', 'suffix': ', less'}
    >>> _words("5", "5 posts, 5 pipelines")
    {'exact': '5'}
    """
    if quote.count(printed) != 1:
        return {"exact": printed}
    prefix, _, suffix = quote.partition(printed)
    return filled(exact=printed, prefix=prefix, suffix=suffix)


def _number(cell: str) -> int | float | None:
    """The number in a cell; None where it is empty."""
    return json_number(cell) if cell else None
