"""What `release` and `amend` share: holding what was typed to what a record may keep, choosing the problems that
matter to a plan, showing it, asking, carrying it out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import click

from inforce.cli.dates import latest
from inforce.cli.messages import as_json, print_json, tell
from inforce.errors import CannotContinue
from inforce.problems import Location, Problem, Severity
from inforce.project.check import check, in_reading_order
from inforce.project.dates import When
from inforce.project.open import OpenProject
from inforce.project.project import understand
from inforce.reader.characters.words import check_words
from inforce.reader.reasons import REASON_ASKED, says_why
from inforce.redline.data import data
from inforce.redline.plain import fact_line, text
from inforce.release.acceptance import Outcome
from inforce.release.edits import Plan
from inforce.rules.letters_as_figures import check_letters
from inforce.rules.record_invariants import YEARS
from inforce.rules.states import in_words
from inforce.storage.apply import apply

LONGEST_REASON = 500


def shows_its_plan(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that shows a plan before it does anything (see `settle`)."""
    for option in (
        click.option("--json", "as_data", is_flag=True, help="Print the plan as JSON on stdout; do it without asking."),
        click.option("--yes", is_flag=True, help="Do it without asking."),
        click.option("--dry-run", is_flag=True, help="Show the plan and write nothing."),
    ):
        command = option(command)
    return command


def settle(
    opened: OpenProject, plan: Plan, *, problems: Iterable[Problem], dry_run: bool, yes: bool, as_data: bool
) -> None:
    """Show a plan, refuse it where something speaks against it, ask, and carry it out. Exits with 1 when refused.

    What the check would refuse afterwards is refused now: no command writes a record that cannot be read again. What
    will be open then, such as a translation that a correction leaves behind, is told and refuses nothing.
    """
    found = [*problems, *plan.problems]
    refused = any(problem.severity is not Severity.HINT for problem in found)
    if not refused:
        after = _consequences(opened, plan)
        refused = any(problem.severity is Severity.ERROR for problem in after)
        found += after
    files = sorted([*(f"{plan.folder}/{path}" for path in plan.created), *plan.replaced])
    if as_data:
        doing = not (refused or dry_run)
        if doing:
            _carry_out(opened.root, plan)
        print_json(
            {
                "title": plan.title,
                "details": dict(plan.details),
                "accepted": [one.model_dump() for one in plan.outcome.accepted],
                "open": [
                    {"accept": f"{point.problem.code}:{point.place}", "unchanged": point in plan.outcome.unchanged}
                    for point in plan.outcome.left
                ],
                "changes": {
                    language: data(redline).model_dump(mode="json", exclude_none=True)
                    for language, redline in plan.redlines.items()
                },
                "facts": [fact_line(change) for change in plan.facts],
                "writes": files,
                "removes": list(plan.removed),
                "problems": as_json(found),
                "refused": refused,
                "done": doing,
            }
        )
    else:
        tell(found)
        _show(plan, files)
        if refused:
            click.echo(refusal(plan.outcome, found), err=True)
        else:
            _ask_and_do(opened.root, plan, dry_run=dry_run, yes=yes)
    if refused:
        sys.exit(1)


def refusal(outcome: Outcome, found: Iterable[Problem]) -> str:
    """Why nothing was written, and what would do."""
    if not outcome.left or any(problem.severity is Severity.ERROR for problem in found):
        return "Nothing was written: mend the errors that are named above first."
    count, known = len(outcome.left), len(outcome.unchanged)
    each = dict.fromkeys(f"  --accept {point.problem.code}:{point.place}" for point in outcome.left)
    lines = [
        f"Nothing was written: {'1 point is' if count == 1 else f'{count} points are'} open, as named above. Finish "
        f"{'it' if count == 1 else 'them'}, or give a reason for going on all the same; it is kept for good.",
    ]
    if known:
        which = (
            "It was"
            if count == 1
            else "All were"
            if known == count
            else f"{known} of them {'was' if known == 1 else 'were'}"
        )
        lines.append(f"{which} open in the last version already, and nothing has changed. One reason is enough:")
        lines.append('  --accept-unchanged --because "…"')
    if known < count:
        lines.append('To accept a point, add it with --because "…" after it; several may share one --because:')
        lines += each
    return "\n".join(lines)


def _ask_and_do(root: Path, plan: Plan, *, dry_run: bool, yes: bool) -> None:
    if dry_run:
        click.echo("Nothing was written: this was a dry run.")
    elif not yes and not click.confirm("Do this?"):
        click.echo("Nothing was written.")
    else:
        _carry_out(root, plan)
        click.echo(f"Done{f': {plan.folder}' if plan.folder else ''}. Commit it with the rest of the change.")


