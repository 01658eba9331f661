"""The edge to git: which files of a folder the base branch has, by the ids that git gives to their bytes.

Bytes are compared, never git's own view of the working tree: attributes that a pull request brings can change how git
looks at a file, and a file can be marked as one that git need not look at.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from git import Commit, Repo
from git.exc import GitError, ODBError

from inforce.errors import UnknownBase

BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What the base branch may be called, the likeliest first."""
_ID = re.compile(r"[0-9a-f]{7,64}")
_LINK = "120000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What the base branch has."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Path below the project to the id of its bytes; of a symbolic link, empty."""
    whole: bool = True
    """Whether all of it should be here: not so where the base may have gained files since this work left it."""
    doubt: str = ""
    """Why git could not look as far as it should, if so."""


def base_files(project: Path, folder: str, *, base: str | None = None) -> Base:
    """The files below `folder` in the base branch, or in `base` instead of it: where this line of work left a branch,
    or exactly the commit that an id names. Raises UnknownBase."""
    try:
        with Repo(project, search_parent_directories=True) as repo:
            if repo.bare or repo.working_tree_dir is None or not repo.head.is_valid():
                return Base()
            lead = project.relative_to(Path(repo.working_tree_dir).resolve()).as_posix()
            prefix = "" if lead == "." else f"{lead}/"
            commits, whole, doubt = _commits(repo, base)
            files: dict[str, str] = {}
            for commit in reversed(commits):
                files.update(_listed(repo, commit, prefix, folder))
            return Base(files=files, whole=whole, doubt=doubt)
    except UnknownBase:
        raise
    except (GitError, ODBError, OSError, ValueError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        return Base(doubt=f"git cannot be asked: {said[-1] if said else type(error).__name__}")


def blob_id(data: bytes, like: str) -> str:
    """The id that git gives to these bytes, by the kind of hash that another id was made with."""
    digest = hashlib.sha1(usedforsecurity=False) if len(like) <= 40 else hashlib.sha256()
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()


def _commits(repo: Repo, named: str | None) -> tuple[list[Commit], bool, str]:
    """What to compare with, whether all that is in it should be here, and what is to be doubted about it.

    Where this line of work left the base branch; in a shallow clone, which does not reach back so far, the tip of that
    branch, which may hold later releases, and of a branch that it never left, the tip too; the last commit where there
    is no such branch.
    """
    if named is not None and _ID.fullmatch(named):
        return [_commit(repo, named)], True, ""
    tip: Commit | None = None
    for name in [named] if named is not None else BASES:
        try:
            commit = _commit(repo, name)
        except UnknownBase:
            continue
        if found := list(repo.merge_base(repo.head.commit, commit, all=True)):
            return found, True, ""
        tip = tip or commit
    if tip is not None:
        return [tip], repo.git.rev_parse(is_shallow_repository=True) != "true", ""
    if named is not None:
        raise UnknownBase(named)
    return [repo.head.commit], True, f"git knows none of {', '.join(BASES)} here"


def _commit(repo: Repo, name: str) -> Commit:
    """The commit of that name. Raises UnknownBase."""
    try:
        return repo.commit(name)
    except (GitError, ODBError, ValueError, IndexError):
        raise UnknownBase(name) from None


def _listed(repo: Repo, commit: Commit, prefix: str, folder: str) -> dict[str, str]:
    """The files below a folder in a commit: path below the project to id."""
    listing = repo.git.ls_tree(commit.hexsha, "--", prefix + folder, r=True, z=True, full_tree=True)
    found: dict[str, str] = {}
    for line in listing.split("\0"):
        kind, _, path = line.partition("\t")
        if path:
            mode, _, name = kind.split()
            found[path.removeprefix(prefix)] = "" if mode == _LINK else name
    return found
