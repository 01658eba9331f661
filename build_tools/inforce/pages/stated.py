"""Facts as pages state them: in the reader's language, marked where in another, honest where unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import phonenumbers

from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.leaf import Leaf
from inforce.model.text import Clause, Heading, words
from inforce.model.values import Address, Email, Phone, Url, address_line, address_lines
from inforce.pages import urls
from inforce.pages.shell import Scene
from inforce.pages.words import Foreign
from inforce.publication import PublishedPolicy, PublishedVersion
from inforce.summary.stated_in import stated_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
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
class Basis:
    """The version that a page's facts are from, and the one that follows it, if that is known."""

    title: str | Foreign
    number: int
    href: str
    until: datetime | None
    next_number: int | None
    next_href: str


def source(scene: Scene) -> Source | None:
    """The facts in force: those of the version that came into force last, whatever its policy."""
    if scene.published.governing is None:
        return None
    policy, number = scene.published.governing
    return Source(policy=policy, published=policy.version(number))


def basis(scene: Scene, language: str, url: str) -> Basis | None:
    """Where a page's facts are from, or None where nothing is in force."""
    found = source(scene)
    if found is None:
        return None
    policy = found.policy
    now = scene.standings(policy, found.published)[0]
    number, following = found.published.version.number, now.next_version

    def way(version: int | None) -> str:
        return urls.relative(url, urls.version(language, policy.id, version))

    assert number is not None
    title, spoken = scene.title(policy, language)
    return Basis(
        title=title if spoken == language else Foreign(text=title, language=spoken),
        number=number,
        href=way(number),
        until=now.next_date,
        next_number=following,
        next_href=way(following) if following is not None else "",
    )


class OwnWords:
    """Where the policy itself speaks of a fact, and the way there from a page."""

    def __init__(self, found: Source, language: str, here: str) -> None:
        version, editions = found.published.version, found.published.editions
        prevailing = editions.get(version.authoritative_language) or next(iter(editions.values()))
        self._edition = editions.get(language) or prevailing
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
        for block in section.blocks
        if isinstance(block, Heading | Clause) and block.id
    }
    sections = {section.id: words(section.heading.children) for section in edition.sections}
    return " ".join(part for part in (edition.numbers.get(name, ""), *{**sections, **titles}[name].split()) if part)


def words_said(texts: str | Mapping[str, str], language: str, fallback: str) -> Said:
    """Words that may differ by language. `fallback` is the language that stands in (the authoritative one)."""
    if isinstance(texts, str):
        return Said(text=texts)
    for candidate in (language, language.split("-")[0], fallback, *texts):
        if candidate in texts:
            own = candidate in (language, language.split("-")[0])
            return Said(text=texts[candidate], language="" if own else candidate)
    return Said(text="")


def named(id: str, file: str, facts: Facts, language: str, fallback: str) -> Said:
    """What another fact is called, by its id in its file; of data also one item: `contact.email`."""
    category, _, item = id.partition(".")
    if file == "data":
        found = facts.data.categories.get(category)
        leaf = found.items.get(item) if found and item else found.label if found else None
    else:
        entry = getattr(facts, file).get(id)
        leaf = getattr(entry, "name", None) or getattr(entry, "label", None)
    return said(leaf, language, fallback) or Said(text=id)


def said(leaf: Leaf[Any] | None, language: str, fallback: str) -> Said | None:
    """A leaf as a page states it, or None where there is no such fact."""
    if leaf is None:
        return None
    if leaf.none:
        return Said(text="", none=True)
    if leaf.unknown is not None:
        reason = words_said(leaf.unknown, language, fallback)
        return Said(text=reason.text, language=reason.language, unknown=True)
    match leaf.value:
        case Email(address=address):
            return Said(text=address, href=f"mailto:{address}")
        case Phone(number=number):
            parsed = phonenumbers.parse(number)
            shown = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
            return Said(text=shown, href=f"tel:{number}")
        case Url(address=address):
            return Said(text=address.removeprefix("https://").removesuffix("/"), href=address)
        case Address() as address:
            return Said(text=address_line(address, language), lines=address_lines(address, language))
        case str() | Mapping() as texts:
            return words_said(texts, language, fallback)
        case value:
            return Said(text=str(value))
