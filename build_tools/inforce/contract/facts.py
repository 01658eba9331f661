"""What the facts say, as a summary has it: parties, data, purposes, periods, recipients, rights and terms.

The same in every version that has the same facts, so it is made once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from inforce.contract import models as c
from inforce.contract.cookies import cookie_categories, cookies
from inforce.contract.published import SOURCE
from inforce.contract.stating import Absent, Place
from inforce.model.fact_table import PARTIES
from inforce.model.facts import Facts
from inforce.model.leaf import Listed, Nothing
from inforce.model.records import COURTS, Body, Contact, Entries, Exercise, Recipient, Retention, Right
from inforce.model.terms import AutomatedDecisions, Term
from inforce.model.values import Address, address_lines, in_language


@cache
def sources() -> Mapping[str, tuple[str, ...]]:
    """The members of a summary that say what facts say, each with the path of those facts, which is its `source`."""
    said = {name: field.json_schema_extra for name, field in c.Summary.model_fields.items()}
    paths = {name: str(extra.get(SOURCE, "")) for name, extra in said.items() if isinstance(extra, dict)}
    keys = {name: tuple(path.removesuffix(".*").split(".")) for name, path in paths.items()}
    return {name: path for name, path in keys.items() if path[0] in Facts.model_fields}


def facts_at(facts: Facts, path: tuple[str, ...]) -> Any:
    """What stands at a path of facts; entries as a mapping from their ids."""
    node: Any = facts
    for key in path:
        node = getattr(node, key, None)
    return node.root if isinstance(node, Entries) else node


def stated_facts(facts: Facts, language: str, authoritative: str) -> dict[str, Any]:
    """The members of a summary that say what the facts say: the same in every version that has these. A member is made
    of its source as both are typed, unless it is among those that need more."""
    absent = Absent()
    root = Place(language=language, authoritative=authoritative, absent=absent)
    who, terms = facts.organisation, facts.terms
    own: Mapping[str, Callable[[], Any]] = {
        **{role: lambda role=role: _party(getattr(who, role), root, role) for role in PARTIES},  # type: ignore[misc]
        "contact": lambda: _contact(who.contact, root),
        "retention": lambda: [_period(*each, facts) for each in _each(facts.retention.root, root, "retention")],
        "recipients": lambda: [_recipient(*each) for each in _each(facts.recipients.root, root, "recipients")],
        "rights": lambda: [_right(*each, facts) for each in _each(facts.rights.granted(), root, "rights")],
        "answer": lambda: _answer(facts.rights.exercise, facts, root.at("answer")),
        "automated_decisions": lambda: _decisions(terms.automated_decisions, root),
        "children_age": lambda: root.value("children_age", terms.children.age) if terms.children else None,
        "terms": lambda: [_term(*each) for each in _each(terms.other, root, "terms")],
        "cookie_categories": lambda: cookie_categories(facts, root),
        "cookies": lambda: cookies(facts, root),
    }
    stated = {name: own[name]() if name in own else _member(name, facts, root) for name in sources()}
    return {**stated, "unknown": absent.unknown, "none": absent.none}


def _member(name: str, facts: Facts, root: Place) -> Any:
    return root.member(name, facts_at(facts, sources()[name]), c.Summary.model_fields[name].annotation)


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


def _period(name: str, kept: Retention, at: Place, facts: Facts) -> c.Period:
    said = kept
    while said.same_as is not None:
        said = facts.retention.root[said.same_as]
    return at.entry(
        c.Period,
        said,
        id=lambda: name,
        label=lambda: at.maybe(kept.label),
        duration=lambda: at.as_text("duration", said.keep),
    )


def _recipient(name: str, recipient: Recipient, at: Place) -> c.PublishedRecipient:
    return at.entry(c.PublishedRecipient, recipient, id=lambda: name, transfers=lambda: _transfers(recipient, at))


def _transfers(recipient: Recipient, at: Place) -> list[c.PublishedTransfer]:
    if isinstance(recipient.transfers, Nothing):
        at.absent.none.append(f"{at.pointer}/transfers")
    return at.entries(c.PublishedTransfer, recipient.sent_to, "transfers")


def _right(name: str, right: Right, at: Place, facts: Facts) -> c.PublishedRight:
    contacts = facts.rights.used_by(name)
    return at.entry(c.PublishedRight, right, id=lambda: name, contacts=lambda: _contacts(contacts, facts, at))


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
    return at.entry(c.Answer, exercise, contacts=lambda: _contacts(exercise.by, facts, at))


def _decisions(decisions: AutomatedDecisions | None, root: Place) -> c.AutomatedDecisions | None:
    if decisions is not None and decisions.label.none:
        root.value("automated_decisions", decisions.label)
        return None
    made: c.AutomatedDecisions | None = root.member("automated_decisions", decisions, c.AutomatedDecisions | None)
    return made


def _term(name: str, term: Term, at: Place) -> c.PublishedTerm:
    share, money = at.value("percentage", term.percentage), at.value("money", term.money)
    return at.entry(
        c.PublishedTerm,
        term,
        id=lambda: name,
        percentage=lambda: _decimal(share.amount) if share else None,
        money=lambda: c.PublishedMoney(amount=_decimal(money.amount), currency=money.currency) if money else None,
    )


def _decimal(amount: Decimal) -> str:
    """A number as the contract has it, without the zeros before it that a source may have."""
    return f"{amount.copy_abs():f}" if not amount else f"{amount:f}"
