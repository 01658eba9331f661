"""What a change does to released files that the base branch had already: problems, and the records that stand as there.

The chain of manifests proves most of it; only git can show that a whole last amendment was taken away, or that a
version and its chain were rewritten together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.model.config import ID_PATTERN, LANGUAGE_PATTERN
from inforce.problems import Problem, Severity, problem
from inforce.reader.records.restoring import cure
from inforce.rules.handbook import is_page
from inforce.rules.mkdocs import CONFIG
from inforce.storage.base import Base, Doubt, blob_id
from inforce.storage.checkout import checkout_of
from inforce.storage.guards import check_guards, is_guard
from inforce.storage.tree import IGNORED, Tree

_VERSIONS = r"[^/]+/[^/]+/versions/"
"""Where the versions of a policy lie, below the project: `policy_src/privacy/versions/`."""
_RELEASED = re.compile(_VERSIONS + ".+", re.DOTALL)
_SETTINGS = re.compile(r"[^/]+/(?:site\.yml|links\.yml|facts/[^/]+\.yml|[^/]+/policy\.yml)")
_WORKING = re.compile(rf"[^/]+/[^/]+/{LANGUAGE_PATTERN[1:-1]}/(?:{ID_PATTERN[1:-1]}\.md|sync\.json)")
_NOTE = re.compile(r"[^/]+/[^/]+/changes/[^/]+\.md")
_RECORD = re.compile(_VERSIONS + r"[0-9]+/(?:manifest|amendments/[0-9]+/amendment)\.json")
_WHOLE = re.compile(rf"({_VERSIONS}[0-9]+)(?:/amendments/([0-9]+))?/.+", re.DOTALL)
"""A file of a version or of an amendment: the version's folder, the amendment's number."""

NO_REPOSITORY = Doubt(
    why="this folder is in no git repository",
    cure="Run it in a clone that has the base branch: an archive of the files has no history",
)

if TYPE_CHECKING:
    from inforce.storage.commits import Committed


def newest_commit(project: Path, *, clock: datetime) -> Committed | None:
    """When the newest commit that the project stands on was made; None without a git repository."""
    place = project.resolve()
    if checkout_of(place) is None:
        return None
    from inforce.storage.commits import committed

    return committed(place, clock=clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A project beside its base branch."""

    problems: tuple[Problem, ...] = ()
    settled: frozenset[str] = frozenset()
    """The records (`…/versions/N/manifest.json`, `…/amendments/NNNN/amendment.json`) that the base branch has with the
    same bytes, by their path below the project."""
    policies: Mapping[str, bytes] = field(default_factory=dict)
    """Of these each `policy.yml`, in a shallow clone too: a release keeps the notice that it promises."""
    notes: Mapping[str, bytes] = field(default_factory=dict)
    """The change notes that the base branch has, by their path below the project."""
    base_at: datetime | None = None
    """When the newest commit of the base branch was made: it has not had the other records until then."""
    new: frozenset[str] = frozenset()
    """The folders of the versions and amendments that the base branch doesn't have, by their path below the project;
    nothing where git can't tell."""
    settings: Mapping[str, bytes] = field(default_factory=dict)
    """The files of settings that the base branch has with other bytes, and its mkdocs.yml, by their path below the
    project."""
    pages: Mapping[str, bytes] = field(default_factory=dict)
    """The pages of the handbook that are here, and that the base branch has with other bytes, by the same."""
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """The sections of working texts and the `sync.json` that are here, and that the base branch has with other bytes,
    by their path below the project."""


def compare_releases(
    project: Path, tree: Tree, handbook: Tree | None = None, *, base: str | None = None, ci: bool = False
) -> History:
    """The files below `*/versions/` beside those of the base branch, or of what `base` names instead of it; and the
    pages of the handbook. Where git cannot look so far a person is given a hint, and CI an error.

    Without a git repository or before the first commit there is nothing to compare with: an error for CI, and for
    whoever has named a base. Raises `errors.UnknownBase`.
    """
    place = project.resolve()
    if checkout_of(place) is None:
        return History(problems=(*_doubt(NO_REPOSITORY, tree, error=True),)) if ci or base is not None else History()
    there = _base(place, (tree.root, handbook.root) if handbook else (tree.root,), base, ci=ci)
    pages = {
        path: id
        for path, id in there.files.items()
        if handbook and id and path in handbook.files and is_page(path) and not _same(there.files, handbook, path)
    }
    otherwise = {path: id for path, id in there.files.items() if id and not _same(there.files, tree, path)}
    read = _read(place, {path: id for path, id in otherwise.items() if path == CONFIG or _SETTINGS.fullmatch(path)})
    texts = {path: id for path, id in otherwise.items() if _WORKING.fullmatch(path) and path in tree.files}
    notes = {path: id for path, id in there.files.items() if id and _NOTE.fullmatch(path)}
    return History(
        settings=read if there.whole else {},
        pages=_read(place, pages) if there.whole else {},
        texts=_read(place, texts) if there.whole else {},
        notes=_read(place, notes),
        policies={path: data for path, data in read.items() if path.endswith("/policy.yml")},
        problems=(
            *_touched(there, tree),
            *_doubt(there.doubt, tree, error=ci or (base is not None and not there.files)),
            *check_guards(there.changed),
        ),
        settled=frozenset(
            path
            for files in (there.files, there.tip)
            for path in files
            if _RECORD.fullmatch(path) and _same(files, tree, path)
        ),
        base_at=there.at,
        new=_new(there, tree) if there.whole else frozenset(),
    )


