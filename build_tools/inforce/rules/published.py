"""Rules for the files that a version publishes for good: the JSON summary of each edition and revision.

A build copies them as they are and other sites embed them, so each record brings exactly the revisions that it makes,
and never a file that stands already. What they say is compared in `project.summaries`.
"""

from __future__ import annotations

from collections.abc import Iterator

from inforce.problems import Problem, problem
from inforce.reader.records.version import VersionRecords

_FOLDER = "published/"


def check_published(released: VersionRecords) -> Iterator[Problem]:
    """Every record of a version publishes the revisions it makes, and nothing else."""
    for now in released.history:
        brought = {path for path in now.record.files if path.startswith(_FOLDER)}
        wanted = {f"{_FOLDER}{language}/r{now.revisions[language]}.json" for language in now.grown}
        place = f"{released.folder}/{now.place}"
        for path in sorted(wanted - brought):
            yield problem("D111", place + path, "not listed")
        for path in sorted(brought - wanted):
            yield problem("D111", place + path, "no such revision")
