"""The page of cookies, from the facts in force: grouped by category, lifetimes in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Any, Final

from inforce.model import fact_table
from inforce.model.cookies import COMMON_CATEGORIES, UNSORTED, Cookie, CookieType, Match, Party
from inforce.model.fact_table import Place
from inforce.model.facts import Facts
from inforce.model.leaf import Leaf, Listed, listed, told
from inforce.model.values import country_name
from inforce.publication import Part
from inforce.site import modified, urls
from inforce.site.fact_text import Basis, FactText, OwnWords, Source, basis, named, said, source, words_said
from inforce.site.fact_words import category_words, code_words, heading, legal_basis, lifetime_words
from inforce.site.frame import PageFrame, SiteContext
from inforce.site.page import Page, PageKind
from inforce.site.translator import Translator

IN_COLUMNS: Final = frozenset(
    ("name", "label", "match", "provider", "party", "type", "description", "purposes", "category", "verified")
)
"""What of a cookie has its place in the table; all else that it states is told below its purpose."""
TOLD_WHERE_UNKNOWN: Final = frozenset(("name", "party", "category"))
"""Of these what is told below the purpose all the same where nobody knows it: their place says nothing then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CookieLine:
    """A row. `name` is what the browser shows, '' where unknown; `label` what a reader may call it."""

    id: str
    label: FactText | None
    name: FactText
    match: Match
    kind: FactText
    provider: FactText
    provider_href: str
    """The way to the words of the policy about it, '' where it has none."""
    of_provider: tuple[tuple[str, FactText], ...]
    """What is told of it besides its name, the country that it is in and its own privacy policy: what that is called,
    and what it is."""
    party: Party | None
    lifetime: FactText
    purposes: tuple[FactText, ...]
    consent: bool | None
    verified: date | None
    section: str
    """The title of the part of the policy that speaks of it, '' where none does."""
    href: str
    more: tuple[tuple[str, tuple[FactText, ...]], ...]
    """What has no column of its own: what it is called, what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CookieGroup:
    """The cookies of a category, with what it is called and what the company says of it."""

    category: str
    title: FactText
    description: FactText | None
    exemption: FactText | None
    """Why it needs no consent, though it isn't necessary."""
    lines: tuple[CookieLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CookiesView:
    """What `cookies.html` needs."""

    frame: PageFrame
    basis: Basis | None
    groups: tuple[CookieGroup, ...]
    heads: Mapping[str, str]
    """What the columns are called."""
    exempt: str
    """What an exemption is called."""


def cookies_pages(context: SiteContext) -> Iterator[Page]:
    """The page of cookies in each of the site's languages."""
    for language in context.languages:
        words = context.words[language]
        url = urls.of_site(language, "cookies")
        found = source(context, Part.COOKIES)
        view = CookiesView(
            frame=context.frame(
                language,
                url,
                words.text("Cookies"),
                words.text(
                    "{site}: which cookies and similar techniques there are, who sets them, what they are for, and how"
                    " long they are kept.",
                    site=context.published.site.name,
                ),
                switch={other: urls.of_site(other, "cookies") for other in context.languages},
                policy=found.policy if found else None,
            ),
            basis=basis(context, Part.COOKIES, language, url),
            groups=tuple(_groups(found, words, language, url)) if found else (),
            heads={name: heading(("cookies", "*", name), words) for name in ("name", "provider", "type", "lifetime")},
            exempt=heading(("cookie_categories", "*", "exemption"), words),
        )
        html = context.maker.html("cookies.html", view, words)
        changed = modified.of_in_force(context, found.policy, found.published, language) if found else None
        yield view.frame.page(url, html, changed)


COOKIES = PageKind(
    name="cookies", paths=(urls.of_site("*", "cookies"),), make=cookies_pages, menu=lambda words: words.text("Cookies")
)


def _groups(found: Source, words: Translator, language: str, here: str) -> Iterator[CookieGroup]:
    facts, fallback = found.facts, found.published.version.authoritative_language
    own = OwnWords(found, language, here)

    def rank(item: tuple[str, Cookie]) -> tuple[int, str]:
        category, known = told(item[1].category), COMMON_CATEGORIES
        place = known.index(category) if category in known else len(known) + (category is None)
        return (place, category or UNSORTED)

    for (_, category), entries in groupby(sorted(facts.cookies.items(), key=rank), key=rank):
        stated = facts.cookie_categories.get(category)
        about, exempt = (stated.description, stated.exemption) if stated else (None, None)
        yield CookieGroup(
            category=category,
            title=(said(stated.label, language, fallback) if stated else None)
            or FactText(text=category_words(category, facts, words)),
            description=words_said(about, language, fallback) if about else None,
            exemption=words_said(exempt, language, fallback) if exempt else None,
            lines=tuple(_line(name, entry, facts, words, fallback, own) for name, entry in entries),
        )


def _line(name: str, cookie: Cookie, facts: Facts, words: Translator, fallback: str, own: OwnWords) -> CookieLine:
    language = words.language
    own_name = said(cookie.name, language, fallback) or FactText(text="", unknown=True)
    pointer = f"/cookies/{list(facts.cookies.root).index(name)}"
    described = (words_said(cookie.description, language, fallback),) if cookie.description else ()
    return CookieLine(
        id=name,
        label=said(cookie.label, language, fallback),
        name=_without_reason(own_name),
        match=cookie.match,
        kind=_coded(cookie.type, words, language, fallback),
        provider=_provider(cookie, facts, language, fallback),
        provider_href=_way(cookie, facts, own),
        of_provider=tuple(_of_provider(cookie, facts, words, fallback)),
        party=told(cookie.party),
        lifetime=_lifetime(cookie, words, language, fallback),
        purposes=(
            *described,
            *(named(each, "purposes", facts, language, fallback) for each in listed(cookie.purposes)),
        ),
        consent=facts.cookie_categories.consent_required(told(cookie.category)),
        verified=cookie.verified,
        section=own.title(pointer),
        href=own.way(pointer),
        more=tuple(_more(cookie, facts, words, fallback)),
    )


def _more(cookie: Cookie, facts: Facts, words: Translator, fallback: str) -> Iterator[tuple[str, tuple[FactText, ...]]]:
    for row in fact_table.fields("cookies.*", Place.COOKIES_PAGE):
        name = fact_table.name(row)
        value: Any = getattr(cookie, name)
        unknown = isinstance(value, Leaf) and value.unknown is not None
        if name in IN_COLUMNS and not (unknown and name in TOLD_WHERE_UNKNOWN):
            continue
        if isinstance(value, Leaf) and not (isinstance(value, Listed) and value.value is not None):
            absent = said(value, words.language, fallback)
            yield heading(("cookies", "*", name), words), (_without_reason(absent),) if absent else ()
            continue
        if name == "opt_out" and value:
            yield heading(("cookies", "*", name), words), (words_said(value, words.language, fallback),)
            continue
        each = listed(value) if isinstance(value, Listed) else () if value is None else (value,)
        if not each:
            continue
        yield (
            heading(("cookies", "*", name), words),
            tuple(
                named(one, row.names, facts, words.language, fallback)
                if row.names
                else FactText(text=legal_basis(one, words) if name == "legal_basis" else plain(one, words))
                for one in each
            ),
        )


def plain(value: object, words: Translator) -> str:
    """A value that is no text for people, in words: yes or no, a code, or what it is."""
    if isinstance(value, bool):
        return words.text("yes") if value else words.text("no")
    return code_words(value, words) if isinstance(value, StrEnum) else str(value)


def _provider(cookie: Cookie, facts: Facts, language: str, fallback: str) -> FactText:
    if cookie.provider is None:
        controller = facts.organisation.controller
        return (said(controller.name, language, fallback) if controller else None) or FactText(text="")
    return named(cookie.provider, "recipients", facts, language, fallback)


def _of_provider(cookie: Cookie, facts: Facts, words: Translator, fallback: str) -> Iterator[tuple[str, FactText]]:
    recipient = facts.recipients.get(cookie.provider) if cookie.provider else None
    for name in ("country", "privacy") if recipient else ():
        leaf: Leaf[Any] | None = getattr(recipient, name)
        found = said(leaf, words.language, fallback)
        if leaf is not None and found is not None:
            country = country_name(leaf.value, words.language) if name == "country" and leaf.value else ""
            yield (
                heading(("recipients", "*", name), words),
                FactText(text=country) if country else _without_reason(found),
            )


def _way(cookie: Cookie, facts: Facts, own: OwnWords) -> str:
    known = list(facts.recipients.root)
    return own.way(f"/recipients/{known.index(cookie.provider)}") if cookie.provider in known else ""


def _coded(leaf: Leaf[CookieType] | None, words: Translator, language: str, fallback: str) -> FactText:
    """What a code is called; that it isn't said, or isn't known."""
    if (code := told(leaf)) is not None:
        return FactText(text=code_words(code, words))
    return _without_reason(said(leaf, language, fallback) or FactText(text=words.text("the policy does not say")))


def _lifetime(cookie: Cookie, words: Translator, language: str, fallback: str) -> FactText:
    lifetime = cookie.lifetime
    if lifetime is None:
        return FactText(text=words.text("the policy does not say"))
    if lifetime.duration is not None and lifetime.duration.value is not None:
        return FactText(text=words.duration(lifetime.duration.value.parts))
    if lifetime.kind is not None and lifetime.duration is None:
        return FactText(text=lifetime_words(lifetime.kind, told(cookie.type), words))
    return _without_reason(said(lifetime.duration, language, fallback) or FactText(text="", unknown=True))


def _without_reason(told: FactText) -> FactText:
    """Why nobody knows it is for the company's own list, `inforce status`, and stands in the JSON."""
    return replace(told, text="", language="") if told.unknown else told
