"""The command line: `silkfigures COMMAND …`."""

from __future__ import annotations

import sys

import click

from silkfigures.cli.catalogue import catalogue
from silkfigures.cli.changes import diff, record
from silkfigures.cli.compare import compare
from silkfigures.cli.conflicts import conflicts
from silkfigures.cli.coverage import coverage
from silkfigures.cli.extract import extract
from silkfigures.cli.failures import Commands
from silkfigures.cli.keep import build, locate, verify
from silkfigures.cli.look import cite, evidence, show, tables
from silkfigures.cli.relations import relations
from silkfigures.cli.release import release
from silkfigures.cli.validate import validate

EPILOG = """
\b
Examples:
  silkfigures tables
  silkfigures show trade reporter=KAZ period=2024
  silkfigures extract article.txt --format csv
\b
Exit codes:
  0  all is well
  1  something was found: invalid data, a quote that does not stand in its text
  2  the command was called wrongly: no such table, column, code, file or option
"""


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version and end."""
    if asked:
        import silkfigures

        click.echo(f"silkfigures {silkfigures.__version__}")
        ctx.exit()


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version."
)
def cli() -> None:
    """What the literature says China and Central Asia trade, invest, lend, pipe and haul.

    Data goes to standard output, messages go to standard error.
    """


READ = (tables, show, evidence, cite, diff, extract)
KEEP = (locate, verify, compare, coverage, relations, conflicts, build, validate, record, catalogue, release)
for command in (*READ, *KEEP):
    cli.add_command(command)


def main() -> None:
    """Run the command line; the entry point of the script `silkfigures`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    cli(prog_name="silkfigures")
