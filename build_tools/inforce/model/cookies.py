"""`cookies.yml`: cookies and their like, what they are for and how long they live; `cookie_categories.yml`: their
categories, and which of them need consent."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Final, Self

from pydantic import StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue

from inforce.model.config import Id, Texts
from inforce.model.leaf import Code, LabelLeaf, Listed, Name, Nothing, Value, told
from inforce.model.records import Bases, Entity, Entries, HttpsUrl, ItemRef
from inforce.model.values import CalendarDate, Duration


class Match(StrEnum):
    """How a cookie's name is compared."""

    EXACT = "exact"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    GLOB = "glob"


class CookieType(StrEnum):
    """Where something is kept on, or read from, a visitor's device."""

    COOKIE = "cookie"
    LOCAL_STORAGE = "local_storage"
    SESSION_STORAGE = "session_storage"
    INDEXEDDB = "indexeddb"
    CACHE = "cache"
    PIXEL = "pixel"
    OTHER = "other"


class Party(StrEnum):
    """Who sets it: the site itself, or another one."""

    FIRST = "first"
    THIRD = "third"


class Medium(StrEnum):
    """Where visitors meet it. A banner of the website asks for what is there, and for nothing else."""

    WEBSITE = "website"
    EMAIL = "email"
    APP = "app"
    OTHER = "other"


class LifetimeKind(StrEnum):
    """How the end of a cookie's life is decided."""

    SESSION = "session"
    DURATION = "duration"
    UNTIL_DELETED = "until_deleted"


class Lifetime(Entity):
    """A cookie's life. In YAML: `session`, `until_deleted`, a duration; `{kind: duration}` where the policy says
    that it ends, and not when; `none` (nothing is kept) or `{unknown: …}`: then `kind` is None."""

    primary: ClassVar[tuple[str, ...]] = ("duration",)
    short_forms: ClassVar[tuple[JsonSchemaValue, ...]] = (
        {"enum": ["session", "until_deleted"]},
        {"type": "string", **Duration.json_schema},
    )
    kind: LifetimeKind | None = None
    duration: Value[Duration] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_a_word(cls, data: object) -> object:
        if isinstance(data, str):
            word = data.strip()
            if word in (LifetimeKind.SESSION, LifetimeKind.UNTIL_DELETED):
                return {"kind": word}
            return {"duration": word} if word == Nothing.NONE else {"kind": LifetimeKind.DURATION, "duration": word}
        return data

    @model_validator(mode="after")
    def _kind_fits(self) -> Self:
        match self.kind:
            case None:
                fits = self.duration is not None and self.duration.value is None
            case LifetimeKind.DURATION:
                fits = self.duration is None or not self.duration.none
            case _:
                fits = self.duration is None
        if not fits:
            raise ValueError('write "session", "until_deleted", a duration such as "13 months", "none", or "unknown:"')
        return self


UNSORTED: Final = "x-unsorted"
"""Under which id cookies are shown whose category isn't said or isn't known."""
NECESSARY: Final = "necessary"
COMMON_CATEGORIES: Final = (NECESSARY, "functional", "analytics", "marketing")
"""Categories that every reader knows, in the order in which they are shown; one's own begin with x-."""
CategoryId = Annotated[
    str, StringConstraints(pattern=rf"^({'|'.join(COMMON_CATEGORIES)}|x-[a-z0-9-]+)$", max_length=64)
]
CookiePath = Annotated[str, StringConstraints(pattern=r"^/[^\s;<>]*$", max_length=200)]
"""Below which address of its domain a cookie is sent (RFC 6265, section 5.2.4)."""
Domain = Annotated[str, StringConstraints(pattern=r"^\.?[a-z0-9-]+(\.[a-z0-9-]+)*$", max_length=253)]


