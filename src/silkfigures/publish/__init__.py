"""What is published of the tables: their description, the report for reviewers and the catalogue files."""

from silkfigures.publish.catalogue import CATALOGUE
from silkfigures.publish.citation import citation
from silkfigures.publish.descriptor import descriptor
from silkfigures.publish.review import review

__all__ = ["CATALOGUE", "citation", "descriptor", "review"]
