"""What a feed tells: each release and each amendment of a policy is an entry, made from its record alone.

No clock has a part in it, so the same records always give the same feed. An id is made from the digest of the record
that the entry tells of: it stays when the site gets another address, and no other company has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from inforce.contract.summarise import kind_of_change
from inforce.model.config import Kind
from inforce.model.version import AmendmentType
from inforce.publication import PublishedPolicy, PublishedVersion
from inforce.site import urls
from inforce.site.amended import Amended, amended
from inforce.site.changes import earlier
from inforce.site.frame import SiteContext
from inforce.site.history import way_to_changes
from inforce.site.notes import Note, notes
from inforce.site.policy import shown_edition
from inforce.site.translator import Translator

MOST = 100
"""Entries of a feed, the newest; the page of all versions has every one."""
_NAMES = UUID("b7a4c0de-5d0c-5b0a-9a57-0d6f3c1f2e84")
"""The name space (RFC 9562, section 5.5) of all ids; a number of our own that never changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """An entry. Addresses are absolute; `html` is a piece of HTML with absolute links alone."""

    id: str
    title: str
    url: str
    published: datetime
    """When readers could first read what it tells of."""
    updated: datetime
    """When the record was made."""
    html: str
    kind: str
    """`material`, `clarification`, `correction`, `translation`, `postponement` or `withdrawal`; '' for a first version,
    which changes nothing."""
    redline: str
    """The address of the redline, '' for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, its entries newest first; there is at least one. Addresses are absolute."""

    id: str
    title: str
    author: str
    language: str
    home: str
    atom: str
    json: str
    entries: tuple[FeedEntry, ...]

    @property
    def updated(self) -> datetime:
        """When the newest record was made."""
        return max(entry.updated for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """What `feed.html` needs. Ways are absolute addresses, '' for none; instants are local to the version's zone."""

    kind: Kind | None
    """Of a release that follows another."""
    announced: datetime | None
    effective: datetime | None
    notes: tuple[Note, ...]
    before: int | None
    amended: Amended | None
    reasons: str
    """The language that the reason of an amendment is in, '' where it is the feed's own."""
    redline: str


def feeds(context: SiteContext) -> Iterator[Feed]:
    """Every feed of a site: of each policy that has a version, and of all, in each language."""
    for language in context.languages:
        words, all_entries = context.words[language], []
        for policy in context.published.policies:
            entries = [
                entry for each in reversed(policy.versions) for entry in _entries(context, policy, each, language)
            ]
            if not entries:
                continue
            all_entries += entries
            title, _ = context.title(policy, language)
            yield _feed(
                context,
                language,
                urls.feeds(language, policy.id),
                policy=policy,
                title=words.text("{title}: all changes", title=title),
                home=urls.history(language, policy.id),
                entries=entries,
            )
        if all_entries:
            site = context.published.site.name
            yield _feed(
                context,
                language,
                urls.feeds(language),
                policy=None,
                title=words.text("{site}: all changes of policies", site=site),
                home=urls.in_force(language, context.published.policies[0].id),
                entries=all_entries,
            )


def _feed(
    context: SiteContext,
    language: str,
    folder: str,
    *,
    policy: PublishedPolicy | None,
    title: str,
    home: str,
    entries: Iterable[FeedEntry],
) -> Feed:
    """A feed is named by the first release it tells of, which no later one changes."""
    policies = context.published.policies if policy is None else (policy,)
    first = min((_first_release(each) for each in policies if each.versions), key=lambda one: (one[0], one[1]))
    newest = sorted(entries, key=lambda entry: entry.updated, reverse=True)
    return Feed(
        id=_id("site" if policy is None else "policy", first[2], language),
        title=title,
        author=context.published.site.name,
        language=context.words[language].language,
        home=context.absolute(home),
        atom=context.absolute(folder + urls.ATOM),
        json=context.absolute(folder + urls.JSON_FEED),
        entries=tuple(newest[:MOST]),
    )


def _first_release(policy: PublishedPolicy) -> tuple[datetime, str, str]:
    first = min(policy.versions, key=lambda each: each.number).version
    return first.released, policy.id, f"{policy.id} {first.records[0]}"


def _entries(
    context: SiteContext, policy: PublishedPolicy, published: PublishedVersion, language: str
) -> Iterator[FeedEntry]:
    """The release of a version and its amendments, the newest first: so they stay where several have one instant."""
    steps = enumerate(amended(published, context.languages), 1)
    for number, each in reversed([*steps]):
        yield _of_amendment(context, policy, published, each, number, language)
    yield _of_release(context, policy, published, language)


def _of_release(context: SiteContext, policy: PublishedPolicy, published: PublishedVersion, language: str) -> FeedEntry:
    version, words = published.version, context.words[language]
    number, released = version.number, version.released
    zone = ZoneInfo(version.time_zone)
    before = earlier(policy, number)
    redline = context.absolute(urls.changes(language, policy.id, before, number)) if before is not None else ""
    effective = version.first_effective
    view = EntryView(
        kind=version.kind if before is not None else None,
        announced=version.announced.astimezone(zone) if version.announced else None,
        effective=effective.astimezone(zone),
        notes=notes(context, published, language),
        before=before,
        amended=None,
        reasons="",
        redline=redline,
    )
    public = [released, version.announced, effective if version.as_published else None]
    return FeedEntry(
        id=_id("entry", f"{policy.id} {number} 0 {version.records[0]}", language),
        title=words.text("{title}, version {number}", title=_title(published, language), number=number),
        url=context.absolute(urls.version(language, policy.id, number)),
        published=min(at for at in public if at is not None),
        updated=released,
        html=_html(context, view, words),
        kind=kind_of_change(version) or "",
        redline=redline,
    )


def _of_amendment(
    context: SiteContext, policy: PublishedPolicy, published: PublishedVersion, each: Amended, step: int, language: str
) -> FeedEntry:
    version, words = published.version, context.words[language]
    way, _ = way_to_changes(context, policy, published, each, language, urls.ROOT)
    redline = context.absolute(way) if way else ""
    view = EntryView(
        kind=None,
        announced=None,
        effective=None,
        notes=(),
        before=None,
        amended=each,
        reasons="" if version.authoritative_language == language else version.authoritative_language,
        redline=redline,
    )
    languages = words.languages(each.languages)
    event = {
        AmendmentType.TRANSLATION: words.text("Translation added: {languages}", languages=languages),
        AmendmentType.CORRECTION: words.text("Text corrected: {languages}", languages=languages)
        if languages
        else words.text("Corrected"),
        AmendmentType.POSTPONEMENT: words.text("Postponed"),
        AmendmentType.WITHDRAWAL: words.text("Withdrawal recorded"),
    }[each.type]
    title, number = _title(published, language), version.number
    return FeedEntry(
        id=_id("entry", f"{policy.id} {number} {step} {version.records[step]}", language),
        title=words.text("{title}, version {number}: {event}", title=title, number=number, event=event),
        url=context.absolute(urls.version(language, policy.id, number)),
        published=each.recorded,
        updated=each.recorded,
        html=_html(context, view, words),
        kind=each.type.value,
        redline=redline,
    )


def _title(published: PublishedVersion, language: str) -> str:
    return shown_edition(published, language).edition.title


def _id(what: str, name: str, language: str) -> str:
    """A URN by RFC 9562: the same name always gives the same one."""
    return uuid5(_NAMES, f"{what} {name} {language}").urn


def _html(context: SiteContext, view: EntryView, words: Translator) -> str:
    return re.sub(r"\n\s*", "\n", context.maker.html("feed.html", view, words)).strip()
