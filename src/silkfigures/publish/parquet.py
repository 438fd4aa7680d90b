"""The tables as Parquet files: the declared types, and what every column means in the file itself.

A string is a string, a date a 32-bit day, a whole number a nullable 64-bit integer, a number a double: the
nearest to the decimal of the CSV, equal to what `silkfigures.load` gives. The labels in three languages, the
description and the unit of a column stand in the metadata of its field.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from silkfigures.publish.source import Source
from silkfigures.schemas import Field, Table, tables

if TYPE_CHECKING:
    import pyarrow

TYPES = {"string": "string", "number": "float64", "integer": "int64", "boolean": "bool_", "date": "date32"}


def parquet(root: Path) -> dict[str, bytes]:
    """Every table as a Parquet file.

    Parameters
    ----------
    root : Path
        The folder with `raw/package.toml` and `tables/`.

    Returns
    -------
    dict
        File name to content. The same tables and the same version of pyarrow give the same bytes: pyarrow
        writes its own version into every file.

    Raises
    ------
    ValueError
        When a table or the metadata cannot be read; it names the file.
    ModuleNotFoundError
        Without pyarrow (the extra `parquet`).
    """
    source = Source.read(Path(root))
    return {f"{name}.parquet": _content(source, table) for name, table in tables().items()}


def _content(source: Source, table: Table) -> bytes:
    import pyarrow
    from pyarrow.parquet import write_table

    schema = pyarrow.schema([_field(field, table) for field in table.fields], metadata=_about(source, table))
    columns = list(zip(*source.rows(table), strict=True)) or [()] * len(table.fields)
    arrays = [pyarrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    out = pyarrow.BufferOutputStream()
    write_table(pyarrow.Table.from_arrays(arrays, schema=schema), out, compression="snappy")
    return out.getvalue().to_pybytes()


def _field(field: Field, table: Table) -> pyarrow.Field:
    import pyarrow

    told = {f"label_{language}": label for language, label in field.label.items()}
    told |= {"description": field.about, "unit": field.unit, "codes": field.codes, "refers": field.refers}
    return pyarrow.field(
        field.name,
        getattr(pyarrow, TYPES[field.type])(),
        nullable=not (field.required or field.name in table.key),
        metadata={key: text for key, text in (told | {"concept": field.concept}).items() if text},
    )


def _about(source: Source, table: Table) -> dict[str, str]:
    return {
        "name": table.name,
        **{f"title_{language}": title for language, title in table.title.items()},
        "description": table.about,
        "one row is": table.row,
        "dataset": source.about["title"],
        "version": source.version,
        "licence": source.licence,
    }
