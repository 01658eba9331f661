"""The words for facts: what a field and an entry are called, and what a code such as `standard-clauses` says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from inforce.model.cookies import CookieType, LifetimeKind, Match, Party
from inforce.model.data import Role
from inforce.model.facts import Facts
from inforce.model.leaf import Nothing
from inforce.model.records import Duty, LegalBasis, RecipientRole, Safeguard
from inforce.model.values import in_language
from inforce.pages.words import Words

Path = tuple[str, ...]


def field_words(words: Words) -> Mapping[str, str]:
    """What each field of a fact is called, by its name in the model."""
    say = words.text
    return {
        "name": say("name"),
        "label": say("name"),
        "description": say("description"),
        # organisation
        "address": say("address"),
        "email": say("e-mail"),
        "phone": say("telephone"),
        "fax": say("fax"),
        "website": say("website"),
        "number": say("number"),
        "register_name": say("register"),
        # data, purposes, retention, recipients
        "role": say("role"),
        "items": say("data"),
        "legal_basis": say("legal basis"),
        "part_of": say("part of"),
        "data": say("data"),
        "recipients": say("recipients"),
        "retention": say("retention period"),
        "keep": say("kept for"),
        "after": say("counted from"),
        "criteria": say("kept for"),
        "same_as": say("kept as long as"),
        "country": say("country"),
        "transfers": say("transfers to other countries"),
        "safeguard": say("safeguard for the transfer"),
        "privacy": say("its own privacy policy"),
        "interest": say("legitimate interest"),
        "providing": say("whether the data must be provided"),
        "duty": say("whether the data must be provided"),
        "otherwise": say("what follows where they are not"),
        # rights
        "how": say("how to use it"),
        "by": say("where to write"),
        "reply": say("time to answer"),
        "extended": say("time to answer, extended"),
        "identification": say("proof of identity"),
        "fee": say("fee"),
        # cookies
        "match": say("how its name is compared"),
        "type": say("type"),
        "category": say("category"),
        "exemption": say("why no consent is needed"),
        "provider": say("provider"),
        "party": say("set by"),
        "domains": say("domains"),
        "lifetime": say("kept for"),
        "host_only": say("sent to this host alone"),
        "path": say("path"),
        "http_only": say("hidden from scripts"),
        "purposes": say("purposes"),
        "third_party_access": say("access by third parties"),
        "verified": say("last checked"),
        # terms
        "age": say("age"),
        "logic": say("logic involved"),
        "consequences": say("what it means for you"),
        "excluded": say("excluded"),
        "date": say("date"),
        "duration": say("duration"),
        "percentage": say("percentage"),
        "money": say("amount"),
    }


def entry_words(words: Words) -> Mapping[Path, str]:
    """What an entry is, by the start of its path: those of which there is one, and those that may have no name."""
    say = words.text
    return {
        ("organisation", "controller"): say("Responsible for your data"),
        ("organisation", "contact"): say("Questions about this policy"),
        ("organisation", "representative"): say("Representative in the European Union"),
        ("organisation", "dpo"): say("Data protection officer"),
        ("organisation", "authority"): say("Supervisory authority"),
        ("organisation", "roles"): say("Role"),
        ("rights", "exercise"): say("Answers to requests"),
        ("terms", "children"): say("Children"),
        ("terms", "automated_decisions"): say("Automated decisions"),
        ("terms", "liability"): say("Liability"),
        ("terms", "law"): say("Applicable law"),
        ("terms", "settlement"): say("Time to settle a dispute"),
        ("terms", "courts"): say("Court"),
        ("terms", "acts"): say("Law or regulation"),
        ("terms", "other"): say("Other terms"),
    }


def code_words(code: StrEnum, words: Words) -> str:
    """A code of the facts in words."""
    say = words.text
    match code:
        case LegalBasis():
            return legal_basis(code, words)
        case Safeguard():
            return {
                Safeguard.ADEQUACY: say("adequacy decision"),
                Safeguard.STANDARD_CLAUSES: say("standard contractual clauses"),
                Safeguard.BINDING_RULES: say("binding corporate rules"),
                Safeguard.DEROGATION: say("derogation"),
                Safeguard.OTHER: say("other"),
            }[code]
        case RecipientRole():
            return {
                RecipientRole.PROCESSOR: say("processor"),
                RecipientRole.CONTROLLER: say("controller"),
                RecipientRole.JOINT_CONTROLLER: say("joint controller"),
                RecipientRole.AUTHORITY: say("public authority"),
                RecipientRole.OTHER: say("other"),
            }[code]
        case Duty():
            return {
                Duty.STATUTORY: say("required by law"),
                Duty.CONTRACTUAL: say("required by the contract"),
                Duty.TO_ENTER_A_CONTRACT: say("needed to enter into the contract"),
                Duty.VOLUNTARY: say("voluntary"),
            }[code]
        case Role():
            return {Role.CONTROLLER: say("controller"), Role.PROCESSOR: say("processor")}[code]
        case Match():
            return {
                Match.EXACT: say("the whole name"),
                Match.PREFIX: say("the beginning of the name"),
                Match.SUFFIX: say("the end of the name"),
                Match.GLOB: say("a pattern"),
            }[code]
        case CookieType():
            return {
                CookieType.COOKIE: say("cookie"),
                CookieType.LOCAL_STORAGE: say("local storage"),
                CookieType.SESSION_STORAGE: say("session storage"),
                CookieType.INDEXEDDB: say("browser database (IndexedDB)"),
                CookieType.CACHE: say("browser cache"),
                CookieType.PIXEL: say("tracking pixel"),
                CookieType.OTHER: say("other"),
            }[code]
        case Party():
            return {Party.FIRST: say("this site"), Party.THIRD: say("third party")}[code]
        case Nothing():
            return say("there is none")
        case LifetimeKind.SESSION:
            return say("until you close the browser")
        case LifetimeKind.UNTIL_DELETED:
            return say("until you delete it")
        case _:
            return code.value


def category_words(category: str, facts: Facts, words: Words) -> str:
    """A category of cookies in words: the company's own for it, or the common ones."""
    say = words.text
    known = {
        "necessary": say("Necessary"),
        "functional": say("Functional"),
        "analytics": say("Analytics"),
        "marketing": say("Marketing"),
    }
    stated = facts.cookie_categories.get(category)
    own = stated.label.value if stated and stated.label and stated.label.value else None
    return (in_language(own, words.language) if own else "") or known.get(category) or category.removeprefix("x-")


def legal_basis(basis: LegalBasis, words: Words) -> str:
    """A legal basis in words (GDPR, Article 6(1))."""
    say = words.text
    return {
        LegalBasis.CONSENT: say("consent"),
        LegalBasis.CONTRACT: say("contract"),
        LegalBasis.LEGAL_OBLIGATION: say("legal obligation"),
        LegalBasis.VITAL_INTERESTS: say("vital interests"),
        LegalBasis.PUBLIC_TASK: say("public task"),
        LegalBasis.LEGITIMATE_INTERESTS: say("legitimate interests"),
    }[basis]
