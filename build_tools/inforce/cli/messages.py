"""Problems shown: lines for people on stderr, JSON for machines on stdout, and never a traceback for bad input."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, ParamSpec

import click

from inforce.errors import CannotContinue
from inforce.problems import Problem, Severity

P = ParamSpec("P")
MOST_TOLD = 1_000
"""Problems told at once; whoever has more begins with these."""


def tell(problems: Iterable[Problem], *, levels: bool = True) -> None:
    """Problems on stderr, one a line, coloured on a terminal. Without `levels` they are of texts that are no part of
    the project, and refuse nothing of it."""
    colours = {Severity.ERROR: "red", Severity.OPEN: "yellow", Severity.HINT: "cyan"}
    for number, problem in enumerate(found := tuple(problems)):
        if number == MOST_TOLD:
            click.echo(f"… and {len(found) - MOST_TOLD:,} more.", err=True)
            return
        code = click.style(problem.code, fg=colours[problem.severity], bold=True)
        level = f"{problem.severity} " if levels else ""
        click.echo(_no_command(f"{level}{code} {problem.location}  {problem.message} {problem.remedy}"), err=True)


def _no_command(line: str) -> str:
    """A line as GitHub may read it, which takes `##[…]` anywhere in a log for a command."""
    return line.replace("##[", "## [") if os.environ.get("GITHUB_ACTIONS") else line


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
        except BrokenPipeError:
            raise  # nobody reads on
        except OSError as error:
            click.echo(f"{error.filename or 'The system'}: {error.strerror or error}. Nothing was finished.", err=True)
            sys.exit(1)

    return wrapped
