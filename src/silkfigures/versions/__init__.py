"""What each released version held, what changed since, and which step the next version must take."""

from silkfigures.versions.compare import differences
from silkfigures.versions.digest import digest, markdown
from silkfigures.versions.files import ReleaseError, release_files
from silkfigures.versions.history import changes_by_version, history_findings, told
from silkfigures.versions.kinds import COLUMNS, Change, required_step, step_between
from silkfigures.versions.ledger import read_recorded, record, recorded
from silkfigures.versions.reasons import explained
from silkfigures.versions.release import Release, open_release, read_release

__all__ = [
    "COLUMNS",
    "Change",
    "Release",
    "ReleaseError",
    "changes_by_version",
    "differences",
    "digest",
    "explained",
    "history_findings",
    "markdown",
    "open_release",
    "read_recorded",
    "read_release",
    "record",
    "recorded",
    "release_files",
    "required_step",
    "step_between",
    "told",
]
