"""The summary of the JSON contract, version 1, as models: what every field means.

Additive only: fields may come, none changes its meaning or goes. Consumers ignore what they do not know. A value that
nobody knows is left out and named in `unknown`; one that does not exist is left out and named in `none`; one that is
left out and named in neither is not said.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from inforce.summary.published import Published

CategoryId = Annotated[str, Field(pattern="^(necessary|functional|analytics|marketing|x-[a-z0-9-]+)$")]
SectionRole = Literal[
    "contact",
    "data",
    "sources",
    "purposes",
    "recipients",
    "transfers",
    "retention",
    "rights",
    "complaint",
    "cookies",
    "security",
    "children",
    "decisions",
    "changes",
    "liability",
    "law",
]
LegalBasis = Literal["GDPR-6-1-a", "GDPR-6-1-b", "GDPR-6-1-c", "GDPR-6-1-d", "GDPR-6-1-e", "GDPR-6-1-f"]


class Label(Published):
    """Words for people. `lang` is there only where they are not in the file's own language."""

    text: str
    lang: str | None = None


class PostalAddress(Published):
    """An address: its lines as they are written on a letter, and its parts. `country` is an ISO 3166-1 code.

    `region` is a state or a province, where addresses of the country name one.
    """

    lines: list[str]
    street: str
    number: str | None = None
    postal_code: str | None = None
    locality: str
    region: str | None = None
    country: str


class Reach(Published):
    """Ways to reach someone. Phone and fax are E.164 ("+3222744800")."""

    address: PostalAddress | None = None
    email: str | None = None
    phone: str | None = None
    fax: str | None = None
    website: str | None = None


class Party(Reach):
    """A company, a person or an authority. `number` is the one in its register, named by `register_name`."""

    name: Label | None = None
    number: str | None = None
    register_name: Label | None = None


class Period(Published):
    """How long something is kept: `duration` (ISO 8601) after a moment, or the criteria that decide it."""

    id: str
    label: Label | None = None
    duration: str | None = None
    after: Label | None = None
    criteria: Label | None = None


class PublishedProviding(Published):
    """Whether people must provide their data, and what follows where they do not."""

    duty: Literal["statutory", "contractual", "to-enter-a-contract", "voluntary"]
    otherwise: Label | None = None


class PublishedPurpose(Published):
    """Why data are processed. `legal_basis` is one of GDPR, Article 6(1), points (a) to (f); `interest` the legitimate
    interest pursued; the lists and `part_of` hold ids of this file."""

    id: str
    label: Label | None = None
    description: Label | None = None
    part_of: str | None = None
    legal_basis: LegalBasis
    interest: Label | None = None
    providing: PublishedProviding | None = None
    data: list[str]
    recipients: list[str]
    retention: list[str]


class PublishedItem(Published):
    """One thing in a category of personal data."""

    id: str
    label: Label | None = None


class PublishedCategory(Published):
    """A category of personal data, with the items it is made of."""

    id: str
    label: Label | None = None
    description: Label | None = None
    role: Literal["controller", "processor"]
    items: list[PublishedItem]


class PublishedSource(Published):
    """Where data come from; `role` is left out where it holds for every role."""

    id: str
    label: Label | None = None
    description: Label | None = None
    role: Literal["controller", "processor"] | None = None


class PublishedTransfer(Published):
    """A transfer to a third country (ISO 3166-1): what it rests on, what that is called, and where it can be read."""

    id: str
    country: str
    safeguard: Literal["adequacy", "standard-clauses", "binding-rules", "derogation", "other"]
    label: Label | None = None
    description: Label | None = None
    website: str | None = None


class PublishedRecipient(Published):
    """Who receives data (`name`), or a kind of recipients (`label`). `privacy` is its own privacy policy."""

    id: str
    name: Label | None = None
    label: Label | None = None
    description: Label | None = None
    role: Literal["processor", "controller", "joint-controller", "authority", "other"] | None = None
    privacy: str | None = None
    data: list[str]
    country: str | None = None
    transfers: list[PublishedTransfer]


class PublishedRight(Published):
    """A right, how to use it, and where to write: `contacts` are JSON Pointers (RFC 6901) into this file, such as
    "/controller/email"; what stands there may be named in `unknown`. `website` is a page that does it."""

    id: str
    label: Label | None = None
    description: Label | None = None
    how: Label | None = None
    contacts: list[str]
    website: str | None = None


class Answer(Published):
    """What holds for every right: the time to answer and the time in all where it is extended (ISO 8601)."""

    reply: str | None = None
    extended: str | None = None
    identification: Label | None = None
    fee: Label | None = None


class AutomatedDecisions(Published):
    """Decisions by machines alone, profiling included: the logic involved, and what it means for people."""

    label: Label | None = None
    logic: Label | None = None
    consequences: Label | None = None


class Excluded(Published):
    """What the company does not answer for."""

    id: str
    label: Label | None = None


