"""A released version: its manifest, its amendments, and the state that both give together.

Digests: `sha256:` and 64 hex digits of the bytes; `w1:` and 64 hex digits for wording (docs/reference/records.md,
"Digests").
Instants are aware datetimes, written as RFC 3339 with the offset they were given in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, Field, PlainSerializer, StringConstraints

from inforce.model.config import (
    ChangeNote,
    Frozen,
    Id,
    Kind,
    Language,
    LanguageStatus,
    Line,
    SectionPlace,
    SectionRole,
)

Digest = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
WordingDigest = Annotated[str, StringConstraints(pattern=r"^w1:[0-9a-f]{64}$")]


def _whole_second(at: datetime) -> datetime:
    if at.microsecond:
        raise ValueError("holds a fraction of a second; records and pages hold whole seconds")
    return at


Instant = Annotated[
    AwareDatetime,
    AfterValidator(_whole_second),
    PlainSerializer(lambda at: at.isoformat(timespec="seconds"), return_type=str),
]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\r\n]*[^\s][^\r\n]*$")]
"""One line that says why, not blank; commands take no other."""


class SectionDigests(Frozen):
    """The two digests of a section's file."""

    bytes: Digest
    wording: WordingDigest


class EditionTerms(Frozen):
    """How an edition stands: its title and weight."""

    title: Line
    status: LanguageStatus
    reviewed: bool | None = None


class AsPublished(Frozen):
    """A version that was public before Inforce recorded it, kept word for word."""

    reason: Reason
    source: Digest


class Accepted(Frozen):
    """A point that was open when a record was made, and the reason why the record was made all the same."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{3}$")]
    place: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9./_-]{1,200}$")]
    """A fact's path, or a file below the policy's folder without its ending: "fr/retention"."""
    message: Annotated[str, StringConstraints(min_length=1, max_length=2_000, pattern=r"^[^\r\n]*$")]
    """What was told of it, without numbers of lines."""
    because: Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\r\n]*$")]


class Manifest(Frozen):
    """`versions/N/manifest.json`, frozen at release."""

    format: Literal[1] = 1
    made_by: Line
    """The writer, "inforce 0.1.0" (`model.writer`)."""
    wording_algorithm: Literal["w1"] = "w1"
    policy: Id
    version: Annotated[int, Field(ge=1)]
    effective_from: Instant
    announced: Instant | None = None
    """When visitors could first read it; None where a version kept as it was published does not say."""
    announced_because: Reason | None = None
    """Where readers could see it, when `announced` lies before the release."""
    released: Instant
    kind: Kind
    consent_epoch: Annotated[int, Field(ge=1)]
    time_zone: str
    authoritative_language: Language
    languages: dict[Language, EditionTerms]
    sections: tuple[SectionPlace, ...]
    numbering: tuple[str, ...]
    lists: tuple[str, ...] | None = None
    """How labels of items look; None where it has no styles of its own."""
    roles: dict[SectionRole, Id] = {}
    digests: dict[Language, dict[Id, SectionDigests]]
    files: dict[str, Digest]
    """Every other file of the version, by its path below `versions/N/`."""
    changes: tuple[ChangeNote, ...] = ()
    previous: Digest | None = None
    heads: dict[str, str] = {}
    """The last amendment of each earlier version: its number to the digest of its `amendment.json` (or manifest)."""
    as_published: AsPublished | None = None
    to_follow: tuple[Language, ...] | None = None
    """The languages of `policy.yml` that it was released without, by choice: their translations are added later."""
    accepted: tuple[Accepted, ...] = ()
    """What was open when it was released."""


class AmendmentType(StrEnum):
    """What an amendment does."""

    TRANSLATION = "translation"
    CORRECTION = "correction"
    POSTPONEMENT = "postponement"
    WITHDRAWAL = "withdrawal"


class Amendment(Frozen):
    """`versions/N/amendments/NNNN/amendment.json`, append-only."""

    format: Literal[1] = 1
    made_by: Line
    """The writer, "inforce 0.1.0" (`model.writer`)."""
    type: AmendmentType
    recorded: Instant
    reason: Reason
    previous: Digest
    effective_from: Instant | None = None
    """Of a postponement: the new date. Of a withdrawal: the instant from which the version no longer applies."""
    languages: dict[Language, EditionTerms] = {}
    digests: dict[Language, dict[Id, SectionDigests]] = {}
    facts: tuple[str, ...] = ()
    """Of a correction: the facts that it corrects, by path; its `facts.json` holds their values and nothing else."""
    files: dict[str, Digest] = {}
    accepted: tuple[Accepted, ...] = ()
    """What is open in what it brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The text of one version in one language, amendments applied."""

    policy: str
    version: int
    language: str
    title: str
    status: LanguageStatus
    reviewed: bool | None = None
    revision: int
    sections: Mapping[str, str]
    """Section id to its source file's text."""
    digests: Mapping[str, SectionDigests]
    paths: Mapping[str, str]
    """Section id to its file, relative to the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The words and facts of a policy in all its languages: what a draft and a released version have in common."""

    policy: str
    kind: Kind
    consent_epoch: int
    time_zone: str
    authoritative_language: str
    order: tuple[SectionPlace, ...]
    numbering: tuple[str, ...]
    lists: tuple[str, ...] = ()
    """How labels of items look at each level of numbered lists."""
    roles: Mapping[SectionRole, str] = field(default_factory=dict)
    """What sections, or parts of them, are about: role to id."""
    editions: Mapping[str, Edition]
    changes: tuple[ChangeNote, ...]
    facts: Mapping[str, Any]
    """`facts.json` as it was, overlays of amendments applied: the plain data of `model.facts.Facts`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Version):
    """The working text as the version that it may become: it has no number and no dates yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedVersion(Version):
    """A version as it stands: manifest and amendments in order."""

    number: int
    effective_from: datetime
    first_effective: datetime
    """When it was to take effect as released; each postponement has moved `effective_from` on from there."""
    announced: datetime | None
    """When visitors could first read it; None where a version kept as published does not say."""
    announced_because: str | None = None
    """Where readers could see it before it was released, if `announced` says so."""
    released: datetime
    withdrawn: datetime | None = None
    """From when it no longer applies, if it was withdrawn."""
    amendments: tuple[Amendment, ...] = ()
    as_published: AsPublished | None = None
    head: str
    """The digest of the last link of its chain: its manifest, or its last amendment. '' while it is planned."""
    to_follow: tuple[str, ...] = ()
    """The languages that it was released without, and that were to be added later."""

    @property
    def records(self) -> tuple[str, ...]:
        """The digest of the manifest, then of each amendment: each names the one before it, and `head` is the last."""
        return (*(each.previous for each in self.amendments), self.head)
