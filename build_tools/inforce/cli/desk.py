"""What most commands begin with: a project opened, with all its problems."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec

import click

from inforce.errors import CannotContinue
from inforce.problems import Problem
from inforce.source.history import changed_releases
from inforce.source.tree import SOURCE
from inforce.workspace.check import check, in_reading_order
from inforce.workspace.editions import SectionReader
from inforce.workspace.project import PolicySource, Project, read_project

P = ParamSpec("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A project opened for a command, with all its problems."""

    root: Path
    project: Project
    reader: SectionReader
    problems: tuple[Problem, ...]


def open_project(root: Path) -> Desk:
    """Read and check a project. Raises CannotContinue when too little can be read."""
    project, problems = read_project(root)
    if project is None:
        raise CannotContinue(in_reading_order(problems))
    reader = SectionReader()
    found = in_reading_order((*problems, *check(project, reader), *changed_releases(root, SOURCE)))
    return Desk(root=root, project=project, reader=reader, problems=found)


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
