"""Every committed state of a text, or of a folder of Markdown files, in anybody's git repository. Only read.

The line of first parents is followed, oldest first: those are the states that the branch itself has had. A file is
followed through its renames. No program that the repository's settings name is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from git import Blob, Commit, Repo, Tree
from git.exc import GitError, InvalidGitRepositoryError, ODBError

from inforce.storage.checkout import checkout_of
from inforce.storage.tree import MAX_FILE_BYTES

_URL = re.compile(r"[a-z][a-z0-9+.-]*://|[^/\s]+@[^/\s]+:", re.IGNORECASE)
"""`https://…`, `ssh://…`, `git@host:…`: what git clones from elsewhere."""
_ORDINARY = 0o100000
"""The kind of a file that is neither a link nor another repository, as git has it."""
_KIND = 0o170000


class NotRead(Exception):
    """Why a repository can't be read, in a sentence for whoever named it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommittedState:
    """A commit that changed the texts, and the texts as it left them. `at` is when it was committed, in the
    committer's own zone."""

    commit: str
    """Its full id."""
    at: datetime
    subject: str
    """The first line of its message."""
    files: Mapping[str, bytes]
    """The texts by path: below the folder that was named, or the file's own path at that time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextHistory:
    """What a repository holds of a path."""

    states: tuple[CommittedState, ...]
    """Oldest first; two neighbours never hold the same bytes."""
    folder: bool
    """Whether a folder was named."""
    cut_off: bool
    """Whether the clone is shallow: it may lack older states."""
    too_large: tuple[str, ...]
    """Paths passed over for having more than MAX_FILE_BYTES bytes."""


def text_history(repository: str, path: str, endings: tuple[str, ...]) -> TextHistory:
    """The states of `path` in a clone, a bare repository, or one that git can clone. In a folder the files of these
    endings count. Raises NotRead."""
    try:
        with _opened(repository) as (repo, lead):
            if not repo.head.is_valid():
                raise NotRead(f"{repository} has no commits yet.")
            return _history(repo, _within(lead, path), endings)
    except InvalidGitRepositoryError:
        raise NotRead(f"{repository} is no git repository, and stands in none.") from None
    except (GitError, ODBError, OSError, ValueError) as error:
        raise NotRead(f"git can't read {repository}: {_told(error)}") from None


def _told(error: Exception) -> str:
    """What git said of its failure, in its own words."""
    lines = [line.strip(" '") for line in str(getattr(error, "stderr", "") or error).splitlines()]
    fatal = next((line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")), "")
    return fatal or next((line for line in lines if line), type(error).__name__)


@contextmanager
def _opened(repository: str) -> Iterator[tuple[Repo, str]]:
    """A repository, and the folder in it that was named, with "/" at its end, or ''."""
    if _URL.match(repository):
        with TemporaryDirectory(prefix="inforce-try-") as place:
            clone = Repo.clone_from(
                repository, place, bare=True, single_branch=True, no_tags=True, env={"GIT_TERMINAL_PROMPT": "0"}
            )
            with clone as repo:
                yield repo, ""
        return
    folder = Path(repository).resolve()
    if not folder.is_dir():
        raise NotRead(f"there is no folder {repository}.")
    checkout = checkout_of(folder)
    with Repo(checkout or folder) as repo:
        lead = "" if checkout in (None, folder) else f"{folder.relative_to(checkout).as_posix()}/"
        yield repo, lead


def _within(lead: str, path: str) -> str:
    """A path below a folder of a repository, as git names it. Raises NotRead where it leads out."""
    steps: list[str] = []
    for step in f"{lead}{path}".replace("\\", "/").split("/"):
        if step == "..":
            if not steps:
                raise NotRead(f"{path} is not in the repository.")
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _history(repo: Repo, path: str, endings: tuple[str, ...]) -> TextHistory:
    states: list[CommittedState] = []
    too_large: dict[str, None] = {}
    folder = False
    before = ""
    for name, where in reversed(_commits(repo, path)):
        commit = repo.commit(name)
        item = _item(commit, where)
        if item is None or item.hexsha == before:
            continue
        before, folder = item.hexsha, isinstance(item, Tree)
        files = {}
        for file, blob in _blobs(item, endings):
            if blob.size > MAX_FILE_BYTES:
                too_large[file] = None
            else:
                files[file] = blob.data_stream.read()
        if files and (not states or files != states[-1].files):
            states.append(_state(commit, files))
    if not states and not too_large:
        what = "no such file, and no folder with Markdown files" if path else "no Markdown files"
        raise NotRead(f"the history of this branch has {what}{f': {path}' if path else ''}.")
    shallow = (Path(repo.common_dir) / "shallow").exists()
    return TextHistory(states=tuple(states), folder=folder, cut_off=shallow, too_large=tuple(too_large))


def _commits(repo: Repo, path: str) -> list[tuple[str, str]]:
    """The commits that touched a path, newest first, and what the path was called after each."""
    options: dict[str, Any] = {
        "first_parent": True,
        "m": True,
        "no_ext_diff": True,
        "no_textconv": True,
        "format": "%x01%H",
    }
    if isinstance(_item(repo.head.commit, path), Tree):
        told = str(repo.git.log("--", path or ".", no_patch=True, **options))
        return [(name, path) for name in told.replace("\x01", "").split()]
    fields = str(repo.git.log("--", path, follow=True, name_only=True, z=True, **options)).split("\0")
    return [(name.lstrip("\x01"), where[1:]) for name, where in zip(fields[::2], fields[1::2], strict=False)]


def _item(commit: Commit, path: str) -> Blob | Tree | None:
    """What stands at a path in a commit; None where nothing does, or a link or another repository."""
    try:
        item = commit.tree / path if path else commit.tree
    except KeyError:
        return None
    if isinstance(item, Tree) or (isinstance(item, Blob) and item.mode & _KIND == _ORDINARY):
        return item
    return None


def _blobs(item: Blob | Tree, endings: tuple[str, ...]) -> Iterator[tuple[str, Blob]]:
    """The texts of a state by path, in order."""
    if isinstance(item, Blob):
        yield str(item.path), item
        return
    start = len(str(item.path)) + 1 if item.path else 0
    below = [each for each in item.traverse() if isinstance(each, Blob) and each.mode & _KIND == _ORDINARY]
    for blob in sorted(below, key=lambda each: str(each.path)):
        if str(blob.path).lower().endswith(endings):
            yield str(blob.path)[start:], blob


def _state(commit: Commit, files: Mapping[str, bytes]) -> CommittedState:
    message = commit.message if isinstance(commit.message, str) else commit.message.decode("utf-8", "replace")
    subject = message.strip().splitlines()[0].strip() if message.strip() else ""
    return CommittedState(commit=commit.hexsha, at=commit.committed_datetime, subject=subject, files=files)
