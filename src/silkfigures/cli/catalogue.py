"""The command that writes the catalogue files."""

from __future__ import annotations

from pathlib import Path

import click

from silkfigures.cli.failures import Found, placed
from silkfigures.cli.formats import number


@click.command()
@click.option(
    "--folder",
    type=click.Path(file_okay=False),
    help="Where datapackage.json and tables/ lie; the tables of this package if none is named.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False),
    default=".",
    show_default="the current folder",
    help="The folder to write into; it is made where it is missing.",
)
def catalogue(folder: str | None, out: str) -> None:
    """Write the metadata files for catalogues and search engines.

    CITATION.cff, Zenodo, DataCite, schema.org, Croissant, CSV on the Web and Web Annotations: all made from
    datapackage.json and the tables. Addresses of files in them are relative to the folder of the tables.

    \b
    Example:
      silkfigures catalogue --out release
    """
    from silkfigures.dataset import store
    from silkfigures.files.whole import replace_file
    from silkfigures.publish import CATALOGUE

    place = Path(folder) if folder else store.folder()
    try:
        texts = {name: tell(place) for name, tell in CATALOGUE.items()}
    except ValueError as error:
        raise Found(str(error)) from error
    with placed("--out"):
        Path(out).mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            replace_file(Path(out, name), text)
    click.echo("\n".join(texts))
    click.echo(f"{number(len(texts), 'file')} written to {out}.", err=True)
