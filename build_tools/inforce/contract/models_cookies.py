"""Cookies in the JSON contract: their categories, and what a consent banner needs of each."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from inforce.contract.codes import (
    CategoryId,
    CookieMedium,
    CookieParty,
    CookieType,
    LegalBasis,
    LifetimeKind,
    NameMatch,
)
from inforce.contract.formats import CookiePath, DataId, Day, Domain, Duration, Id, Line, NamePattern, WebAddress
from inforce.contract.models_facts import Label
from inforce.contract.published import Published, When, said, together
from inforce.model.cookies import CookieType as Technique
from inforce.model.values import Duration as Length

NOT_COOKIES = tuple(code.value for code in Technique if code is not Technique.COOKIE)
_DEVICE = "Directive 2002/58/EC, Article 5(3)"


class PublishedCookieCategory(Published):
    """A category of cookies, and the one answer to whether its cookies need consent."""

    conditions: ClassVar = (
        When({"consent_required": (True,)}, absent=("exemption",)),
        When({"id": ("necessary",)}, absent=("exemption",), equal={"consent_required": False}),
        When({"consent_required": (False,)}, unless={"id": ("necessary",)}, present=("exemption",)),
    )
    id: Annotated[CategoryId, said("Its id.", source="cookies.*.category")]
    label: Annotated[
        Label | None,
        said(
            "What it is called; the common ones are told in `api/v1/words/`.",
            article="GDPR, Article 12(1)",
            source="cookie_categories.*.label",
        ),
    ] = None
    description: Annotated[
        Label | None, said("What it is for.", article=_DEVICE, source="cookie_categories.*.description")
    ] = None
    consent_required: Annotated[
        bool | None,
        said(
            "Whether consent must be asked before a cookie of this category is set. Absent where nothing says so: who "
            "shows a banner is safe to ask, and no page says that it is needed.",
            article=f"{_DEVICE}; GDPR, Article 7",
            source="false for `necessary`, and where `cookie_categories.yml` names an exemption; else true for the "
            "other common categories, and for the company's own where that file says so",
        ),
    ] = None
    exemption: Annotated[
        Label | None,
        said(
            "The rule or opinion that lets a category other than `necessary` go without consent.",
            article=_DEVICE,
            source="cookie_categories.*.exemption",
        ),
    ] = None


class PublishedLifetime(Published):
    """A cookie's life."""

    conditions: ClassVar = (
        *together("duration", "max_age_s"),
        When({"kind": ("session", "until_deleted")}, absent=("duration", "max_age_s")),
    )
    kind: Annotated[
        LifetimeKind | None,
        said("How its end is decided.", article="GDPR, Article 13(2)(a)", source="cookies.*.lifetime.kind"),
    ] = None
    duration: Annotated[
        Duration | None,
        said(
            "How long; for kind `duration` alone. A policy may mean it as the longest time (“13 months at most”), as "
            "its text tells and this doesn't.",
            article="GDPR, Article 13(2)(a)",
            source="cookies.*.lifetime",
        ),
    ] = None
    max_age_s: Annotated[
        int | None,
        Field(gt=0),
        said(
            "The same in seconds by a convention, so no more exact than `duration`: a day has 24 hours, a year 365 "
            "days, a month a twelfth of such a year. Where a server counts months or years otherwise, both are right.",
            article="GDPR, Article 13(2)(a)",
            source="cookies.*.lifetime",
        ),
    ] = None

    @model_validator(mode="after")
    def _both_say_the_same(self) -> Self:
        if self.duration is not None and self.max_age_s != Length.parse(self.duration).nominal_seconds:
            raise ValueError("duration and max_age_s differ")
        return self


