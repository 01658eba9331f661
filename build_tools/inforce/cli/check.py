"""`inforce check`: every problem of the source, all at once, for people and for CI services."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from inforce.cli.annotations import github, gitlab, summary
from inforce.cli.dates import now
from inforce.cli.handbook import handbook_problems
from inforce.cli.messages import as_json, ends_politely, print_json, tell
from inforce.cli.opening import open_here, takes_base
from inforce.errors import CannotContinue
from inforce.problems import Problem, Severity
from inforce.project.check import in_reading_order
from inforce.storage.checkout import checkout_of
from inforce.storage.tree import SOURCE

SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable by which GitHub names the file that it shows on the page of a run."""

NOT_COMPARED = (
    "Nothing was compared with a base branch, as this folder is in no git repository: whether records are new, or "
    "others than they were, can't be told."
)


@click.command()
@click.option("--json", "as_data", is_flag=True, help="Print the problems as JSON on stdout.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "gitlab"]),
    default="text",
    help="For a CI service: GitHub's annotations with a summary, or GitLab's report of code quality, on stdout.",
)
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Check too that the site built in this folder has every page and file, byte for byte.",
)
@takes_base
@click.pass_obj
@ends_politely
def check(root: Path, as_data: bool, form: str, site: Path | None, base: str | None) -> None:
    """Check all source files, released versions and the handbook, and compare with the base branch.

    This is the one command for CI. There, what can't be compared is an error.
    """
    problems, policies = _checked(root, base, site)
    counts = {level: sum(problem.severity is level for problem in problems) for level in Severity}
    counted = (
        f"{_counted(counts[Severity.ERROR], 'error')}, {counts[Severity.OPEN]} open, "
        f"{_counted(counts[Severity.HINT], 'hint')}"
    )
    if as_data:
        print_json({"problems": as_json(problems)})
    else:
        if form != "github":
            tell(problems)
        click.echo(f"Checked {policies}: {counted}.", err=form != "text")
        told = any(problem.code == "D112" for problem in problems)
        if not told and checkout_of(root.resolve()) is None and any(root.glob(f"{SOURCE}/*/versions/*/manifest.json")):
            click.echo(NOT_COMPARED, err=True)
        _annotate(problems, form, _place(root), counted)
    sys.exit(counts[Severity.ERROR] > 0)


def _checked(root: Path, base: str | None, site: Path | None) -> tuple[tuple[Problem, ...], str]:
    """All problems, and the names of what was checked."""
    try:
        opened = open_here(root, base)
    except CannotContinue as stop:
        return stop.problems, "what can be read"
    problems = in_reading_order((*opened.problems, *handbook_problems(opened, as_of=now())))
    if site is not None and not opened.errors:
        from inforce.project.built_site import site_problems

        problems = (*problems, *site_problems(opened, site.resolve()))
    return problems, ", ".join(policy.id for policy in opened.project.policies)


def _annotate(problems: tuple[Problem, ...], form: str, place: str, counted: str) -> None:
    if form == "gitlab":
        print_json(gitlab(problems, place))
    if form == "github":
        for line in github(problems, place):
            click.echo(line)
        if file := os.environ.get(SUMMARY):
            with Path(file).open("a", encoding="utf-8") as page:
                page.write(summary(problems, counted))


def _place(root: Path) -> str:
    """Where the project lies below the folder that the command runs in, which on a CI service is the repository."""
    there, here = root.resolve(), Path.cwd()
    return f"{there.relative_to(here).as_posix()}/" if there != here and there.is_relative_to(here) else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