class Cookie(Entity):
    """A cookie or its like. `name` is what the browser sees; `label` what readers see where that differs (a pixel)."""

    primary: ClassVar[tuple[str, ...]] = ("label", "name")
    name: Name | None = None
    label: LabelLeaf | None = None
    match: Match = Match.EXACT
    type: Code[CookieType] | None = None
    category: Code[CategoryId] | None = None
    """One's own (x-…) stands in `cookie_categories.yml`. Whether consent is needed is said there, for all of it."""
    provider: Id | None = None
    """A recipient's id; None: the controller itself."""
    party: Code[Party] | None = None
    medium: Medium | None = None
    """None: not said; who shows a banner takes it for one of the website."""
    domains: Listed[Domain] | None = None
    host_only: bool | None = None
    """Whether it is sent to the very host that set it alone (RFC 6265, section 5.3); None: not known."""
    path: CookiePath | None = None
    http_only: bool | None = None
    """Whether scripts cannot read it (RFC 6265, section 4.1.2.6); None: not known."""
    lifetime: Lifetime | None = None
    legal_basis: Bases | None = None
    purposes: Listed[Id] | None = None
    data: Listed[ItemRef] | None = None
    """Which personal data it holds or lets others collect."""
    third_party_access: bool | None = None
    """None: not known."""
    description: Texts | None = None
    opt_out: Texts | None = None
    """How a visitor avoids it, or ends it."""
    policy: Value[HttpsUrl] | None = None
    """What its provider tells of it: a cookie policy of its own."""
    verified: CalendarDate | None = None
    """When someone last looked whether this is so; None: never."""

    @property
    def on_website(self) -> bool:
        """Whether visitors of the website meet it, as far as anybody says."""
        return self.medium in (None, Medium.WEBSITE)

    @model_validator(mode="after")
    def _called_something(self) -> Self:
        if (self.name is None or self.name.none) and self.label is None:
            raise ValueError('what has no name needs a "label:", so that readers know what it is')
        return self

    @model_validator(mode="after")
    def _matches_something(self) -> Self:
        name = told(self.name)
        if isinstance(name, str) and self.match is not Match.EXACT and not name.strip("*?"):
            raise ValueError(f'the name "{name}" would match every cookie; give at least one letter')
        return self

    @model_validator(mode="after")
    def _only_cookies_have_a_path(self) -> Self:
        if told(self.type) is not CookieType.COOKIE:
            for name in ("host_only", "path", "http_only"):
                if getattr(self, name) is not None:
                    raise ValueError(f'only what has "type: cookie" has "{name}:"')
        return self


class Cookies(Entries[Cookie]):
    """`cookies.yml`."""


class CookieCategory(Entity):
    """A category of cookies. `exemption` names why no consent is needed; without it, all of the common ones but
    `necessary` need it (Directive 2002/58/EC, Article 5(3)). Of one's own, `consent_required: true` says that it is
    asked; without either nothing is said, and a banner asks."""

    label: LabelLeaf | None = None
    """What readers see; the common ones have words of their own."""
    description: Texts | None = None
    consent_required: Code[bool] | None = None
    """That consent is asked; for one's own categories (x-…)."""
    exemption: Texts | None = None
    """The rule or opinion that lets a category other than `necessary` go without consent."""

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        if self.consent_required is not None and (self.exemption or self.consent_required.value is False):
            raise ValueError('consent is asked, or an "exemption:" says why not; write one of them')
        return self


class CookieCategories(Entries[CookieCategory]):
    """`cookie_categories.yml`."""

    root: dict[CategoryId, CookieCategory] = {}

    @model_validator(mode="after")
    def _each_is_itself(self) -> Self:
        for name, category in self.root.items():
            if name not in COMMON_CATEGORIES and category.label is None:
                raise ValueError(f'{name} is a category of your own and needs a "label:"')
            if name == NECESSARY and category.exemption:
                raise ValueError(f'what is {NECESSARY} needs no consent; take "exemption:" away')
            if name in COMMON_CATEGORIES and category.consent_required is not None:
                raise ValueError(f'{name} says by itself whether consent is needed; take "consent_required:" away')
        return self

    def consent_required(self, category: str | None) -> bool | None:
        """Whether consent must be asked before a cookie of this category is set; None where nothing says so: who shows
        a banner then asks."""
        found = self.root.get(category) if category else None
        if category == NECESSARY or (found and found.exemption):
            return False
        return True if category in COMMON_CATEGORIES else told(found.consent_required) if found else None
