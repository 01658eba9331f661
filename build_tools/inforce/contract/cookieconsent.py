"""The configuration of vanilla-cookieconsent 3.1, all languages in one file: `cookieconsent.json`.

JSON has no regular expressions: `name` in a list of cookies to clear is the source of one, and the page makes it. That
program writes texts as HTML, so every text here is escaped; its heads of columns go into an attribute too, and have no
sign that would be. What it can't do is told in `docs/developers/banners.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from markupsafe import Markup

from inforce.contract.banner import (
    Banner,
    BannerEdition,
    Json,
    Service,
    asks,
    clearable,
    consent_key,
    made_from,
    services,
    told_categories,
    told_in,
)
from inforce.contract.cookies_html import category_title, cells, columns, consent
from inforce.contract.models import PublishedCookie, PublishedCookieCategory, Summary
from inforce.contract.ready_html import called, written
from inforce.site.translator import Translator, direction

COLUMNS = ("1", "2", "3", "4", "5")
"""The keys of the columns, for `columns`: in a canonical file they are sorted, and columns stand in their order."""


def cookieconsent(banner: Banner) -> Json:
    """What `CookieConsent.run` takes, once names are regular expressions."""
    languages = [each.summary.language for each in banner.editions]
    summary, words = banner.prevailing, banner.editions[0].words
    return {
        "inforce": made_from(banner),
        "revision": revision(summary),
        "autoShow": banner.asks,
        "categories": {each.id: _category(each, summary, words) for each in told_categories(summary)},
        "language": {
            "default": languages[0],
            "autoDetect": "document",
            "rtl": [language for language in languages if direction(language) == "rtl"],
            "translations": {each.summary.language: _translation(each) for each in banner.editions},
        },
    }


def revision(summary: Summary) -> int:
    """A number for the policy and its epoch: the banner takes nothing else, and asks again where it has another."""
    return int.from_bytes(hashlib.sha256(consent_key(summary).encode()).digest()[:6])  # JSON is exact up to 53 bits


def _category(category: PublishedCookieCategory, summary: Summary, words: Translator) -> Json:
    if not asks(category):
        return {"enabled": True, "readOnly": True}
    found = services(summary, category)
    return {
        "autoClear": {"cookies": _cleared(cookie for service in found for cookie in service.cookies)},
        "services": {service.id: _service(service, words) for service in found},
    }


def _service(service: Service, words: Translator) -> Json:
    label = {"label": str(written(service.provider, words))} if service.provider else {}
    return {**label, "cookies": _cleared(service.cookies)}


def _cleared(cookies: Iterable[PublishedCookie]) -> list[Json]:
    return [
        {
            "name": each.pattern,
            **({"path": each.path} if each.path else {}),
            **({"domain": each.domain} if each.domain else {}),
        }
        for each in clearable(cookies)
    ]


def _translation(edition: BannerEdition) -> Json:
    say = edition.words.text
    buttons = {"acceptAllBtn": say("Accept all"), "acceptNecessaryBtn": say("Reject all")}
    asked = say("Choose which cookies and similar techniques we may use. You can change your choice at any time.")
    policy = str(called(edition.summary, edition.words, edition.page))
    return {
        "consentModal": {
            **buttons,
            "title": say("Cookies"),
            "description": "{{revisionMessage}} " + asked,
            "revisionMessage": say("What we use has changed since you last chose, so we ask you again."),
            "showPreferencesBtn": say("Let me choose"),
            "footer": policy,
        },
        "preferencesModal": {
            **buttons,
            "title": say("Cookies"),
            "savePreferencesBtn": say("Save my choice"),
            "closeIconLabel": say("Close"),
            "sections": [{"description": asked}, *_sections(edition), {"description": policy}],
        },
    }


def _sections(edition: BannerEdition) -> Iterable[Json]:
    summary, words = edition.summary, edition.words
    for category in told_categories(summary):
        yield {
            "title": str(category_title(category, words)),
            "description": str(Markup("<br>").join(_about(category, words))),
            "linkedCategory": category.id,
            "cookieTable": {
                "headers": dict(zip(COLUMNS, columns(words), strict=True)),
                "body": [_row(cookie, summary, words) for cookie in told_in(category, summary)],
            },
        }


def _about(category: PublishedCookieCategory, words: Translator) -> Iterable[Markup]:
    """What a category is for, and what the policy says of consent."""
    if category.description:
        yield written(category.description, words)
    for head, said in consent(category, words):
        yield Markup(words.text("{label}: {value}")).format(label=head, value=written(said, words))


def _row(cookie: PublishedCookie, summary: Summary, words: Translator) -> Json:
    return dict(zip(COLUMNS, map(str, cells(cookie, summary, words)), strict=True))
