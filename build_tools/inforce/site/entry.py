"""Pages where no text can stand: a policy without a version in force, and an address without a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from inforce.publication import PublishedPolicy
from inforce.site import urls
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.page import Page, PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stretch of time with the version in force in it, None for none. Instants are local to the site's zone."""

    start: datetime | None
    end: datetime | None
    now: bool
    number: int | None
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentView:
    """What `absent.html` needs."""

    frame: PageFrame
    title: str
    title_language: str
    coming: tuple[tuple[int, datetime, str], ...]
    """(version, when it takes effect, way) of each version to come."""
    stretches: tuple[Stage, ...]
    """What is in force in each stretch of time from now on; nothing in the first."""
    history: str
    entry: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView:
    """What `missing.html` needs: (language, title, way) of each page in force."""

    frame: PageFrame
    offers: tuple[tuple[str, str, str], ...]


def missing_pages(context: SiteContext) -> Iterator[Page]:
    """`404.html`. It is served at any depth, so its links begin at the base URL's path."""
    language = context.published.site.default_language
    words = context.words[language]
    root = urlsplit(context.published.site.base_url).path
    offers = []
    for policy in context.published.policies:
        for other in context.languages:
            title, spoken = context.title(policy, other)
            offers.append((spoken, title, root + urls.in_force(other, policy.id)))
    first = context.published.policies[0].id if context.published.policies else None
    view = MissingView(
        frame=context.frame(
            language,
            urls.MISSING,
            words.text("There is no page at this address"),
            words.text("{site}: where its policies are.", site=context.published.site.name),
            switch={
                other: urls.in_force(other, first) if first else urls.of_site(other, "cookies")
                for other in context.languages
            },
            noindex=True,
            root=root,
        ),
        offers=tuple(offers),
    )
    html = context.maker.html("missing.html", view, words)
    yield view.frame.page(urls.MISSING, html)


MISSING = PageKind(name="missing", paths=(urls.MISSING,), make=missing_pages)


def absent_page(context: SiteContext, policy: PublishedPolicy, language: str, url: str) -> Page:
    """The moving page of a policy of which no version is in force, or the way in, at `url`."""
    words = context.words[language]
    title, spoken = context.title(policy, language)
    coming = []
    for term in policy.timeline.terms:
        never = term.withdrawn is not None and term.withdrawn <= term.effective_from
        if term.effective_from > context.published.as_of and not never:
            zone = ZoneInfo(policy.version(term.version).version.time_zone)
            there = urls.relative(url, urls.version(language, policy.id, term.version))
            coming.append((term.version, term.effective_from.astimezone(zone), there))
    view = AbsentView(
        frame=context.frame(
            language,
            url,
            title,
            words.text(
                "{site}: {title}. All versions, and when they take effect.",
                site=context.published.site.name,
                title=title,
            ),
            switch={other: urls.in_force(other, policy.id) for other in context.languages},
            canonical=urls.in_force(language, policy.id),
            policy=policy,
        ),
        title=title,
        title_language="" if spoken == words.language else spoken,
        coming=tuple(coming),
        stretches=tuple(_stages(context, policy, language, url)),
        history=urls.relative(url, urls.history(language, policy.id)),
        entry=url == urls.ROOT,
    )
    html = context.maker.html("absent.html", view, words)
    return view.frame.page(url, html)


def _stages(context: SiteContext, policy: PublishedPolicy, language: str, url: str) -> Iterator[Stage]:
    zone = ZoneInfo(context.published.site.time_zone)
    for span in policy.timeline.spans_from(context.published.as_of):
        there = "" if span.version is None else urls.version(language, policy.id, span.version)
        yield Stage(
            start=span.start.astimezone(zone) if span.start else None,
            end=span.end.astimezone(zone) if span.end else None,
            now=span.start is None,
            number=span.version,
            href=urls.relative(url, there) if there else "",
        )
