"""Every version of a policy, its dates and change notes, and what was in force on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from inforce.model.config import Kind
from inforce.model.languages import localised
from inforce.publication import PublishedPolicy, PublishedVersion
from inforce.site import modified, urls
from inforce.site.amended import Amended, amended
from inforce.site.changes import earlier
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.notes import Note, notes
from inforce.site.page import Page, PageKind
from inforce.site.version_status import VersionStatus, last_day
from inforce.timeline import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version in the list."""

    number: int
    href: str
    standings: tuple[VersionStatus, ...]
    kind: Kind
    announced: datetime | None
    announced_because: str
    """Where readers could see it before it was recorded, '' where that need not be told."""
    effective: datetime | None
    released: datetime | None
    as_published: bool
    notes: tuple[Note, ...]
    amended: tuple[tuple[Amended, str, str], ...]
    """Each amendment with the way to what it changed and the language of that page, '' for none."""
    reasons: str
    """The language that the reasons of its amendments are in, '' where it is the page's own."""
    languages: tuple[str, ...]
    """The languages that it has an edition in."""
    compare: tuple[tuple[int, str], ...]
    """(earlier version, way to the redline)."""
    compare_in_force: str
    """The way to the redline against the version in force, or ''."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLine:
    """A stretch of days with the version in force in it; `first` and `last` are days, both included."""

    number: int | None
    href: str
    start: datetime | None
    end: datetime | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """The feeds of this policy, or of all; `address` is the whole one, to be put into a reader."""

    policy: bool
    atom: str
    json: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """What `history.html` needs."""

    frame: PageFrame
    title: str
    title_language: str
    in_force: str
    versions: tuple[VersionLine, ...]
    spans: tuple[SpanLine, ...]
    zone: datetime
    """An instant in the zone that the days are counted in."""
    since: str
    """The way to what has changed since a day."""
    draft: str
    feeds: tuple[FeedLine, ...]


def history_pages(context: SiteContext, policy: PublishedPolicy) -> Iterator[Page]:
    """The history in each of the site's languages."""
    for language in context.languages:
        yield _page(context, policy, language)


HISTORY = PageKind(name="history", paths=(urls.history("*", "*"),), make=history_pages)


def _page(context: SiteContext, policy: PublishedPolicy, language: str) -> Page:
    words = context.words[language]
    url = urls.history(language, policy.id)
    zone = ZoneInfo(context.published.site.time_zone)
    title, spoken = context.title(policy, language)
    current = policy.timeline.in_force_at(context.published.as_of)
    in_force = current.version if current else None
    view = HistoryView(
        frame=context.frame(
            language,
            url,
            words.text("All versions of: {title}", title=title),
            words.text(
                "{site}: {title}. Every version with its dates, what each one changed, and which one was in force on a"
                " day.",
                site=context.published.site.name,
                title=title,
            ),
            switch={other: urls.history(other, policy.id) for other in context.languages},
            policy=policy,
        ),
        title=title,
        title_language="" if spoken == words.language else spoken,
        in_force=urls.relative(url, urls.in_force(language, policy.id)) if current else "",
        versions=tuple(
            _line(context, policy, published, language, url, in_force)
            for published in sorted(policy.versions, key=lambda each: each.version.number or 0, reverse=True)
        ),
        spans=tuple(span_line(span, policy, language, url, zone) for span in reversed(policy.timeline.spans())),
        zone=datetime(2000, 1, 1, tzinfo=zone),
        since=urls.relative(url, urls.since(language, policy.id)),
        draft=urls.relative(url, urls.version(language, policy.id, None)) if policy.draft else "",
        feeds=tuple(_feeds(context, policy, language, url)),
    )
    html = context.maker.html("history.html", view, words)
    return view.frame.page(url, html, modified.of_history(context, policy))


def _feeds(context: SiteContext, policy: PublishedPolicy, language: str, url: str) -> Iterator[FeedLine]:
    """Those of this policy, and of all where there are several; of all alone where this one has no version yet."""
    own = context.feeds(language, policy)
    of_all = context.feeds(language, None) if len(context.published.policies) > 1 else ""
    for folder in dict.fromkeys(folder for folder in (own, of_all) if folder):
        yield FeedLine(
            policy=folder == urls.feeds(language, policy.id),
            atom=urls.relative(url, folder + urls.ATOM),
            json=urls.relative(url, folder + urls.JSON_FEED),
            address=context.absolute(folder + urls.ATOM),
        )


def _line(
    context: SiteContext,
    policy: PublishedPolicy,
    published: PublishedVersion,
    language: str,
    url: str,
    in_force: int | None,
) -> VersionLine:
    version = published.version
    number = version.number
    zone = ZoneInfo(version.time_zone)
    states = context.standings(policy, published)
    before = earlier(policy, number)

    def local(at: datetime | None) -> datetime | None:
        return at.astimezone(zone) if at else None

    return VersionLine(
        number=number,
        href=urls.relative(url, urls.version(language, policy.id, number)),
        standings=states,
        kind=version.kind,
        announced=local(version.announced),
        announced_because=version.announced_because or "",
        effective=local(version.effective_from),
        released=local(version.released),
        as_published=version.as_published is not None,
        notes=notes(context, published, language, url),
        amended=tuple(
            (each, *way_to_changes(context, policy, published, each, language, url))
            for each in amended(published, context.languages)
        ),
        reasons="" if version.authoritative_language == language else version.authoritative_language,
        languages=tuple(name for name in context.languages if name in published.editions),
        compare=(
            ((before, urls.relative(url, urls.changes(language, policy.id, before, number))),)
            if before is not None
            else ()
        ),
        compare_in_force=(
            urls.relative(url, urls.changes_since(language, policy.id, number))
            if in_force is not None and number < in_force
            else ""
        ),
    )


def way_to_changes(
    context: SiteContext, policy: PublishedPolicy, published: PublishedVersion, each: Amended, language: str, url: str
) -> tuple[str, str]:
    """The way to what an amendment changed in the reader's language, in the prevailing one, or in any."""
    number = published.version.number
    mended = {one: made for one in context.languages if (made := each.revision(one) or 1) > 1}
    found = localised(mended, language, published.version.authoritative_language)
    if found is None:
        return "", ""
    there = urls.revision_changes(found.language, policy.id, number, found.content)
    return urls.relative(url, there), "" if found.language == language else found.language


def span_line(span: Span, policy: PublishedPolicy, language: str, url: str, zone: ZoneInfo) -> SpanLine:
    """A stretch of the timeline in days of a zone, for the page at `url`."""
    start = span.start.astimezone(zone) if span.start else None
    end = span.end.astimezone(zone) if span.end else None
    number = span.version
    return SpanLine(
        number=number,
        href=urls.relative(url, urls.version(language, policy.id, number)) if number is not None else "",
        start=start,
        end=end,
        first=start.date() if start else None,
        last=last_day(end) if end else None,
    )
