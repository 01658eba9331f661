"""The page of contacts, from the facts in force: who is responsible, how to reach them, how to use one's rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.records import Body
from inforce.model.text import Clause, Heading, words
from inforce.pages import urls
from inforce.pages.page import Page
from inforce.pages.shell import Scene, Shell
from inforce.pages.stated import Basis, Said, Source, basis, said, source, words_said
from inforce.summary.stated_in import stated_in

FIRST = ("erasure", "complaint")
"""The rights that stand first, under what people would call them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Someone one can reach. `role` is controller, representative, dpo, contact or authority. `name`: none only where
    there is nobody."""

    role: str
    name: Said | None
    number: Said | None = None
    register: Said | None = None
    address: Said | None = None
    email: Said | None = None
    phone: Said | None = None
    fax: Said | None = None
    website: Said | None = None

    @property
    def stated(self) -> bool:
        """Whether there is anything to say below the name."""
        below = (self.number, self.register, self.address, self.email, self.phone, self.fax, self.website)
        return any(below) or bool(self.name and self.name.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class RightLine:
    """A right and how to use it. `ways` are the addresses to write to, those that are known first. `href` leads to the
    words of the policy about it."""

    id: str
    label: Said
    section: str
    """The number and the title of the part of the policy that speaks of it; '' where none does."""
    href: str
    description: Said | None
    how: Said | None
    ways: tuple[tuple[str, Said], ...]
    """(field of the fact, such as email, and what it says)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """What `contact.html` needs."""

    shell: Shell
    basis: Basis | None
    cards: tuple[Card, ...]
    rights: tuple[RightLine, ...]
    reply: str
    extended: str


def contact_pages(scene: Scene) -> Iterator[Page]:
    """The page of contacts in each of the site's languages."""
    found = source(scene)
    for language in scene.languages:
        interface = scene.words[language]
        url = urls.contact(language)
        facts = found.facts if found else Facts()
        fallback = found.published.version.authoritative_language if found else language
        exercise = facts.rights.exercise
        reply = exercise.reply.value if exercise and exercise.reply else None
        extended = exercise.extended.value if exercise and exercise.extended else None
        view = ContactView(
            shell=scene.shell(
                language,
                url,
                interface.text("Contact"),
                switch={other: urls.contact(other) for other in scene.languages},
                policy=found.policy if found else None,
            ),
            basis=basis(scene, language, url),
            cards=tuple(_cards(facts, language, fallback)),
            rights=tuple(_rights(found, language, url)) if found else (),
            reply=interface.duration(reply.parts) if reply else "",
            extended=interface.duration(extended.parts) if extended else "",
        )
        html = scene.maker.html("contact.html", view, interface)
        yield Page(url=url, language=interface.language, title=view.shell.title, html=html, listed=view.shell.listed)


def _cards(facts: Facts, language: str, fallback: str) -> Iterator[Card]:
    for role, body in facts.organisation.parties.items():
        named = body if isinstance(body, Body) else None
        if body.is_nobody:
            yield Card(role=role, name=Said(text="", none=True))
            continue
        yield Card(
            role=role,
            name=said(named.name, language, fallback) if named and not named.name.none else None,
            number=said(named.number, language, fallback) if named else None,
            register=words_said(named.register_name, language, fallback) if named and named.register_name else None,
            address=said(body.address, language, fallback),
            email=said(body.email, language, fallback),
            phone=said(body.phone, language, fallback),
            fax=said(body.fax, language, fallback),
            website=said(body.website, language, fallback),
        )


def _rights(found: Source, language: str, here: str) -> Iterator[RightLine]:
    """What most people come for first: to have data deleted, and to complain; then the others."""
    facts, version = found.facts, found.published.version
    fallback = version.authoritative_language
    editions = found.published.editions
    edition = editions.get(language) or editions.get(fallback) or next(iter(editions.values()))
    places = stated_in(edition)
    page = urls.relative(here, urls.version(edition.edition.language, version.policy, version.number))
    granted = facts.rights.granted()
    for name in sorted(granted, key=lambda name: name not in FIRST):
        right = granted[name]
        section = places.get(f"/rights/{list(granted).index(name)}")
        title = _title(edition, section) if section else ""
        ways = [way for path in right.by for way in _ways(path, facts, language, fallback)]
        yield RightLine(
            id=name,
            label=said(right.label, language, fallback) or Said(text=name),
            section=title,
            href=f"{page}#{section}" if section else page,
            description=words_said(right.description, language, fallback) if right.description else None,
            how=words_said(right.how, language, fallback) if right.how else None,
            ways=tuple(sorted(ways, key=lambda way: way[1].unknown)),
        )


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


def _ways(path: str, facts: Facts, language: str, fallback: str) -> Iterator[tuple[str, Said]]:
    for _, way, leaf in facts.organisation.reached_by(path):
        told = said(leaf, language, fallback)
        if told is not None:
            yield way, told
