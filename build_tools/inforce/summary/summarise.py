"""The summary of one edition: its facts, dates and sections as the JSON contract has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from inforce.model.cookies import Cookie
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts, unknown_facts
from inforce.model.leaf import Leaf, Words
from inforce.model.records import Body, Contact, Exercise, Recipient, Retention
from inforce.model.text import words
from inforce.model.values import Address, Duration, address_lines, in_language
from inforce.publication import PublishedVersion
from inforce.summary import contract as c


def summarise(published: PublishedVersion, language: str, stated: Mapping[str, Any] | None = None) -> c.Summary:
    """The summary of a released version in one language. `stated` is what `stated_facts` gives of its facts, where it
    is known. Raises KeyError for a language it does not have."""
    version, edition = published.version, published.editions[language]
    if version.number is None or version.effective_from is None:
        raise ValueError("a draft has no summary")
    say = _Labels(language, version.authoritative_language)
    if stated is None:
        stated = stated_facts(published.facts, language, version.authoritative_language)
    url = f"{language}/{version.policy}/v{version.number}/"
    return c.Summary(
        policy=version.policy,
        version=version.number,
        revision=edition.edition.revision,
        language=language,
        language_status=edition.edition.status.value,
        reviewed=edition.edition.reviewed,
        authoritative_language=version.authoritative_language,
        title=edition.edition.title,
        url=url,
        effective_from=version.effective_from.isoformat(timespec="seconds"),
        announced=version.announced.isoformat(timespec="seconds") if version.announced else None,
        text_digest=edition.wording,
        consent_epoch=version.consent_epoch,
        change=c.Change(kind=version.kind.value, notes=[say(note.text) for note in version.changes]),
        sections=_sections(edition, url),
        **stated,
    )


def stated_facts(facts: Facts, language: str, authoritative: str) -> dict[str, Any]:
    """The members of a summary that say what the facts say: the same in every version that has these."""
    say = _Labels(language, authoritative)
    organisation = facts.organisation
    return {
        "controller": _party(organisation.controller, say),
        "representative": _party(organisation.representative, say),
        "dpo": _party(organisation.dpo, say),
        "authority": _party(organisation.authority, say),
        "contact": _reach(organisation.contact, say) if organisation.contact else None,
        "data": [
            c.PublishedCategory(
                id=name,
                label=say.leaf(category.label),
                role=category.role.value,
                items=[say.leaf(item) for item in category.items.values()],
            )
            for name, category in facts.data.categories.items()
        ],
        "purposes": [
            c.PublishedPurpose(
                id=name,
                label=say.leaf(purpose.label),
                description=say.maybe(purpose.description),
                legal_basis=purpose.legal_basis.value,
                data=list(purpose.data),
                recipients=list(purpose.recipients),
                retention=list(purpose.retention),
            )
            for name, purpose in facts.purposes.items()
        ],
        "retention": [_period(name, kept, facts, say) for name, kept in facts.retention.items()],
        "recipients": [_recipient(name, recipient, say) for name, recipient in facts.recipients.items()],
        "rights": [
            c.PublishedRight(
                id=name,
                label=say.leaf(right.label),
                description=say.maybe(right.description),
                how=say.maybe(right.how),
            )
            for name, right in facts.rights.granted().items()
        ],
        "answer": _answer(facts.rights.exercise, say),
        "children_age": facts.terms.children.age.value if facts.terms.children else None,
        "cookies": [_cookie(name, cookie, facts, say) for name, cookie in facts.cookies.items()],
        "unknown": [c.UnknownFact(path=fact.path, reason=say(fact.reason)) for fact in unknown_facts(facts)],
    }


class _Labels:
    """Words in the file's language; the nearest other one, marked, where they are missing."""

    def __init__(self, language: str, authoritative: str) -> None:
        self.language = language
        self.fallbacks = (language, language.split("-")[0], authoritative)

    def __call__(self, words: Words | Mapping[str, str]) -> c.Label:
        if isinstance(words, str):
            return c.Label(text=words)
        found = next((name for name in self.fallbacks if name in words), next(iter(words)))
        same = found.split("-")[0] == self.language.split("-")[0]
        return c.Label(text=words[found], lang=None if same else found)

    def maybe(self, words: Words | Mapping[str, str] | None) -> c.Label | None:
        return self(words) if words else None

    def leaf(self, leaf: Leaf[Words]) -> c.Label:
        return self(leaf.value if leaf.value is not None else leaf.unknown or "")

    def known(self, leaf: Leaf[Words] | None) -> c.Label | None:
        return self(leaf.value) if leaf is not None and leaf.value is not None else None


