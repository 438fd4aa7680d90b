"""The one declaration of every table and field, and what follows from it."""

from silkfigures.schemas.declaration import DTYPES, LANGUAGES, Field, Table, fields, tables, themes

__all__ = ["DTYPES", "LANGUAGES", "Field", "Table", "fields", "tables", "themes"]
