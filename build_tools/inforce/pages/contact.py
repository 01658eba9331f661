"""The page of contacts, from the facts in force: who is responsible, how to reach them, how to use one's rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inforce.model.facts import Facts, Unknown, fact_at
from inforce.model.leaf import Leaf, Nothing
from inforce.model.records import Body, Right
from inforce.pages import urls
from inforce.pages.page import Page
from inforce.pages.shell import Scene, Shell
from inforce.pages.stated import Basis, Said, basis, said, source, words_said


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
    """A right and how to use it. `ways` are the addresses to write to."""

    id: str
    label: Said
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
        words = scene.words[language]
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
                words.text("Contact"),
                switch={other: urls.contact(other) for other in scene.languages},
                policy=found.policy if found else None,
            ),
            basis=basis(scene, language, url),
            cards=tuple(_cards(facts, language, fallback)),
            rights=tuple(
                _right(name, right, facts, language, fallback) for name, right in facts.rights.granted().items()
            ),
            reply=words.duration(reply.parts) if reply else "",
            extended=words.duration(extended.parts) if extended else "",
        )
        html = scene.maker.html("contact.html", view, words)
        yield Page(url=url, language=words.language, title=view.shell.title, html=html, listed=view.shell.listed)


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


def _right(name: str, right: Right, facts: Facts, language: str, fallback: str) -> RightLine:
    return RightLine(
        id=name,
        label=said(right.label, language, fallback) or Said(text=name),
        description=words_said(right.description, language, fallback) if right.description else None,
        how=words_said(right.how, language, fallback) if right.how else None,
        ways=tuple((path.split(".")[-1], way) for path in right.by if (way := _way(facts, path, language, fallback))),
    )


def _way(facts: Facts, path: str, language: str, fallback: str) -> Said | None:
    fact = fact_at(facts, path)
    if fact is None:
        return None
    if isinstance(fact.value, Unknown):
        return said(Leaf(unknown=fact.value.reason), language, fallback)
    if isinstance(fact.value, Nothing):
        return said(Leaf(none=True), language, fallback)
    return said(Leaf(value=fact.value), language, fallback)
