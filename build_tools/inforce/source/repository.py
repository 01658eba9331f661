"""The edge to git: which files of a folder differ from the base branch."""

from __future__ import annotations

from pathlib import Path

from git import Commit, Diff, Repo
from git.exc import GitError, ODBError

BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


def touched_files(project: Path, folder: str) -> tuple[tuple[str, str], ...]:
    """(path below the project, "changed", "gone" or "moved") of every file below `folder` that is in the base and is
    not the same now, in the working tree. Nothing where git cannot tell."""
    try:
        with Repo(project, search_parent_directories=True) as repo:
            if repo.bare or repo.working_tree_dir is None or not repo.head.is_valid():
                return ()
            top = Path(repo.working_tree_dir).resolve()
            place = (project / folder).relative_to(top).as_posix()
            prefix = project.relative_to(top).as_posix()
            lead = "" if prefix == "." else f"{prefix}/"
            return tuple((path.removeprefix(lead), what) for path, what in _touched(repo, _base(repo), place))
    except (GitError, ODBError, ValueError, OSError):
        return ()


def _base(repo: Repo) -> Commit:
    """Where this line of work left the base branch; HEAD if it cannot be told."""
    for name in BASES:
        try:
            found = repo.merge_base(repo.head.commit, repo.commit(name))
        except (GitError, ODBError, ValueError, IndexError):
            continue
        if found:
            return found[0]
    return repo.head.commit


def _still_there(repo: Repo, change: Diff) -> bool:
    """Whether a file that git no longer lists stands on disk as it was: restored, but not added again yet."""
    if change.change_type != "D" or change.a_blob is None or repo.working_tree_dir is None:
        return False
    try:
        data = (Path(repo.working_tree_dir) / (change.a_path or "")).read_bytes()
    except OSError:
        return False
    return bool(data == change.a_blob.data_stream.read())


def _touched(repo: Repo, base: Commit, place: str) -> list[tuple[str, str]]:
    """(path, what) of every file that is in the base and is not the same now, in the working tree."""
    words = {"M": "changed", "D": "gone", "R": "moved", "T": "changed"}
    found = [
        (change.a_path or "", words[change.change_type])
        for change in base.diff(None, paths=[place], no_renames=True)
        if change.change_type in words and not _still_there(repo, change)
    ]
    return sorted(found)
