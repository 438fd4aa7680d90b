"""What is published of the tables: their description, `datapackage.json`, and the report for reviewers."""

from silkfigures.publish.descriptor import descriptor
from silkfigures.publish.review import review

__all__ = ["descriptor", "review"]
