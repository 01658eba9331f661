"""Where what is remembered between builds lies: a folder for each project in the user's own cache.

Never in the project: whatever lies there may have come with a stranger's pull request, and what is remembered is
written into pages. Nothing depends on this folder; where it cannot be had, everything is made anew.

    python -m inforce.storage.cache PROJECT …        forget these projects
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

VARIABLE = "INFORCE_CACHE"
"""Names another folder than the user's, for a machine that keeps one between runs."""
_NAME_OF_PROJECT = "project.txt"
_OF_A_PROJECT = re.compile(r"[0-9a-f]{24}")


class InsideProject(ValueError):
    """The cache folder that the variable names lies in the project, where a pull request could write it."""


def cache_top() -> Path:
    """The folder that holds all that Inforce remembers for this user."""
    named = os.environ.get(VARIABLE)
    return Path(named).absolute() if named else user_cache_path("inforce", appauthor=False)


def cache_folder(project: Path) -> Path | None:
    """The folder of a project, known by its real path; it need not exist. None where the user's own cache lies in the
    project (or in its repository). Raises InsideProject where the variable names such a place."""
    place, top = project.resolve(), cache_top().resolve()
    if not top.is_relative_to(_repository(place)):
        return top / hashlib.sha256(os.fsencode(place)).hexdigest()[:24]
    if os.environ.get(VARIABLE):
        raise InsideProject(
            f"{VARIABLE}={os.environ[VARIABLE]} lies in the project, where a pull request could write it. "
            "Name a folder outside of it."
        )
    return None


def keep_cache(folder: Path, project: Path) -> None:
    """Make a project's folder, say in it whose it is, and throw away those of projects that are no more."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / _NAME_OF_PROJECT).write_text(os.fsencode(project.resolve()).hex(), "ascii")
    for other in _folders(folder.parent):
        if not _whose(other).is_dir():
            shutil.rmtree(other, ignore_errors=True)


def forget(project: Path) -> None:
    """Throw away what is remembered of a project."""
    if folder := cache_folder(project):
        shutil.rmtree(folder, ignore_errors=True)


def _repository(place: Path) -> Path:
    """The folder of the repository that holds the project; the project itself without one."""
    return next((above for above in (place, *place.parents) if (above / ".git").exists()), place)


def _folders(top: Path) -> list[Path]:
    try:
        return [path for path in top.iterdir() if _OF_A_PROJECT.fullmatch(path.name) and not path.is_symlink()]
    except OSError:
        return []


def _whose(folder: Path) -> Path:
    """The project that a folder is of; one that does not say is not judged."""
    try:
        return Path(os.fsdecode(bytes.fromhex((folder / _NAME_OF_PROJECT).read_text("ascii"))))
    except (OSError, ValueError):
        return folder


if __name__ == "__main__":
    for name in sys.argv[1:]:
        forget(Path(name))
