"""The page of cookies, from the facts in force: grouped by category, lifetimes in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from inforce.model.cookies import COMMON_CATEGORIES, Cookie, CookieType, LifetimeKind, Match, Party
from inforce.model.facts import Facts
from inforce.pages import urls
from inforce.pages.page import Page
from inforce.pages.shell import Scene, Shell
from inforce.pages.stated import Basis, Said, basis, said, source, words_said
from inforce.pages.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CookieLine:
    """A row. `name` is what the browser shows, '' where unknown; `label` what a reader may call it."""

    id: str
    label: Said | None
    name: Said
    match: Match
    type: CookieType
    provider: Said
    party: Party
    lifetime: Said
    purposes: tuple[Said, ...]
    consent: bool
    verified: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CookieGroup:
    """The cookies of a category, with what the company itself calls it and says of it."""

    category: str
    own: Said | None
    description: Said | None
    lines: tuple[CookieLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CookiesView:
    """What `cookies.html` needs."""

    shell: Shell
    basis: Basis | None
    groups: tuple[CookieGroup, ...]


def cookies_pages(scene: Scene) -> Iterator[Page]:
    """The page of cookies in each of the site's languages."""
    for language in scene.languages:
        words = scene.words[language]
        url = urls.cookies(language)
        found = source(scene)
        fallback = found.published.version.authoritative_language if found else language
        view = CookiesView(
            shell=scene.shell(
                language,
                url,
                words.text("Cookies"),
                switch={other: urls.cookies(other) for other in scene.languages},
                policy=found.policy if found else None,
            ),
            basis=basis(scene, language, url),
            groups=tuple(_groups(found.facts, words, language, fallback)) if found else (),
        )
        html = scene.maker.html("cookies.html", view, words)
        yield Page(url=url, language=words.language, title=view.shell.title, html=html, listed=view.shell.listed)


def _groups(facts: Facts, words: Words, language: str, fallback: str) -> Iterator[CookieGroup]:
    def rank(item: tuple[str, Cookie]) -> tuple[int, str]:
        category = item[1].category
        known = COMMON_CATEGORIES
        return (known.index(category) if category in known else len(known), category)

    for category, entries in groupby(sorted(facts.cookies.items(), key=rank), key=lambda item: item[1].category):
        stated = facts.cookie_categories.get(category)
        about = stated.description if stated else None
        yield CookieGroup(
            category=category,
            own=said(stated.label, language, fallback) if stated else None,
            description=words_said(about, language, fallback) if about else None,
            lines=tuple(_line(name, entry, facts, words, language, fallback) for name, entry in entries),
        )


def _line(name: str, cookie: Cookie, facts: Facts, words: Words, language: str, fallback: str) -> CookieLine:
    own_name = said(cookie.name, language, fallback)
    assert own_name is not None
    if cookie.description:
        purposes: tuple[Said, ...] = (words_said(cookie.description, language, fallback),)
    else:
        found = (facts.purposes.get(purpose) for purpose in cookie.purposes)
        labels = (said(purpose.label, language, fallback) for purpose in found if purpose)
        purposes = tuple(label for label in labels if label)
    return CookieLine(
        id=name,
        label=said(cookie.label, language, fallback),
        name=own_name,
        match=cookie.match,
        type=cookie.type,
        provider=_provider(cookie, facts, language, fallback),
        party=cookie.party,
        lifetime=_lifetime(cookie, words, language, fallback),
        purposes=purposes,
        consent=facts.cookie_categories.consent_required(cookie.category),
        verified=cookie.verified,
    )


def _provider(cookie: Cookie, facts: Facts, language: str, fallback: str) -> Said:
    found = facts.recipients.get(cookie.provider) if cookie.provider else facts.organisation.controller
    if found is None:
        return Said(text=cookie.provider or "")
    leaf = found.name if found.name is not None else getattr(found, "label", None)
    return said(leaf, language, fallback) or Said(text=cookie.provider or "")


def _lifetime(cookie: Cookie, words: Words, language: str, fallback: str) -> Said:
    lifetime = cookie.lifetime
    if lifetime.kind is LifetimeKind.SESSION:
        return Said(text=words.text("until you close the browser"))
    if lifetime.kind is LifetimeKind.UNTIL_DELETED:
        return Said(text=words.text("until you delete it"))
    if lifetime.duration is not None and lifetime.duration.value is not None:
        return Said(text=words.duration(lifetime.duration.value.parts))
    return said(lifetime.duration, language, fallback) or Said(text="", unknown=True)
