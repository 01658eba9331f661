"""What most commands begin with: a project opened, with all its problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from inforce.errors import UnknownBase
from inforce.source.tree import SOURCE, ReadTree, read_tree
from inforce.workspace.desk import Desk, open_desk
from inforce.workspace.project import PolicySource


def takes_base(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option of every command that compares released versions with the base branch."""
    option = click.option(
        "--base",
        metavar="REV",
        help="Compare released versions with this instead of the base branch: another branch, or a commit's id.",
    )
    return option(command)


def open_project(root: Path, base: str | None = None) -> Desk:
    """Read and check a project. Raises CannotContinue when too little can be read, UsageError for an unknown base."""
    return open_read(root, read_tree(root, SOURCE), base)


def open_read(root: Path, read: ReadTree, base: str | None = None) -> Desk:
    """Check a project that was read. Raises CannotContinue and UsageError, as `open_project` does."""
    try:
        return open_desk(root, read, base=base)
    except UnknownBase:
        raise click.UsageError(f"--base: git knows no commit {base!a}.") from None


def policy_named(desk: Desk, name: str | None) -> PolicySource:
    """A policy by its name; the only one, if none is given."""
    policies = desk.project.policies
    if name is None and len(policies) == 1:
        return policies[0]
    for policy in policies:
        if policy.id == name:
            return policy
    known = ", ".join(policy.id for policy in policies)
    raise click.UsageError(f'"{name or ""}" is not a policy of this site. Known are: {known}.')


def others(desk: Desk, policy: PolicySource) -> tuple[str, ...]:
    """The folders of the other policies."""
    return tuple(each.folder for each in desk.project.policies if each.id != policy.id)
