"""What the facts' files hold: the organisation, purposes, retention, recipients, rights and cookies.

Whatever a text can link to stands in a mapping under an id, never in a list, so that its path stays when others come
and go. References between facts are ids, or whole paths where said so; `facts.dangling` checks them.
"""

from __future__ import annotations

from collections.abc import ItemsView, Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final, Self, TypeVar

from pydantic import (
    AfterValidator,
    ConfigDict,
    Discriminator,
    GetJsonSchemaHandler,
    RootModel,
    SerializerFunctionWrapHandler,
    StringConstraints,
    Tag,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from inforce.model.config import OWN_CODE, Frozen, Id, Texts
from inforce.model.fact_table import PARTIES
from inforce.model.leaf import Code, Concept, LabelLeaf, Leaf, Listed, Name, Nothing, Value, listed
from inforce.model.values import Address, Duration, Email, Identifier, Phone, Url


def _https(url: Url) -> Url:
    for one in url.each:
        if not one.address.startswith("https://"):
            raise ValueError(f'"{one}" does not begin with https://')
    return url


HttpsUrl = Annotated[Url, AfterValidator(_https)]
FactPath = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$", max_length=300)]
"""A path as after `fact:`, for example organisation.controller.email."""
ItemRef = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$", max_length=130)]
"""A category of data, or one item of it: contact, or contact.email."""
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 code."""
OwnId = Annotated[str, StringConstraints(pattern=OWN_CODE, max_length=64)]


class Entity(Frozen):
    """Something with facts of its own. A link to it binds its first `primary` field that is set."""

    primary: ClassVar[tuple[str, ...]] = ("label",)
    short_forms: ClassVar[tuple[JsonSchemaValue, ...]] = ()
    """JSON Schemas of short ways to write it."""
    note: str | None = None
    """For the people who look after the source; never published on a page."""

    @model_validator(mode="before")
    @classmethod
    def _unknown_or_none_as_a_whole(cls, data: object) -> object:
        none = isinstance(data, str) and data.strip() == Nothing.NONE
        if (none or (isinstance(data, Mapping) and data.keys() == {"unknown"})) and cls.primary:
            return {cls.primary[0]: data}
        return data

    @model_serializer(mode="wrap")
    def _without_empty(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """What isn't there is not written: `None`, and mappings and lists that hold nothing."""
        return {key: value for key, value in handler(self).items() if value is not None and value not in ({}, [], ())}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler.resolve_ref_schema(handler(schema))
        if handler.mode == "serialization" or not set(made.get("required", ())) <= set(cls.primary[:1]):
            return made
        unknown = {"type": "object", "properties": {"unknown": {}}, "required": ["unknown"]}
        none = {"const": str(Nothing.NONE)}
        return {"anyOf": [*cls.short_forms, made, none, {**unknown, "additionalProperties": False}]}


EntryType = TypeVar("EntryType", bound=Entity)


class Entries(RootModel[dict[Id, EntryType]]):
    """A file that is a mapping from id to entry."""

    model_config = ConfigDict(frozen=True, defer_build=True)
    root: dict[Id, EntryType] = {}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler.resolve_ref_schema(handler(schema))
        return {**made, "additionalProperties": False} if "patternProperties" in made else made

    def items(self) -> ItemsView[str, EntryType]:
        """Ids and entries, in the order of the file."""
        return self.root.items()

    def get(self, name: str) -> EntryType | None:
        """The entry with this id, or None."""
        return self.root.get(name)


class Labelled(Entity):
    """A concept with, perhaps, a sentence about it."""

    label: LabelLeaf
    description: Texts | None = None


# organisation.yml


class Contact(Entity):
    """Ways to reach someone."""

    primary: ClassVar[tuple[str, ...]] = ("address", "email")
    address: Value[Address] | None = None
    email: Value[Email] | None = None
    phone: Value[Phone] | None = None
    fax: Value[Phone] | None = None
    website: Value[HttpsUrl] | None = None

    @property
    def ways(self) -> Mapping[str, Leaf[Any]]:
        """The ways that are stated, by name, in the order in which they are told."""
        stated = {name: getattr(self, name) for name in Contact.model_fields}
        return {name: leaf for name, leaf in stated.items() if isinstance(leaf, Leaf)}

    @property
    def is_nobody(self) -> bool:
        """Whether all that is stated is that there is none."""
        return bool(self.ways) and all(leaf.none for leaf in self.ways.values())


class Body(Contact):
    """A company, a person or an authority."""

    primary: ClassVar[tuple[str, ...]] = ("name",)
    name: Name
    number: Value[Identifier] | None = None
    """Its number in the register of companies."""
    register_name: Texts | None = None
    in_person: Texts | None = None
    """Where one can come, and when."""

    @property
    def is_nobody(self) -> bool:
        """Whether there is nobody: one without a name of their own may be reached all the same."""
        stated = (self.name, self.number, *self.ways.values())
        return all(leaf.none for leaf in stated if leaf is not None)


class Organisation(Entity):
    """`organisation.yml`: who is responsible, and who watches over it (GDPR, Article 13(1)(a), (b) and (2)(d))."""

    primary: ClassVar[tuple[str, ...]] = ("controller",)
    controller: Body | None = None
    representative: Body | None = None
    dpo: Body | None = None
    authority: Body | None = None
    contact: Contact | None = None
    """Where questions go, if that isn't the controller's own address."""
    roles: dict[Id, Labelled] = {}
    """The roles it acts in, for example controller and processor."""

    @property
    def parties(self) -> Mapping[str, Contact]:
        """Whom one can reach, by name, in the order in which they are told."""
        stated = {name: getattr(self, name) for name in PARTIES}
        return {name: party for name, party in stated.items() if party is not None}

    def reached_by(self, path: str) -> tuple[tuple[str, str, Leaf[Any]], ...]:
        """The ways that a path means, each as party, way and what is stated: one of someone's
        ("organisation.dpo.email"), or all that they have ("organisation.dpo"). None where it leads nowhere."""
        _, name, *way = path.split(".")
        party = self.parties.get(name)
        ways = party.ways if party is not None else {}
        return tuple((name, each, leaf) for each, leaf in ways.items() if not way or each == way[0])


# purposes.yml


class LegalBasis(StrEnum):
    """GDPR, Article 6(1), points (a) to (f), and for special categories of data Article 9(2), points (a) to (j)."""

    CONSENT = "GDPR-6-1-a"
    CONTRACT = "GDPR-6-1-b"
    LEGAL_OBLIGATION = "GDPR-6-1-c"
    VITAL_INTERESTS = "GDPR-6-1-d"
    PUBLIC_TASK = "GDPR-6-1-e"
    LEGITIMATE_INTERESTS = "GDPR-6-1-f"
    EXPLICIT_CONSENT = "GDPR-9-2-a"
    EMPLOYMENT_LAW = "GDPR-9-2-b"
    VITAL_INTERESTS_OF_THE_INCAPABLE = "GDPR-9-2-c"
    MEMBERS = "GDPR-9-2-d"
    MADE_PUBLIC = "GDPR-9-2-e"
    LEGAL_CLAIMS = "GDPR-9-2-f"
    SUBSTANTIAL_PUBLIC_INTEREST = "GDPR-9-2-g"
    HEALTH_CARE = "GDPR-9-2-h"
    PUBLIC_HEALTH = "GDPR-9-2-i"
    ARCHIVES = "GDPR-9-2-j"


Basis = Annotated[
    Annotated[LegalBasis, Tag("listed")] | Annotated[OwnId, Tag("own")],
    Discriminator(lambda data: "own" if isinstance(data, str) and data.startswith("x-") else "listed"),
]
"""A legal basis: a listed one, or one of another law, with a name that begins with x-."""


class Bases(Listed[Basis]):
    """What processing rests on: one basis, or a list of several."""

    @model_validator(mode="before")
    @classmethod
    def _one(cls, data: object) -> object:
        return [data] if isinstance(data, str) and data.strip() != Nothing.NONE else data

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = super().__get_pydantic_json_schema__(schema, handler)
        several = made.get("anyOf", [{}])[0]
        return {**made, "anyOf": [several["items"], *made["anyOf"]]} if "items" in several else made


CONSENTS: Final = (LegalBasis.CONSENT, LegalBasis.EXPLICIT_CONSENT)
"""The bases that are consent."""


class Duty(StrEnum):
    """Whether people must provide their data (GDPR, Article 13(2)(e))."""

    STATUTORY = "statutory"
    CONTRACTUAL = "contractual"
    TO_ENTER_A_CONTRACT = "to-enter-a-contract"
    VOLUNTARY = "voluntary"


class Providing(Entity):
    """Whether data must be provided, and what follows where they are not (GDPR, Article 13(2)(e))."""

    primary: ClassVar[tuple[str, ...]] = ()
    duty: Code[Duty] | None = None
    otherwise: Texts | None = None
    """What follows where the data are not provided."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.duty is None and self.otherwise is None:
            raise ValueError('write "duty:", "otherwise:" or both')
        return self


class Purpose(Labelled):
    """Why data are processed (GDPR, Article 13(1)(c))."""

    legal_basis: Bases | None = None
    """One, or several where it rests on more than one."""
    interest: Concept | None = None
    """The legitimate interest pursued (GDPR, Article 13(1)(d))."""
    providing: Providing | None = None
    part_of: Id | None = None
    """A wider purpose that this one belongs to."""
    data: Listed[ItemRef] | None = None
    recipients: Listed[Id] | None = None
    retention: Listed[Id] | None = None

    @model_validator(mode="after")
    def _interest_fits(self) -> Self:
        if self.interest is not None and LegalBasis.LEGITIMATE_INTERESTS not in listed(self.legal_basis):
            raise ValueError(f'"interest:" is for what rests on {LegalBasis.LEGITIMATE_INTERESTS}')
        return self


class Purposes(Entries[Purpose]):
    """`purposes.yml`."""


# retention.yml


class Retention(Entity):
    """How long data are kept, or by what it is decided (GDPR, Article 13(2)(a)). Exactly one of `keep`, `criteria`
    and `same_as`."""

    primary: ClassVar[tuple[str, ...]] = ("keep", "criteria")
    label: Texts | None = None
    """What is kept so long."""
    keep: Value[Duration] | None = None
    after: Texts | None = None
    """From when it counts, for example "after the end of the contract"."""
    criteria: Concept | None = None
    same_as: Id | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(part is not None for part in (self.keep, self.criteria, self.same_as)) != 1:
            raise ValueError('write exactly one of "keep:", "criteria:" and "same_as:"')
        return self


class Retentions(Entries[Retention]):
    """`retention.yml`."""


# recipients.yml


class RecipientRole(StrEnum):
    """What a recipient is under the GDPR."""

    PROCESSOR = "processor"
    CONTROLLER = "controller"
    JOINT_CONTROLLER = "joint-controller"
    AUTHORITY = "authority"
    OTHER = "other"


class Safeguard(StrEnum):
    """What a transfer to a third country rests on (GDPR, Chapter V)."""

    ADEQUACY = "adequacy"
    STANDARD_CLAUSES = "standard-clauses"
    BINDING_RULES = "binding-rules"
    DEROGATION = "derogation"
    OTHER = "other"


class Transfer(Entity):
    """A transfer to a third country (GDPR, Article 13(1)(f))."""

    label: LabelLeaf | None = None
    """What the safeguard is called: "standard contractual clauses of 4 June 2021"."""
    country: Code[Country] | None = None
    safeguard: Code[Safeguard] | None = None
    description: Texts | None = None
    website: Value[HttpsUrl] | None = None
    """Where the safeguard can be read."""


Transfers = Annotated[
    Annotated[Nothing, Tag("none")] | Annotated[dict[Id, Transfer], Tag("by id")],
    Discriminator(lambda data: "none" if isinstance(data, str) else "by id"),
]
"""Transfers to third countries by their ids, or `none` where the policy says that there are none."""


class Recipient(Entity):
    """Who receives data: by `name`, or as a kind of recipient by `label`."""

    primary: ClassVar[tuple[str, ...]] = ("name", "label")
    name: Name | None = None
    label: LabelLeaf | None = None
    description: Texts | None = None
    role: Code[RecipientRole] | None = None
    privacy: Value[HttpsUrl] | None = None
    """Its own privacy policy."""
    data: Listed[ItemRef] | None = None
    country: Code[Country] | None = None
    transfers: Transfers = {}

    @property
    def sent_to(self) -> Mapping[str, Transfer]:
        """The transfers that are stated."""
        return {} if isinstance(self.transfers, Nothing) else self.transfers

    @model_validator(mode="after")
    def _called_something(self) -> Self:
        if self.name is None and self.label is None:
            raise ValueError('write "name:" for one recipient, or "label:" for a kind of recipients')
        return self


class Recipients(Entries[Recipient]):
    """`recipients.yml`."""


# rights.yml


COURTS: Final = "terms.courts."
"""How the path of a court begins."""


class Right(Labelled):
    """A right, and how to use it."""

    when: Texts | None = None
    """In which cases one has it: "at any time"."""
    how: Texts | None = None
    by: Listed[FactPath] | None = None
    """Where to write: organisation.controller.email; organisation.authority, for all the ways it has; or a court,
    terms.courts.brussels. Left out, what `exercise` says holds."""
    fee: Concept | None = None
    """What it costs, where that isn't said of every right."""
    website: Value[HttpsUrl] | None = None
    """A page that does it: where consent is withdrawn, or an account deleted."""


class Exercise(Entity):
    """What holds for every right (GDPR, Article 12). What is free of charge has `fee: none`."""

    primary: ClassVar[tuple[str, ...]] = ("reply",)
    how: Concept | None = None
    by: Listed[FactPath] | None = None
    """Where to write, for each right that says nothing else: as `by` of a right."""
    reply: Value[Duration] | None = None
    """The time to answer."""
    extended: Value[Duration] | None = None
    """The time to answer in all, where it is extended."""
    identification: Concept | None = None
    fee: Concept | None = None


class Rights(Entity):
    """`rights.yml`: the rights of GDPR, Articles 7(3), 15 to 22 and 77, and `other` ones, whose ids begin with x-."""

    primary: ClassVar[tuple[str, ...]] = ("exercise",)
    exercise: Exercise | None = None
    access: Right | None = None
    correction: Right | None = None
    erasure: Right | None = None
    restriction: Right | None = None
    portability: Right | None = None
    objection: Right | None = None
    decisions: Right | None = None
    """Not to be subject to automated decisions."""
    withdrawal: Right | None = None
    """To withdraw consent."""
    complaint: Right | None = None
    other: dict[OwnId, Right] = {}

    def granted(self) -> Mapping[str, Right]:
        """Every right that is stated, by id, in the order of the regulation, then the others."""
        known = {name: getattr(self, name) for name in type(self).model_fields}
        return {**{name: right for name, right in known.items() if isinstance(right, Right)}, **self.other}

    def used_by(self, name: str) -> Listed[FactPath] | None:
        """Where to write to use a right: what it says itself, else what is said of all. A complaint goes to others than
        a request."""
        own = self.granted()[name].by
        general = self.exercise.by if self.exercise and name != "complaint" else None
        return own or general
