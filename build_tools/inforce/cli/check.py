"""`inforce check`: every problem of the source, all at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from inforce.cli.desk import open_project
from inforce.cli.messages import as_json, ends_politely, print_json, tell
from inforce.problems import Severity


@click.command()
@click.option("--json", "as_data", is_flag=True, help="Print the problems as JSON on stdout.")
@click.option("--release", "for_release", is_flag=True, help="Exit with 1 also for what blocks only a release.")
@click.pass_obj
@ends_politely
def check(root: Path, as_data: bool, for_release: bool) -> None:
    """Check all source files and released versions."""
    desk = open_project(root)
    if as_data:
        print_json({"problems": as_json(desk.problems)})
    else:
        tell(desk.problems)
        counts = {level: sum(problem.severity is level for problem in desk.problems) for level in Severity}
        policies = ", ".join(policy.id for policy in desk.project.policies)
        click.echo(
            f"Checked {policies}: {counts[Severity.ERROR]} that block a build, {counts[Severity.RELEASE]} that block "
            f"a release, {counts[Severity.WARNING]} to know of."
        )
    blocking = {Severity.ERROR, Severity.RELEASE} if for_release else {Severity.ERROR}
    sys.exit(any(problem.severity in blocking for problem in desk.problems))
