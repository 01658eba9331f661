"""What the facts say, as a summary has it: parties, data, purposes, periods, recipients, rights and terms.

The same in every version that has the same facts, so it is made once for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from inforce.contract import models as c
from inforce.contract.cookies import cookie_categories, cookies
from inforce.contract.stating import Absent, Place
from inforce.model.facts import Facts
from inforce.model.leaf import Listed, Nothing
from inforce.model.records import COURTS, Body, Contact, Exercise, Purpose, Recipient, Retention, Right, Transfer
from inforce.model.terms import Act, AutomatedDecisions, Liability, Term
from inforce.model.values import Address, address_lines, in_language


def stated_facts(facts: Facts, language: str, authoritative: str) -> dict[str, Any]:
    """The members of a summary that say what the facts say: the same in every version that has these."""
    absent = Absent()
    root = Place(language=language, authoritative=authoritative, absent=absent)
    who, terms = facts.organisation, facts.terms
    stated = {
        "controller": _party(who.controller, root, "controller"),
        "representative": _party(who.representative, root, "representative"),
        "dpo": _party(who.dpo, root, "dpo"),
        "authority": _party(who.authority, root, "authority"),
        "contact": _contact(who.contact, root),
        "roles": [
            c.PublishedRole(id=name, label=at.label("label", role.label), description=at.maybe(role.description))
            for name, role, at in _each(who.roles, root, "roles")
        ],
        "data": [
            c.PublishedCategory(
                id=name,
                label=at.label("label", category.label),
                description=at.maybe(category.description),
                role=at.code("role", category.role),
                items=[
                    c.PublishedItem(id=item, label=inner.label("label", leaf))
                    for item, leaf, inner in _each(category.items, at, "items")
                ],
            )
            for name, category, at in _each(facts.data.categories, root, "data")
        ],
        "sources": [
            c.PublishedSource(
                id=name,
                label=at.label("label", source.label),
                description=at.maybe(source.description),
                role=at.code("role", source.role),
            )
            for name, source, at in _each(facts.data.sources, root, "sources")
        ],
        "purposes": [_purpose(*each) for each in _each(facts.purposes.root, root, "purposes")],
        "retention": [
            _period(name, kept, facts, at) for name, kept, at in _each(facts.retention.root, root, "retention")
        ],
        "recipients": [_recipient(*each) for each in _each(facts.recipients.root, root, "recipients")],
        "rights": [_right(name, right, facts, at) for name, right, at in _each(facts.rights.granted(), root, "rights")],
        "answer": _answer(facts.rights.exercise, facts, root.at("answer")),
        "automated_decisions": _decisions(terms.automated_decisions, root),
        "children_age": root.value("children_age", terms.children.age) if terms.children else None,
        "liability": _liability(terms.liability, root.at("liability")),
        "law": c.Described(
            label=root.at("law").label("label", terms.law.label), description=root.maybe(terms.law.description)
        )
        if terms.law
        else None,
        "courts": [
            c.Court(id=name, label=at.label("label", court.label), description=at.maybe(court.description))
            for name, court, at in _each(terms.courts, root, "courts")
        ],
        "settlement": root.as_text("settlement", terms.settlement),
        "acts": [_act(*each) for each in _each(terms.acts, root, "acts")],
        "terms": [_term(*each) for each in _each(terms.other, root, "terms")],
        "cookie_categories": cookie_categories(facts, root),
        "cookies": cookies(facts, root),
    }
    return {**stated, "unknown": absent.unknown, "none": absent.none}


def _each(entries: Mapping[str, Any], place: Place, member: str) -> list[tuple[str, Any, Place]]:
    """Id, entry and place of each entry, in the order of its file."""
    return [(name, entry, place.at(member, position)) for position, (name, entry) in enumerate(entries.items())]


def _party(body: Body | None, root: Place, member: str) -> c.Party | None:
    if body is None:
        return None
    if body.is_nobody:
        root.value(member, body.name)
        return None
    at = root.at(member)
    return c.Party(
        name=at.label("name", body.name),
        number=at.as_text("number", body.number),
        register_name=at.maybe(body.register_name),
        in_person=at.maybe(body.in_person),
        **_ways(body, at),
    )


def _contact(contact: Contact | None, root: Place) -> c.Reach | None:
    if contact is None:
        return None
    if contact.is_nobody:
        root.value("contact", next(iter(contact.ways.values())))
        return None
    return c.Reach(**_ways(contact, root.at("contact")))


def _ways(contact: Contact, at: Place) -> dict[str, Any]:
    return {
        name: _address(at.value(name, leaf), at.language) if name == "address" else at.as_text(name, leaf)
        for name, leaf in contact.ways.items()
    }


def _address(address: Address | None, language: str) -> c.PostalAddress | None:
    if address is None:
        return None
    return c.PostalAddress(
        lines=list(address_lines(address, language)),
        street=in_language(address.street, language) if address.street else None,
        number=address.number,
        postal_code=address.postal_code,
        locality=in_language(address.locality, language) if address.locality else None,
        region=in_language(address.region, language) if address.region else None,
        country=address.country,
    )


def _purpose(name: str, purpose: Purpose, at: Place) -> c.PublishedPurpose:
    providing = purpose.providing
    return c.PublishedPurpose(
        id=name,
        label=at.label("label", purpose.label),
        description=at.maybe(purpose.description),
        part_of=purpose.part_of,
        legal_basis=at.codes("legal_basis", purpose.legal_basis),
        interest=at.label("interest", purpose.interest),
        providing=c.PublishedProviding(
            duty=at.at("providing").code("duty", providing.duty), otherwise=at.maybe(providing.otherwise)
        )
        if providing
        else None,
        data=at.each("data", purpose.data),
        recipients=at.each("recipients", purpose.recipients),
        retention=at.each("retention", purpose.retention),
    )


def _period(name: str, kept: Retention, facts: Facts, at: Place) -> c.Period:
    said = kept
    while said.same_as is not None:
        said = facts.retention.root[said.same_as]
    return c.Period(
        id=name,
        label=at.maybe(kept.label),
        duration=at.as_text("duration", said.keep),
        after=at.maybe(said.after),
        criteria=at.label("criteria", said.criteria),
    )


def _recipient(name: str, recipient: Recipient, at: Place) -> c.PublishedRecipient:
    return c.PublishedRecipient(
        id=name,
        name=at.label("name", recipient.name),
        label=at.label("label", recipient.label),
        description=at.maybe(recipient.description),
        role=at.code("role", recipient.role),
        privacy=at.as_text("privacy", recipient.privacy),
        data=at.each("data", recipient.data),
        country=at.code("country", recipient.country),
        transfers=_transfers(recipient, at),
    )


def _transfers(recipient: Recipient, at: Place) -> list[c.PublishedTransfer]:
    if isinstance(recipient.transfers, Nothing):
        at.absent.none.append(f"{at.pointer}/transfers")
    return [_transfer(*each) for each in _each(recipient.sent_to, at, "transfers")]


def _transfer(name: str, transfer: Transfer, at: Place) -> c.PublishedTransfer:
    return c.PublishedTransfer(
        id=name,
        country=at.code("country", transfer.country),
        safeguard=at.code("safeguard", transfer.safeguard),
        label=at.label("label", transfer.label),
        description=at.maybe(transfer.description),
        website=at.as_text("website", transfer.website),
    )


def _right(name: str, right: Right, facts: Facts, at: Place) -> c.PublishedRight:
    return c.PublishedRight(
        id=name,
        label=at.label("label", right.label),
        description=at.maybe(right.description),
        when=at.maybe(right.when),
        how=at.maybe(right.how),
        contacts=_contacts(facts.rights.used_by(name), facts, at),
        fee=at.label("fee", right.fee),
        website=at.as_text("website", right.website),
    )


def _contacts(by: Listed[str] | None, facts: Facts, at: Place) -> list[str]:
    named = (pointer for path in at.each("contacts", by) for pointer in _places(path, facts))
    return list(dict.fromkeys(named))


def _places(path: str, facts: Facts) -> list[str]:
    """Where what a path means to write to stands in the summary: a court, or ways to reach somebody."""
    if path.startswith(COURTS):
        known = [f"{COURTS}{name}" for name in facts.terms.courts]
        return [f"/courts/{known.index(path)}"] if path in known else []
    return [f"/{party}/{way}" for party, way, _ in facts.organisation.reached_by(path)]


def _answer(exercise: Exercise | None, facts: Facts, at: Place) -> c.Answer | None:
    if exercise is None:
        return None
    return c.Answer(
        how=at.label("how", exercise.how),
        contacts=_contacts(exercise.by, facts, at),
        reply=at.as_text("reply", exercise.reply),
        extended=at.as_text("extended", exercise.extended),
        identification=at.label("identification", exercise.identification),
        fee=at.label("fee", exercise.fee),
    )


def _decisions(decisions: AutomatedDecisions | None, root: Place) -> c.AutomatedDecisions | None:
    if decisions is None:
        return None
    if decisions.label.none:
        root.value("automated_decisions", decisions.label)
        return None
    at = root.at("automated_decisions")
    return c.AutomatedDecisions(
        label=at.label("label", decisions.label),
        logic=at.maybe(decisions.logic),
        consequences=at.maybe(decisions.consequences),
    )


def _liability(liability: Liability | None, at: Place) -> c.PublishedLiability | None:
    if liability is None:
        return None
    return c.PublishedLiability(
        label=at.label("label", liability.label),
        description=at.maybe(liability.description),
        excluded=[
            c.Excluded(id=name, label=inner.label("label", leaf))
            for name, leaf, inner in _each(liability.excluded, at, "excluded")
        ],
    )


def _act(name: str, act: Act, at: Place) -> c.PublishedAct:
    return c.PublishedAct(
        id=name,
        name=at.label("name", act.name),
        label=at.label("label", act.label),
        number=at.as_text("number", act.number),
        date=at.as_text("date", act.date),
        website=at.as_text("website", act.website),
    )


def _term(name: str, term: Term, at: Place) -> c.PublishedTerm:
    share, money = at.value("percentage", term.percentage), at.value("money", term.money)
    return c.PublishedTerm(
        id=name,
        label=at.label("label", term.label),
        name=at.label("name", term.name),
        duration=at.as_text("duration", term.duration),
        date=at.as_text("date", term.date),
        number=at.as_text("number", term.number),
        percentage=_decimal(share.amount) if share else None,
        money=c.PublishedMoney(amount=_decimal(money.amount), currency=money.currency) if money else None,
    )


def _decimal(amount: Decimal) -> str:
    """A number as the contract has it, without the zeros before it that a source may have."""
    return f"{amount.copy_abs():f}" if not amount else f"{amount:f}"
