"""All that is published: what `pages` and `summary` make their files from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from inforce.model.config import LinkTarget, PolicyConfig, Site
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.version import Amendment, Draft, ReleasedVersion, Version
from inforce.timeline import Timeline


class Part(StrEnum):
    """What a site shows of one policy, whichever others it has."""

    COOKIES = "cookies"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadVersion:
    """A version, or a draft, and its editions, by language."""

    version: Version
    facts: Facts
    """Those that it speaks of."""
    editions: Mapping[str, ReadEdition]

    @property
    def number(self) -> int | None:
        """The version's number; None of a draft."""
        return None

    @property
    def states(self) -> tuple[Part, ...]:
        """What it can be shown for: its cookies; its rights, and so whom to write to."""
        there = {
            Part.COOKIES: bool(self.facts.cookies.root),
            Part.CONTACT: bool(self.facts.rights.exercise or self.facts.rights.granted()),
        }
        return tuple(part for part in Part if there[part])


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDraft(ReadVersion):
    """The working text, shown where drafts are asked for."""

    version: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedVersion(ReadVersion):
    """A released version with all its revisions."""

    version: ReleasedVersion
    revisions: Mapping[str, tuple[PublishedRevision, ...]] = field(default_factory=dict)
    """Language to every revision of its edition, the first first."""

    @property
    def number(self) -> int:
        """The version's number."""
        return self.version.number


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRevision:
    """An edition as it stood from one of its version's records to the next that touched it."""

    language: str
    number: int
    recorded: datetime
    """From when it holds; the first of a version that was public before it was recorded held before, too."""
    replaced: datetime | None
    """When the next revision was recorded; None for the newest."""
    amendment: Amendment | None
    """The record that made it; None for the release."""
    stood: PublishedVersion
    """The whole version after that record; it has no revisions of its own."""

    @property
    def edition(self) -> ReadEdition:
        """The edition as it stood."""
        return self.stood.editions[self.language]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPolicy:
    """A policy with every released version, oldest number first, and the draft where drafts are asked for."""

    id: str
    config: PolicyConfig
    timeline: Timeline
    versions: tuple[PublishedVersion, ...]
    draft: PublishedDraft | None

    def version(self, number: int) -> PublishedVersion:
        """A released version by its number. Raises KeyError."""
        for published in self.versions:
            if published.number == number:
                return published
        raise KeyError(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSite:
    """The whole site as of an instant (aware datetime)."""

    site: Site
    policies: tuple[PublishedPolicy, ...]
    links: Mapping[str, LinkTarget]
    as_of: datetime

    def governing(self, part: Part, at: datetime | None = None) -> tuple[PublishedPolicy, int] | None:
        """The policy and the number of the version whose facts hold for the whole site, at an instant (aware), by what
        is known now: of those that state such facts the one that came into force last; of two at one instant, the
        site's first policy. Where none states any, of all."""
        now = ((policy, policy.timeline.in_force_at(at or self.as_of)) for policy in self.policies)
        found = [(policy, term) for policy, term in now if term is not None]
        if not found:
            return None
        policy, term = max(
            found, key=lambda each: (part in each[0].version(each[1].version).states, each[1].effective_from)
        )
        return policy, term.version
