"""The summary of the JSON contract, version 1, as models: what every field means.

Additive only: fields may come, none changes its meaning or goes. Consumers ignore what they do not know. A value that
nobody knows is left out, and `unknown` says why.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from inforce.summary.published import Published


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


class PublishedPurpose(Published):
    """Why data are processed. `legal_basis` is GDPR-6-1-a … GDPR-6-1-f; the lists hold ids of this file."""

    id: str
    label: Label
    description: Label | None = None
    legal_basis: str
    data: list[str]
    recipients: list[str]
    retention: list[str]


class PublishedCategory(Published):
    """A category of personal data, with the items it is made of."""

    id: str
    label: Label
    role: Literal["controller", "processor"]
    items: list[Label]


class PublishedTransfer(Published):
    """A transfer to a third country."""

    country: str
    safeguard: str
    description: Label | None = None


class PublishedRecipient(Published):
    """Who receives data, or a kind of recipients."""

    id: str
    label: Label
    description: Label | None = None
    role: str | None = None
    data: list[str]
    country: str | None = None
    transfers: list[PublishedTransfer]


class PublishedRight(Published):
    """A right, how to use it, and the addresses to write to."""

    id: str
    label: Label
    description: Label | None = None
    how: Label | None = None


class Answer(Published):
    """What holds for every right: the time to answer and the time in all where it is extended (ISO 8601)."""

    reply: str | None = None
    extended: str | None = None
    identification: Label | None = None
    fee: Label | None = None


class PublishedLifetime(Published):
    """A cookie's life; `none` where nothing is kept. `duration` is ISO 8601, `max_age_s` the same in seconds; both only
    for kind `duration`."""

    kind: Literal["session", "duration", "until_deleted", "none", "unknown"]
    duration: str | None = None
    max_age_s: int | None = None


class PublishedCookie(Published):
    """A cookie or its like. `name` is what the browser sees; left out where there is none (a pixel) or nobody knows it.
    A category you do not know means: ask for consent."""

    id: str
    name: str | None = None
    label: Label | None = None
    match: Literal["exact", "prefix", "suffix", "glob"]
    type: Literal["cookie", "local_storage", "session_storage", "indexeddb", "cache", "pixel", "other"]
    category: str = Field(pattern="^(necessary|functional|analytics|marketing|x-[a-z0-9-]+)$")
    category_label: Label | None = None
    provider: Label | None = None
    party: Literal["first", "third"]
    domains: list[str]
    lifetime: PublishedLifetime
    consent_required: bool
    legal_basis: str | None = None
    purposes: list[str]
    third_party_access: bool | None = None
    description: Label | None = None
    verified: str | None = Field(default=None, description="The date (YYYY-MM-DD) somebody last looked, or null.")


class PublishedSection(Published):
    """A section of the text: its number as shown ("" without one), and where to read it."""

    id: str
    number: str
    title: str
    url: str


class Change(Published):
    """What the version changes: its kind, and the notes for visitors."""

    kind: Literal["material", "clarification", "correction"]
    notes: list[Label]


class UnknownFact(Published):
    """A fact that is not known, and why."""

    path: str
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
    data: list[PublishedCategory]
    purposes: list[PublishedPurpose]
    retention: list[Period]
    recipients: list[PublishedRecipient]
    rights: list[PublishedRight]
    answer: Answer | None = None
    children_age: int | None = None
    cookies: list[PublishedCookie]
    sections: list[PublishedSection]
    unknown: list[UnknownFact]
