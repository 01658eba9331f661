"""A small site to make pages from: Northwind, two policies, four languages, four versions and a draft."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from inforce.model.config import (
    ChangeNote,
    Kind,
    LanguageStatus,
    LanguageTerms,
    LinkTarget,
    PolicyConfig,
    SectionPlace,
    Site,
)
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.version import Amendment, AmendmentType, Draft, Edition, EditionTerms, Manifest, ReleasedVersion
from inforce.project.publish import revisions_of
from inforce.publication import PublishedDraft, PublishedPolicy, PublishedSite, PublishedVersion
from inforce.reader.numbering import number_sections
from inforce.reader.records.state import State, state_after
from inforce.reader.section import parse_section
from inforce.site.all_pages import site_pages
from inforce.site.page import Page
from inforce.site.resources import catalogs, templates
from inforce.timeline import Term, timeline

Compute = Callable[[], str]
Earlier = Mapping[int, Mapping[str, Mapping[str, str]]]
AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
ORDER = (
    SectionPlace(id="introduction", numbered=False),
    SectionPlace(id="general"),
    SectionPlace(id="retention"),
    SectionPlace(id="rights"),
)
TEXTS: dict[str, dict[str, str]] = {
    folder.name: {file.stem: file.read_text("utf-8") for file in folder.glob("*.md")}
    for folder in Path(__file__).with_name("texts").iterdir()
}
FACTS: dict[str, Any] = {
    "organisation": {
        "controller": {
            "name": "Northwind SA",
            "number": "BE 0123.456.749",
            "register_name": {"en": "Crossroads Bank for Enterprises", "fr": "Banque-Carrefour des Entreprises"},
            "address": {
                "street": "Rue Haute",
                "number": "12",
                "postal_code": "1000",
                "locality": {"en": "Brussels", "fr": "Bruxelles"},
                "country": "BE",
            },
            "email": {
                "unknown": {"en": "the copy supplied hides the address", "fr": "la copie fournie masque l’adresse"}
            },
            "phone": "+3222744800",
            "website": "https://northwind.example.org/",
        },
        "authority": {"name": {"en": "Data Protection Authority"}, "email": "contact@authority.example.org"},
    },
    "purposes": {"mail": {"label": {"en": "Newsletter", "fr": "Lettre d’information"}, "legal_basis": "GDPR-6-1-a"}},
    "retention": {"contract": {"keep": "10 years"}},
    "recipients": {"hubspot": {"name": "HubSpot, Inc."}},
    "rights": {
        "exercise": {"reply": "1 month", "extended": "2 months"},
        "access": {
            "label": {"en": "Right of access", "fr": "Droit d’accès"},
            "how": {"en": "Write to us."},
            "by": ["organisation.controller.email", "organisation.controller.phone"],
        },
    },
    "cookie_categories": {"functional": {"exemption": {"en": "Directive 2002/58/EC, Article 5(3)"}}},
    "cookies": {
        "beacon": {
            "name": {"unknown": {"en": "nobody has looked yet"}},
            "label": {"en": "E-mail beacon"},
            "type": "pixel",
            "category": "marketing",
            "provider": "hubspot",
            "party": "third",
            "lifetime": {"unknown": {"en": "nobody has looked yet"}},
            "purposes": ["mail"],
        },
        "lang": {
            "name": "lang",
            "type": "cookie",
            "category": "necessary",
            "party": "first",
            "lifetime": "12 months",
            "description": {"en": "Keeps your language", "fr": "Retient votre langue", "ja": "言語を記憶します"},
            "verified": "2026-01-10",
        },
        "hs": {
            "name": "__hs",
            "match": "prefix",
            "type": "cookie",
            "category": "analytics",
            "provider": "hubspot",
            "party": "third",
            "lifetime": "session",
            "description": {"en": "Tells visitors apart"},
            "verified": "2026-01-10",
        },
        "theme": {
            "name": "theme",
            "type": "local_storage",
            "category": "functional",
            "party": "first",
            "lifetime": "until_deleted",
            "verified": "2026-01-10",
        },
    },
}
TITLES = {
    "en": "Privacy policy",
    "fr": "Politique de confidentialité",
    "ar": "سياسة الخصوصية",
    "ja": "プライバシーポリシー",
}
HOSTILE = "<script>alert(1)</script>&\"'<img src=x onerror=alert(1)>"


def edition(number: int, language: str, texts: Mapping[str, str], facts: Facts) -> ReadEdition:
    """An edition of these texts."""
    sections = []
    for name in [place.id for place in ORDER]:
        section, problems = parse_section(texts[name], id=name, file=f"{name}.md", language=language)
        assert section is not None, problems
        sections.append(section)
    return ReadEdition(
        edition=Edition(
            policy="privacy",
            version=number,
            language=language,
            title=TITLES[language],
            status=LanguageStatus.AUTHORITATIVE if language == "en" else LanguageStatus.COURTESY,
            reviewed=language == "en",
            revision=1,
            sections=dict(texts),
            digests={},
            paths={},
        ),
        sections=tuple(sections),
        order=ORDER,
        numbers=number_sections(ORDER, {section.id: section for section in sections}, ("1.", "1.1", "1.1.1")),
        facts=facts,
        wording="w1:" + hashlib.sha256("".join(texts.values()).encode()).hexdigest(),
    )


def working_text(texts: Mapping[str, Mapping[str, str]]) -> PublishedDraft:
    """A draft in the languages of these texts."""
    facts = Facts.model_validate(FACTS)
    made = {language: edition(9, language, each, facts) for language, each in texts.items()}
    return PublishedDraft(version=Draft(**_shared(made)), facts=facts, editions=made)


def _shared(made: Mapping[str, ReadEdition]) -> dict[str, Any]:
    """What a draft and a version have in common."""
    return {
        "policy": "privacy",
        "kind": Kind.MATERIAL,
        "consent_epoch": 1,
        "time_zone": "Europe/Brussels",
        "authoritative_language": "en",
        "order": ORDER,
        "numbering": ("1.", "1.1", "1.1.1"),
        "editions": {language: each.edition for language, each in made.items()},
        "changes": (),
        "facts": FACTS,
    }


def version(
    number: int,
    effective: datetime,
    texts: Mapping[str, Mapping[str, str]],
    *,
    note: str = "",
    withdrawn: datetime | None = None,
    amendments: tuple[Amendment, ...] = (),
    first_effective: datetime | None = None,
    earlier: Earlier | None = None,
) -> PublishedVersion:
    """A version in the languages of these texts.

    `earlier` has other texts of some languages as they stood after so many amendments (0: as released).
    """
    facts = Facts.model_validate(FACTS)
    changes = (ChangeNote(slug="note", kind=Kind.MATERIAL, text={"en": note}),) if note else ()
    made = {language: edition(number, language, each, facts) for language, each in texts.items()}
    whole = PublishedVersion(
        version=ReleasedVersion(
            **{**_shared(made), "changes": changes},
            number=number,
            effective_from=effective,
            announced=effective.replace(day=1),
            released=effective.replace(day=1),
            withdrawn=withdrawn,
            amendments=amendments,
            head=f"sha256:{number:064}",
            first_effective=first_effective or effective,
        ),
        facts=facts,
        editions=made,
    )
    return _with_revisions(whole, earlier or {})


def _with_revisions(
    whole: PublishedVersion, earlier: Mapping[int, Mapping[str, Mapping[str, str]]]
) -> PublishedVersion:
    """The version with what its amendments made of it, step by step."""
    version = whole.version
    later = {language for each in version.amendments for language in each.languages}
    first = [language for language in whole.editions if language not in later]
    terms = {
        language: EditionTerms(title=one.edition.title, status=one.edition.status, reviewed=one.edition.reviewed)
        for language, one in whole.editions.items()
    }
    state = State(
        place="",
        record=cast(Manifest, None),
        at=version.released,
        effective_from=version.first_effective,
        withdrawn=None,
        languages={language: terms[language] for language in first},
        digests={},
        paths={},
        revisions=dict.fromkeys(first, 1),
        grown=tuple(first),
    )
    history = [state]
    for index, each in enumerate(version.amendments, start=1):
        history.append(state_after(history[-1], f"amendments/{index:04d}/", each))
    stood = [_stood(whole, state, count, earlier.get(count, {})) for count, state in enumerate(history)]
    last = replace(
        whole,
        version=replace(version, editions={**version.editions, **stood[-1].version.editions}),
        editions={**whole.editions, **stood[-1].editions},
    )
    return replace(last, revisions=revisions_of(history, stood))


def _stood(
    whole: PublishedVersion, state: State, amendments: int, texts: Mapping[str, Mapping[str, str]]
) -> PublishedVersion:
    """A version after so many amendments."""
    editions = {}
    for language, revision in state.revisions.items():
        read = whole.editions[language]
        if language in texts:
            read = edition(whole.number, language, texts[language], whole.facts)
        editions[language] = replace(read, edition=replace(read.edition, revision=revision))
    version = replace(
        whole.version,
        effective_from=state.effective_from,
        withdrawn=state.withdrawn,
        editions={language: each.edition for language, each in editions.items()},
        amendments=whole.version.amendments[:amendments],
    )
    return PublishedVersion(version=version, facts=whole.facts, editions=editions)


def changed(language: str, name: str, old: str, new: str) -> dict[str, str]:
    """The texts of a language with some words of a section changed."""
    assert old in TEXTS[language][name], old
    return {**TEXTS[language], name: TEXTS[language][name].replace(old, new)}


def policy(*versions: PublishedVersion, draft: PublishedDraft | None = None) -> PublishedPolicy:
    """A policy of these versions."""
    terms = []
    for each in versions:
        it = each.version
        terms.append(
            Term(version=it.number, announced=it.announced, effective_from=it.effective_from, withdrawn=it.withdrawn)
        )
    config = PolicyConfig(
        title=TITLES,
        languages={
            language: LanguageTerms(
                status=LanguageStatus.AUTHORITATIVE if language == "en" else LanguageStatus.COURTESY
            )
            for language in TITLES
        },
        sections=ORDER,
    )
    return PublishedPolicy(id="privacy", config=config, timeline=timeline(terms), versions=versions, draft=draft)


def site(*policies: PublishedPolicy, as_of: datetime = AS_OF) -> PublishedSite:
    """A site of these policies."""
    return PublishedSite(
        site=Site(
            name="Northwind",
            languages=("en", "fr", "ar", "ja"),
            default_language="en",
            base_url="https://legal.example.org/policies/",
            time_zone="Europe/Brussels",
            policies=tuple(each.id for each in policies) or ("privacy",),
        ),
        policies=policies,
        links={"hubspot-cookies": LinkTarget(url="https://www.example.com/cookies")},
        as_of=as_of,
    )


def brussels(year: int, month: int, day: int) -> datetime:
    """Midnight in Brussels."""
    return datetime(year, month, day, tzinfo=ZoneInfo("Europe/Brussels"))


def northwind(*, as_of: datetime = AS_OF, draft: bool = False) -> PublishedSite:
    """Version 1 superseded and only in English, 2 in force, 3 scheduled."""
    first = {"en": changed("en", "retention", "10 years](fact", "5 years](fact")}
    third = {
        **TEXTS,
        "en": changed(
            "en", "introduction", "We’re committed to protecting", "We are committed to respecting and protecting"
        ),
    }
    translated = Amendment(
        made_by="inforce 0.1.0",
        type=AmendmentType.TRANSLATION,
        recorded=brussels(2026, 2, 1),
        reason="French added",
        previous="sha256:" + "0" * 64,
        languages={"fr": {"title": "Politique", "status": "courtesy", "reviewed": False}},
    )
    shown = policy(
        version(1, brussels(2020, 11, 10), first),
        version(
            2,
            brussels(2026, 1, 15),
            TEXTS,
            note="Contracts are kept for ten years.\n\nThe table is new.",
            amendments=(translated,),
        ),
        version(3, brussels(2027, 2, 1), third, note="The welcome is warmer."),
        draft=working_text({"en": changed("en", "general", "Belgium", "Belgium (EU)")}) if draft else None,
    )
    return site(shown, as_of=as_of)


def made(published: PublishedSite) -> dict[str, Page]:
    """Every page by its URL."""
    known: dict[str, str] = {}

    def memo(key: str, compute: Compute) -> str:
        if key not in known:
            known[key] = compute()
        return known[key]

    pages = list(site_pages(published, catalogs=catalogs(), templates=templates(), memo=memo))
    found = {page.url: page for page in pages}
    assert len(found) == len(pages)
    return found
