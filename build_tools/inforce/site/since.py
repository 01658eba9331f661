"""What has changed since a day or a version: the way to the redline from what was in force then to what is now.

`?on=2023-05-01` names a day, `?v=2` a version; a script goes on to the redline. Without it the page is a table of all
that has been in force, with the redline from each. A page that nobody rebuilt leads to the version that has come into
force since: it has a table for each stretch of time that is known, and shows the one that the clock asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from inforce.publication import PublishedPolicy
from inforce.site import urls
from inforce.site.changes import earlier
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.history import SpanLine, span_line
from inforce.site.page import Page, PageKind
from inforce.timeline import Span


class Since(StrEnum):
    """What is told of a stretch of days."""

    NONE = "none"
    """No version was in force, or none is now."""
    SAME = "same"
    """The version that was in force then is in force now."""
    CHANGED = "changed"
    """A later one is in force now: there is a redline."""
    BACK = "back"
    """An earlier one is in force again, since the one of then was withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of days in the table. `way` leads to the redline; of `BACK` to what the withdrawn version had changed;
    '' of all else."""

    span: SpanLine
    since: Since
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What has changed, as told in a stretch of time in which the version in force is the same; the newest first.

    `start` and `end` bound it (None: from the beginning, for good); `now` marks the one that holds as the page is made.
    """

    start: datetime | None
    end: datetime | None
    now: bool
    number: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceView:
    """What `since.html` needs."""

    frame: PageFrame
    title: str
    title_language: str
    tables: tuple[Table, ...]
    first: datetime | None
    """When the first version came, or comes, into force; None where none ever does."""
    zone_name: str
    """The IANA zone that days are counted in."""
    zone: datetime
    """An instant in it."""
    history: str


def since_pages(context: SiteContext, policy: PublishedPolicy) -> Iterator[Page]:
    """The page in each of the site's languages."""
    for language in context.languages:
        yield _page(context, policy, language)


SINCE = PageKind(name="since", paths=(urls.since("*", "*"),), make=since_pages)


def _page(context: SiteContext, policy: PublishedPolicy, language: str) -> Page:
    words = context.words[language]
    url = urls.since(language, policy.id)
    zone = ZoneInfo(context.published.site.time_zone)
    title, spoken = context.title(policy, language)
    starts = [span.start for span in policy.timeline.spans() if span.start is not None]
    view = SinceView(
        frame=context.frame(
            language,
            url,
            words.text("{title}: {changes}", title=title, changes=words.text("What has changed since a given day")),
            words.text(
                "{site}: {title}. What was changed, word by word.", site=context.published.site.name, title=title
            ),
            switch={other: urls.since(other, policy.id) for other in context.languages},
            noindex=True,
            policy=policy,
        ),
        title=title,
        title_language="" if spoken == words.language else spoken,
        tables=tuple(_table(context, policy, span, language, url) for span in _stretches(context, policy)),
        first=starts[0].astimezone(zone) if starts else None,
        zone_name=context.published.site.time_zone,
        zone=datetime(2000, 1, 1, tzinfo=zone),
        history=urls.relative(url, urls.history(language, policy.id)),
    )
    html = context.maker.html("since.html", view, words)
    return view.frame.page(url, html)


def _stretches(context: SiteContext, policy: PublishedPolicy) -> tuple[Span, ...]:
    return policy.timeline.spans_from(context.published.as_of)


def _table(context: SiteContext, policy: PublishedPolicy, now: Span, language: str, url: str) -> Table:
    zone = ZoneInfo(context.published.site.time_zone)
    past = [
        span for span in policy.timeline.spans() if span.start is not None and (now.end is None or span.start < now.end)
    ]
    return Table(
        start=now.start.astimezone(zone) if now.start else None,
        end=now.end.astimezone(zone) if now.end else None,
        now=now.start is None,
        number=now.version,
        lines=tuple(_line(context, policy, span, now.version, language, url) for span in reversed(past)),
    )


def _line(context: SiteContext, policy: PublishedPolicy, span: Span, now: int | None, language: str, url: str) -> Line:
    then, way = span.version, ""
    if then is None or now is None:
        since = Since.NONE
    elif then == now:
        since = Since.SAME
    elif then < now:
        since, way = Since.CHANGED, urls.changes(language, policy.id, then, now)
    else:
        since = Since.BACK
        before = earlier(policy, then)
        assert before is not None, "an earlier one is in force"
        way = urls.changes(language, policy.id, before, then)
    return Line(
        span=span_line(span, policy, language, url, ZoneInfo(context.published.site.time_zone)),
        since=since,
        way=urls.relative(url, way) if way else "",
    )
