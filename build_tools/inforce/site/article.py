"""The policy's own words: the one `<article>` of a page, and its contents.

Nothing is parsed, rendered or read before somebody writes the page: a page made before is known by its key alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from inforce.model.config import SectionPlace
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts, Unknown, all_facts
from inforce.model.text import Heading, Section
from inforce.model.text import words as bare_words
from inforce.model.values import Email, Phone, Url, in_language
from inforce.publication import ReadVersion
from inforce.site.frame import SiteContext
from inforce.site.page import Entry
from inforce.site.translator import Translator, direction
from inforce.writer import RenderContext, needs, render_key, render_section
from inforce.writer.addresses import KnownAddresses, canonical, href_of

_DEEPEST = 2
"""The level down to which the contents list what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An edition as a page shows it. `foreign`: in another language than the page's interface.

    `key` is a digest of all that it is made from.
    """

    language: str
    foreign: bool
    key: str
    edition: ReadEdition = field(repr=False)
    context: RenderContext = field(repr=False)
    site_context: SiteContext = field(repr=False)

    def toc(self) -> tuple[Entry, ...]:
        """Sections and their parts, to the second level."""
        made = self.site_context.maker.memo(f"toc-{self.key}", lambda: json.dumps(list(_entries(self.edition))))
        return tuple(
            Entry(id=id, number=number, title=title, level=level) for id, number, title, level in json.loads(made)
        )

    def sections(self) -> Iterator[str]:
        """The HTML of each section."""
        return (self.section(each) for each in self.edition.sections)

    def section(self, section: Section) -> str:
        """The HTML of a section, made once for all pages and builds that show it alike."""
        needed = self.site_context.once(("needs", self.language, section.id, section.source), lambda: needs(section))
        key = f"section-{render_key(section, self.context, needed)}"
        return self.site_context.maker.memo(key, partial(render_section, section, self.context))

    def opens(self) -> bool:
        """Whether it begins with an unnumbered section: its heading greets, and must not rival the title."""
        return bool(self.edition.order) and not self.edition.order[0].numbered


def article(site_context: SiteContext, published: ReadVersion, edition: ReadEdition, words: Translator) -> Article:
    """The article of an edition on a page whose interface has these words."""
    language = edition.edition.language
    notes_language = site_context.words.get(language, words)
    unknown = site_context.once(
        ("unknown", id(published.facts), notes_language.language),
        lambda: unknown_notes(site_context, published.facts, notes_language),
    )
    links = site_context.once(("links", language), lambda: link_addresses(site_context, language))
    addresses = site_context.once(
        ("addresses", id(published.facts), language), lambda: known_addresses(published.facts, links, language)
    )
    parts = (edition_key(site_context, published, edition), sorted(links.items()), sorted(unknown.items()), addresses)
    return Article(
        language=language,
        foreign=language != words.language,
        key=hashlib.sha256(repr(parts).encode()).hexdigest(),
        edition=edition,
        context=RenderContext(
            language=language,
            numbers=edition.numbers,
            links=links,
            lists=edition.lists,
            unknown=unknown,
            addresses=addresses,
            rightward=direction(language) == "rtl",
        ),
        site_context=site_context,
    )


def edition_key(site_context: SiteContext, published: ReadVersion, edition: ReadEdition) -> str:
    """A digest of an edition's source and numbers. The authoritative edition numbers all languages."""
    version = published.version
    leading = published.editions.get(version.authoritative_language, edition)

    def digest() -> str:
        texts = tuple(site_context.once(("text", id(each)), partial(_text, each)) for each in (edition, leading))
        return hashlib.sha256(repr((texts, version.order, version.numbering, version.lists)).encode()).hexdigest()

    return site_context.once(("edition", id(edition)), digest)


def link_addresses(site_context: SiteContext, language: str) -> Mapping[str, str]:
    """The entries of `links.yml`, by id, as they are in a language."""
    return {name: target.in_language(language) for name, target in site_context.published.links.items()}


def known_addresses(facts: Facts, links: Mapping[str, str], language: str) -> KnownAddresses:
    """Where the addresses lead that the facts state and `links.yml` names, for readers of a language."""
    stated = {fact.path: fact.value for fact in all_facts(facts) if isinstance(fact.value, Email | Phone | Url)}
    named = {address.removesuffix("/"): address for address in links.values()}
    every = [each for value in stated.values() for each in (value.each if isinstance(value, Url) else (value,))]
    return KnownAddresses(
        by_fact={
            path: href_of(value.in_language(language) if isinstance(value, Url) else value)
            for path, value in stated.items()
        },
        by_text={**named, **{canonical(value): href_of(value) for value in every}},
    )


def unknown_notes(site_context: SiteContext, facts: Facts, words: Translator) -> Mapping[str, str]:
    """What stands beside the words of each fact that nobody knows, by its path."""
    unknown = site_context.once(
        ("unknown facts", id(facts)),
        lambda: [(fact.path, fact.value.reason) for fact in all_facts(facts) if isinstance(fact.value, Unknown)],
    )
    return {
        path: words.text("not known: {reason}", reason=in_language(reason, words.language)) for path, reason in unknown
    }


def _text(edition: ReadEdition) -> str:
    found = hashlib.sha256(edition.edition.language.encode())
    for name in sorted(edition.edition.sections):
        text = edition.edition.sections[name].encode()
        found.update(f"\0{name}\0{len(text)}\0".encode())
        found.update(text)
    return found.hexdigest()


def _entries(edition: ReadEdition) -> Iterator[tuple[str, str, str, int]]:
    levels = dict(_levels(edition.order, 1))
    for section in edition.sections:
        above = levels.get(section.id, 1)
        yield section.id, edition.numbers.get(section.id, ""), bare_words(section.heading.children), above
        for part in section.leaves:
            if isinstance(part, Heading) and part.id and above + part.level - 1 == _DEEPEST:
                yield part.id, edition.numbers.get(part.id, ""), bare_words(part.children), _DEEPEST


def _levels(places: tuple[SectionPlace, ...], level: int) -> Iterator[tuple[str, int]]:
    for place in places:
        yield place.id, level
        yield from _levels(place.sections, level + 1)
