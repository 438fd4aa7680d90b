"""What a page shows, run: its Python examples, its shell commands, its blocks of code."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

from click.testing import CliRunner, Result


def examples(page: Path) -> int:
    """Run the Python examples of a page; how many there are. Fails where one prints something else."""
    text = re.sub(r"^```.*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {"__name__": "__main__"}, page.name, str(page), 0)
    result = doctest.DocTestRunner().run(test)
    assert result.failed == 0, page
    return result.attempted


def run(command: str) -> Result:
    """Run `silkfigures COMMAND`, here and now; what a redirection says is passed over."""
    from silkfigures.cli import cli

    return CliRunner().invoke(cli, shlex.split(command.partition(" > ")[0]))


def commands(text: str) -> list[str]:
    """The commands of silkfigures that a page shows on lines of their own, without its name."""
    return re.findall(r"^    silkfigures (.+)$", text, flags=re.MULTILINE)


def blocks(text: str, language: str) -> list[str]:
    """The blocks of code of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def captioned(text: str) -> dict[str, str]:
    """The blocks of a page that have a caption, by caption."""
    block = r"^```\{code-block\} \w+\n:caption: ([^\n]+)\n\n(.*?)^```$"
    return dict(re.findall(block, text, flags=re.MULTILINE | re.DOTALL))
