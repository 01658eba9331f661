"""Showing a plan before it is carried out, and asking."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from inforce.cli.messages import as_json, print_json, tell
from inforce.errors import CannotContinue
from inforce.problems import Problem, Severity
from inforce.release.edits import Plan
from inforce.source.apply import apply


def settle(root: Path, plan: Plan, *, problems: Iterable[Problem], dry_run: bool, yes: bool, as_data: bool) -> None:
    """Show a plan, refuse it where something blocks it, ask, and carry it out. Exits with 1 when refused."""
    found = (*problems, *plan.problems)
    blocking = [problem for problem in found if problem.severity is not Severity.WARNING]
    files = sorted([*(f"{plan.folder}/{path}" for path in plan.created), *plan.replaced])
    if as_data:
        print_json(
            {
                "title": plan.title,
                "details": dict(plan.details),
                "writes": files,
                "removes": list(plan.removed),
                "problems": as_json(found),
                "refused": bool(blocking),
                "done": not (blocking or dry_run),
            }
        )
    else:
        tell(found)
        _show(plan, files)
    if blocking:
        if not as_data:
            click.echo("Nothing was written: mend what blocks the release first.", err=True)
        sys.exit(1)
    if dry_run:
        if not as_data:
            click.echo("Nothing was written: this was a dry run.")
        return
    if not (yes or as_data) and not click.confirm("Do this?"):
        click.echo("Nothing was written.")
        return
    try:
        apply(root, plan)
    except FileExistsError:
        click.echo(f"{plan.folder} is there already; nothing was written.", err=True)
        sys.exit(1)
    if not as_data:
        click.echo(f"Done: {plan.folder}. Commit it with the rest of the change.")


def refuse_errors(problems: Iterable[Problem]) -> None:
    """Nothing can be planned from a source with errors. Raises CannotContinue with all problems where there is one."""
    found = tuple(problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise CannotContinue(found)


def concerning(
    problems: Iterable[Problem], *, folder: str, others: Iterable[str], languages: Iterable[str], lenient: bool
) -> list[Problem]:
    """The problems that matter to a release of some languages; where `lenient`, its content may keep its slips.

    What blocks only a release of another policy (`others` are their folders) or language is left out.
    """
    elsewhere = tuple(f"{other}/" for other in others)
    kept: list[Problem] = []
    chosen = set(languages)
    for problem in problems:
        file = problem.location.file
        inside = file.removeprefix(f"{folder}/").partition("/")[0] if file.startswith(f"{folder}/") else ""
        other_language = inside not in chosen and inside not in ("", "policy.yml", "versions", "changes")
        other = other_language or file.startswith(elsewhere)
        if other and problem.severity is Severity.RELEASE:
            continue
        if lenient and problem.severity is Severity.RELEASE:
            kept.append(replace(problem, severity=Severity.WARNING))
        else:
            kept.append(problem)
    return kept


def _show(plan: Plan, files: list[str]) -> None:
    click.secho(plan.title, bold=True)
    width = max((len(name) for name, _ in plan.details), default=0)
    for name, value in plan.details:
        click.echo(f"  {name:{width}}  {value}")
    click.echo(f"  writes {len(files)} files:")
    shown = files if len(files) <= 12 else [*files[:10], f"… and {len(files) - 10} more"]
    for path in shown:
        click.echo(f"    {path}")
    for path in plan.removed:
        click.echo(f"    {path} (taken away: it is now in the version)")
