"""The one declaration of every table and field, and what follows from it."""

from silkfigures.schemas.declaration import LANGUAGES, Field, Table, fields, tables, themes

__all__ = ["LANGUAGES", "Field", "Table", "fields", "tables", "themes"]
