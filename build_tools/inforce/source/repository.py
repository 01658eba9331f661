"""The edge to git: which files of a folder differ from the base branch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from git import Commit, Diff, Repo
from git.exc import GitError, ODBError

BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What git can tell: the files that differ, and why it could not look as far as it should, if so."""

    files: tuple[tuple[str, str], ...] = ()
    """(path below the project, "changed", "gone" or "moved") of every file that is in the base and is not the same now,
    in the working tree."""
    doubt: str = ""


class UnknownBase(ValueError):
    """Git knows no commit of that name."""


def compare(project: Path, folder: str, *, base: str | None = None) -> Compared:
    """The files below `folder` against the base branch, or against the commit that `base` names. Raises UnknownBase."""
    try:
        with Repo(project, search_parent_directories=True) as repo:
            if repo.bare or repo.working_tree_dir is None or not repo.head.is_valid():
                return Compared()
            top = Path(repo.working_tree_dir).resolve()
            place = (project / folder).relative_to(top).as_posix()
            prefix = project.relative_to(top).as_posix()
            lead = "" if prefix == "." else f"{prefix}/"
            commit, doubt, whole = _base(repo, base)
            found = _touched(repo, commit, place)
            if not whole:
                found = [(path, what) for path, what in found if what != "gone" or (top / _record(path)).is_file()]
            return Compared(files=tuple((path.removeprefix(lead), what) for path, what in found), doubt=doubt)
    except (GitError, ODBError, OSError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        return Compared(doubt=f"git cannot be asked: {said[-1] if said else type(error).__name__}")
    except UnknownBase:
        raise
    except ValueError as error:
        return Compared(doubt=f"git cannot be asked: {error}")


def _base(repo: Repo, named: str | None) -> tuple[Commit, str, bool]:
    """What to compare with, what is to be doubted about it, and whether all that is in it should be here.

    Where this line of work left the base branch; in a shallow clone, which does not reach back so far, the tip of that
    branch, which may hold later releases; the last commit where there is no such branch.
    """
    tip: Commit | None = None
    for name in [named] if named is not None else BASES:
        try:
            commit = repo.commit(name)
            found = repo.merge_base(repo.head.commit, commit)
        except (GitError, ODBError, ValueError, IndexError):
            continue
        if found:
            return found[0], "", True
        tip = tip or commit
    if tip is not None:
        return tip, "", False
    if named is not None:
        raise UnknownBase(named)
    return repo.head.commit, f"git knows none of {', '.join(BASES)} here", True


def _record(path: str) -> str:
    """The record that lists a released file: its amendment's, or its version's manifest."""
    parts = path.split("/")
    at = parts.index("versions") + 2 if "versions" in parts else len(parts)
    if parts[at : at + 1] == ["amendments"] and len(parts) > at + 2:
        return "/".join([*parts[: at + 2], "amendment.json"])
    return "/".join([*parts[:at], "manifest.json"])


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
