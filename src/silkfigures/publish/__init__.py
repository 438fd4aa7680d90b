"""What is published of the tables: `datapackage.json`, `CITATION.cff` and the report for reviewers."""

from silkfigures.publish.citation import citation
from silkfigures.publish.descriptor import descriptor
from silkfigures.publish.review import review, review_json

__all__ = ["citation", "descriptor", "review", "review_json"]
