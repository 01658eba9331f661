"""`inforce check`: every problem of the source, all at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from inforce.cli.desk import open_project, takes_base
from inforce.cli.messages import as_json, ends_politely, print_json, tell
from inforce.problems import Severity


@click.command()
@click.option("--json", "as_data", is_flag=True, help="Print the problems as JSON on stdout.")
@takes_base
@click.pass_obj
@ends_politely
def check(root: Path, as_data: bool, base: str | None) -> None:
    """Check all source files and released versions."""
    desk = open_project(root, base)
    problems = desk.problems
    counts = {level: sum(problem.severity is level for problem in problems) for level in Severity}
    if as_data:
        print_json({"problems": as_json(problems)})
    else:
        tell(problems)
        policies = ", ".join(policy.id for policy in desk.project.policies)
        click.echo(
            f"Checked {policies}: {_counted(counts[Severity.ERROR], 'error')}, {counts[Severity.OPEN]} open, "
            f"{_counted(counts[Severity.HINT], 'hint')}."
        )
    sys.exit(counts[Severity.ERROR] > 0)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