class PublishedCookie(Published):
    """A cookie or its like."""

    conditions: ClassVar = (
        *together("name", "match", "pattern"),
        When({"type": NOT_COOKIES}, absent=("host_only", "path", "http_only")),
        When({"category": ("necessary",)}, equal={"consent_required": False}),
    )
    id: Annotated[Id, said("Its id.", source="the key in `cookies.yml`")]
    name: Annotated[
        Line | None,
        said(
            "What the browser sees. Left out, with `match` and `pattern`, where there is none (a pixel), nobody knows "
            "it, or it isn't said.",
            article=_DEVICE,
            source="cookies.*.name",
        ),
    ] = None
    label: Annotated[
        Label | None, said("What readers see where that differs.", article=_DEVICE, source="cookies.*.label")
    ] = None
    match: Annotated[NameMatch | None, said("How `name` is meant.", source="cookies.*.match")] = None
    type: Annotated[CookieType | None, said("What it is technically.", article=_DEVICE, source="cookies.*.type")] = None
    pattern: Annotated[
        NamePattern | None,
        said("A regular expression that the names meant match as a whole.", source="made of `name` and `match`"),
    ] = None
    category: Annotated[CategoryId | None, said("Its category.", article=_DEVICE, source="cookies.*.category")] = None
    provider: Annotated[
        Label | None,
        said(
            "Who sets it, the company itself included.",
            article="GDPR, Article 13(1)(e)",
            source="`cookies.*.provider`, else `organisation.controller.name`",
        ),
    ] = None
    recipient: Annotated[
        Id | None,
        said(
            "The provider's id in `recipients`, where it is not the company itself.",
            article="GDPR, Article 13(1)(e)",
            source="cookies.*.provider",
        ),
    ] = None
    party: Annotated[CookieParty | None, said("Whose it is.", article=_DEVICE, source="cookies.*.party")] = None
    medium: Annotated[
        CookieMedium | None,
        said(
            "Where visitors meet it; absent where nobody says. A banner of the website asks for what is there, or may "
            "be.",
            article=_DEVICE,
            source="cookies.*.medium",
        ),
    ] = None
    domains: Annotated[list[Domain], said("The domains it is set for.", source="cookies.*.domains")]
    host_only: Annotated[
        bool | None,
        said("Whether it is sent to the very host that set it alone (RFC 6265).", source="cookies.*.host_only"),
    ] = None
    path: Annotated[CookiePath | None, said("Below which path it is sent.", source="cookies.*.path")] = None
    http_only: Annotated[
        bool | None, said("Whether scripts cannot read it (RFC 6265).", source="cookies.*.http_only")
    ] = None
    lifetime: Annotated[
        PublishedLifetime | None,
        said(
            "How long it lives. Left out where nothing is kept, nobody knows it, or it isn't said.",
            article="GDPR, Article 13(2)(a)",
            source="cookies.*.lifetime",
        ),
    ] = None
    consent_required: Annotated[
        bool | None,
        said(
            "The answer of its category; absent where that has none.",
            article=f"{_DEVICE}; GDPR, Article 7",
            source="as of its category",
        ),
    ] = None
    legal_basis: Annotated[
        list[LegalBasis],
        said(
            "What the processing after it rests on, each for itself.",
            article="GDPR, Article 13(1)(c)",
            source="cookies.*.legal_basis",
        ),
    ]
    purposes: Annotated[
        list[Id],
        said("Ids in `purposes`.", article=f"{_DEVICE}; GDPR, Article 13(1)(c)", source="cookies.*.purposes"),
    ]
    data: Annotated[
        list[DataId],
        said(
            "The personal data it holds or lets others collect.",
            article="GDPR, Article 14(1)(d)",
            source="cookies.*.data",
        ),
    ]
    third_party_access: Annotated[
        bool | None,
        said(
            "Whether others may have access to it.",
            article="GDPR, Article 13(1)(e)",
            source="cookies.*.third_party_access",
        ),
    ] = None
    description: Annotated[Label | None, said("What it is for.", article=_DEVICE, source="cookies.*.description")] = (
        None
    )
    opt_out: Annotated[
        Label | None, said("How a visitor avoids it, or ends it.", article=_DEVICE, source="cookies.*.opt_out")
    ] = None
    policy: Annotated[
        WebAddress | None,
        said("What its provider tells of it.", article="GDPR, Article 13(1)(e)", source="cookies.*.policy"),
    ] = None
    verified: Annotated[
        Day | None,
        said("The day on which somebody last saw it at work; absent: nobody did.", source="cookies.*.verified"),
    ] = None
