"""The git repository that a project stands in, opened as git itself would find it.

A folder with `HEAD`, `refs` and `objects` passes for a bare repository, and anybody's pull request may bring one. So
only a folder with a `.git`, which git never lets anybody commit, is taken for a repository's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from git import Repo


def checkout_of(project: Path) -> Path | None:
    """The nearest folder above a project, or itself, that has a `.git`."""
    return next((above for above in (project, *project.parents) if (above / ".git").exists()), None)


@contextmanager
def opened(project: Path) -> Iterator[Repo]:
    """The repository that a project stands in, without the replacements (`git replace`) that a clone may have of
    commits and files. Raises ValueError where there is none with a working tree, and what git raises."""
    from git import Repo

    place = checkout_of(project)
    if place is None:
        raise ValueError(f"{project} stands in no git repository")
    with Repo(place) as repo:
        if repo.bare or repo.working_tree_dir is None:
            raise ValueError("the repository has no working tree, as if it were bare")
        repo.git.update_environment(GIT_NO_REPLACE_OBJECTS="1")
        yield repo
