"""`inforce check`: every problem of the source, all at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from inforce.cli.desk import open_project
from inforce.cli.messages import as_json, ends_politely, print_json, tell
from inforce.problems import Problem, Severity
from inforce.source.history import changed_releases
from inforce.source.tree import SOURCE
from inforce.workspace.check import in_reading_order


@click.command()
@click.option("--json", "as_data", is_flag=True, help="Print the problems as JSON on stdout.")
@click.option(
    "--base", metavar="COMMIT", help="Compare released files with this commit. The base branch, if not given."
)
@click.pass_obj
@ends_politely
def check(root: Path, as_data: bool, base: str | None) -> None:
    """Check all source files and released versions."""
    desk = open_project(root)
    problems = desk.problems if base is None else _against(root, base, desk.problems)
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


def _against(root: Path, base: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems, with those of a comparison with a commit in the place of a doubt about the base branch."""
    from inforce.source.repository import UnknownBase

    try:
        found = changed_releases(root, SOURCE, base=base)
    except UnknownBase:
        raise click.UsageError(f"--base: git knows no commit {base!a}.") from None
    return in_reading_order((*(one for one in problems if one.code != "D112"), *found))
