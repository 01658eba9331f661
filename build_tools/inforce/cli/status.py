"""`inforce status` and `inforce at`: how the policies stand, and what was in force when."""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import click

from inforce.cli.dates import WHEN, now
from inforce.cli.messages import as_json, ends_politely, print_json, tell
from inforce.cli.opening import open_here, takes_base
from inforce.problems import Problem, Severity
from inforce.project.answers import (
    InForceAnswer,
    PolicyAnswer,
    TextAnswer,
    VersionAnswer,
    day_after,
    in_force_on,
    standing,
    unknowns,
)
from inforce.project.dates import When
from inforce.project.going_live import OWNERS, StepAnswer, before_going_live
from inforce.project.open import OpenProject
from inforce.rules.states import in_words
from inforce.storage.tree import MAX_FILE_BYTES
from inforce.timeline import Status


@click.command()
@click.option("--as-of", type=WHEN, help="How things stand at this date or instant. Now, if not given.")
@click.option("--json", "as_data", is_flag=True, help="Print JSON on stdout.")
@takes_base
@click.pass_obj
@ends_politely
def status(root: Path, as_of: When | None, as_data: bool, base: str | None) -> None:
    """Policies, versions, dates and languages; what the working text changes, what is still open, and what stands
    between this project and a public site."""
    opened = open_here(root, base)
    at = as_of.at(opened.project.site.time_zone) if as_of else now()
    policies = [standing(policy, opened.problems, now=at) for policy in opened.project.policies]
    still_open = tuple(problem for problem in opened.problems if problem.severity is Severity.OPEN)
    steps = before_going_live(opened.project, owners=_owners(root))
    if as_data:
        print_json(
            {
                "as_of": at.isoformat(),
                "policies": policies,
                "unknown": unknowns(opened.project),
                "open": as_json(still_open),
                "before_going_live": steps,
            }
        )
    else:
        for policy in policies:
            _show_policy(policy, at)
        _show_open(still_open)
        _show_steps(steps)
    conclude(opened)


@click.command()
@click.argument("date", type=WHEN)
@click.option("--json", "as_data", is_flag=True, help="Print JSON on stdout.")
@takes_base
@click.pass_obj
@ends_politely
def at(root: Path, date: When, as_data: bool, base: str | None) -> None:
    """What was, is or will be in force on DATE (2021-05-01, or an instant with its offset).

    A date means the whole day in the site's time zone; the answer is the one at its start, and is exact when it
    holds all day. It names the version, and the revision of each edition: one holds from the instant its amendment was
    recorded; before a version that was public already was recorded, the first. About a future date the answer is what
    is known today; versions that are released but not announced yet count too, though the site does not show them.
    """
    opened = open_here(root, base)
    start = date.at(opened.project.site.time_zone)
    end = day_after(start) if date.day is not None else start
    answers = [in_force_on(policy, start, end, now=now()) for policy in opened.project.policies]
    if as_data:
        print_json({"at": start.isoformat(), "policies": answers})
    else:
        for answer in answers:
            click.echo(_sentence(answer, date.text))
    conclude(opened)


def _owners(root: Path) -> str | None:
    """What CODEOWNERS says; None where there is no such file. No link is followed."""
    path = root / OWNERS
    if not path.is_file() or path.is_symlink():
        return None
    with path.open("rb") as file:
        return file.read(MAX_FILE_BYTES).decode("utf-8", "replace")


def conclude(opened: OpenProject, *, failed: bool = False) -> None:
    """Exit with 1 where the records behind an answer are not as they were released; the problems say so. The same where
    the answer itself has `failed`."""
    doubtful = [
        problem
        for problem in opened.problems
        if problem.severity is Severity.ERROR and "/versions/" in problem.location.file
    ]
    tell(doubtful)
    sys.exit(failed or bool(doubtful))


