"""The summary of the JSON contract, version 1, as models: what every field means.

Additive only: fields may come, none changes its meaning or goes. Consumers ignore what they do not know. A value that
nobody knows is left out and named in `unknown`; one that does not exist is left out and named in `none`; one that is
left out and named in neither is not said, if the file's version of the contract has such a field (`since.py`). A list
is always there: an empty one that is named in neither says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, Field, model_validator

from inforce.contract.codes import ChangeKind, LanguageStatus, SectionRole
from inforce.contract.formats import (
    ContractVersion,
    Duration,
    Id,
    Instant,
    Language,
    Line,
    Pointer,
    SitePath,
    TextDigest,
)
from inforce.contract.models_cookies import PublishedCookie, PublishedCookieCategory, PublishedLifetime
from inforce.contract.models_facts import (
    Answer,
    AutomatedDecisions,
    Court,
    Described,
    Excluded,
    Label,
    Party,
    Period,
    PostalAddress,
    PublishedCategory,
    PublishedItem,
    PublishedLiability,
    PublishedProviding,
    PublishedPurpose,
    PublishedRecipient,
    PublishedRight,
    PublishedRole,
    PublishedSource,
    PublishedTransfer,
    Reach,
)
from inforce.contract.models_terms import PublishedAct, PublishedMoney, PublishedTerm
from inforce.contract.published import Distinct, Published, said
from inforce.model.fact_table import PARTIES

__all__ = [
    "Answer",
    "AutomatedDecisions",
    "Change",
    "Court",
    "Described",
    "Excluded",
    "Label",
    "Party",
    "Period",
    "PostalAddress",
    "PublishedAct",
    "PublishedCategory",
    "PublishedCookie",
    "PublishedCookieCategory",
    "PublishedItem",
    "PublishedLiability",
    "PublishedLifetime",
    "PublishedMoney",
    "PublishedProviding",
    "PublishedPurpose",
    "PublishedRecipient",
    "PublishedRight",
    "PublishedRole",
    "PublishedSection",
    "PublishedSource",
    "PublishedTerm",
    "PublishedTransfer",
    "Reach",
    "Summary",
    "UnknownFact",
]


class PublishedSection(Published):
    """A section of the text, or a part of one that has an id, and where to read it."""

    id: Annotated[Id, said("Its id, the same in every language and version.", source="`policy.yml`, `sections:`")]
    parent: Annotated[Id | None, said("The section that it is a part of; absent for one on the first level.")] = None
    roles: Annotated[
        list[SectionRole], said("What it is about, where that is declared.", source="`policy.yml`, `roles:`")
    ]
    number: Annotated[
        Line | None,
        said(
            "Its number as shown, without a full stop at its end; absent where it has none.",
            source="`policy.yml`, `numbering:`",
        ),
    ] = None
    title: Annotated[
        str, said("Its heading, without a full stop or a colon at its end.", source="the heading in the text")
    ]
    path: Annotated[SitePath, said("Where to read it, for good.")]


class Change(Published):
    """What the version changes."""

    kind: Annotated[
        ChangeKind | None,
        said("What kind of change; absent for a first version without notes.", source="the notes in `changes/`"),
    ] = None
    notes: Annotated[list[Label], said("The notes for visitors.", source="the notes in `changes/`")]


class UnknownFact(Published):
    """A value that nobody here knows, and why."""

    pointer: Annotated[Pointer, said("Where it would stand in this file.")]
    reason: Annotated[Label, said("Why nobody knows it.", source="`unknown:` in the place of the value")]


@dataclass(frozen=True, slots=True)
class SomethingOf:
    """Of a party that is there, something is told, or something is named as not known."""

    party: str

    def broken_by(self, summary: Summary) -> bool:
        """Whether a summary is not as this says."""
        party = getattr(summary, self.party)
        told = party is None or any(value is not None for _, value in party)
        return not told and not any(fact.pointer.startswith(f"/{self.party}/") for fact in summary.unknown)

    @property
    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        pointer = {"properties": {"pointer": {"pattern": f"^/{self.party}/"}}}
        return {
            "if": {"required": [self.party], "properties": {self.party: {"maxProperties": 0}}},
            "then": {"properties": {"unknown": {"contains": pointer}}},
        }


class Summary(Published):
    """The summary of one edition and revision. Immutable: status and end of validity stand only in the index."""

    conditions: ClassVar = tuple(map(SomethingOf, PARTIES))

    format: Annotated[Literal["inforce-summary-1"], said("What this file is.")] = "inforce-summary-1"
    contract: Annotated[
        ContractVersion,
        said(
            "The version of the contract that this file was made by. What came with a later one isn't in it, whatever "
            "the policy says."
        ),
    ]
    policy: Annotated[Id, said("The policy.", source="its folder in `policy_src/`")]
    version: Annotated[int, Field(ge=1), said("The version of the policy.", source="counted by `inforce release`")]
    revision: Annotated[int, Field(ge=1), said("The revision of the edition.", source="counted by `inforce amend`")]
    language: Annotated[Language, said("The language of the edition.", source="`policy.yml`, `languages:`")]
    language_status: Annotated[
        LanguageStatus, said("Which weight its text has.", source="`policy.yml`, `languages:`, `status:`")
    ]
    reviewed: Annotated[
        bool | None,
        said(
            "Whether counsel has reviewed the text in this language; absent where nobody says.",
            source="`policy.yml`, `languages:`, `reviewed:`",
        ),
    ] = None
    authoritative_language: Annotated[
        Language, said("The language whose text prevails.", source="`policy.yml`, `languages:`")
    ]
    title: Annotated[Line, said("The title of the policy.", source="`policy.yml`, `title:`")]
    path: Annotated[SitePath, said("Where to read the version, for good.")]
    effective_from: Annotated[
        Instant,
        said("From when it is in force, as known when this file was made.", source="`inforce release --effective`"),
    ]
    announced: Annotated[
        Instant | None,
        said("From when it can be read; absent where nobody recorded it.", source="`inforce release --announced`"),
    ] = None
    text_digest: Annotated[TextDigest, said("The digest of the words of this edition.")]
    consent_epoch: Annotated[
        int,
        Field(ge=1),
        said(
            "Grows only when consent must be asked again. Each policy counts its own: keep it with the policy's id.",
            article="GDPR, Article 7",
            source="`inforce release --ask-consent-again`",
        ),
    ]
    change: Annotated[Change, said("What kind of change it is, and the notes on it.")]
    controller: Annotated[
        Party | None,
        said(
            "Who is responsible; of several, whom the policy names first.",
            article="GDPR, Article 13(1)(a)",
            source="organisation.controller",
        ),
    ] = None
    representative: Annotated[
        Party | None,
        said(
            "The representative in the European Union; of several, whom the policy names first.",
            article="GDPR, Articles 13(1)(a) and 27",
            source="organisation.representative",
        ),
    ] = None
    dpo: Annotated[
        Party | None,
        said(
            "The data protection officer; of several, whom the policy names first.",
            article="GDPR, Articles 13(1)(b) and 37",
            source="organisation.dpo",
        ),
    ] = None
    authority: Annotated[
        Party | None,
        said(
            "The authority to complain to; of several, which the policy names first.",
            article="GDPR, Articles 13(2)(d) and 77",
            source="organisation.authority",
        ),
    ] = None
    contact: Annotated[
        Reach | None,
        said(
            "Where questions go, if that is not the controller's own address.",
            article="GDPR, Article 13(1)(a)",
            source="organisation.contact",
        ),
    ] = None
    roles: Annotated[
        list[PublishedRole],
        said("The roles it acts in.", article="GDPR, Article 4(7) and (8)", source="organisation.roles"),
    ]
    data: Annotated[
        list[PublishedCategory],
        said("The personal data processed.", article="GDPR, Article 14(1)(d)", source="data.categories"),
    ]
    sources: Annotated[
        list[PublishedSource],
        said("Where data come from.", article="GDPR, Article 14(2)(f)", source="data.sources"),
    ]
    purposes: Annotated[
        list[PublishedPurpose],
        said("Why data are processed.", article="GDPR, Article 13(1)(c)", source="purposes.*"),
    ]
    retention: Annotated[
        list[Period], said("How long data are kept.", article="GDPR, Article 13(2)(a)", source="retention.*")
    ]
    recipients: Annotated[
        list[PublishedRecipient],
        said("Who receives data.", article="GDPR, Article 13(1)(e)", source="recipients.*"),
    ]
    rights: Annotated[
        list[PublishedRight],
        said(
            "The rights, and how to use them.",
            article="GDPR, Articles 13(2)(b) to (d), 7(3), 15 to 22 and 77",
            source="rights.*",
        ),
    ]
    answer: Annotated[
        Answer | None,
        said("What holds for every right.", article="GDPR, Article 12(3) to (6)", source="rights.exercise"),
    ] = None
    automated_decisions: Annotated[
        AutomatedDecisions | None,
        said(
            "Decisions by machines alone.",
            article="GDPR, Articles 13(2)(f) and 22",
            source="terms.automated_decisions",
        ),
    ] = None
    children_age: Annotated[
        int | None,
        Field(ge=0),
        said("From what age on data are collected.", article="GDPR, Article 8", source="terms.children.age"),
    ] = None
    liability: Annotated[PublishedLiability | None, said("What the company answers for.", source="terms.liability")] = (
        None
    )
    law: Annotated[Described | None, said("The law that holds.", source="terms.law")] = None
    courts: Annotated[list[Court], said("The courts that may decide.", source="terms.courts")]
    settlement: Annotated[
        Duration | None, said("How long the parties try to settle first.", source="terms.settlement")
    ] = None
    acts: Annotated[list[PublishedAct], said("The laws and regulations that the text cites.", source="terms.acts.*")]
    terms: Annotated[
        list[PublishedTerm],
        said(
            "What else the text states: periods, days, numbers, amounts, and things by their names.",
            source="terms.other.*",
        ),
    ]
    cookie_categories: Annotated[
        list[PublishedCookieCategory],
        said(
            "The categories that the cookies have.",
            article="Directive 2002/58/EC, Article 5(3)",
            source="cookie_categories.*",
        ),
    ]
    cookies: Annotated[
        list[PublishedCookie],
        said("Cookies and their like.", article="Directive 2002/58/EC, Article 5(3)", source="cookies.*"),
    ]
    sections: Annotated[
        list[PublishedSection],
        said("The sections of the text, in reading order.", source="`policy.yml`, `sections:`"),
    ]
    stated_in: Annotated[
        dict[Pointer, Id],
        said(
            "Which section states what stands in this file: from the place of a fact, or of an entry that has some, to "
            "the section's id, as far as the text links to it. An entry is stated where its name or its first fact is, "
            "else where any of its facts is. That a fact isn't here doesn't prove that the text is silent on it."
        ),
    ]
    unknown: Annotated[
        list[UnknownFact],
        Distinct("pointer"),
        said("What nobody here knows.", source="`unknown:` in the place of a value"),
    ]
    none: Annotated[
        list[Pointer],
        Distinct(),
        said("What does not exist: no such officer, name or fee.", source="`none` in the place of a value"),
    ]

    @model_validator(mode="after")
    def _what_is_named_as_left_out_is(self) -> Self:
        for pointer in (*self.none, *(fact.pointer for fact in self.unknown)):
            node: Any = self
            for step in pointer.split("/")[1:]:
                if isinstance(node, list):
                    if not step.isdecimal() or int(step) >= len(node):
                        raise ValueError(f"{pointer} leads nowhere")
                    node = node[int(step)]
                else:  # what only a later version knows, this one lets pass
                    node = getattr(node, step, None) if isinstance(node, BaseModel) else None
            if node is not None and node != []:
                raise ValueError(f"{pointer} is there")
        return self
