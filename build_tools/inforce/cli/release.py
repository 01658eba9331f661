"""`inforce release`: freezes the working text and the facts as the next version."""

from __future__ import annotations

from pathlib import Path

import click

from inforce.cli.acceptance import InOrder, reasons_given, takes_reasons, wrong_acceptance_is_usage
from inforce.cli.dates import DAY, WHEN, last_commit, recording
from inforce.cli.messages import ends_politely
from inforce.cli.opening import open_here, others, policy_named, takes_base
from inforce.cli.plans import concerning, instant, reason, refuse_errors, settle, shows_its_plan
from inforce.model.version import AsPublished
from inforce.problems import Severity
from inforce.project.dates import When
from inforce.project.publish import working_text
from inforce.project.summaries import summary_files
from inforce.reader.records.version import sha256
from inforce.release.acceptance import NO_REASONS
from inforce.release.next_version import ReleaseRequest
from inforce.release.plan import plan_release
from inforce.rules.states import is_asked


@click.command(cls=InOrder)
@click.argument("policy", required=False)
@click.option("--effective", type=DAY, required=True, help="The day it takes effect, from its beginning.")
@click.option("--announced", type=WHEN, help="When visitors can first read it. Now, if not given.")
@click.option(
    "--announced-because",
    metavar="WHERE",
    callback=reason,
    help="With --announced in the past: where readers could see it. It is kept and shown.",
)
@click.option("--language", "languages", multiple=True, help="Release only these languages; others can follow.")
@click.option("--ask-consent-again", "ask_consent", is_flag=True, help="Tell embedding sites to ask for consent anew.")
@click.option(
    "--as-published", metavar="REASON", callback=reason, help="Record a version that was public already, slips and all."
)
@click.option(
    "--published-source",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="With --as-published: the file the text was taken from; its digest is kept.",
)
@takes_reasons(unchanged=True)
@takes_base
@shows_its_plan
@click.pass_obj
@ends_politely
def release(
    root: Path,
    policy: str | None,
    effective: When,
    announced: When | None,
    announced_because: str | None,
    languages: tuple[str, ...],
    ask_consent: bool,
    as_published: str | None,
    published_source: Path | None,
    accept: tuple[str, ...],
    accept_unchanged: bool,
    because: tuple[str, ...],
    base: str | None,
    dry_run: bool,
    yes: bool,
    as_data: bool,
) -> None:
    """Freeze the working text of POLICY as its next version. Shows the plan first."""
    if (as_published is None) != (published_source is None):
        raise click.UsageError("--as-published and --published-source go together.")
    if announced_because is not None and announced is None:
        raise click.UsageError("--announced-because goes with --announced.")
    opened = open_here(root, base)
    source = policy_named(opened, policy)
    unknown = [language for language in languages if language not in source.working]
    if unknown:
        raise click.UsageError(f"there is no working text in {', '.join(unknown)}.")
    refuse_errors(opened.problems)
    problems = concerning(
        opened.problems,
        folder=source.folder,
        others=others(opened, source),
        languages=languages or source.working,
    )
    reasons = reasons_given(accept, because)
    if as_published is not None and reasons != NO_REASONS:
        raise click.UsageError("--as-published gives the reason for all that is open; leave --accept out.")
    zone = opened.project.site.time_zone
    released = recording()
    if announced_because is not None and announced is not None and instant(announced, zone) >= released:
        raise click.UsageError("--announced-because goes with an --announced that lies in the past.")
    committed, doubts = last_commit(root)
    problems.extend(doubts)
    request = ReleaseRequest(
        working=working_text(opened.project, source, languages=languages or None),
        released=released,
        announced=instant(announced, zone) if announced else None if as_published is not None else released,
        announced_because=announced_because,
        committed=committed,
        effective_from=instant(effective, zone),
        ask_consent=ask_consent,
        as_published=(
            AsPublished(reason=as_published, source=sha256(published_source.read_bytes()))
            if as_published is not None and published_source is not None
            else None
        ),
        to_follow=tuple(
            language
            for language in source.config.languages
            if languages and as_published is None and language not in languages
        ),
        places=opened.project.facts_places.place,
        unseen=tuple(one for one in problems if is_asked(one)),
        reasons=reasons,
    )
    leading = source.config.authoritative_language
    if leading not in request.working.texts:
        raise click.UsageError(f'the authoritative language, "{leading}", must be among the languages.')
    with wrong_acceptance_is_usage():
        plan = plan_release(
            request,
            parse=opened.reader.section,
            publish=lambda version: summary_files(version, opened.reader),
        )
    hints = [one for one in problems if one.severity is Severity.HINT]
    settle(opened, plan, problems=hints, dry_run=dry_run, yes=yes, as_data=as_data)
