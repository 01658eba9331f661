"""Reads a policy from a folder: a vendored copy or a built site, as published, or a project as it would be published.

Nothing is fetched. Each summary must have the bytes that the index names.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from inforce.promises.errors import CannotRead
from inforce.promises.policy import Policy

API = "api/v1/"
INDEXES = ("index.json", "current.json")
"""The whole one first; the small one has only what is in force and announced."""


class Files(Protocol):
    """Published files, by their path from the site's root."""

    def __call__(self, path: str, /) -> bytes | None:
        """The bytes of a file; None where it isn't there."""
        ...


def read_policy(folder: Path, name: str | None, *, at: datetime, language: str | None = None) -> Policy:
    """The policy of this name, or the only one, from a folder; `at` is now. Raises CannotRead."""
    files = _files(folder, at)
    for moving in INDEXES:
        data = files(API + moving)
        if data is not None:
            return _policy(_json(data, moving), files, name, whole=moving == INDEXES[0], at=at, language=language)
    raise CannotRead(
        f"{folder} holds no copy of a policy. It must be a project (with policy_src/), a built site (with "
        f"{API}index.json), or a copy of what is below {API} (with index.json or current.json)."
    )


def _policy(
    index: Mapping[str, Any], files: Files, name: str | None, *, whole: bool, at: datetime, language: str | None
) -> Policy:
    if index.get("format") != "inforce-index-1":
        raise CannotRead(f'The index is none of the format "inforce-index-1": {index.get("format")!r}.')
    named = [policy["policy"] for policy in index["policies"]]
    if name is None and len(named) != 1:
        raise CannotRead(
            f"There are several policies: {', '.join(named)}. Say which is meant: inforce_policy_id = {named[0]}"
            if named
            else "The index names no policy."
        )
    if name is not None and name not in named:
        raise CannotRead(f'The index names no policy "{name}". It names: {", ".join(named) or "none"}.')

    def summary(revision: Mapping[str, Any]) -> Mapping[str, Any] | None:
        path, integrity = revision["summary"]["path"], revision["summary"]["integrity"]
        data = files(path)
        if data is None:
            return None
        if integrity != _integrity(data):
            raise CannotRead(f"{path} isn't the file that the index names: its bytes differ. Take the copy again.")
        return _json(data, path)

    return Policy(name or named[0], index, whole, at, language, summary)


def _files(folder: Path, at: datetime) -> Files:
    """How to read the published files of what the folder holds."""
    for project in (folder, folder.parent):
        if (project / "policy_src").is_dir() and folder in (project, project / "policy_src"):
            return _made(project, at).get
    root, cut = (folder, "") if (folder / API).is_dir() else (folder, API)

    def read(path: str) -> bytes | None:
        if not path.startswith(API) or ".." in path.split("/"):
            raise CannotRead(f"The index names a file outside {API}: {path}")
        try:
            return (root / path.removeprefix(cut)).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CannotRead(f"{path} cannot be read: {error.strerror}") from None

    return read


def _made(project: Path, at: datetime) -> Mapping[str, bytes]:
    """The published files of a project, made as a build at that instant would make them."""
    # All that makes a site is loaded where a project is read, not for a copy of published files.
    from inforce.errors import CannotContinue
    from inforce.problems import Severity
    from inforce.project.api import api_files
    from inforce.project.editions import SectionReader
    from inforce.project.project import read_project
    from inforce.project.publish import publish

    read, problems = read_project(project)
    wrong = [problem for problem in problems if problem.severity is Severity.ERROR]
    if read is None or wrong:
        told = "\n".join(str(problem) for problem in wrong or problems)
        raise CannotRead(f"{project} cannot be published, so it promises nothing yet:\n{told}")
    try:
        return api_files(publish(read, SectionReader(), as_of=at, drafts=False))
    except CannotContinue as stop:
        raise CannotRead(f"{project} cannot be published, so it promises nothing yet:\n{stop}") from None


def _json(data: bytes, path: str) -> Mapping[str, Any]:
    try:
        read = json.loads(data)
    except ValueError:
        read = None
    if not isinstance(read, dict):
        raise CannotRead(f"{path} is no JSON object. Take the copy again.")
    return read


def _integrity(data: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()
