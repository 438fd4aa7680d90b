"""What is published of the tables: so far their description, `datapackage.json`."""

from silkfigures.publish.descriptor import descriptor

__all__ = ["descriptor"]
