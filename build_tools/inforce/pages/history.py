"""Every version of a policy, its dates and change notes, and what was in force on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from inforce.model.config import Kind
from inforce.pages import modified, urls
from inforce.pages.amended import Amended, amended
from inforce.pages.changes import earlier
from inforce.pages.notes import Note, notes
from inforce.pages.page import Page
from inforce.pages.shell import Scene, Shell
from inforce.pages.standing import Standing, last_day
from inforce.publication import PublishedPolicy, PublishedVersion
from inforce.timeline import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version in the list."""

    number: int
    href: str
    standings: tuple[Standing, ...]
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

    shell: Shell
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


def history_pages(scene: Scene, policy: PublishedPolicy) -> Iterator[Page]:
    """The history in each of the site's languages."""
    for language in scene.languages:
        yield _page(scene, policy, language)


def _page(scene: Scene, policy: PublishedPolicy, language: str) -> Page:
    words = scene.words[language]
    url = urls.history(language, policy.id)
    zone = ZoneInfo(scene.published.site.time_zone)
    title, spoken = scene.title(policy, language)
    current = policy.timeline.in_force_at(scene.published.as_of)
    in_force = current.version if current else None
    view = HistoryView(
        shell=scene.shell(
            language,
            url,
            words.text("All versions of: {title}", title=title),
            words.text(
                "{site}: {title}. Every version with its dates, what each one changed, and which one was in force on a"
                " day.",
                site=scene.published.site.name,
                title=title,
            ),
            switch={other: urls.history(other, policy.id) for other in scene.languages},
            policy=policy,
        ),
        title=title,
        title_language="" if spoken == words.language else spoken,
        in_force=urls.relative(url, urls.in_force(language, policy.id)) if current else "",
        versions=tuple(
            _line(scene, policy, published, language, url, in_force)
            for published in sorted(policy.versions, key=lambda each: each.version.number or 0, reverse=True)
        ),
        spans=tuple(span_line(span, policy, language, url, zone) for span in reversed(policy.timeline.spans())),
        zone=datetime(2000, 1, 1, tzinfo=zone),
        since=urls.relative(url, urls.since(language, policy.id)),
        draft=urls.relative(url, urls.version(language, policy.id, None)) if policy.draft else "",
        feeds=tuple(_feeds(scene, policy, language, url)),
    )
    html = scene.maker.html("history.html", view, words)
    return view.shell.page(url, html, modified.of_history(scene, policy))


def _feeds(scene: Scene, policy: PublishedPolicy, language: str, url: str) -> Iterator[FeedLine]:
    """Those of this policy, and of all where there are several; of all alone where this one has no version yet."""
    own = scene.feeds(language, policy)
    of_all = scene.feeds(language, None) if len(scene.published.policies) > 1 else ""
    for folder in dict.fromkeys(folder for folder in (own, of_all) if folder):
        yield FeedLine(
            policy=folder == urls.feeds(language, policy.id),
            atom=urls.relative(url, folder + urls.ATOM),
            json=urls.relative(url, folder + urls.JSON_FEED),
            address=scene.absolute(folder + urls.ATOM),
        )


def _line(
    scene: Scene, policy: PublishedPolicy, published: PublishedVersion, language: str, url: str, in_force: int | None
) -> VersionLine:
    version = published.version
    number = version.number
    assert number is not None
    zone = ZoneInfo(version.time_zone)
    states = scene.standings(policy, published)
    before = earlier(policy, number, scene.published.as_of)

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
        notes=notes(scene, published, language, url),
        amended=tuple(
            (each, *way_to_changes(scene, policy, published, each, language, url))
            for each in amended(published, scene.languages)
        ),
        reasons="" if version.authoritative_language == language else version.authoritative_language,
        languages=tuple(name for name in scene.languages if name in published.editions),
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
    scene: Scene, policy: PublishedPolicy, published: PublishedVersion, each: Amended, language: str, url: str
) -> tuple[str, str]:
    """The way to what an amendment changed in the reader's language, in the prevailing one, or in any."""
    number = published.version.number
    assert number is not None
    for spoken in (language, published.version.authoritative_language, *scene.languages):
        made = each.revision(spoken) or 1
        if made > 1 and spoken in scene.languages:
            there = urls.revision_changes(spoken, policy.id, number, made)
            return urls.relative(url, there), "" if spoken == language else spoken
    return "", ""


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
