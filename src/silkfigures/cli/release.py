"""The command that writes a release."""

from __future__ import annotations

from pathlib import Path

import click

from silkfigures.cli.failures import Found, WrongUse, placed


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False),
    default="dist",
    show_default=True,
    help="Where the folder and the zip of the release go.",
)
@click.option("--force", is_flag=True, help="Replace another release of the same version.")
def release(out: str, force: bool) -> None:
    """Write the release: every table in every format.

    One folder silkfigures-VERSION and its zip: CSV, Parquet, an Excel workbook, an SQLite database, what
    describes them, how to cite, licences and sums. The same tables give the same bytes. The two paths are
    printed. Needs the extras excel and parquet.

    \b
    Example:
      silkfigures release --out releases
    """
    from silkfigures.dataset import store
    from silkfigures.publish.contents import missing_extras
    from silkfigures.publish.release import OtherRelease
    from silkfigures.publish.release import release as write

    if extras := missing_extras():
        raise WrongUse(f"A release needs more packages: pip install 'silkfigures[{','.join(extras)}]'")
    try:
        with placed("--out"):
            paths = write(store.folder(), Path(out), force=force)
    except OtherRelease as error:
        raise WrongUse(str(error)) from error
    except ValueError as error:
        raise Found(str(error)) from error
    for path in paths:
        click.echo(path)
