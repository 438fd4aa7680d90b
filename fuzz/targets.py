"""What is fuzzed: for each target real files to damage, and what reads them.

A target raises nothing but the errors that the project declares for bad input (`EXPECTED`), and returns a
sound value otherwise; what it returns is looked at where more can be said of it.
"""

from __future__ import annotations

import io
import json
import random
import runpy
import shutil
import zipfile
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path

from fuzz.mutate import mutated, word

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "example"


def _expected() -> tuple[type[Exception], ...]:
    from silkfigures.dataset.errors import SilkfiguresError
    from silkfigures.files.safe_archive import UnsafeArchive
    from silkfigures.readings import ReadingError, ReadingErrors, Slip

    return (SilkfiguresError, UnsafeArchive, ReadingError, ReadingErrors, Slip)


@dataclass(frozen=True, slots=True)
class Target:
    """Files to damage, by name, and the reader: it is given the name of a file, its bytes, and a folder.

    `share` is the share of all inputs that it gets.
    """

    seeds: Callable[[], dict[str, bytes]]
    read: Callable[[str, bytes, Path], None]
    share: float

    def input(self, source: random.Random) -> tuple[str, bytes]:
        """The name and the damaged bytes of one input."""
        seeds = self.seeds()
        name = source.choice(sorted(seeds))
        return name, mutated(seeds[name], source, list(seeds.values()))


def _files(*patterns: str, root: Path = ROOT) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for pattern in patterns for path in root.glob(pattern)
    }


# --- files that people write ---------------------------------------------------------------------------------


@cache
def _yaml_files() -> dict[str, bytes]:
    return _files("raw/readings/*.yaml", "raw/*.yaml") | _files("raw/readings/*.yaml", root=EXAMPLE)


def _yaml(name: str, data: bytes, folder: Path) -> None:
    from silkfigures.readings.yamlfile import Mapping, Sequence, parse_yaml

    assert isinstance(parse_yaml(data.decode("utf-8", "surrogateescape"), name), str | Mapping | Sequence)


@cache
def _small_lists() -> dict[str, bytes]:
    return _files("raw/**/*.*", root=EXAMPLE) | {
        "raw/places.csv": (ROOT / "raw" / "places.csv").read_bytes()[:3000],
        "raw/retired.yaml": b"- claim: pereval-900\n  version: 0.2.0\n  reason: read twice\n",
        "raw/package.toml": (ROOT / "raw" / "package.toml").read_bytes(),
    }


def _one_list(name: str, data: bytes, folder: Path) -> None:
    """One file, read by the loader of its kind."""
    from silkfigures.build.corrections import load_corrections
    from silkfigures.build.lists import Lists
    from silkfigures.build.retired import load_retired
    from silkfigures.build.works import document_rows, work_rows
    from silkfigures.publish import citation
    from silkfigures.readings import Errors, load_documents, load_readings, load_works, read_places
    from silkfigures.readings.coverage import read_coverage

    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    errors = Errors()
    try:
        if name.endswith(".toml"):
            _declared_error(citation, folder)
        elif "readings" in name:
            load_readings(path.parent, errors)
        elif "codelists" in name:
            shutil.copytree(EXAMPLE / "raw" / "codelists", path.parent, dirs_exist_ok=True)
            path.write_bytes(data)
            Lists(folder, errors)
        elif name == "raw/works.json":
            work_rows(load_works(folder, errors), {}, errors)
        else:
            loaders = {
                "documents": lambda root, errors: document_rows(load_documents(root, errors)),
                "corrections": load_corrections,
                "retired": load_retired,
                "places": read_places,
                "coverage": read_coverage,
            }
            loaders[Path(name).stem](folder, errors)
    finally:
        path.unlink()
    for error in errors:
        assert error.message and error.mend and "\n" not in str(error)[:1], error


def _declared_error(function: Callable[[Path], str], folder: Path) -> None:
    """Call what declares ValueError, naming the file, for metadata that are not right."""
    try:
        function(folder).encode("utf-8")
    except ValueError as error:
        if "package.toml" not in str(error):
            raise AssertionError(f"names no file: {error!r}") from error


@cache
def _example() -> Path:
    """A sound repository, of which copies are damaged."""
    import tempfile

    from silkfigures.readings import write_places

    root = Path(tempfile.mkdtemp(prefix="fuzz-")) / "example"
    shutil.copytree(EXAMPLE, root)
    write_places(root, root / "texts")
    shutil.copy(ROOT / "raw" / "package.toml", root / "raw")
    return root


