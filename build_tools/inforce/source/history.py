"""What a change does to released files that the base branch had already: problems, and the records that stand as there.

The chain of manifests proves most of it; only git can show that a whole last amendment was taken away, or that a
version and its chain were rewritten together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.problems import Location, Problem, Severity
from inforce.source.tree import IGNORED, Tree

if TYPE_CHECKING:
    from inforce.source.repository import Base

_RECORD = re.compile(r".+/versions/[0-9]+/(?:manifest|amendments/[0-9]+/amendment)\.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A project beside its base branch."""

    problems: tuple[Problem, ...] = ()
    settled: frozenset[str] = frozenset()
    """The records (`…/versions/N/manifest.json`, `…/amendments/NNNN/amendment.json`) that the base branch has with the
    same bytes, by their path below the project."""


def compare_releases(project: Path, tree: Tree, *, base: str | None = None) -> History:
    """The files below `*/versions/` beside those of the base branch (or of what `base` names instead of it), and a hint
    where git cannot look so far.

    Nothing without a git repository or before the first commit. Raises `errors.UnknownBase`.
    """
    place = project.resolve()
    if not any((above / ".git").exists() for above in (place, *place.parents)):
        return History()
    from inforce.source.repository import base_files  # git takes a while to load, and not every project has one

    there = base_files(place, tree.root, base=base)
    return History(
        problems=(*_touched(there, tree), *_doubt(there, tree)),
        settled=frozenset(path for path in there.files if _RECORD.fullmatch(path) and _same(there, tree, path)),
    )


def _same(there: Base, tree: Tree, path: str) -> bool:
    """Whether a file of the base branch is here with the same bytes."""
    from inforce.source.repository import blob_id

    data, known = tree.files.get(path), there.files[path]
    return data is not None and bool(known) and blob_id(data, known) == known


def _touched(there: Base, tree: Tree) -> Iterator[Problem]:
    for path in sorted(there.files):
        if "/versions/" not in path or path.rpartition("/")[2] in IGNORED or _same(there, tree, path):
            continue
        gone = path not in tree.files
        if gone and not there.whole and _record(path) not in tree.files:
            continue
        yield Problem(
            code="D109",
            severity=Severity.ERROR,
            location=Location(file=path),
            message=f"this released file is {'gone' if gone else 'changed'} compared with the base branch.",
            remedy="Released versions never change: restore it; to mend its words, use inforce amend.",
        )


def _record(path: str) -> str:
    """The record that lists a released file: its amendment's, or its version's manifest."""
    parts = path.split("/")
    at = parts.index("versions") + 2
    if parts[at : at + 1] == ["amendments"] and len(parts) > at + 2:
        return "/".join([*parts[: at + 2], "amendment.json"])
    return "/".join([*parts[:at], "manifest.json"])


def _doubt(there: Base, tree: Tree) -> Iterator[Problem]:
    if there.doubt and any(_RECORD.fullmatch(path) for path in tree.files):
        yield Problem(
            code="D112",
            severity=Severity.HINT,
            location=Location(file=tree.root),
            message=f"released versions are not compared with the base branch: {there.doubt}.",
            remedy="Fetch that branch, or name its commit: inforce check --base COMMIT.",
        )