def _sentence(answer: InForceAnswer, asked: str) -> str:
    current, announced = answer["in_force"], answer["announced"]
    stands = "no version is in force"
    if current:
        again = "again " if current["since"] != current["effective_from"] else ""
        since = _day(current["since"] or current["effective_from"])
        stands = f"version {current['version']} is in force ({again}since {since}){_revised(current)}"
    parts = [f"{answer['policy']}: on {asked}, {stands}."]
    if announced:
        date = _day(announced["effective_from"])
        parts.append(f"Version {announced['version']} is announced{_revised(announced)}; it takes effect on {date}.")
    if not answer["exact"]:
        parts.append(f"That changes at {answer['changes_at']}.")
    if not answer["settled"]:
        parts.append("This is what is known today; a later release can change it.")
    return " ".join(parts)


def _revised(text: TextAnswer) -> str:
    """Which editions had been amended by then: ", in revision 2 (en, fr)"."""
    newer = sorted({number for number in text["revisions"].values() if number > 1})
    named = [(number, [name for name, at in text["revisions"].items() if at == number]) for number in newer]
    told = " and ".join(f"revision {number} ({', '.join(names)})" for number, names in named)
    return f", in {told}" if told else ""


def _day(at: str) -> str:
    instant = datetime.fromisoformat(at)
    return instant.date().isoformat() if instant.time().isoformat() == "00:00:00" else instant.isoformat()


def _show_policy(policy: PolicyAnswer, at: datetime) -> None:
    click.secho(policy["policy"], bold=True)
    for version in policy["versions"]:
        languages = ", ".join(
            f"{language} ({terms['status']}{_reviewed(terms['reviewed'])}, r{terms['revision']})"
            for language, terms in version["languages"].items()
        )
        click.echo(f"  version {version['version']}: {_status(version, at)}")
        click.echo(f"    {_dates(version, at)}")
        click.echo(f"    {languages}")
        if version["amendments"]:
            click.echo(f"    amendments: {', '.join(version['amendments'])}")
        for because, points in groupby(version["accepted"], key=itemgetter("because")):
            click.echo(f"    left open, because: {because}")
            for point in points:
                click.echo(f"      {in_words(point['code'], point['place'], point['message'])}")
    for language, change in policy["working_text"].items():
        said = "; ".join(f"{kind} {', '.join(names)}" for kind, names in change.items() if names)
        click.echo(f"  working text in {language}: {said or 'the same as the last version'}")
        for lagging, what in ((policy["untranslated"], "not translated"), (policy["out_of_date"], "out of date")):
            if language in lagging:
                click.echo(f"    {what}: {', '.join(lagging[language])}")
    if policy["change_notes"]:
        click.echo(f"  change notes waiting: {', '.join(policy['change_notes'])}")


def _status(version: VersionAnswer, at: datetime) -> str:
    hidden = version["status"] == Status.ANNOUNCED and _ahead(version["announced"], at)
    return "not announced yet" if hidden else version["status"].replace("_", " ")


def _dates(version: VersionAnswer, at: datetime) -> str:
    announced, effective, withdrawn = version["announced"], version["effective_from"], version["withdrawn"]
    never = withdrawn is not None and datetime.fromisoformat(withdrawn) <= datetime.fromisoformat(effective)
    applies = f"was to take effect on {effective}" if never else f"effective from {effective}"
    until = f" until {version['effective_until']}" if version["effective_until"] else ""
    if announced is None:
        return f"{applies}{until}"
    if _ahead(announced, at):
        told = f"was to be announced on {announced}" if never else f"to be announced on {announced}"
    else:
        told = f"announced {announced}"
    return f"{told}, {applies}{until}"


def _ahead(instant: str | None, at: datetime) -> bool:
    return instant is not None and datetime.fromisoformat(instant) > at


def _show_open(problems: tuple[Problem, ...]) -> None:
    if problems:
        click.secho(f"Still open ({len(problems)}): the next release names each", bold=True)
        for problem in problems:
            click.echo(f"  {problem.location}  {problem.message}")


def _show_steps(steps: list[StepAnswer]) -> None:
    if steps:
        click.secho("Before the site goes live, in this order", bold=True)
        for number, step in enumerate(steps, start=1):
            click.echo(f"  {number}. {step['title']}. {step['do']}")
            for place in step["places"]:
                click.echo(f"     {place['file']}:{place['line']}  {place['what']}")


def _reviewed(reviewed: bool | None) -> str:
    return ", not reviewed" if reviewed is False else ""
