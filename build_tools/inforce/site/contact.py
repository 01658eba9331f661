"""The page of contacts, from the facts in force: who is responsible, how to reach them, how to use one's rights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from inforce.model import fact_table
from inforce.model.fact_table import Place
from inforce.model.facts import Facts
from inforce.model.leaf import Leaf, Listed, listed
from inforce.model.records import COURTS, Entity, Exercise, Organisation
from inforce.model.values import Duration
from inforce.publication import Part
from inforce.site import modified, urls
from inforce.site.fact_text import Basis, FactText, OwnWords, Source, basis, said, source, words_said
from inforce.site.fact_words import heading
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.page import Page, PageKind
from inforce.site.translator import Translator
from inforce.site.ways import WaysThatWork, first_rights, ways_that_work


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Someone one can reach. `role` is controller, representative, dpo, contact or authority. `name`: none only where
    there is nobody."""

    role: str
    heading: str
    name: FactText | None
    lines: tuple[tuple[str, FactText], ...] = ()
    """What is said below the name: (what it is called, what it says)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightLine:
    """A right and how to use it. `ways` are the addresses to write to, those that are known first. `href` leads to the
    words of the policy about it."""

    id: str
    label: FactText
    section: str
    """The number and the title of the part of the policy that speaks of it; '' where none does."""
    href: str
    about: tuple[FactText, ...]
    """What it is, when one has it, how to use it."""
    fee: tuple[str, FactText] | None
    """What it is called what it costs, and what that is, where that isn't said of every right."""
    ways: tuple[tuple[str, FactText], ...]
    """(what it is called, such as "E-mail", and what it says)."""
    courts: tuple[tuple[str, FactText, str], ...]
    """("Court", its name, and the way to the words of the policy about it, '' where it has none)."""
    absent: tuple[tuple[str, FactText], ...]
    """What those ways are called that the policy names beside these and that nobody knows, or that there is none of."""
    in_general: str
    """The sentence before ways that the policy doesn't name for this right; '' where they are its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """What holds for every right: what it is called, what it says, and the way to the policy's words about it."""

    label: str
    said: FactText
    section: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """What `contact.html` needs."""

    frame: PageFrame
    basis: Basis | None
    cards: tuple[Card, ...]
    rights: tuple[RightLine, ...]
    reply: str
    extended: str
    reply_href: str
    """The way to the words of the policy about it, '' where it has none."""
    terms: tuple[TermLine, ...]
    """What else holds for every right."""


def contact_pages(context: SiteContext) -> Iterator[Page]:
    """The page of contacts in each of the site's languages."""
    found = source(context, Part.CONTACT)
    for language in context.languages:
        interface = context.words[language]
        url = urls.of_site(language, "contact")
        facts = found.facts if found else Facts()
        fallback = found.published.version.authoritative_language if found else language
        exercise = facts.rights.exercise
        reply = exercise.reply.value if exercise and exercise.reply else None
        extended = exercise.extended.value if exercise and exercise.extended else None
        view = ContactView(
            frame=context.frame(
                language,
                url,
                interface.text("Contact"),
                interface.text(
                    "{site}: who is responsible for your data, how to reach them, and how to use your rights.",
                    site=context.published.site.name,
                ),
                switch={other: urls.of_site(other, "contact") for other in context.languages},
                policy=found.policy if found else None,
            ),
            basis=basis(context, Part.CONTACT, language, url),
            cards=tuple(_cards(facts, interface, language, fallback)),
            rights=tuple(_rights(found, interface, language, url)) if found else (),
            reply=interface.duration(reply.parts) if reply else "",
            extended=interface.duration(extended.parts) if extended else "",
            reply_href=OwnWords(found, language, url).way("/answer/reply") if found else "",
            terms=tuple(_terms(found, exercise, interface, url)) if found else (),
        )
        html = context.maker.html("contact.html", view, interface)
        changed = modified.of_in_force(context, found.policy, found.published, language) if found else None
        yield view.frame.page(url, html, changed)