@cache
def _example_files() -> dict[str, bytes]:
    return _files("raw/**/*.*", root=_example()) | {
        "raw/retired.yaml": b"- claim: pereval-900\n  version: 0.2.0\n  reason: read twice\n"
    }


def _build(name: str, data: bytes, folder: Path) -> None:
    """The whole build of a repository in which one file is damaged; what it writes is valid."""
    from silkfigures.build import build
    from silkfigures.publish import citation, descriptor, review

    root = folder / "repository"
    if not root.exists():
        shutil.copytree(_example(), root)
    path = root / name
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(data)

    def describe(built: Path) -> dict[str, str]:
        found: dict[str, str] = {}
        for file, told in (
            ("datapackage.json", lambda root: descriptor(root, built)),
            ("CITATION.cff", citation),
            ("validation/report.md", lambda root: review(root, built)),
        ):
            _declared_error(lambda root, file=file, told=told: found.setdefault(file, told(root)), root)
        return found

    try:
        build(root, describe)
    finally:
        path.unlink() if before is None else path.write_bytes(before)


# --- texts -----------------------------------------------------------------------------------------------------


@cache
def _texts() -> dict[str, bytes]:
    news = (ROOT / "benchmarks" / "news.tsv").read_bytes().splitlines()
    passages = (ROOT / "benchmarks" / "passages.tsv").read_bytes().splitlines()
    cases = _files("tests/quantities/cases/*.txt", "tests/example/texts/*.txt")
    return cases | {f"line {at}": line for at, line in enumerate([*news, *passages])}


def _quantities(name: str, data: bytes, folder: Path) -> None:
    """Any text: quantities in order, inside it, with sound numbers."""
    from silkfigures.quantities import find_quantities

    text, end = data.decode("utf-8", "surrogateescape")[:20_000], 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.value is not None and quantity.value.is_finite() and len(str(quantity.value)) < 5000
        ends = [one for one in (quantity.lower, quantity.value, quantity.upper) if one is not None]
        assert ends == sorted(ends)
        json.dumps(quantity.to_dict())
        end = quantity.end


def _numbers(name: str, data: bytes, folder: Path) -> None:
    """The coverage of any text: every number inside it, and each proof a reason."""
    from silkfigures.quantities.tidy import tidy
    from silkfigures.readings import Text
    from silkfigures.readings.numbers_in_text import numbers_in
    from silkfigures.readings.provable import proofs

    text = Text(data.decode("utf-8", "surrogateescape")[:20_000])
    clean = tidy(text.text)
    numbers = numbers_in(clean)
    for number in numbers:
        start, end = clean.place(number.start, number.end)
        assert 0 <= start < end <= len(text.text) and 1 <= text.line(start) <= text.lines + 1
    assert len(list(proofs(clean, numbers, ["x"] * len(numbers)))) == len(numbers)