class PublishedLiability(Published):
    """What the company answers for, and what not."""

    label: Label | None = None
    description: Label | None = None
    excluded: list[Excluded]


class Described(Published):
    """A thing by its name, perhaps with a sentence about it."""

    label: Label | None = None
    description: Label | None = None


class Court(Described):
    """A court that may decide."""

    id: str


class PublishedRole(Described):
    """A role that the company acts in."""

    id: str


class PublishedCookieCategory(Published):
    """A category of cookies, and the one answer to whether its cookies need consent. `exemption` names why one other
    than `necessary` goes without. The common ones need no label: `api/v1/words/` has what they are called."""

    id: CategoryId
    label: Label | None = None
    description: Label | None = None
    consent_required: bool
    exemption: Label | None = None


class PublishedLifetime(Published):
    """A cookie's life. `duration` is ISO 8601, `max_age_s` the same in seconds (a year of 365 days, a month a twelfth
    of it); both only for kind `duration`."""

    kind: Literal["session", "duration", "until_deleted"]
    duration: str | None = None
    max_age_s: int | None = None


class PublishedCookie(Published):
    """A cookie or its like. `name` is what the browser sees; where there is none (a pixel) or nobody knows it, `match`
    and `pattern` are left out with it. `pattern` is a regular expression (ECMAScript, Python, RE2) that the names
    meant match as a whole. `lifetime` is left out where nothing is kept or nobody knows it. `provider` is who sets it,
    the company itself included; `recipient` its id in this file, where it is another. `consent_required` is that of the
    category; a category you do not know means: ask for consent."""

    id: str
    name: str | None = None
    label: Label | None = None
    match: Literal["exact", "prefix", "suffix", "glob"] | None = None
    type: Literal["cookie", "local_storage", "session_storage", "indexeddb", "cache", "pixel", "other"]
    pattern: str | None = None
    category: CategoryId
    provider: Label | None = None
    recipient: str | None = None
    party: Literal["first", "third"]
    domains: list[str]
    host_only: bool | None = None
    path: str | None = None
    http_only: bool | None = None
    lifetime: PublishedLifetime | None = None
    consent_required: bool
    legal_basis: LegalBasis | None = None
    purposes: list[str]
    data: list[str]
    third_party_access: bool | None = None
    description: Label | None = None
    verified: str | None = Field(default=None, description="The date (YYYY-MM-DD) somebody last looked, or null.")


class PublishedSection(Published):
    """A section of the text, or a part of one that has an id (`parent`): its number as shown ("" without one), what it
    is about where that is declared, and where to read it."""

    id: str
    parent: str | None = None
    roles: list[SectionRole]
    number: str
    title: str
    url: str


class Change(Published):
    """What the version changes: its kind, and the notes for visitors."""

    kind: Literal["material", "clarification", "correction"]
    notes: list[Label]


class UnknownFact(Published):
    """A value that nobody here knows, and why. `pointer`: where it would stand in this file (RFC 6901)."""

    pointer: str
    reason: Label


class Summary(Published):
    """The summary of one edition and revision. Immutable: status and end of validity stand only in the index."""

    format: Literal["inforce-summary-1"] = "inforce-summary-1"
    policy: str
    version: int = Field(ge=1)
    revision: int = Field(ge=1)
    language: str
    language_status: Literal["authoritative", "official", "courtesy"]
    reviewed: bool = Field(description="Whether counsel has reviewed the text in this language.")
    authoritative_language: str
    title: str
    url: str
    effective_from: str = Field(description="RFC 3339 with offset.")
    announced: str | None = Field(default=None, description="RFC 3339; absent where nobody recorded it.")
    text_digest: str = Field(pattern="^w1:[0-9a-f]{64}$")
    consent_epoch: int = Field(ge=1, description="Grows only when consent must be asked again.")
    change: Change
    controller: Party | None = None
    representative: Party | None = None
    dpo: Party | None = None
    authority: Party | None = None
    contact: Reach | None = None
    roles: list[PublishedRole]
    data: list[PublishedCategory]
    sources: list[PublishedSource]
    purposes: list[PublishedPurpose]
    retention: list[Period]
    recipients: list[PublishedRecipient]
    rights: list[PublishedRight]
    answer: Answer | None = None
    automated_decisions: AutomatedDecisions | None = None
    children_age: int | None = None
    liability: PublishedLiability | None = None
    law: Described | None = None
    courts: list[Court]
    settlement: str | None = Field(default=None, description="How long the parties try to settle first (ISO 8601).")
    cookie_categories: list[PublishedCookieCategory]
    cookies: list[PublishedCookie]
    sections: list[PublishedSection]
    stated_in: dict[str, str] = Field(
        description="JSON Pointer of an entry of this file to the id of the section that states it."
    )
    unknown: list[UnknownFact]
    none: list[str] = Field(description="JSON Pointers of what does not exist: no such officer, name or fee.")
