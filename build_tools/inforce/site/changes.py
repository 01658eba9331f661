"""The redline from one version to another, with the change notes of all that lies between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from inforce.model.languages import localised
from inforce.model.version import ReleasedVersion
from inforce.publication import PublishedPolicy, PublishedVersion, ReadVersion
from inforce.site import urls
from inforce.site.comparison import Comparison, comparison
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.notes import Note, notes
from inforce.site.page import Page, PageKind
from inforce.site.version_status import VersionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two versions compared. `number` is None for a draft."""

    number: int | None
    href: str
    standings: tuple[VersionStatus, ...]
    """Where it stands, now and at every later instant that is known already."""
    following: Mapping[int, str]
    """The ways to the versions that follow it, by their numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionNotes:
    """The change notes of one version. `number` is None for a draft."""

    number: int | None
    href: str
    effective: datetime | None
    """Local to the version's zone."""
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What `changes.html` needs."""

    frame: PageFrame
    title: str
    title_language: str
    old: Side
    new: Side
    history: str
    compare_in_force: str
    """Of a draft: the way to its comparison with the version in force, where it is compared with another here."""
    compare_until: datetime | None
    """When that version is in force no more, if it is known: then the way is no longer offered."""
    comparison: Comparison | None
    """None where the two versions have no language in common."""
    missing: bool
    """Not both versions are there in the page's language, so another is compared."""
    language: str
    notes: tuple[VersionNotes, ...]
    """Of every version after the old one, up to the new one, that has notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """In a stretch of time the way to the redline with the version then in force.

    `start` and `end` bound the stretch (None: from the beginning, for good), local to the site's zone; `now` marks the
    one that holds as the page is made.
    """

    start: datetime | None
    end: datetime | None
    now: bool
    new: int | None
    """None where no version is in force then, or an earlier one again."""
    href: str
    """The way to the redline; to all versions where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereView:
    """What `elsewhere.html` needs: the browser goes on by itself to the way of the stretch that it is in."""

    frame: PageFrame
    heading: str
    old: int
    ways: tuple[Way, ...]
    """The first one holds as the page is made, and leads to a redline."""


def earlier(policy: PublishedPolicy, number: int) -> int | None:
    """The version that one is compared with: the last before it, passing over those that were withdrawn by the time it
    takes effect, unless there is no other."""
    before = [each for each in _numbers(policy) if each < number]
    return _last_that_stands(policy, before, policy.timeline.term(number).effective_from)


def before_draft(policy: PublishedPolicy, at: datetime) -> int | None:
    """The version that the draft is compared with: the last that isn't withdrawn at an instant, if there is one."""
    return _last_that_stands(policy, [*_numbers(policy)], at)


def _last_that_stands(policy: PublishedPolicy, numbers: Sequence[int], at: datetime) -> int | None:
    standing = [each for each in numbers if not _withdrawn(policy, each, at)]
    return max(standing or numbers, default=None)


def later(policy: PublishedPolicy, number: int, at: datetime) -> int | None:
    """The next version after one, passing over those that are withdrawn by an instant, or never take effect."""
    return min(
        (
            each
            for each in _numbers(policy)
            if each > number
            and not _withdrawn(policy, each, at)
            and not _withdrawn(policy, each, policy.timeline.term(each).effective_from)
        ),
        default=None,
    )


def pairs(policy: PublishedPolicy, at: datetime) -> tuple[tuple[PublishedVersion, ReadVersion], ...]:
    """What is compared as of an instant: each version with its neighbours, each earlier one with that in force and with
    each that is known to be in force later, the last and that in force with the draft. By number, each pair once."""
    numbers = sorted(_numbers(policy))
    found = [*pairwise(numbers)]
    for number in numbers:
        before, after = earlier(policy, number), later(policy, number, at)
        found += [(before, number)] if before is not None else []
        found += [(number, after)] if after is not None else []
    to_come = [span.version for span in policy.timeline.spans_from(at) if span.version is not None]
    found += [(each, new) for new in to_come for each in numbers if each < new]
    current = policy.timeline.in_force_at(at)
    compared: list[tuple[PublishedVersion, ReadVersion]] = [
        (policy.version(old), policy.version(new)) for old, new in dict.fromkeys(found)
    ]
    if draft := policy.draft:
        drawn = (numbers[-1] if numbers else None, current.version if current else None, before_draft(policy, at))
        known = dict.fromkeys(each for each in drawn if each is not None)
        compared += ((policy.version(each), draft) for each in known)
    return tuple(compared)


def _numbers(policy: PublishedPolicy) -> Iterator[int]:
    return (each.number for each in policy.versions)


def _withdrawn(policy: PublishedPolicy, number: int, at: datetime) -> bool:
    withdrawn = policy.timeline.term(number).withdrawn
    return withdrawn is not None and withdrawn <= at


def change_pages(context: SiteContext, policy: PublishedPolicy) -> Iterator[Page]:
    """Every redline of a policy in each of the site's languages, and the ways to those with the version in force."""
    at = context.published.as_of
    term = policy.timeline.in_force_at(at)
    in_force = term.version if term else None
    for old, new in pairs(policy, at):
        for language in context.languages:
            yield _page(context, policy, old, new, language, in_force)
            if in_force is not None and new.number == in_force:
                yield _way_there(context, policy, old.number, in_force, language)


