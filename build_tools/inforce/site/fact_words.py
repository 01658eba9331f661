"""The words for facts: what a field and an entry are called, and what a code such as `standard-clauses` says."""

from __future__ import annotations

from enum import StrEnum

from inforce.model import fact_table
from inforce.model.cookies import UNSORTED, CookieType, LifetimeKind, Match, Medium, Party
from inforce.model.data import Role
from inforce.model.facts import Facts
from inforce.model.leaf import Nothing
from inforce.model.records import Duty, LegalBasis, RecipientRole, Safeguard
from inforce.model.values import in_language
from inforce.site.translator import Translator

Path = tuple[str, ...]


def field_words(path: Path, words: Translator) -> str:
    """What a field or an entry is called within a line, by its path; '' where it is called nothing."""
    label = fact_table.label(path)
    return words.text(label) if label else ""


def heading(path: Path, words: Translator) -> str:
    """The same at the head of a line or of a column."""
    told = field_words(path, words)
    return told[:1].upper() + told[1:]


def code_words(code: StrEnum, words: Translator) -> str:
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
            return {
                Role.CONTROLLER: say("controller"),
                Role.PROCESSOR: say("processor"),
                Role.JOINT_CONTROLLER: say("joint controller"),
            }[code]
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
        case Medium():
            return {
                Medium.WEBSITE: say("the website"),
                Medium.EMAIL: say("e-mails"),
                Medium.APP: say("an app"),
                Medium.OTHER: say("elsewhere"),
            }[code]
        case Nothing():
            return say("there is none")
        case LifetimeKind.SESSION:
            return say("until the session ends")
        case LifetimeKind.UNTIL_DELETED:
            return say("until you delete it")
        case LifetimeKind.DURATION:
            return say("for a time that the policy does not say")
        case _:
            return code.value


def lifetime_words(kind: LifetimeKind, type: CookieType | None, words: Translator) -> str:
    """How long something of a type lives, where no duration says it: what ends a session is another thing for each."""
    if kind is LifetimeKind.SESSION and type is CookieType.COOKIE:
        return words.text("until you close the browser")
    if kind is LifetimeKind.SESSION and type is CookieType.SESSION_STORAGE:
        return words.text("until you close the tab")
    return code_words(kind, words)


def category_words(category: str, facts: Facts, words: Translator) -> str:
    """A category of cookies in words: the company's own for it, or the common ones."""
    say = words.text
    known = {
        "necessary": say("Necessary"),
        "functional": say("Functional"),
        "analytics": say("Analytics"),
        "marketing": say("Marketing"),
        UNSORTED: say("Without a category"),
    }
    stated = facts.cookie_categories.get(category)
    own = stated.label.value if stated and stated.label and stated.label.value else None
    return (in_language(own, words.language) if own else "") or known.get(category) or category.removeprefix("x-")


def legal_basis(basis: str, words: Translator) -> str:
    """A legal basis in words: those of GDPR, Article 6(1), have names; one of the company's own goes by its code."""
    say = words.text
    if basis.startswith("GDPR-9-2-"):
        return say("GDPR, Article 9(2)({point})", point=basis[-1])
    known: dict[str, str] = {
        LegalBasis.CONSENT: say("consent"),
        LegalBasis.CONTRACT: say("contract"),
        LegalBasis.LEGAL_OBLIGATION: say("legal obligation"),
        LegalBasis.VITAL_INTERESTS: say("vital interests"),
        LegalBasis.PUBLIC_TASK: say("public task"),
        LegalBasis.LEGITIMATE_INTERESTS: say("legitimate interests"),
    }
    return known.get(basis) or basis.removeprefix("x-").replace("-", " ")
