"""The release as an SQLite database, and what datasette is told of it."""

from silkfigures.publish.sql.database import database
from silkfigures.publish.sql.datasette import datasette

__all__ = ["database", "datasette"]
