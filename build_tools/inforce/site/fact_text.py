"""Facts as pages state them: in the reader's language, marked where in another, honest where unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any
from zoneinfo import ZoneInfo

from inforce.contract.stated_in import stated_in
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.languages import localised, serves
from inforce.model.leaf import Leaf
from inforce.model.text import Clause, Heading, words
from inforce.model.values import Address, Email, Phone, Url, address_line, address_lines
from inforce.publication import Part, PublishedPolicy, PublishedVersion
from inforce.site import urls
from inforce.site.frame import SiteContext
from inforce.site.translator import Foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class FactText:
    """Words of a fact. `language`: '' where it is the page's own, or the words belong to none (a name).

    `unknown`: nobody here knows the fact, and `text` is the reason. `none`: there is none. `href`: where
    the fact leads.
    """

    text: str
    language: str = ""
    unknown: bool = False
    none: bool = False
    href: str = ""
    lines: tuple[str, ...] = ()
    """Of an address: its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The version whose facts a page states."""

    policy: PublishedPolicy
    published: PublishedVersion

    @property
    def facts(self) -> Facts:
        """The facts of that version."""
        return self.published.facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """A later stretch of time, in which the facts of another version hold. Instants are local to the site's zone.

    `title` is that of its policy, None where it is the page's own; `number` is None where no version is in force then.
    """

    start: datetime
    end: datetime | None
    since: datetime
    """When the version of the page was superseded or withdrawn; where another policy took over, when that did."""
    title: str | Foreign | None
    number: int | None
    href: str
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The version that a page's facts are from, and what is known to follow it.

    `until` is when its facts hold no more; `next_number` the version of the same policy that takes effect then.
    """

    title: str | Foreign
    number: int
    href: str
    until: datetime | None
    next_number: int | None
    next_href: str
    later: tuple[Overtaken, ...]
    """Every stretch of time from `until` on: a page that nobody rebuilt says that it is behind, and what holds then."""


def source(context: SiteContext, part: Part) -> Source | None:
    """The facts in force for a part of the site, whatever their policy."""
    governing = context.published.governing(part)
    if governing is None:
        return None
    policy, number = governing
    return Source(policy=policy, published=policy.version(number))


def basis(context: SiteContext, part: Part, language: str, url: str) -> Basis | None:
    """Where a page's facts are from, or None where nothing is in force."""
    found = source(context, part)
    if found is None:
        return None
    policy, number = found.policy, found.published.version.number
    later = tuple(_overtaken(context, part, policy, number, language, url))
    following = later[0] if later and later[0].title is None else None
    return Basis(
        title=_policy_title(context, policy, language),
        number=number,
        href=urls.relative(url, urls.version(language, policy.id, number)),
        until=later[0].start if later else None,
        next_number=following.number if following else None,
        next_href=following.href if following else "",
        later=later,
    )


def _overtaken(
    context: SiteContext, part: Part, policy: PublishedPolicy, number: int, language: str, url: str
) -> Iterator[Overtaken]:
    site = context.published
    zone = ZoneInfo(site.site.time_zone)
    starts = {span.start for each in site.policies for span in each.timeline.spans_from(site.as_of) if span.start}
    known = [((policy.id, number), site.as_of)]
    for at in sorted(starts):
        found = site.governing(part, at)
        key = (found[0].id, found[1]) if found else ("", 0)
        if key != known[-1][0]:
            known.append((key, at))
    ends = [at for _, at in known[2:]]
    for (_, start), end in zip_longest(known[1:], ends):
        governing = site.governing(part, start)
        other, version = governing or (policy, None)
        there = urls.history(language, other.id) if version is None else urls.version(language, other.id, version)
        ended = policy.timeline.effective_until(number) if other.id == policy.id else None
        yield Overtaken(
            start=start.astimezone(zone),
            end=end.astimezone(zone) if end else None,
            since=(ended or known[1][1]).astimezone(zone),
            title=None if other.id == policy.id else _policy_title(context, other, language),
            number=version,
            href=urls.relative(url, there),
        )


def _policy_title(context: SiteContext, policy: PublishedPolicy, language: str) -> str | Foreign:
    title, spoken = context.title(policy, language)
    return title if spoken == language else Foreign(text=title, language=spoken)


class OwnWords:
    """Where the policy itself speaks of a fact, and the way there from a page."""

    def __init__(self, found: Source, language: str, here: str) -> None:
        version, editions = found.published.version, found.published.editions
        shown = localised(editions, language, version.authoritative_language)
        assert shown is not None  # a version has an edition
        self._edition = shown.content
        self._places = stated_in(self._edition)
        self.page = urls.relative(here, urls.version(self._edition.edition.language, version.policy, version.number))

    def way(self, pointer: str) -> str:
        """The link to the words about what stands at a place of the summary, '' where the text has none."""
        section = self._places.get(pointer)
        return f"{self.page}#{section}" if section else ""

    def title(self, pointer: str) -> str:
        """The number and the title of the section that they stand in, or of the part of one."""
        section = self._places.get(pointer)
        return _title(self._edition, section) if section else ""


def _title(edition: ReadEdition, name: str) -> str:
    """The number and the title of a section, or of a part of one."""
    titles = {
        block.id: words(block.children[: block.label] if isinstance(block, Clause) else block.children)
        for section in edition.sections
        for block in section.leaves
        if isinstance(block, Heading | Clause) and block.id
    }
    sections = {section.id: words(section.heading.children) for section in edition.sections}
    number, title = edition.numbers.get(name, "").rstrip("."), bare_title({**sections, **titles}[name])
    return " ".join(part for part in (number, title) if part)


def bare_title(title: str) -> str:
    """The title of a section, or of a part of one, as a sentence names it: without the full stop or the colon that ends
    the bold words with which a clause begins."""
    line = " ".join(title.split())
    return line.rstrip(" .:。：") or line


def words_said(texts: str | Mapping[str, str], language: str, fallback: str) -> FactText:
    """Words that may differ by language. `fallback` is the language that stands in (the authoritative one)."""
    if isinstance(texts, str):
        return FactText(text=texts)
    found = localised(texts, language, fallback)
    if found is None:
        return FactText(text="")
    return FactText(text=found.content, language="" if serves(found.language, language) else found.language)


def named(id: str, file: str, facts: Facts, language: str, fallback: str) -> FactText:
    """What another fact is called, by its id in its file; of data also one item: `contact.email`."""
    category, _, item = id.partition(".")
    if file == "data":
        found = facts.data.categories.get(category)
        leaf = found.items.get(item) if found and item else found.label if found else None
    else:
        entry = getattr(facts, file).get(id)
        leaf = getattr(entry, "name", None) or getattr(entry, "label", None)
    return said(leaf, language, fallback) or FactText(text=id)


def said(leaf: Leaf[Any] | None, language: str, fallback: str) -> FactText | None:
    """A leaf as a page states it, or None where there is no such fact."""
    if leaf is None:
        return None
    if leaf.none:
        return FactText(text="", none=True)
    if leaf.unknown is not None:
        reason = words_said(leaf.unknown, language, fallback)
        return FactText(text=reason.text, language=reason.language, unknown=True)
    match leaf.value:
        case Url() as page:
            page = page.in_language(language)
            return FactText(text=page.shown, href=page.href)
        case Email() | Phone() as way:
            return FactText(text=way.shown, href=way.href)
        case Address() as address:
            return FactText(text=address_line(address, language), lines=address_lines(address, language))
        case str() | Mapping() as texts:
            return words_said(texts, language, fallback)
        case value:
            return FactText(text=str(value))
