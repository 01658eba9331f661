"""What most commands begin with: a project opened, with all its problems."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from inforce.cli.dates import latest
from inforce.errors import UnknownBase
from inforce.project.open import Beside, OpenProject, in_ci, open_project, read_beside
from inforce.project.project import PolicySource
from inforce.storage.tree import SOURCE, ReadTree, read_tree


def takes_base(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option of every command that compares released versions with the base branch."""
    option = click.option(
        "--base",
        metavar="REV",
        help="Compare released versions with this instead of the base branch: another branch, or a commit's id.",
    )
    return option(command)


def open_here(root: Path, base: str | None = None) -> OpenProject:
    """Read and check a project. Raises CannotContinue when too little can be read, UsageError for an unknown base."""
    return open_read(root, read_tree(root, SOURCE), base)


def open_read(root: Path, read: ReadTree, base: str | None = None) -> OpenProject:
    """Check a project that was read. Raises CannotContinue and UsageError, as `open_here` does."""
    return open_project(root, read, beside=stands_beside(root, read, base), at=latest())


def stands_beside(root: Path, read: ReadTree, base: str | None = None) -> Beside:
    """The handbook and the base branch. Raises UsageError for an unknown base."""
    try:
        return read_beside(root, read, base=_named(base), ci=in_ci(os.environ))
    except UnknownBase:
        raise click.UsageError(
            f"--base: git knows no commit {base!a} here. Fetch it, or all of the history "
            "(GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)."
        ) from None


def _named(base: str | None) -> str | None:
    """What --base names: nothing where a CI service had nothing to put there. For the commit before the first push of a
    branch GitHub and GitLab write zeros."""
    return base if base and base.strip("0") else None


def policy_named(project_opened: OpenProject, name: str | None) -> PolicySource:
    """A policy by its name; the only one, if none is given."""
    policies = project_opened.project.policies
    if name is None and len(policies) == 1:
        return policies[0]
    for policy in policies:
        if policy.id == name:
            return policy
    known = ", ".join(policy.id for policy in policies)
    raise click.UsageError(f'"{name or ""}" is not a policy of this site. Known are: {known}.')


def others(project_opened: OpenProject, policy: PolicySource) -> tuple[str, ...]:
    """The folders of the other policies."""
    return tuple(each.folder for each in project_opened.project.policies if each.id != policy.id)
