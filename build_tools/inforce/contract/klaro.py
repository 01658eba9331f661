"""The configuration of Klaro 0.7, all languages in one file: `klaro.json`.

That program takes a text that begins with `^` for a regular expression, so the file is used as it is. It has no table
of cookies and no number of a revision: each service tells its cookies in its description, and the choice is stored
under a name with the policy and its consent epoch, so that nobody has chosen yet when the epoch has grown or another
policy has taken over; what was stored under another name is cleared. All texts are plain. What
it can't do is told in `docs/developers/banners.md`.
"""

from __future__ import annotations

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
)
from inforce.contract.cookies_html import consent, kept_for
from inforce.contract.models import PublishedCookie, PublishedCookieCategory
from inforce.model.facts import Facts
from inforce.site.bidi import isolated
from inforce.site.fact_words import category_words, heading
from inforce.site.translator import Translator

FALLBACK = "zz"
"""The language of a service's words where there is none of the page's (Klaro, `service-item.jsx`)."""
STORED = "klaro-"
"""How the name begins under which a choice is stored."""
BETWEEN = " · "
"""Cookies in a description, and what is told of a category."""


def klaro(banner: Banner) -> Json:
    """What `klaro.setup` takes."""
    asked = [
        (category, service)
        for category in told_categories(banner.prevailing)
        for service in services(banner.prevailing, category)
    ]
    return {
        "inforce": made_from(banner),
        "version": 1,
        "storageName": STORED + consent_key(banner.prevailing),
        "acceptAll": True,
        "noNotice": not banner.asks,
        "fallbackLang": banner.prevailing.language,
        "translations": _by_language(banner, {each.summary.language: _texts(each) for each in banner.editions}),
        "services": [_service(category, service, banner) for category, service in asked],
    }


def _by_language(banner: Banner, texts: dict[str, Json]) -> Json:
    """Texts by language; Klaro looks for no more than the first part of a page's (`pt` of `pt-BR`)."""
    first = [each.summary.language for each in banner.editions]
    shorter = {_main(language): texts[language] for language in reversed(first)}
    return {**shorter, **texts}


def _service(category: PublishedCookieCategory, service: Service, banner: Banner) -> Json:
    texts = {each.summary.language: _about(category, service, each) for each in banner.editions}
    cleared = [
        {
            "pattern": each.pattern,
            **({"path": each.path} if each.path else {}),
            **({"domain": each.domain} if each.domain else {}),
        }
        for each in clearable(service.cookies)
    ]
    # An answer to another question: without it nobody who refuses since is taken at their older word.
    earlier = {"pattern": f"^{STORED}(?!{consent_key(banner.prevailing)}$)"}
    return {
        "name": service.id,
        "purposes": [category.id],
        "default": False,
        "required": not asks(category),
        "translations": {**_by_language(banner, texts), FALLBACK: texts[banner.prevailing.language]},
        **({"cookies": [*cleared, earlier]} if asks(category) else {}),
    }


def _about(category: PublishedCookieCategory, service: Service, edition: BannerEdition) -> Json:
    """A service in the words of an edition: who sets it, and its cookies."""
    own = next((each for each in services(edition.summary, category) if each.id == service.id), service)
    title = own.provider.text if own.provider else edition.words.text("not known")
    return {"title": title, "description": BETWEEN.join(_cookie(cookie, edition) for cookie in own.cookies)}


def _cookie(cookie: PublishedCookie, edition: BannerEdition) -> str:
    words = edition.words
    kept = kept_for(cookie, edition.summary, words)
    if cookie.lifetime is None or kept == words.text("not known"):  # beside the name, it would seem to be of that
        kept = words.text("{label}: {value}", label=heading(("cookies", "*", "lifetime"), words), value=kept)
    name = _name(cookie, words)
    if cookie.description is None:
        return words.text("{name} ({kept})", name=name, kept=kept)
    purpose = _in_order(cookie.description.text, words)
    return words.text("{name} ({kept}): {purpose}", name=name, kept=kept, purpose=purpose)


def _name(cookie: PublishedCookie, words: Translator) -> str:
    begins, ends = ("…" if cookie.match == match else "" for match in ("suffix", "prefix"))
    shown = f"{begins}{cookie.name}{ends}" if cookie.name else ""
    label = cookie.label.text if cookie.label else ""
    return " ".join(_in_order(part, words) for part in (label, shown) if part) or words.text("not known")


def _in_order(text: str, words: Translator) -> str:
    """Codes among words from right to left stand apart; there is no markup to do it."""
    return isolated(text) if words.direction == "rtl" else text


def _texts(edition: BannerEdition) -> Json:
    """All that Klaro shows. Where we have no words for a language, Klaro may: then what a policy says stands alone."""
    ours = _words(edition) if _main(edition.words.language) == _main(edition.summary.language) else {}
    return {
        **ours,
        "privacyPolicyUrl": edition.page,
        "privacyPolicy": {"name": edition.summary.title, "text": "{privacyPolicy}"},
        "purposes": {each.id: _purpose(each, edition.words) for each in told_categories(edition.summary)},
    }


def _main(language: str) -> str:
    return language.partition("-")[0]


def _words(edition: BannerEdition) -> Json:
    """Every text of Klaro's own: for some languages it has none."""
    say = edition.words.text
    asked = say("Choose which cookies and similar techniques we may use. You can change your choice at any time.")
    return {
        "acceptAll": say("Accept all"),
        "acceptSelected": say("Save my choice"),
        "save": say("Save my choice"),
        "ok": say("Accept all"),
        "decline": say("Reject all"),
        "close": say("Close"),
        "poweredBy": say("Made with Klaro!"),
        "consentNotice": {
            "title": say("Cookies"),
            "description": asked + " {privacyPolicy}",
            "changeDescription": say("What we use has changed since you last chose, so we ask you again."),
            "learnMore": say("Let me choose"),
        },
        "consentModal": {"title": say("Cookies"), "description": asked},
        "contextualConsent": {
            "description": say("May we load content of {title}?"),
            "acceptOnce": say("This time"),
            "acceptAlways": say("Every time"),
            "descriptionEmptyStore": say("To allow {title} every time, choose it under {link}."),
            "modalLinkText": say("Let me choose"),
        },
        "purposeItem": {"service": say("service"), "services": say("services")},
        "service": {
            "purpose": say("Purpose"),
            "purposes": say("Purpose"),
            "required": {"title": say("no consent is needed"), "description": say("no consent is needed")},
            "disableAll": {
                "title": say("All services"),
                "description": say("Accepts or rejects all of them at once."),
            },
        },
    }


def _purpose(category: PublishedCookieCategory, words: Translator) -> Json:
    title = category.label.text if category.label else category_words(category.id, Facts(), words)
    about = [category.description.text] if category.description else []
    about += [words.text("{label}: {value}", label=head, value=said.text) for head, said in consent(category, words)]
    return {"title": title, "description": BETWEEN.join(_in_order(each, words) for each in about)}