def _base(place: Path, folders: tuple[str, ...], base: str | None, *, ci: bool) -> Base:
    try:  # git takes a while to load, and not every project has one
        from inforce.storage.repository import base_files
    except ImportError:
        return Base(doubt=Doubt(why="there is no git on this machine", cure="Install git"))
    return base_files(place, *folders, CONFIG, base=base, ci=ci, watched=is_guard)


def _read(place: Path, ids: Mapping[str, str]) -> Mapping[str, bytes]:
    if not ids:
        return {}
    from inforce.storage.repository import read_blobs

    return read_blobs(place, ids)


def _same(files: Mapping[str, str], tree: Tree, path: str) -> bool:
    """Whether a file of the base branch is here with the same bytes."""
    data, known = tree.files.get(path), files[path]
    return data is not None and known != "" and blob_id(data, known) == known


def _touched(there: Base, tree: Tree) -> Iterator[Problem]:
    files = [
        path
        for path, id in there.files.items()
        if id and _RELEASED.fullmatch(path) and path.rpartition("/")[2] not in IGNORED
    ]
    changed = [path for path in files if path in tree.files and not _same(there.files, tree, path)]
    gone = [path for path in files if path not in tree.files and (there.whole or _record(path) in tree.files)]
    told = dict.fromkeys(changed, "this released file is not what the base branch has.")
    told |= {
        place: f"{_what(place)} is gone; the base branch has it." for place in (_folder(path, tree) for path in gone)
    }
    for path in sorted(told):
        yield problem("D109", path, cure=cure("D109", path), message=told[path])


def _new(there: Base, tree: Tree) -> frozenset[str]:
    return frozenset(_folders(tree.files)) - frozenset(_folders(there.files))


def _folders(paths: Iterable[str]) -> Iterator[str]:
    """The folders of the versions and amendments that these files are of."""
    for path in paths:
        if found := _WHOLE.fullmatch(path):
            version, amendment = found.groups()
            yield version
            if amendment:
                yield f"{version}/amendments/{amendment}"


def _folder(path: str, tree: Tree) -> str:
    """What is gone with a file: the whole version, the whole amendment, or the file alone."""
    found = _WHOLE.fullmatch(path)
    if found is None:
        return path
    version, amendment = found.groups()
    for folder in (version, f"{version}/amendments/{amendment}" if amendment else None):
        if folder and not any(tree.below(folder)):
            return folder
    return path


def _what(place: str) -> str:
    """A place that is gone, in words."""
    folder, _, number = place.rpartition("/")
    policy = folder.split("/")[1]
    if folder.endswith("/versions"):
        return f"version {number} of {policy}"
    if folder.endswith("/amendments"):
        return f"amendment {int(number)} of version {folder.split('/')[-2]} of {policy}"
    return "this released file"


def _record(path: str) -> str:
    """The record that lists a released file: its amendment's, or its version's manifest."""
    parts = path.split("/")
    if parts[4:5] == ["amendments"] and len(parts) > 6:
        return "/".join([*parts[:6], "amendment.json"])
    return "/".join([*parts[:4], "manifest.json"])


def _doubt(doubt: Doubt | None, tree: Tree, *, error: bool) -> Iterable[Problem]:
    if doubt is None or not (error or any(_RECORD.fullmatch(path) for path in tree.files)):
        return ()
    return (
        problem(
            "D112",
            tree.root,
            level=Severity.ERROR if error else Severity.HINT,
            why=doubt.why,
            cure=doubt.cure.removesuffix("."),
        ),
    )
