"""The edge to git: the files of a folder in the base branch, by the ids that git gives to their bytes.

Bytes are compared, never git's own view of the working tree: attributes that a pull request brings can change how git
looks at a file, and a file can be marked as one that git need not look at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from git import Commit, Repo
from git.exc import GitError, ODBError

from inforce.errors import UnknownBase
from inforce.storage.base import Base, Doubt
from inforce.storage.checkout import opened
from inforce.storage.commits import MOST_COMMITS

BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What the base branch may be called, the likeliest first."""
FETCH = "Fetch all of the history (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)"
NO_COMMIT = Doubt(why="this repository has no commit yet", cure="Check out a commit of it")
_ID = re.compile(r"[0-9a-f]{7,64}")
_LINK = "120000"
_FOREIGN = "safe.directory"
"""What git's message names when the folder belongs to another user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """What to compare with."""

    commits: tuple[Commit, ...]
    tip: Commit | None = None
    """The newest commit of the base branch, where this work left it at an earlier one."""
    whole: bool = True
    doubt: Doubt | None = None


def base_files(
    project: Path,
    *folders: str,
    base: str | None = None,
    ci: bool = False,
    watched: Callable[[str], bool] | None = None,
) -> Base:
    """The files below `folders` in the base branch, or in `base` instead of it: where this line of work left a branch,
    or exactly the commit that an id names. `watched` tells of which files it is told what has changed since.

    On the base branch itself a person's uncommitted work is compared with the last commit; CI (`ci`) has none, and
    compares that commit with the one before. Raises UnknownBase.
    """
    try:
        with opened(project) as repo:
            if not repo.head.is_valid():
                return Base(doubt=NO_COMMIT) if ci or base is not None else Base()
            lead = project.relative_to(Path(repo.working_dir).resolve()).as_posix()
            prefix = "" if lead == "." else f"{lead}/"
            compared = _compared(repo, base, ci=ci)
            files: dict[str, str] = {}
            for commit in reversed(compared.commits):
                files.update(_listed(repo, commit, prefix, folders))
            tip = compared.tip
            return Base(
                files=files,
                whole=compared.whole,
                tip=_listed(repo, tip, prefix, folders) if tip else {},
                at=_newest(repo, [one for one in (*compared.commits, tip) if one]),
                doubt=compared.doubt,
                changed=_changed(repo, compared, prefix, watched) if watched and compared.whole else (),
            )
    except UnknownBase:
        raise
    except (GitError, ODBError, OSError, ValueError) as error:
        return Base(doubt=_broken(error))


def _newest(repo: Repo, commits: Sequence[Commit]) -> datetime | None:
    """When the last was made of these commits and those that they stand on: one may be dated before its parents."""
    if not commits:
        return None
    made = str(repo.git.log(f"-{MOST_COMMITS}", *(one.hexsha for one in commits), pretty="%ct")).split()
    return max(datetime.fromtimestamp(int(seconds), UTC) for seconds in made)


def read_blobs(project: Path, ids: Mapping[str, str]) -> dict[str, bytes]:
    """The bytes of files that `base_files` has named: path to bytes. None where git does not answer."""
    try:
        with opened(project) as repo:
            return {path: _bytes(repo, id) for path, id in ids.items()}
    except (GitError, ODBError, OSError, ValueError):
        return {}


def _bytes(repo: Repo, id: str) -> bytes:
    data = repo.git.cat_file("blob", id, stdout_as_string=False, strip_newline_in_stdout=False)
    return data if isinstance(data, bytes) else str(data).encode()


def _broken(error: Exception) -> Doubt:
    """Git itself did not answer."""
    said = str(getattr(error, "stderr", "") or error).strip()
    if _FOREIGN in said:
        why = "git refuses a folder that belongs to another user"
        return Doubt(why=why, cure="Make the folder your own, or name it in git's setting safe.directory.")
    last = said.splitlines()[-1].strip(" '\"") if said else type(error).__name__
    return Doubt(why=f"git cannot be asked: {last}", cure="Mend the repository, or clone it again.")


def _compared(repo: Repo, named: str | None, *, ci: bool) -> _Compared:
    """Where this line of work left the base branch; in a shallow clone, which does not reach back so far, the tip of
    that branch, which may hold later releases; of a branch that it never left, the tip too; the last commit where there
    is no such branch.
    """
    if named is not None and _ID.fullmatch(named):
        return _Compared(commits=(_commit(repo, named),))
    head = repo.head.commit
    tip: tuple[str, Commit] | None = None
    for name in [named] if named is not None else BASES:
        try:
            commit = _commit(repo, name)
        except UnknownBase:
            continue
        if found := tuple(repo.merge_base(head, commit, all=True)):
            if ci and named is None and found == (head,):
                return _before(repo)
            return _Compared(commits=found, tip=commit if commit not in found else None)
        tip = tip or (name, commit)
    if tip is not None:
        return _away_from(repo, *tip)
    if named is not None:
        raise UnknownBase(named)
    if not _parents(repo) and not _shallow(repo):
        return _Compared(commits=(head,))
    why = f"git knows none of {', '.join(BASES)} here"
    return _Compared(
        commits=(head,), doubt=Doubt(why=why, cure=f"{FETCH}, or name the branch: inforce check --base REV")
    )


def _before(repo: Repo) -> _Compared:
    """The commit before the last one; the last one itself where it is the first of all."""
    if parents := _parents(repo):
        return _Compared(commits=(repo.commit(parents[0]),))
    if not _shallow(repo):
        return _Compared(commits=())
    why = "this is the base branch, and the clone is shallow: it lacks the commit before"
    cure = f"{FETCH}, and name the commit before the push: inforce check --base REV"
    return _Compared(commits=(repo.head.commit,), doubt=Doubt(why=why, cure=cure))


def _away_from(repo: Repo, name: str, tip: Commit) -> _Compared:
    """A branch that this work did not leave, as far as can be seen."""
    if not _shallow(repo):
        return _Compared(commits=(tip,))
    why = f"the clone is shallow and doesn't reach back to where this work left {name}"
    return _Compared(commits=(tip,), whole=False, doubt=Doubt(why=why, cure=FETCH))


def _shallow(repo: Repo) -> bool:
    return str(repo.git.rev_parse(is_shallow_repository=True)) == "true"


def _parents(repo: Repo) -> list[str]:
    """The ids of the commits before the last one, as far as the clone has them."""
    return str(repo.git.rev_list("HEAD", parents=True, max_count=1)).split()[1:]


def _commit(repo: Repo, name: str) -> Commit:
    """The commit of that name; a branch comes before a tag, which anybody may have put up under the name of one, and
    the base branch of the origin is nothing but that. Raises UnknownBase."""
    for place in ("refs/remotes/",) if name.startswith("origin/") else ("refs/remotes/", "refs/heads/", ""):
        try:
            return repo.commit(
                repo.git.rev_parse(f"{place}{name}^{{commit}}", verify=True, quiet=True, end_of_options=True)
            )
        except (GitError, ODBError, ValueError, IndexError):
            continue
    raise UnknownBase(name)


def _changed(repo: Repo, compared: _Compared, prefix: str, watched: Callable[[str], bool]) -> tuple[str, ...]:
    """What the last commit has otherwise than each of those compared with, in the project; where that is a part of the
    repository, at its top too (`../` before it), where services look for their files."""
    otherwise = [_otherwise(repo, commit) for commit in compared.commits]
    found: list[str] = []
    for path in set.intersection(*otherwise) if otherwise else ():
        below = path.removeprefix(prefix)
        if path.startswith(prefix) and watched(below):
            found.append(below)
        elif watched(path):
            found.append("../" * prefix.count("/") + path)
    return tuple(sorted(found))


def _otherwise(repo: Repo, commit: Commit) -> set[str]:
    """The paths of a repository's files that the last commit has otherwise than this one, links to elsewhere too."""
    sides = commit.hexsha, repo.head.commit.hexsha
    said = repo.git.diff_tree(*sides, r=True, z=True, name_only=True, no_renames=True, ignore_submodules="none")
    return {path for path in said.split("\0") if path}


def _listed(repo: Repo, commit: Commit, prefix: str, folders: Sequence[str]) -> dict[str, str]:
    """The files below some folders in a commit: path below the project to id."""
    named = [prefix + folder for folder in folders]
    listing = repo.git.ls_tree(commit.hexsha, "--", *named, r=True, z=True, full_tree=True)
    found: dict[str, str] = {}
    for line in listing.split("\0"):
        kind, _, path = line.partition("\t")
        if path:
            mode, _, name = kind.split()
            found[path.removeprefix(prefix)] = "" if mode == _LINK else name
    return found
