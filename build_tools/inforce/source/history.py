"""Which released files a change touches that stood in the base branch already, as problems.

The chain of manifests proves most of it; only git can show that a whole last amendment was taken away, or that a
version and its chain were rewritten together.
"""

from __future__ import annotations

from pathlib import Path

from inforce.problems import Location, Problem, Severity


def changed_releases(project: Path, folder: str) -> tuple[Problem, ...]:
    """Files below `*/versions/` that differ from the base branch, or from HEAD where there is none.

    Nothing without a git repository, in a shallow clone without the base, or before the first commit.
    """
    place = project.resolve()
    if not any((above / ".git").exists() for above in (place, *place.parents)):
        return ()
    from inforce.source.repository import touched_files  # git takes a while to load, and not every project has one

    return tuple(
        Problem(
            code="D109",
            severity=Severity.ERROR,
            location=Location(file=path),
            message=f"this file of a released version is {what} compared with the base branch.",
            remedy="Released versions never change: restore it; to mend its words, use inforce amend.",
        )
        for path, what in touched_files(place, folder)
        if "/versions/" in path
    )
