"""What the commands share: opening a project, reading dates, showing problems, the one place that reads the clock."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec
from zoneinfo import ZoneInfo

import click

from inforce.errors import CannotContinue
from inforce.problems import Problem, Severity
from inforce.source.history import changed_releases
from inforce.workspace.check import check, in_reading_order
from inforce.workspace.editions import SectionReader
from inforce.workspace.project import SOURCE, PolicySource, Project, read_project

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


def now() -> datetime:
    """The instant of this run, in UTC, to the second. SOURCE_DATE_EPOCH (seconds since 1970), if set, is taken."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            raise click.UsageError(f'SOURCE_DATE_EPOCH is "{epoch}"; it must be whole seconds since 1970.') from None
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date or an instant, as given. A date means the start of that day in the site's time zone."""

    text: str
    day: date | None
    instant: datetime | None

    def at(self, time_zone: str) -> datetime:
        """The instant."""
        if self.instant is not None:
            return self.instant
        assert self.day is not None
        return datetime.combine(self.day, time(), ZoneInfo(time_zone))


class WhenType(click.ParamType[When]):
    """`2027-01-01`, or RFC 3339 with its offset: `2027-01-01T12:00:00+01:00`."""

    name = "date or instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """A When from what was typed."""
        if isinstance(value, When):
            return value
        try:
            if len(value) == 10:
                return When(text=value, day=date.fromisoformat(value), instant=None)
            instant = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f'"{value}" is not a day of the calendar; write 2027-01-01 or 2027-01-01T12:00:00+01:00.')
        if instant.tzinfo is None:
            self.fail(f'"{value}" lacks its offset; write {value}Z or {value}+01:00.')
        return When(text=value, day=None, instant=instant)


WHEN = WhenType()


def tell(problems: Iterable[Problem]) -> None:
    """Problems on stderr, one a line, coloured on a terminal."""
    colours = {Severity.ERROR: "red", Severity.RELEASE: "yellow", Severity.WARNING: "cyan"}
    for problem in problems:
        code = click.style(problem.code, fg=colours[problem.severity], bold=True)
        click.echo(f"{code} {problem.location}  {problem.message} {problem.remedy} {problem.severity.blocks}", err=True)


def as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems as plain data."""
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "file": problem.location.file,
            "line": problem.location.line,
            "column": problem.location.column,
            "message": problem.message,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]


def print_json(data: object) -> None:
    """JSON on stdout, nothing else."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def ends_politely(command: Callable[P, None]) -> Callable[P, None]:
    """A command that cannot continue tells why and exits with 1; never a traceback for bad input."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except CannotContinue as stop:
            if kwargs.get("as_data"):
                print_json({"problems": as_json(stop.problems)})
            else:
                tell(stop.problems)
            sys.exit(1)

    return wrapped