CONTACT = PageKind(
    name="contact", paths=(urls.of_site("*", "contact"),), make=contact_pages, menu=lambda words: words.text("Contact")
)


def _cards(facts: Facts, words: Translator, language: str, fallback: str) -> Iterator[Card]:
    told: set[str] = set()
    for role, body in facts.organisation.parties.items():
        head = heading(("organisation", role), words)
        if body.is_nobody:
            yield Card(role=role, heading=head, name=FactText(text="", none=True))
            continue
        yield _card(("organisation", role), body, words, fallback, told, anchor=role)
    for file in fact_table.cards(Place.CONTACT_PAGE):
        for name, entry in getattr(facts, file).items():
            yield _card((file, name), entry, words, fallback, told, anchor=f"{file}-{name}")


def _card(
    path: tuple[str, str], entry: Entity, words: Translator, fallback: str, told: set[str], *, anchor: str
) -> Card:
    """What there is to say of an entry: below its name all else that the table shows here."""
    leaf = getattr(entry, "name", None) or getattr(entry, "label", None)
    name = said(leaf, words.language, fallback) if isinstance(leaf, Leaf) and not leaf.none else None
    lines = []
    for row in fact_table.fields(f"{path[0]}.*", Place.CONTACT_PAGE):
        field = fact_table.name(row)
        value = getattr(entry, field, None)
        line = (
            said(value, words.language, fallback)
            if isinstance(value, Leaf)
            else _texts(value, words.language, fallback)
        )
        if line is not None and (value is not leaf or line.unknown):
            lines.append((heading((*path, field), words), _once(line, told)))
    return Card(
        role=anchor, heading=heading(path, words), name=None if name and name.unknown else name, lines=tuple(lines)
    )


def _once(line: FactText, told: set[str]) -> FactText:
    """The reason why something isn't known is given the first time only."""
    if not line.unknown or line.text not in told:
        told.update([line.text] if line.unknown else [])
        return line
    return replace(line, text="")


def _texts(texts: Mapping[str, str] | None, language: str, fallback: str) -> FactText | None:
    return words_said(texts, language, fallback) if texts else None


def _terms(found: Source, exercise: Exercise | None, words: Translator, here: str) -> Iterator[TermLine]:
    """What the sentence about the time to answer doesn't say."""
    language, fallback = words.language, found.published.version.authoritative_language
    own = OwnWords(found, language, here)
    in_the_sentence = ("reply", "extended") if exercise and exercise.reply and exercise.reply.value else ()
    for row in fact_table.fields("rights.exercise", Place.CONTACT_PAGE):
        name = fact_table.name(row)
        leaf: Leaf[Any] | None = getattr(exercise, name, None)
        if isinstance(leaf, Listed) and leaf.value is not None:
            yield from _reached(leaf, found, words, own)
            continue
        told = said(leaf, language, fallback)
        if leaf is None or told is None or (name in in_the_sentence and leaf.value):
            continue
        if isinstance(leaf.value, Duration):
            told = FactText(text=words.duration(leaf.value.parts))
        yield TermLine(
            label=heading(tuple(row.path.split(".")), words),
            said=told,
            section=own.title(f"/answer/{name}"),
            href=own.way(f"/answer/{name}"),
        )


def _reached(by: Listed[str], found: Source, words: Translator, own: OwnWords) -> Iterator[TermLine]:
    """Where to write, whatever the right: the ways that are known."""
    who, fallback = found.facts.organisation, found.published.version.authoritative_language
    works = _works("", by, who, has_other=True)
    lines = [
        (works.called(party, way, words), said(who.parties[party].ways[way], words.language, fallback))
        for party, way in works.ways
    ]
    lines += [(label, court) for label, court, _ in _courts(by, found.facts, own, words, fallback)]
    lines += [(works.called(party, way, words), FactText(text="", unknown=True)) for party, way in works.unknown]
    for label, told in lines:
        if told is not None:
            yield TermLine(label=label, said=told, section="", href="")


