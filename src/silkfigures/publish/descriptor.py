"""`datapackage.json`: the tables as a Data Package 2.0, written from the declaration and the files.

What the standard has no name for stands under names that begin with `silkfigures:`.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from silkfigures import __version__
from silkfigures.publish.about import about
from silkfigures.publish.source import read_table
from silkfigures.schemas import LANGUAGES, Table, tables
from silkfigures.schemas.csvfile import ENCODING, CsvFile
from silkfigures.schemas.table_schema import DIALECT, PROFILES, code_lists, table_schema

NO_AUTHORS = "not printed"


def descriptor(root: Path, built: Path | None = None) -> str:
    """The text of `datapackage.json` for the tables of a repository.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml` (name, title, description, keywords, day of release, licences,
        contributors) and `tables/` with every declared table. The version is that of the code.
    built : Path, optional
        The folder with `tables/`, where they lie elsewhere: those of a build that is not yet in place.

    Returns
    -------
    str
        JSON, indented by two, in a fixed order: the same tables give the same text.

    Raises
    ------
    ValueError
        When a table or the metadata are missing, cannot be read or are not as declared; it names the file.

    Examples
    --------
    The folder of a checkout gives its description; any other names what is missing.

    >>> descriptor(Path("no/such/folder"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    ValueError: no/such/folder/raw/package.toml: cannot be read: ...
    """
    root = Path(root)
    built = built or root
    facts = about(root)
    files = {name: read_table(built, table) for name, table in tables().items()}
    codes = code_lists(files["codes"].records())
    content = _package(facts, files["works"])
    content["resources"] = [
        _resource(built, table, files[name], facts, codes) for name, table in tables().items()
    ]
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _package(facts: dict[str, Any], works: CsvFile) -> dict[str, Any]:
    """The properties of the package, without its resources."""
    return {
        "$schema": PROFILES + "datapackage.json",
        "name": facts["name"],
        **{key: facts[key] for key in ("id", "homepage") if key in facts},
        "title": facts["title"],
        "description": facts["description"],
        "version": __version__,
        "created": f"{facts['released']}T00:00:00Z",
        "keywords": facts["keywords"],
        "licenses": [_license(licence) for licence in facts["licenses"]],
        "contributors": facts["contributors"],
        "sources": [_source(work) for work in works.records()],
        "silkfigures:languages": list(LANGUAGES),
        "silkfigures:method": facts["method"],
    }


def _license(licence: dict[str, Any]) -> dict[str, str]:
    return {key: licence[key] for key in ("name", "path", "title")}


def _source(work: dict[str, str]) -> dict[str, str]:
    """One publication: its title, address where it has a DOI, and its key in the table `works`."""
    place = ", ".join(part for part in (work["container"], work["issued"]) if part)
    authors = "" if work["authors"] == NO_AUTHORS else f"{work['authors']}: "
    source = {"title": f"{authors}{work['title']}" + (f" ({place})" if place else "")}
    if work["doi"]:
        source["path"] = f"https://doi.org/{work['doi']}"
    return source | {"silkfigures:work": work["work"], "silkfigures:language": work["language"]}


def _resource(
    built: Path, table: Table, cells: CsvFile, facts: dict[str, Any], codes: dict[str, list[dict[str, str]]]
) -> dict[str, Any]:
    """One table as a resource."""
    data = (built / cells.name).read_bytes()
    licenses = [licence for licence in facts["licenses"] if table.name in licence.get("tables", ())]
    return {
        "$schema": PROFILES + "dataresource.json",
        "name": table.name,
        "type": "table",
        "path": cells.name,
        "title": table.title["en"],
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": ENCODING,
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
        "licenses": [_license(licence) for licence in licenses or facts["licenses"][:1]],
        "silkfigures:kind": table.kind,
        "silkfigures:row": table.row,
        "silkfigures:rows": len(cells.rows),
        "silkfigures:titles": table.title,
        "dialect": DIALECT,
        "schema": table_schema(table, codes),
    }
