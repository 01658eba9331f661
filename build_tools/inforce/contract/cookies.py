"""The cookies of a summary, and their categories: what the facts say, made ready for a consent banner."""

from __future__ import annotations

import re

from inforce.contract import models as c
from inforce.contract.stating import Place
from inforce.model.cookies import COMMON_CATEGORIES, Cookie, CookieCategory, Lifetime, Match
from inforce.model.facts import Facts
from inforce.model.leaf import told


def cookie_categories(facts: Facts, root: Place) -> list[c.PublishedCookieCategory]:
    """The categories that cookies have."""
    return [
        _category(name, facts, root.at("cookie_categories", position))
        for position, name in enumerate(categories_told(facts))
    ]


def categories_told(facts: Facts) -> tuple[str, ...]:
    """The ids of the categories that cookies have: the common ones in their order, then the company's own."""
    used = {category for cookie in facts.cookies.root.values() if (category := told(cookie.category))}
    return (*(name for name in COMMON_CATEGORIES if name in used), *sorted(used - {*COMMON_CATEGORIES}))


def cookies(facts: Facts, root: Place) -> list[c.PublishedCookie]:
    """The cookies, in the order of their file."""
    return [
        _cookie(name, cookie, facts, root.at("cookies", position))
        for position, (name, cookie) in enumerate(facts.cookies.items())
    ]


def name_pattern(name: str, match: Match) -> str:
    """A regular expression (ECMAScript, Python, RE2) that matches, as a whole, the names meant."""
    if match is Match.GLOB:
        wild = {"*": ".*", "?": "."}
        return "^" + "".join(wild.get(sign) or _escaped(sign) for sign in name) + "$"
    before = ".*" if match is Match.SUFFIX else ""
    after = ".*" if match is Match.PREFIX else ""
    return f"^{before}{_escaped(name)}{after}$"


def _escaped(text: str) -> str:
    # Only signs that ECMAScript lets one escape under its "u" and "v" flags; re.escape goes further.
    return re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", text)


def _category(name: str, facts: Facts, at: Place) -> c.PublishedCookieCategory:
    stated = facts.cookie_categories.get(name)
    return c.PublishedCookieCategory(
        id=name,
        label=at.label("label", stated.label) if stated else None,
        description=at.maybe(stated.description) if stated else None,
        consent_required=_consent(stated, name, facts, at),
        exemption=at.maybe(stated.exemption) if stated else None,
    )


def _consent(stated: CookieCategory | None, name: str, facts: Facts, at: Place) -> bool | None:
    if stated is not None:
        at.value("consent_required", stated.consent_required)  # which notes why nobody knows it
    return facts.cookie_categories.consent_required(name)


def _cookie(id_: str, cookie: Cookie, facts: Facts, at: Place) -> c.PublishedCookie:
    name = at.label("name", cookie.name)
    return c.PublishedCookie(
        id=id_,
        name=name.text if name else None,
        label=at.label("label", cookie.label),
        match=cookie.match.value if name else None,
        pattern=name_pattern(name.text, cookie.match) if name else None,
        type=at.code("type", cookie.type),
        category=at.code("category", cookie.category),
        provider=_provider(cookie, facts, at),
        recipient=cookie.provider,
        party=at.code("party", cookie.party),
        medium=cookie.medium.value if cookie.medium else None,
        domains=at.each("domains", cookie.domains),
        host_only=cookie.host_only,
        path=cookie.path,
        http_only=cookie.http_only,
        lifetime=_lifetime(cookie.lifetime, at),
        consent_required=facts.cookie_categories.consent_required(told(cookie.category)),
        legal_basis=at.codes("legal_basis", cookie.legal_basis),
        purposes=at.each("purposes", cookie.purposes),
        data=at.each("data", cookie.data),
        third_party_access=cookie.third_party_access,
        description=at.maybe(cookie.description),
        opt_out=at.maybe(cookie.opt_out),
        policy=at.as_text("policy", cookie.policy),
        verified=cookie.verified.isoformat() if cookie.verified else None,
    )


def _provider(cookie: Cookie, facts: Facts, at: Place) -> c.Label | None:
    """Who sets it: a recipient by its name or kind, else the company itself."""
    if cookie.provider is None:
        controller = facts.organisation.controller
        return at.label("provider", controller.name) if controller else None
    recipient = facts.recipients.get(cookie.provider)
    return at.label("provider", recipient.name or recipient.label) if recipient else None


def _lifetime(lifetime: Lifetime | None, at: Place) -> c.PublishedLifetime | None:
    if lifetime is None:
        return None
    if lifetime.kind is None:
        at.value("lifetime", lifetime.duration)
        return None
    duration = at.at("lifetime").value("duration", lifetime.duration)
    return c.PublishedLifetime(
        kind=lifetime.kind.value,
        duration=str(duration) if duration else None,
        max_age_s=duration.nominal_seconds if duration else None,
    )