def _carry_out(root: Path, plan: Plan) -> None:
    try:
        apply(root, plan)
    except FileExistsError:
        click.echo(f"{plan.folder} is there already; nothing was written.", err=True)
        sys.exit(1)
    except OSError as error:
        stands = plan.folder is not None and (root / plan.folder).exists()
        left = "nothing was written"
        if stands or plan.folder is None:
            what = f"{plan.folder} stands, but not all else" if stands else "not all"
            left = f"{what} is written: inforce check names what is left"
        click.echo(f"{error.filename}: {error.strerror}; {left}.", err=True)
        sys.exit(1)


def _consequences(opened: OpenProject, plan: Plan) -> list[Problem]:
    """What the check would find in the source, once the plan is carried out, that it does not find now."""
    files = {**opened.project.tree.files, **plan.replaced}
    files.update({f"{plan.folder}/{path}": data for path, data in plan.created.items()})
    kept = {path: files[path] for path in sorted(files.keys() - set(plan.removed))}
    project, problems = understand(replace(opened.project.tree, files=kept), ())
    found = in_reading_order(
        (
            *problems,
            *(
                check(
                    project,
                    opened.reader,
                    settled=opened.settled,
                    base_at=opened.base_at,
                    before=opened.before,
                    noted=opened.noted,
                    at=latest(),
                )
                if project
                else ()
            ),
        )
    )
    return [one for one in found if one not in opened.problems]


def reason(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A reason as it is kept: a sentence of plain words, in one line."""
    if value is None:
        return None
    words = value.strip()
    if not words or len(words) > LONGEST_REASON or "\n" in words:
        raise click.BadParameter(f"write one line of plain words, at most {LONGEST_REASON} characters.")
    where = Location(file="")
    for problem in (*check_words(words, where), *check_letters([(words, None)], where)):
        raise click.BadParameter(f"write one line of plain words. {problem.message} {problem.remedy}")
    if not says_why(words):
        raise click.BadParameter(f'"{words}" gives no reason: write {REASON_ASKED}. Readers are shown it.')
    return words


def instant(when: When, time_zone: str) -> datetime:
    """The instant of a date that is to be kept. Raises UsageError for one that pages and calendars could not show."""
    found = when.at(time_zone)
    if found.year not in YEARS:
        raise click.UsageError(f"{when.text}: the year must lie between {YEARS[0]} and {YEARS[-1]}.")
    return found


def refuse_errors(problems: Iterable[Problem]) -> None:
    """Nothing can be planned from a source with errors. Raises CannotContinue with all problems where there is one."""
    found = tuple(problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise CannotContinue(found)


def concerning(
    problems: Iterable[Problem], *, folder: str, others: Iterable[str], languages: Iterable[str]
) -> list[Problem]:
    """The problems that matter to a release of some languages of the policy in `folder`.

    What is open in another policy (`others` are their folders) or language is left out; an error never is.
    """
    elsewhere = tuple(f"{other}/" for other in others)
    chosen = set(languages)
    kept: list[Problem] = []
    for problem in problems:
        file = problem.location.file
        inside = file.removeprefix(f"{folder}/").partition("/")[0] if file.startswith(f"{folder}/") else ""
        other_language = inside not in chosen and inside not in ("", "policy.yml", "versions", "changes")
        if problem.severity is Severity.OPEN and (other_language or file.startswith(elsewhere)):
            continue
        kept.append(problem)
    return kept


def _show(plan: Plan, files: list[str]) -> None:
    click.secho(plan.title, bold=True)
    width = max((len(name) for name, _ in plan.details), default=0)
    for name, value in plan.details:
        click.echo(f"  {name:{width}}  {value}")
    for because, points in groupby(plan.outcome.accepted, key=attrgetter("because")):
        click.echo(f"  left open, because: {because}")
        for point in points:
            click.echo(f"    {in_words(point.code, point.place, point.message)}")
    for language, redline in plan.redlines.items():
        click.echo(f"  what changes in {language}:")
        click.echo("".join(f"    {line}\n" if line else "\n" for line in text(redline).splitlines()), nl=False)
    if plan.facts:
        click.echo("  what changes in the facts:")
    for change in plan.facts:
        click.echo(f"    {fact_line(change)}")
    if files:
        click.echo(f"  writes {'1 file' if len(files) == 1 else f'{len(files)} files'}:")
    shown = files if len(files) <= 12 else [*files[:10], f"… and {len(files) - 10} more"]
    for path in shown:
        click.echo(f"    {path}")
    for path in plan.removed:
        click.echo(f"    {path} (taken away: it is now in the version)")
