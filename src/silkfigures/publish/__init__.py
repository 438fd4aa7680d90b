"""What is published of the tables: description, citation, the report for reviewers, and what changed."""

from silkfigures.publish.changelog import changelog, history_findings
from silkfigures.publish.changes import changes, history
from silkfigures.publish.citation import citation
from silkfigures.publish.descriptor import descriptor
from silkfigures.publish.review import review, review_json

__all__ = [
    "changelog",
    "changes",
    "citation",
    "descriptor",
    "history",
    "history_findings",
    "review",
    "review_json",
]
