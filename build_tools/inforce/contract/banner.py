"""What the configurations of consent banners have in common: services, and the cookies that a script can clear.

A service is what one party sets in one category. Its id, `analytics.hubspot` or, of the company's own, `analytics`, is
made of ids that never change their meaning, so pages can name it. What has the wrong type, is kept by another site or
is hidden from scripts (RFC 6265, HttpOnly) can't be cleared and isn't listed. What is used elsewhere than on the
website, such as a pixel in e-mails, isn't there: no choice of a visitor of the website changes it. Where nothing says
whether a category needs consent, a banner asks: that is the safe reading, and nothing that the policy says, so each
category is told with what the policy does say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from inforce.contract.cookies_html import categories, cookies_in
from inforce.contract.models import Label, PublishedCookie, PublishedCookieCategory, Summary
from inforce.model.cookies import Medium
from inforce.site.translator import Translator

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerEdition:
    """An edition that a banner speaks from: its newest summary, that one's SRI, the address of the version's page."""

    summary: Summary
    words: Translator
    page: str
    integrity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """What a banner is made from: every edition of a version, the prevailing one first, and the site's `sequence`."""

    editions: Sequence[BannerEdition]
    sequence: int

    @property
    def prevailing(self) -> Summary:
        """The summary that says which categories, services and cookies there are."""
        return self.editions[0].summary

    @property
    def asks(self) -> bool:
        """Whether anything needs consent."""
        return any(asks(category) for category in told_categories(self.prevailing))


def told_categories(summary: Summary) -> list[PublishedCookieCategory]:
    """The categories of what is on the website."""
    return [category for category in categories(summary) if any(told_in(category, summary))]


def told_in(category: PublishedCookieCategory, summary: Summary) -> Iterator[PublishedCookie]:
    """What of a category is on the website, or may be."""
    return (cookie for cookie in cookies_in(category, summary) if cookie.medium in (None, Medium.WEBSITE))


def consent_key(summary: Summary) -> str:
    """What a choice answers: the policy and its epoch. Each policy counts its own, so neither says enough alone."""
    return f"{summary.policy}-{summary.consent_epoch}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What one party sets in a category."""

    id: str
    provider: Label | None
    cookies: tuple[PublishedCookie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearable:
    """Cookies that a script of the page can remove: a regular expression of whole names, a path ("" for "/") and a
    domain ("" for the page's own)."""

    pattern: str
    path: str
    domain: str


def asks(category: PublishedCookieCategory) -> bool:
    """Whether a banner asks about a category."""
    return category.consent_required is not False


def services(summary: Summary, category: PublishedCookieCategory) -> tuple[Service, ...]:
    """The services of a category, in the order of its cookies."""
    found: dict[str, list[PublishedCookie]] = {}
    for cookie in told_in(category, summary):
        name = f"{category.id}.{cookie.recipient}" if cookie.recipient else category.id
        found.setdefault(name, []).append(cookie)
    return tuple(Service(id=name, provider=listed[0].provider, cookies=tuple(listed)) for name, listed in found.items())


def clearable(cookies: Iterable[PublishedCookie]) -> Iterator[Clearable]:
    """Each cookie at the page's own domain, and at each that it is said to be set for."""
    for cookie in cookies:
        if cookie.type != "cookie" or cookie.pattern is None or cookie.party == "third" or cookie.http_only:
            continue
        for domain in ("", *([] if cookie.host_only else cookie.domains)):
            yield Clearable(pattern=cookie.pattern, path=cookie.path or "", domain=domain.lstrip("."))


def made_from(banner: Banner) -> Json:
    """What a configuration says of itself, under `inforce`: what to store with a consent."""
    return {
        "policy": banner.prevailing.policy,
        "version": banner.prevailing.version,
        "consent_epoch": banner.prevailing.consent_epoch,
        "sequence": banner.sequence,
        "editions": {
            each.summary.language: {"revision": each.summary.revision, "integrity": each.integrity}
            for each in banner.editions
        },
    }
