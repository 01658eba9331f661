"""Which released files a change touches that stood in the base branch already, as problems.

The chain of manifests proves most of it; only git can show that a whole last amendment was taken away, or that a
version and its chain were rewritten together.
"""

from __future__ import annotations

from pathlib import Path

from inforce.problems import Location, Problem, Severity


def changed_releases(project: Path, folder: str, *, base: str | None = None) -> tuple[Problem, ...]:
    """Files below `*/versions/` that differ from the base branch (or the commit that `base` names, for a clone that
    does not have that branch), and a warning where git cannot look so far.

    Nothing without a git repository or before the first commit. Raises `repository.UnknownBase`.
    """
    place = project.resolve()
    if not any((above / ".git").exists() for above in (place, *place.parents)):
        return ()
    from inforce.source.repository import compare  # git takes a while to load, and not every project has one

    compared = compare(place, folder, base=base)
    found = [
        Problem(
            code="D109",
            severity=Severity.ERROR,
            location=Location(file=path),
            message=f"this file of a released version is {what} compared with the base branch.",
            remedy="Released versions never change: restore it; to mend its words, use inforce amend.",
        )
        for path, what in compared.files
        if "/versions/" in path
    ]
    if compared.doubt and any(place.glob(f"{folder}/*/versions/*/manifest.json")):
        found.append(
            Problem(
                code="D112",
                severity=Severity.HINT,
                location=Location(file=folder),
                message=f"released versions are not compared with the base branch: {compared.doubt}.",
                remedy="Fetch that branch, or name its commit: inforce check --base COMMIT.",
            )
        )
    return tuple(found)