def _text(leaf: Leaf[Any] | None) -> str | None:
    """A value as text, as JSON has it; None where there is none or it is unknown."""
    return str(leaf.value) if leaf is not None and leaf.value is not None else None


def _address(address: Address | None, language: str) -> c.PostalAddress | None:
    if address is None:
        return None
    return c.PostalAddress(
        lines=list(address_lines(address, language)),
        street=in_language(address.street, language),
        number=address.number,
        postal_code=address.postal_code,
        locality=in_language(address.locality, language),
        region=in_language(address.region, language) if address.region else None,
        country=address.country,
    )


def _reach(contact: Contact, say: _Labels) -> c.Reach:
    return c.Reach(
        address=_address(contact.address.value if contact.address else None, say.language),
        email=_text(contact.email),
        phone=_text(contact.phone),
        fax=_text(contact.fax),
        website=_text(contact.website),
    )


def _party(body: Body | None, say: _Labels) -> c.Party | None:
    if body is None or body.name.none:
        return None
    reach = _reach(body, say)
    return c.Party(
        **dict(reach),
        name=say.known(body.name),
        number=_text(body.number),
        register_name=say.maybe(body.register_name),
    )


def _period(name: str, kept: Retention, facts: Facts, say: _Labels) -> c.Period:
    said = kept
    while said.same_as is not None:
        said = facts.retention.root[said.same_as]
    return c.Period(
        id=name,
        label=say.maybe(kept.label),
        duration=_text(said.keep),
        after=say.maybe(said.after),
        criteria=say.known(said.criteria),
    )


def _recipient(name: str, recipient: Recipient, say: _Labels) -> c.PublishedRecipient:
    called: Leaf[Words] | None = recipient.name or recipient.label
    return c.PublishedRecipient(
        id=name,
        label=say.leaf(called) if called else c.Label(text=name),
        description=say.maybe(recipient.description),
        role=recipient.role.value if recipient.role else None,
        data=list(recipient.data),
        country=recipient.country,
        transfers=[
            c.PublishedTransfer(
                country=transfer.country,
                safeguard=transfer.safeguard.value,
                description=say.maybe(transfer.description),
            )
            for transfer in recipient.transfers.values()
        ],
    )


def _answer(exercise: Exercise | None, say: _Labels) -> c.Answer | None:
    if exercise is None:
        return None
    return c.Answer(
        reply=_text(exercise.reply),
        extended=_text(exercise.extended),
        identification=say.known(exercise.identification),
        fee=say.known(exercise.fee),
    )


def _cookie(name: str, cookie: Cookie, facts: Facts, say: _Labels) -> c.PublishedCookie:
    duration: Duration | None = cookie.lifetime.duration.value if cookie.lifetime.duration else None
    unknown = cookie.lifetime.duration is None or cookie.lifetime.duration.unknown is not None
    provider = facts.recipients.get(cookie.provider) if cookie.provider else None
    called: Leaf[Words] | None = (provider.name or provider.label) if provider else None
    verified: date | None = cookie.verified
    called_in_browser = say.known(cookie.name)
    return c.PublishedCookie(
        id=name,
        name=called_in_browser.text if called_in_browser else None,
        label=say.known(cookie.label),
        match=cookie.match.value,
        type=cookie.type.value,
        category=cookie.category,
        category_label=say.maybe(cookie.category_label),
        provider=say.known(called),
        party=cookie.party.value,
        domains=list(cookie.domains),
        lifetime=c.PublishedLifetime(
            kind=cookie.lifetime.kind.value if cookie.lifetime.kind else "unknown" if unknown else "none",
            duration=str(duration) if duration else None,
            max_age_s=duration.nominal_seconds if duration else None,
        ),
        consent_required=cookie.consent_required,
        legal_basis=cookie.legal_basis.value if cookie.legal_basis else None,
        purposes=list(cookie.purposes),
        third_party_access=cookie.third_party_access,
        description=say.maybe(cookie.description),
        verified=verified.isoformat() if verified else None,
    )


def _sections(edition: ReadEdition, url: str) -> list[c.PublishedSection]:
    sections: Iterable[c.PublishedSection] = (
        c.PublishedSection(
            id=section.id,
            number=edition.numbers.get(section.id, "").rstrip("."),
            title=" ".join(words(section.heading.children).split()),
            url=f"{url}#{section.id}",
        )
        for section in edition.sections
    )
    return list(sections)
