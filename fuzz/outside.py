"""Fuzzing archives, command lines and what a notebook asks for."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import redirect_stderr
from functools import cache
from pathlib import Path

from fuzz.mutate import word
from fuzz.target import Target


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
    words = "USD bbl km t/year bbl/day percent KAZ CHN 2024 2020/2024 unstated crude_oil exact 5.9 2024-05-17"
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


TARGETS = {
    "archives": Target(_archives, _archive, 0.244),
    "commands": Target(_command_lines, _command, 0.03),
    "notebook": Target(_words, _convert, 0.01),
}
