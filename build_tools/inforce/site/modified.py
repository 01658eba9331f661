"""When what a page shows last changed: by the dates of versions and amendments, never by the day of a build."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from inforce.model.languages import localised
from inforce.publication import PublishedPolicy, PublishedVersion
from inforce.site.frame import SiteContext


def of_version(context: SiteContext, published: PublishedVersion, language: str) -> datetime | None:
    """A version's own page for readers of a language (aware): the newest revision of the edition that they are shown.

    One that was public before it was recorded is as old as it says to be.
    """
    version = published.version
    shown = localised(published.editions, language, version.authoritative_language)
    revisions = published.revisions.get(shown.language, ()) if shown else ()
    recorded = revisions[-1].recorded if revisions else version.released
    if version.as_published is not None and (not revisions or revisions[-1].amendment is None):
        recorded = version.effective_from
    return _latest((recorded,), context.published.as_of)


def of_in_force(
    context: SiteContext, policy: PublishedPolicy, published: PublishedVersion, language: str
) -> datetime | None:
    """The page that moves with the version in force: when that came into force, what it shows was corrected, or the
    version that it says will follow was announced."""
    as_of = context.published.as_of
    coming = (term.announced for term in policy.timeline.terms if term.effective_from > as_of)
    starts = (span.start for span in policy.timeline.spans() if span.version == published.version.number)
    return _latest((of_version(context, published, language), *starts, *coming), as_of)


def of_history(context: SiteContext, policy: PublishedPolicy) -> datetime | None:
    """The page of all versions: the last release, amendment or change of the version in force."""
    recorded = (
        at
        for published in policy.versions
        for at in (
            None if published.version.as_published is not None else published.version.released,
            *(amendment.recorded for amendment in published.version.amendments),
        )
    )
    return _latest((*recorded, *(span.start for span in policy.timeline.spans())), context.published.as_of)


def _latest(instants: Iterable[datetime | None], as_of: datetime) -> datetime | None:
    """The last of these that has come."""
    return max((at for at in instants if at is not None and at <= as_of), default=None)