def _rights(found: Source, words: Translator, language: str, here: str) -> Iterator[RightLine]:
    """What most people come for first: to have data deleted, and to complain; then the others."""
    facts, fallback = found.facts, found.published.version.authoritative_language
    own = OwnWords(found, language, here)
    granted = facts.rights.granted()
    for name in first_rights(granted):
        right, pointer = granted[name], f"/rights/{list(granted).index(name)}"
        website, fee = said(right.website, language, fallback), said(right.fee, language, fallback)
        works = ways_to_use(name, facts)
        yield RightLine(
            id=name,
            label=said(right.label, language, fallback) or FactText(text=name),
            section=own.title(pointer),
            href=own.way(pointer) or own.page,
            about=tuple(
                words_said(each, language, fallback) for each in (right.description, right.when, right.how) if each
            ),
            fee=(heading(("rights", name, "fee"), words), fee) if fee else None,
            ways=tuple(_ways(name, website, works, facts.organisation, words, language, fallback)),
            courts=tuple(_courts(facts.rights.used_by(name), facts, own, words, fallback)),
            absent=tuple(_absent(name, website, works, facts, words)),
            in_general=works.sentence(words),
        )


def ways_to_use(name: str, facts: Facts) -> WaysThatWork:
    """The ways to use a right, by its facts."""
    by, website = facts.rights.used_by(name), facts.rights.granted()[name].website
    courts = any(path.removeprefix(COURTS) in facts.terms.courts for path in listed(by) if path.startswith(COURTS))
    has_page = website is not None and website.value is not None
    return _works(name, by, facts.organisation, has_other=courts or has_page)


def _works(name: str, by: Listed[str] | None, who: Organisation, *, has_other: bool) -> WaysThatWork:
    asked = [(party, way) for path in listed(by) for party, way, _ in who.reached_by(path)]
    stated = {party: reach.ways.items() for party, reach in who.parties.items()}
    known = {party: [way for way, leaf in ways if leaf.value is not None] for party, ways in stated.items()}
    hidden = {party: [way for way, leaf in ways if leaf.unknown is not None] for party, ways in stated.items()}
    unknown = by is not None and by.unknown is not None
    has_other = has_other or (by is not None and by.none)
    return ways_that_work(name, asked, known, hidden=hidden, has_other=has_other, unknown=unknown)


def _ways(
    name: str,
    website: FactText | None,
    works: WaysThatWork,
    who: Organisation,
    words: Translator,
    language: str,
    fallback: str,
) -> Iterator[tuple[str, FactText]]:
    """The ways that work."""
    if website is not None and website.href:
        yield heading(("rights", name, "website"), words), website
    for party, way in works.ways:
        told = said(who.parties[party].ways[way], language, fallback)
        if told is not None:
            yield works.called(party, way, words), told


def _absent(
    name: str, website: FactText | None, works: WaysThatWork, facts: Facts, words: Translator
) -> Iterator[tuple[str, FactText]]:
    """The ways that nobody knows, and what there is none of. Why nobody does stands on the card of whose it is."""
    if website is not None and not website.href:
        yield heading(("rights", name, "website"), words), replace(website, text="")
    by = facts.rights.used_by(name)
    if by is not None and by.none:
        yield heading(("rights", name, "by"), words), FactText(text="", none=True)
    for party, way in works.unknown:
        yield works.called(party, way, words), FactText(text="", unknown=True)


def _courts(
    by: Listed[str] | None, facts: Facts, own: OwnWords, words: Translator, fallback: str
) -> Iterator[tuple[str, FactText, str]]:
    """The courts that a right can be used before, with the way to the words of the policy about each."""
    known = list(facts.terms.courts)
    for name in (path.removeprefix(COURTS) for path in listed(by) if path.startswith(COURTS)):
        told = said(facts.terms.courts[name].label, words.language, fallback) if name in known else None
        if told is not None:
            yield heading(("terms", "courts", name), words), told, own.way(f"/courts/{known.index(name)}")
