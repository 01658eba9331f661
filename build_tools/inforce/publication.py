"""All that is published: what `pages` and `summary` make their files from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from inforce.model.config import LinkTarget, PolicyConfig, Site
from inforce.model.edition import ReadEdition
from inforce.model.facts import Facts
from inforce.model.version import Version
from inforce.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedVersion:
    """A version and its editions, by language. `version.number` is None for a draft."""

    version: Version
    facts: Facts
    editions: Mapping[str, ReadEdition]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPolicy:
    """A policy with every released version, oldest number first, and the draft where drafts are asked for."""

    id: str
    config: PolicyConfig
    timeline: Timeline
    versions: tuple[PublishedVersion, ...]
    draft: PublishedVersion | None

    def version(self, number: int) -> PublishedVersion:
        """A released version by its number. Raises KeyError."""
        for published in self.versions:
            if published.version.number == number:
                return published
        raise KeyError(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSite:
    """The whole site as of an instant (aware datetime)."""

    site: Site
    policies: tuple[PublishedPolicy, ...]
    links: Mapping[str, LinkTarget]
    as_of: datetime
