"""Works that were read (`raw/works.json`, CSL-JSON) and the texts they stand in (`raw/documents.yaml`)."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from silkfigures.files.bounded import MOST_TEXT, read_bounded
from silkfigures.readings.errors import Errors, ReadingError, ReadingErrors, Slip, nearest
from silkfigures.readings.locate import Text
from silkfigures.readings.yamlfile import Mapping, load_items, read_text

WORKS = "raw/works.json"
DOCUMENTS = "raw/documents.yaml"
VARIABLE = "SILKFIGURES_TEXTS"
_SIZES = ("bytes", "characters", "lines")


@dataclass(frozen=True, slots=True)
class Document:
    """A source text, known by name, hash and size; `source_line` is its line in `raw/documents.yaml`."""

    name: str
    sha256: str
    bytes: int
    characters: int
    lines: int
    source_line: int


@dataclass(frozen=True, slots=True)
class Work:
    """A publication: its key, language, the document and lines in which it stands, and its CSL-JSON entry."""

    key: str
    language: str
    document: str
    first: int
    last: int
    entry: dict
    source_line: int


def load_documents(root: Path, errors: Errors) -> dict[str, Document]:
    """The documents of a repository by name; slips go to `errors`."""
    found: dict[str, Document] = {}
    for item, line in load_items(root, DOCUMENTS, "documents", "begin each with `- document:`", errors):
        with errors.at(DOCUMENTS, line):
            document = _document(item, line)
            if document.name in found:
                raise Slip(f"the document {document.name} again", "remove one")
            found[document.name] = document
    return found


def _document(item: object, line: int) -> Document:
    wanted = ("document", "sha256", *_SIZES)
    if not isinstance(item, Mapping):
        raise Slip("a document is a list of keys", f"write {', '.join(wanted)}")
    for key in [key for key in item if key not in wanted]:
        raise Slip(f"no such key: `{key}`", nearest(key, wanted))
    for key in [key for key in wanted if not isinstance(item.get(key), str) or not item[key]]:
        raise Slip(f"`{key}` is missing", f"add `{key}: …`")
    name = item["document"]
    if name == ".." or Path(name).name != name or not name.isprintable():
        raise Slip(f"`document` is `{name}`", "write the name of a file, without its folder")
    if not re.fullmatch("[0-9a-f]{64}", item["sha256"]):
        raise Slip(f"sha256 is `{item['sha256']}`", "write the 64 hexadecimal digits that `sha256sum` prints")
    for key in [key for key in _SIZES if not re.fullmatch("[1-9][0-9]{0,9}", item[key])]:
        raise Slip(f"`{key}` is `{item[key]}`", "write a whole number from 1 up")
    return Document(item["document"], item["sha256"], *(int(item[key]) for key in _SIZES), line)


def load_works(root: Path, errors: Errors) -> dict[str, Work]:
    """The works of a repository by key, in the order of the file; slips go to `errors`."""
    found: dict[str, Work] = {}
    with errors.at(WORKS, 1):
        text = read_text(root / WORKS, WORKS)
        for entry in _entries(text):
            line = _line_of(text, entry)
            with errors.at(WORKS, line):
                work = _work(entry, line)
                if work.key in found:
                    raise Slip(f"the work `{work.key}` again", "give it another id")
                found[work.key] = work
    return found


def _entries(text: str) -> list:
    try:
        entries = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number)
        json.dumps(entries, ensure_ascii=False).encode("utf-8")
    except json.JSONDecodeError as error:
        raise ReadingError(
            WORKS, error.lineno, f"not JSON: {error.msg.lower()}", "mend it at this place"
        ) from None
    except Slip:
        raise
    except UnicodeEncodeError:
        raise Slip("a \\ud800 or the like that is half a character", "write the character itself") from None
    except (RecursionError, OverflowError):
        raise Slip("nested too deep", "write a list of CSL-JSON entries") from None
    except ValueError:
        raise Slip("a number of thousands of digits", "write it as text, or mend it") from None
    if not isinstance(entries, list):
        raise Slip("the works are no list", "write a list of CSL-JSON entries")
    return entries


def _unique(pairs: list[tuple[str, object]]) -> dict:
    found = dict(pairs)
    if len(found) < len(pairs):
        key = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise Slip(f"the key `{key}` twice in one entry", "remove one")
    return found


def _no_number(word: str) -> None:
    """Refuse the words that JSON does not have and Python reads: NaN, Infinity."""
    raise Slip(f"`{word}` is no JSON", "write a number, or null")


def _line_of(text: str, entry: object) -> int:
    """The line in which an entry names its id."""
    key = entry.get("id") if isinstance(entry, dict) else None
    found = re.search(rf'"id"\s*:\s*{re.escape(json.dumps(key, ensure_ascii=False))}', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _work(entry: object, line: int) -> Work:
    if not isinstance(entry, dict):
        raise Slip("a work is no CSL-JSON entry", 'write `{"id": …, "type": …, "title": …}`')
    for key in [key for key in ("id", "type", "title", "language") if not _is_word(entry.get(key))]:
        raise Slip(f"`{key}` is missing or no text", f'add `"{key}": "…"`')
    custom = entry.get("custom")
    lines = custom.get("lines") if isinstance(custom, dict) else None
    whole = isinstance(lines, list) and len(lines) == 2 and all(type(n) is int and n > 0 for n in lines)
    if not whole or lines[0] > lines[1] or not _is_word(custom.get("document")):
        mend = '"custom": { "document": "….txt", "lines": [first, last] }'
        raise Slip(f"work `{entry['id']}` does not say where it stands", f"add `{mend}`")
    return Work(entry["id"], entry["language"], custom["document"], *lines, entry, line)


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def texts_folder(given: str | Path | None = None) -> Path:
    """The folder of the source texts: the one given, or the one that SILKFIGURES_TEXTS names.

    Raises FileNotFoundError, saying what to set, when neither is there.
    """
    named = given or os.environ.get(VARIABLE)
    if not named:
        raise FileNotFoundError(f"which folder holds the texts? Give --texts DIR or set {VARIABLE}")
    folder = Path(named)
    if not folder.is_dir():
        how = "--texts" if given else VARIABLE
        raise FileNotFoundError(
            f"{how} names `{named}`, which is no folder: name the one that holds the texts"
        )
    return folder


def known_document(name: str, documents: dict[str, Document]) -> Document:
    """The document of that name. Raises ReadingErrors, with the nearest match, when there is none."""
    if name not in documents:
        slip = ReadingError(DOCUMENTS, None, f"no such document: {name}", nearest(name, documents))
        raise ReadingErrors([slip])
    return documents[name]


def load_text(folder: Path, document: Document) -> Text:
    """The text of a document, proved to be the one that was read. Raises ReadingError when it is not."""
    try:
        content = read_bounded(folder / document.name, MOST_TEXT)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        why = "is not in the folder of texts" if missing else f"cannot be read: {error.strerror or error}"
        message, mend = f"the text {document.name} {why}", "put it there, or name another folder"
        raise ReadingError(DOCUMENTS, document.source_line, message, mend) from None
    given = hashlib.sha256(content).hexdigest()
    if given != document.sha256:
        message = f"the text {document.name} has another SHA-256: {given}, not {document.sha256}"
        mend = "restore the text that was read, or read it anew and write its SHA-256 here"
        raise ReadingError(DOCUMENTS, document.source_line, message, mend)
    text = Text(content.decode("utf-8"))
    sizes = {"bytes": len(content), "characters": len(text.text), "lines": text.lines}
    for name, size in sizes.items():
        if getattr(document, name) != size:
            message = f"{document.name}: `{name}` is {getattr(document, name)}, the text has {size}"
            raise ReadingError(DOCUMENTS, document.source_line, message, f"write `{name}: {size}`")
    return text
