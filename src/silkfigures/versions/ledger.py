"""The ledger: what each released version held, kept in the repository under `raw/released/`.

An entry is a folder with the tables whose rows are compared, as they were published, and a description that
keeps only what a comparison reads. The themed tables show the claims of `figures` and are left out.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from silkfigures.files.whole import bytes_there
from silkfigures.versions.files import DESCRIPTOR, Files, ReleaseError
from silkfigures.versions.kinds import parts
from silkfigures.versions.release import Release, open_release, read_release
from silkfigures.versions.shape import MASTER, shape_of

RELEASED = "raw/released"
_TABLE = ("name", "description", "hash", "silkfigures:kind", "silkfigures:row", "silkfigures:rows")
_FIELD = ("name", "type", "silkfigures:unit")
_FIELD_TOLD = ("description", "silkfigures:codes", "silkfigures:concept", "silkfigures:labels")


def recorded(root: Path) -> list[str]:
    """The versions in the ledger of a repository, from the oldest; none where there is no ledger.

    Raises ReleaseError for a folder that is named after no version.
    """
    folder = Path(root) / RELEASED
    names = [path.name for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
    try:
        return sorted(names, key=parts)
    except ValueError as error:
        raise ReleaseError(folder, f"a folder is named wrongly: {error}", "rename or remove it") from None


def read_recorded(root: Path, version: str) -> Release:
    """A version of the ledger, to compare with. Raises ReleaseError where its entry is damaged."""
    found = open_release(Path(root) / RELEASED / version)
    if found.version != version:
        raise ReleaseError(found.where, f"holds version {found.version}", "rename the folder")
    return found


def record(root: Path, files: Files, where: str) -> Path | None:
    """Write a release into the ledger; the folder, or None where it stands there already.

    Parameters
    ----------
    root : Path
        The repository.
    files : mapping
        The release, as `release_files` gives it; `where` is what errors call it.

    Raises
    ------
    ReleaseError
        When the files are no release, or the ledger holds that version with another content: what is
        released is never changed.
    """
    release = read_release(files, where)
    entry = _entry(files)
    folder = Path(root) / RELEASED / release.version
    if folder.exists():
        if {name: bytes_there(folder / name) for name in entry} != entry:
            mend = "raise the version; what is released stays as it is"
            raise ReleaseError(folder, f"{release.version} is released, with another content", mend)
        return None
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=folder.parent.parent, prefix=f".{folder.name}-"))
    try:
        (beside / "tables").mkdir()
        for name, content in entry.items():
            (beside / name).write_bytes(content)
        beside.chmod(0o755)
        os.replace(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def _entry(files: Files) -> dict[str, bytes]:
    """The files of an entry: the shortened description and the tables whose rows are compared."""
    content = json.loads(files[DESCRIPTOR])
    shared = {
        field["name"]
        for resource in content["resources"]
        if resource["name"] == MASTER
        for field in resource["schema"]["fields"]
    }
    resources = [_resource(resource, shared) for resource in content["resources"]]
    told = {key: content[key] for key in ("$schema", "name", "version")} | {"resources": resources}
    paths = [resource["path"] for resource in resources if "path" in resource]
    text = json.dumps(told, indent=1, ensure_ascii=False) + "\n"
    return {DESCRIPTOR: text.encode("utf-8")} | {path: files[path] for path in paths}


def _resource(resource: dict[str, Any], shared: set[str]) -> dict[str, Any]:
    """A table of the description, without what a comparison does not read."""
    shape = shape_of(resource)
    view = shape.kind == "observation" and shape.name != MASTER
    schema = resource["schema"]
    fields = [_field(field, view and field["name"] in shared) for field in schema["fields"]]
    keys = schema.get("foreignKeys", [])
    return {
        **{key: resource[key] for key in _TABLE if key in resource},
        "silkfigures:titles": resource.get("silkfigures:titles", {}),
        **({"path": shape.path} if shape.compared else {}),
        "schema": {
            "fields": fields,
            "primaryKey": schema["primaryKey"],
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _field(field: dict[str, Any], shared: bool) -> dict[str, Any]:
    """A column; of one that is told of in the master table only name and type."""
    kept = {key: field[key] for key in (_FIELD if shared else (*_FIELD, *_FIELD_TOLD)) if key in field}
    rules = {} if shared else {k: v for k, v in field.get("constraints", {}).items() if k != "enum"}
    return kept | ({"constraints": rules} if rules else {})