CHANGES = PageKind(name="changes", paths=("*/*/changes/*-*/", "*/*/changes/*/"), make=change_pages)


def compared_language(old: ReadVersion, new: ReadVersion, language: str) -> str | None:
    """The language in which two versions are compared for a reader: theirs, an authoritative one, else any common."""
    common = {each: True for each in sorted(new.editions) if each in old.editions}
    found = localised(common, language, new.version.authoritative_language, old.version.authoritative_language)
    return found.language if found else None


def _page(
    context: SiteContext,
    policy: PublishedPolicy,
    old: PublishedVersion,
    new: ReadVersion,
    language: str,
    in_force: int | None,
) -> Page:
    words = context.words[language]
    old_number, new_number = old.number, new.number
    url = urls.changes(language, policy.id, old_number, new_number)
    spoken = compared_language(old, new, language)
    title = (
        words.text("Changes from version {old} to the draft", old=old_number)
        if new_number is None
        else words.text("Changes from version {old} to version {new}", old=old_number, new=new_number)
    )
    name, name_language = context.title(policy, language)
    headed = words.text("{title}: {changes}", title=name, changes=title)
    view = ChangesView(
        frame=context.frame(
            language,
            url,
            headed,
            words.text(
                "{site}: {title}. What was changed, word by word.", site=context.published.site.name, title=headed
            ),
            switch={other: urls.changes(other, policy.id, old_number, new_number) for other in context.languages},
            noindex=True,
            policy=policy,
        ),
        title=name,
        title_language="" if name_language == words.language else name_language,
        old=_side(context, old, policy, language, url),
        new=_side(context, new, policy, language, url),
        history=urls.relative(url, urls.history(language, policy.id)),
        compare_in_force=(
            urls.relative(url, urls.changes(language, policy.id, in_force, None))
            if new_number is None and in_force is not None and in_force != old_number
            else ""
        ),
        compare_until=policy.timeline.next_change_after(context.published.as_of),
        comparison=comparison(context, old, new, spoken, words) if spoken else None,
        missing=spoken != language,
        language=spoken or language,
        notes=tuple(_notes_between(context, policy, old_number, new, language, url)),
    )
    html = context.maker.html("changes.html", view, words)
    return view.frame.page(url, html)


def _way_there(context: SiteContext, policy: PublishedPolicy, old: int, in_force: int, language: str) -> Page:
    """At an address that stays, the way to the redline with the version in force."""
    words = context.words[language]
    url = urls.changes_since(language, policy.id, old)
    there = urls.changes(language, policy.id, old, in_force)
    title = words.text("Changes from version {old} to the version in force", old=old)
    name, _ = context.title(policy, language)
    headed = words.text("{title}: {changes}", title=name, changes=title)
    view = ElsewhereView(
        frame=context.frame(
            language,
            url,
            headed,
            words.text(
                "{site}: {title}. What was changed, word by word.",
                site=context.published.site.name,
                title=headed,
            ),
            switch={other: urls.changes_since(other, policy.id, old) for other in context.languages},
            canonical=there,
            noindex=True,
            policy=policy,
        ),
        heading=title,
        old=old,
        ways=tuple(_ways(context, policy, old, language, url)),
    )
    html = context.maker.html("elsewhere.html", view, words)
    return view.frame.page(url, html)


def _ways(context: SiteContext, policy: PublishedPolicy, old: int, language: str, url: str) -> Iterator[Way]:
    zone = ZoneInfo(context.published.site.time_zone)
    for span in policy.timeline.spans_from(context.published.as_of):
        new = span.version if span.version is not None and span.version > old else None
        there = urls.history(language, policy.id) if new is None else urls.changes(language, policy.id, old, new)
        yield Way(
            start=span.start.astimezone(zone) if span.start else None,
            end=span.end.astimezone(zone) if span.end else None,
            now=span.start is None,
            new=new,
            href=urls.relative(url, there),
        )


def _notes_between(
    context: SiteContext, policy: PublishedPolicy, old: int, new: ReadVersion, language: str, url: str
) -> Iterator[VersionNotes]:
    """The change notes of every version after `old`, up to `new`: a version that came between changed words too."""
    versions = sorted(policy.versions, key=lambda each: each.number)
    last = new.number or versions[-1].number
    between: list[ReadVersion] = [each for each in versions if old < each.number <= last]
    for published in between if new.number else [*between, new]:
        version = published.version
        if found := notes(context, published, language, url):
            effective = version.effective_from if isinstance(version, ReleasedVersion) else None
            yield VersionNotes(
                number=published.number,
                href=urls.relative(url, urls.version(language, policy.id, published.number)),
                effective=effective.astimezone(ZoneInfo(version.time_zone)) if effective else None,
                notes=found,
            )


def _side(context: SiteContext, published: ReadVersion, policy: PublishedPolicy, language: str, url: str) -> Side:
    states = context.standings(policy, published)
    following = {each.next_version for each in states if each.next_version is not None}
    return Side(
        number=published.number,
        href=urls.relative(url, urls.version(language, policy.id, published.number)),
        standings=states,
        following={each: urls.relative(url, urls.version(language, policy.id, each)) for each in sorted(following)},
    )
