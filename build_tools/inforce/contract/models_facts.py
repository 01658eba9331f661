"""Facts in the JSON contract: people, data, purposes, periods, recipients, rights and terms; cookies have their own."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from inforce.contract.codes import DataRole, Duty, LegalBasis, RecipientRole, RightId, Safeguard
from inforce.contract.formats import (
    Country,
    DataId,
    Duration,
    Email,
    Id,
    Language,
    Line,
    Phone,
    Pointer,
    Text,
    WebAddress,
)
from inforce.contract.published import Published, When, said

_PURPOSE, _RECIPIENT, _TRANSFER = "GDPR, Article 13(1)(c)", "GDPR, Article 13(1)(e)", "GDPR, Article 13(1)(f)"
_DATA, _KEPT, _RIGHTS = "GDPR, Article 14(1)(d)", "GDPR, Article 13(2)(a)", "GDPR, Article 13(2)(b) to (d)"
_DECISIONS = "GDPR, Articles 13(2)(f) and 22"


class Label(Published):
    """Words for people."""

    text: Annotated[Text, said("The words.")]
    lang: Annotated[
        Language | None,
        said("Their language, where it is not that of the file.", source="the language whose words there are"),
    ] = None


class PostalAddress(Published):
    """An address: as it is written on a letter, and its parts."""

    lines: Annotated[
        list[Line],
        Field(min_length=1),
        said("As it is written on a letter.", source="made of the parts, as CLDR has it"),
    ]
    street: Annotated[Line | None, said("The street.", source="organisation.*.address.street")] = None
    number: Annotated[Line | None, said("The number of the house.", source="organisation.*.address.number")] = None
    postal_code: Annotated[Line | None, said("The postal code.", source="organisation.*.address.postal_code")] = None
    locality: Annotated[Line | None, said("The place.", source="organisation.*.address.locality")] = None
    region: Annotated[
        Line | None,
        said("A state or a province, where addresses of the country name one.", source="organisation.*.address.region"),
    ] = None
    country: Annotated[Country | None, said("The country.", source="organisation.*.address.country")] = None


class Reach(Published):
    """Ways to reach someone."""

    address: Annotated[
        PostalAddress | None,
        said(
            "By post; of several addresses, the first. So it is with each way.",
            article="GDPR, Article 13(1)(a)",
            source="organisation.*.address",
        ),
    ] = None
    email: Annotated[
        Email | None, said("By e-mail.", article="GDPR, Article 13(1)(a)", source="organisation.*.email")
    ] = None
    phone: Annotated[
        Phone | None, said("By telephone.", article="GDPR, Article 13(1)(a)", source="organisation.*.phone")
    ] = None
    fax: Annotated[Phone | None, said("By fax.", article="GDPR, Article 13(1)(a)", source="organisation.*.fax")] = None
    website: Annotated[
        WebAddress | None,
        said("On the web.", article="GDPR, Article 13(1)(a)", source="organisation.*.website"),
    ] = None


class Party(Reach):
    """A company, a person or an authority."""

    name: Annotated[
        Label | None,
        said("The name.", article="GDPR, Article 13(1)(a)", source="organisation.*.name"),
    ] = None
    number: Annotated[Line | None, said("The number in its register.", source="organisation.*.number")] = None
    register_name: Annotated[Label | None, said("Which register.", source="organisation.*.register_name")] = None
    in_person: Annotated[
        Label | None,
        said("Where one can come, and when.", article="GDPR, Article 13(1)(a)", source="organisation.*.in_person"),
    ] = None


class Period(Published):
    """How long something is kept: a duration after a moment, or the criteria that decide it."""

    conditions: ClassVar = (When({"duration": ()}, absent=("criteria",)),)
    id: Annotated[Id, said("Its id.", source="the key in `retention.yml`")]
    label: Annotated[Label | None, said("What is kept.", article=_KEPT, source="retention.*.label")] = None
    duration: Annotated[
        Duration | None,
        said(
            "How long. A policy may mean it as the longest time (“two years at most”), as its text tells and this "
            "doesn't.",
            article=_KEPT,
            source="retention.*.keep",
        ),
    ] = None
    after: Annotated[Label | None, said("From when it counts.", article=_KEPT, source="retention.*.after")] = None
    criteria: Annotated[Label | None, said("What decides how long.", article=_KEPT, source="retention.*.criteria")] = (
        None
    )


class PublishedProviding(Published):
    """Whether people must provide their data, and what follows where they do not."""

    duty: Annotated[
        Duty | None, said("Whether they must.", article="GDPR, Article 13(2)(e)", source="purposes.*.providing.duty")
    ] = None
    otherwise: Annotated[
        Label | None,
        said("What follows otherwise.", article="GDPR, Article 13(2)(e)", source="purposes.*.providing.otherwise"),
    ] = None


class PublishedPurpose(Published):
    """Why data are processed."""

    id: Annotated[Id, said("Its id.", source="the key in `purposes.yml`")]
    label: Annotated[Label | None, said("The purpose.", article=_PURPOSE, source="purposes.*.label")] = None
    description: Annotated[
        Label | None, said("A sentence about it.", article=_PURPOSE, source="purposes.*.description")
    ] = None
    part_of: Annotated[
        Id | None, said("The wider purpose that it belongs to.", article=_PURPOSE, source="purposes.*.part_of")
    ] = None
    legal_basis: Annotated[
        list[LegalBasis],
        said(
            "What it rests on, each for itself.",
            article="GDPR, Articles 6(1), 9(2) and 13(1)(c)",
            source="purposes.*.legal_basis",
        ),
    ]
    interest: Annotated[
        Label | None,
        said("The legitimate interest pursued.", article="GDPR, Article 13(1)(d)", source="purposes.*.interest"),
    ] = None
    providing: Annotated[
        PublishedProviding | None,
        said("Whether data must be provided.", article="GDPR, Article 13(2)(e)", source="purposes.*.providing"),
    ] = None
    data: Annotated[list[DataId], said("The data processed.", article=_DATA, source="purposes.*.data")]
    recipients: Annotated[
        list[Id], said("Who receives them: ids in `recipients`.", article=_RECIPIENT, source="purposes.*.recipients")
    ]
    retention: Annotated[
        list[Id], said("How long they are kept: ids in `retention`.", article=_KEPT, source="purposes.*.retention")
    ]


class PublishedItem(Published):
    """One thing in a category of personal data."""

    id: Annotated[Id, said("Its id, within the category.", source="the key in `data.yml`")]
    label: Annotated[Label | None, said("What it is.", article=_DATA, source="data.categories.*.items.*")] = None


class PublishedCategory(Published):
    """A category of personal data, with the items it is made of."""

    id: Annotated[Id, said("Its id.", source="the key in `data.yml`")]
    label: Annotated[Label | None, said("What it is.", article=_DATA, source="data.categories.*.label")] = None
    description: Annotated[
        Label | None, said("A sentence about it.", article=_DATA, source="data.categories.*.description")
    ] = None
    role: Annotated[
        DataRole | None,
        said(
            "The company's role in processing them.",
            article="GDPR, Article 4(7) and (8)",
            source="data.categories.*.role",
        ),
    ] = None
    items: Annotated[list[PublishedItem], said("What it is made of.", article=_DATA, source="data.categories.*.items")]


class PublishedSource(Published):
    """Where data come from."""

    id: Annotated[Id, said("Its id.", source="the key in `data.yml`")]
    label: Annotated[
        Label | None, said("The source.", article="GDPR, Article 14(2)(f)", source="data.sources.*.label")
    ] = None
    description: Annotated[
        Label | None,
        said("A sentence about it.", article="GDPR, Article 14(2)(f)", source="data.sources.*.description"),
    ] = None
    role: Annotated[
        DataRole | None,
        said(
            "In which role; absent: in every one.",
            article="GDPR, Article 4(7) and (8)",
            source="data.sources.*.role",
        ),
    ] = None


class PublishedTransfer(Published):
    """A transfer to a third country: what it rests on, what that is called, and where it can be read."""

    id: Annotated[Id, said("Its id.", source="the key below `transfers:`")]
    country: Annotated[
        Country | None, said("The third country.", article=_TRANSFER, source="recipients.*.transfers.*.country")
    ] = None
    safeguard: Annotated[
        Safeguard | None, said("What it rests on.", article=_TRANSFER, source="recipients.*.transfers.*.safeguard")
    ] = None
    label: Annotated[
        Label | None,
        said("What that is called.", article=_TRANSFER, source="recipients.*.transfers.*.label"),
    ] = None
    description: Annotated[
        Label | None,
        said("A sentence about it.", article=_TRANSFER, source="recipients.*.transfers.*.description"),
    ] = None
    website: Annotated[
        WebAddress | None,
        said("Where it can be read.", article=_TRANSFER, source="recipients.*.transfers.*.website"),
    ] = None


class PublishedRecipient(Published):
    """Who receives data, by `name`, or a kind of recipients, by `label`."""

    id: Annotated[Id, said("Its id.", source="the key in `recipients.yml`")]
    name: Annotated[Label | None, said("Who it is.", article=_RECIPIENT, source="recipients.*.name")] = None
    label: Annotated[
        Label | None, said("What kind of recipients.", article=_RECIPIENT, source="recipients.*.label")
    ] = None
    description: Annotated[
        Label | None, said("A sentence about it.", article=_RECIPIENT, source="recipients.*.description")
    ] = None
    role: Annotated[
        RecipientRole | None,
        said("What it is under the GDPR.", article="GDPR, Article 4(7) to (10)", source="recipients.*.role"),
    ] = None
    privacy: Annotated[WebAddress | None, said("Its own privacy policy.", source="recipients.*.privacy")] = None
    data: Annotated[list[DataId], said("The data it receives.", article=_RECIPIENT, source="recipients.*.data")]
    country: Annotated[
        Country | None, said("The country it is in.", article=_TRANSFER, source="recipients.*.country")
    ] = None
    transfers: Annotated[
        list[PublishedTransfer],
        said("Transfers to third countries.", article=_TRANSFER, source="recipients.*.transfers"),
    ]


class PublishedRight(Published):
    """A right, and how to use it."""

    id: Annotated[
        RightId,
        said("Which right; the company's own begin with `x-`.", source="the key in `rights.yml`"),
    ]
    label: Annotated[Label | None, said("The right.", article=_RIGHTS, source="rights.*.label")] = None
    description: Annotated[
        Label | None, said("A sentence about it.", article=_RIGHTS, source="rights.*.description")
    ] = None
    when: Annotated[Label | None, said("In which cases one has it.", article=_RIGHTS, source="rights.*.when")] = None
    how: Annotated[Label | None, said("How to use it.", article="GDPR, Article 12(2)", source="rights.*.how")] = None
    contacts: Annotated[
        list[Pointer],
        said(
            "Where to write: places in this file, of ways to reach somebody (`/controller/email`) and of courts "
            "(`/courts/0`). What stands there may be named in `unknown`. Where the policy says nothing of its own for "
            "this right, those of `answer`; a complaint has its own alone.",
            article="GDPR, Article 12(2)",
            source="rights.*.by",
        ),
    ]
    fee: Annotated[
        Label | None,
        said(
            "What it costs, where that is said of this right alone; `none` names it where it is free of charge.",
            article="GDPR, Article 12(5)",
            source="rights.*.fee",
        ),
    ] = None
    website: Annotated[
        WebAddress | None, said("A page that does it.", article="GDPR, Article 12(2)", source="rights.*.website")
    ] = None


class Answer(Published):
    """What holds for every right."""

    how: Annotated[
        Label | None, said("How to use one.", article="GDPR, Article 12(2)", source="rights.exercise.how")
    ] = None
    contacts: Annotated[
        list[Pointer],
        said(
            "Where to write, for each right that has nothing of its own: places in this file.",
            article="GDPR, Article 12(2)",
            source="rights.exercise.by",
        ),
    ]
    reply: Annotated[
        Duration | None,
        said("The time to answer.", article="GDPR, Article 12(3)", source="rights.exercise.reply"),
    ] = None
    extended: Annotated[
        Duration | None,
        said(
            "The time to answer in all, where it is extended.",
            article="GDPR, Article 12(3)",
            source="rights.exercise.extended",
        ),
    ] = None
    identification: Annotated[
        Label | None,
        said("How one shows who one is.", article="GDPR, Article 12(6)", source="rights.exercise.identification"),
    ] = None
    fee: Annotated[
        Label | None,
        said(
            "What it costs; `none` names it where it is free of charge.",
            article="GDPR, Article 12(5)",
            source="rights.exercise.fee",
        ),
    ] = None


class AutomatedDecisions(Published):
    """Decisions by machines alone, profiling included."""

    label: Annotated[
        Label | None, said("What is decided.", article=_DECISIONS, source="terms.automated_decisions.label")
    ] = None
    logic: Annotated[
        Label | None, said("The logic involved.", article=_DECISIONS, source="terms.automated_decisions.logic")
    ] = None
    consequences: Annotated[
        Label | None,
        said("What it means for people.", article=_DECISIONS, source="terms.automated_decisions.consequences"),
    ] = None


class Excluded(Published):
    """What the company does not answer for."""

    id: Annotated[Id, said("Its id.", source="the key below `excluded:`")]
    label: Annotated[Label | None, said("What it is.", source="terms.liability.excluded.*")] = None


class PublishedLiability(Published):
    """What the company answers for, and what not."""

    label: Annotated[Label | None, said("What it answers for.", source="terms.liability.label")] = None
    description: Annotated[Label | None, said("A sentence about it.", source="terms.liability.description")] = None
    excluded: Annotated[list[Excluded], said("What it does not answer for.", source="terms.liability.excluded")]


class Described(Published):
    """A thing by its name, perhaps with a sentence about it."""

    label: Annotated[Label | None, said("What it is called.", source="`label:` of the entry")] = None
    description: Annotated[Label | None, said("A sentence about it.", source="`description:` of the entry")] = None


class Court(Described):
    """A court that may decide."""

    id: Annotated[Id, said("Its id.", source="the key below `courts:`")]


class PublishedRole(Described):
    """A role that the company acts in."""

    id: Annotated[Id, said("Its id.", source="the key below `roles:`")]
