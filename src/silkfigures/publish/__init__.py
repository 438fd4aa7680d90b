"""What is published of the tables: description, citation, reports, what changed, and the catalogue files."""

from silkfigures.publish.catalogue import CATALOGUE
from silkfigures.publish.changelog import changelog, history_findings
from silkfigures.publish.changes import changes, history
from silkfigures.publish.citation import citation
from silkfigures.publish.descriptor import descriptor
from silkfigures.publish.review import review, review_json

__all__ = [
    "CATALOGUE",
    "changelog",
    "changes",
    "citation",
    "descriptor",
    "history",
    "history_findings",
    "review",
    "review_json",
]
