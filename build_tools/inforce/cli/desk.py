"""What most commands begin with: a project opened, with all its problems."""

from __future__ import annotations

from pathlib import Path

import click

from inforce.source.tree import SOURCE, read_tree
from inforce.workspace.desk import Desk, open_desk
from inforce.workspace.project import PolicySource


def open_project(root: Path) -> Desk:
    """Read and check a project. Raises CannotContinue when too little can be read."""
    return open_desk(root, read_tree(root, SOURCE))


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