def _quote(name: str, data: bytes, folder: Path) -> None:
    """A quote of the text, or of another, looked for in it."""
    from silkfigures.readings import Text

    text = data.decode("utf-8", "surrogateescape")[:5_000]
    quote = " ".join(text[len(text) // 3 :].split()[:6])
    span = Text(text).find(quote)
    assert 0 <= span.start < span.end <= len(text)


@cache
def _units() -> dict[str, bytes]:
    lines = (ROOT / "tables" / "units.csv").read_bytes().splitlines()
    samples = [
        b"(Mln. USD)",
        "млрд. м3 в год".encode(),
        b"thousand tons",
        b"2024-01/2024-03",
        b"5,9 bln USD",
        b"1.5%",
    ]
    return {f"{at}": line for at, line in enumerate([*samples, *lines])}


def _parsers(name: str, data: bytes, folder: Path) -> None:
    """Everything that reads a short string."""
    from silkfigures.build.periods import parse_date, parse_period
    from silkfigures.dataset.periods import bounds
    from silkfigures.dataset.units import unit
    from silkfigures.quantities import parse_rate, parse_unit
    from silkfigures.readings import Claim, printed_figure
    from silkfigures.schemas.lexical import FORMS, is_written

    text = data.decode("utf-8", "surrogateescape")
    found = parse_unit(text)
    assert found is None or (isinstance(found[0], Decimal) and found[0].is_finite())
    parse_rate(text)
    for kind in FORMS:
        if is_written(kind, text) and kind == "number":
            assert abs(float(text)) < float("inf")
    for parser in (
        parse_period,
        parse_date,
        bounds,
        unit,
        lambda quote: printed_figure(quote, Claim("001", None, None, None, {}, {}, 1), "ru"),
    ):
        try:
            parser(text)
        except _expected():
            continue


# --- published tables --------------------------------------------------------------------------------------------


@cache
def _module(name: str) -> dict:
    return runpy.run_path(str(ROOT / "tests" / name))


@cache
def _sound() -> Path:
    import tempfile

    return _module("made_up_repository.py")["make"](Path(tempfile.mkdtemp(prefix="fuzz-")) / "sound")


@cache
def _tables() -> dict[str, bytes]:
    return _files("tables/*.csv", root=_sound())


def _csv(name: str, data: bytes, folder: Path) -> None:
    """A table as text and cells."""
    from silkfigures.schemas import tables
    from silkfigures.schemas.csvfile import header_findings, read_csv

    path = folder / "t.csv"
    path.write_bytes(data)
    cells, findings = read_csv(path, name)
    assert cells is not None or findings
    if cells:
        assert all(len(row) == len(cells.header) for row in cells.rows) and len(cells.lines) == len(
            cells.rows
        )
        header_findings(cells, tables()[Path(name).stem].names)


def _table(name: str, data: bytes, folder: Path) -> None:
    """A table by itself, with its schema."""
    from silkfigures.checks.one_table import table_findings
    from silkfigures.schemas import tables
    from silkfigures.schemas.csvfile import read_csv

    path = folder / "t.csv"
    path.write_bytes(data)
    cells, _ = read_csv(path, name)
    if cells:
        table_findings(cells, tables()[Path(name).stem], None)


def _validate(name: str, data: bytes, folder: Path) -> None:
    """The validation of a folder in which a table or the description is damaged; damage is found."""
    from silkfigures.checks import validate

    root = folder / "tables of a stranger"
    if not root.exists():
        shutil.copytree(_sound(), root)
    before = (root / name).read_bytes()
    (root / name).write_bytes(data)
    try:
        report = validate(root, outsider=False)
        same = data == before or (name.endswith(".json") and _json(data) == _json(before))
        assert report.ok == same, f"ok: {report.ok}"
        str(report).encode("utf-8", "backslashreplace")
    finally:
        (root / name).write_bytes(before)


def _json(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


@cache
def _described() -> dict[str, bytes]:
    return _tables() | _files("datapackage.json", root=_sound())


def _load(name: str, data: bytes, folder: Path) -> None:
    """What the package loads from tables whose description has been brought up to the damage, or is damaged."""
    from silkfigures.dataset import store
    from silkfigures.dataset.load import load

    root = folder / "tables to load"
    if not root.exists():
        shutil.copytree(_sound(), root)
    description = root / "datapackage.json"
    before, described = (root / name).read_bytes(), description.read_bytes()
    (root / name).write_bytes(data)
    if name != "datapackage.json":
        about = json.loads(described)
        for resource in about["resources"]:
            if resource["path"] == name:
                resource |= {"bytes": len(data), "hash": "sha256:" + sha256(data).hexdigest()}
        description.write_text(json.dumps(about), encoding="utf-8")
    for cached in (store.descriptor, store.resources):
        cached.cache_clear()
    real, store.folder = store.folder, lambda: root
    try:
        load(Path(name).stem if name.startswith("tables") else "trade", labels="ru")
    finally:
        store.folder = real
        (root / name).write_bytes(before)
        description.write_bytes(described)
        for cached in (store.descriptor, store.resources):
            cached.cache_clear()


# --- archives and the command line ---------------------------------------------------------------------------------


@cache
def _archives() -> dict[str, bytes]:
    found = {}
    for name, method in (
        ("stored", zipfile.ZIP_STORED),
        ("deflated", zipfile.ZIP_DEFLATED),
        ("lzma", zipfile.ZIP_LZMA),
    ):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            archive.writestr("datapackage.json", b'{"resources": []}' * 9)
            archive.writestr("tables/flags.csv", b"flag\nunit\n" * 20)
            archive.writestr("tables/", b"")
        found[name] = out.getvalue()
    return found


def _archive(name: str, data: bytes, folder: Path) -> None:
    from silkfigures.files.safe_archive import SafeArchive

    for member, content in SafeArchive(data, name).items():
        assert ".." not in member.split("/") and isinstance(content, bytes)


WORDS = [
    *(
        "tables",
        "show",
        "evidence",
        "cite",
        "extract",
        "build",
        "validate",
        "coverage",
        "compare",
        "trade",
        "figures",
    ),
    *(
        "units",
        "reporter=KAZ",
        "period=2024",
        "period=",
        "value=1",
        "period_start=2024-01-01",
        "line=3",
        "flag=",
    ),
    *(
        "--format",
        "csv",
        "json",
        "md",
        "table",
        "jsonl",
        "--columns",
        "claim_id,value",
        "--limit",
        "3",
        "--labels",
    ),
    *(
        "ru",
        "--corrected",
        "--help",
        "--version",
        "-",
        "--root",
        ".",
        "--texts",
        "--lang",
        "kk",
        "dong2025-025",
    ),
]


@cache
def _command_lines() -> dict[str, bytes]:
    lines = [
        ["show", "trade", "reporter=KAZ", "period=2024", "--format", "csv"],
        ["show", "figures", "value=5", "--columns", "claim_id,value", "--limit", "2"],
        ["evidence", "dong2025-025"],
        ["cite", "dong2025", "--format", "bibtex"],
        ["tables", "--format", "md"],
        ["show", "units", "--labels", "kk", "--corrected"],
    ]
    return {" ".join(line): "\0".join(line).encode() for line in lines}


def _command(name: str, data: bytes, folder: Path) -> None:
    """A command line that looks at the data: exit code 0, 1 or 2, and never a traceback."""
    from click.testing import CliRunner

    from silkfigures.cli import cli

    source = random.Random(data)
    words = data.decode("utf-8", "surrogateescape").split("\0")[:12]
    if source.random() < 0.5:
        words.insert(source.randrange(len(words) + 1), source.choice([*WORDS, word(source)]))
    if {"build", "locate", "coverage", "validate", "verify", "compare", "extract"} & set(words):
        words = ["--help"]
    result = CliRunner().invoke(cli, [one[:2000] for one in words], prog_name="silkfigures")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in (0, 1, 2), result.exit_code


@cache
def _words() -> dict[str, bytes]:
    words = "USD bbl km t/year bbl/day percent KAZ CHN 2024 2020/2024 unstated crude_oil exact 5.9 2024-05-17 true"
    return {word: word.encode() for word in words.split()}


def _convert(name: str, data: bytes, folder: Path) -> None:
    """Filters, labels and units that no user would write, given to the functions of a notebook."""
    from silkfigures.dataset.convert import convert
    from silkfigures.dataset.load import load

    text = data.decode("utf-8", "surrogateescape")
    source = random.Random(data)
    text = source.choice([text, name])
    column = source.choice(["reporter", "period", "value", "period_start", "line", "flag", text])
    wanted = source.choice(
        [text, [text], None, float("nan"), 10**400, -1, True, b"x", {"a": 1}, (), text[:10]]
    )
    with redirect_stderr(io.StringIO()):
        rows = load("trade", **{column: wanted}) if source.random() < 0.5 else load("trade", unit="USD")
        if source.random() < 0.6:
            rates = source.choice([None, {text: 1}, {"CNY": 0.1}, {"USD": 0.5}])
            convert(rows, text, density=source.choice([None, None, 850, -1]), rates=rates)


TARGETS: dict[str, Target] = {
    "yaml": Target(_yaml_files, _yaml, 0.12),
    "lists": Target(_small_lists, _one_list, 0.06),
    "build": Target(_example_files, _build, 0.005),
    "quantities": Target(_texts, _quantities, 0.15),
    "coverage": Target(_texts, _numbers, 0.01),
    "quotes": Target(_texts, _quote, 0.1),
    "strings": Target(_units, _parsers, 0.1),
    "csv": Target(_tables, _csv, 0.16),
    "schemas": Target(_tables, _table, 0.005),
    "validate": Target(_described, _validate, 0.001),
    "load": Target(_described, _load, 0.005),
    "archives": Target(_archives, _archive, 0.244),
    "commands": Target(_command_lines, _command, 0.03),
    "notebook": Target(_words, _convert, 0.01),
}
EXPECTED = _expected()
