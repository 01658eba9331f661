"""Every digest that a site vouches for, and what has it: words and files of each revision, records, scripts.

`inforce verify` and the page of that name look digests up here. What never changes stays in the list for good; ready
HTML and interface words are listed as this build made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from inforce.model.version import AmendmentType
from inforce.publication import PublishedPolicy, PublishedRevision, PublishedSite, PublishedVersion
from inforce.site import urls
from inforce.timeline import Period

Digests = Mapping[str, str]
"""Path below the site's root to the digest of the file's bytes, as Subresource Integrity has it (W3C SRI)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedText:
    """A revision of an edition: the digest of its words (`w1:`), and those of the files made from it."""

    revision: PublishedRevision
    summary: str
    """The path of its JSON."""
    files: Digests
    """That file, and for the newest revision the ready HTML of this build."""

    @property
    def words(self) -> str:
        """The digest at the foot of its page."""
        return self.revision.edition.wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecord:
    """A record of a version: its release (`type` is None) or an amendment. `digest` is that of its file (`sha256:`)."""

    type: AmendmentType | None
    recorded: datetime
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedVersion:
    """A version, all its texts and all its records."""

    policy: PublishedPolicy
    published: PublishedVersion
    number: int
    in_force: tuple[Period, ...]
    """The stretches of time in which it is in force, as far as that is known; none where it never is."""
    texts: tuple[ListedText, ...]
    """In the site's order of languages, the newest revision first."""
    records: tuple[ListedRecord, ...]
    """The newest first."""
    files: Digests
    """Files of this build for all its languages: configurations of consent banners."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that the version was released in."""
        return ZoneInfo(self.published.version.time_zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All that is listed: policies in the site's order, the newest version first."""

    versions: tuple[ListedVersion, ...]
    files: Digests
    """Every other file of the site that digests are known of."""


def register(site: PublishedSite, digests: Digests) -> Register:
    """The register of a site; `digests` are those of its files."""
    versions = [
        _version(site, policy, published, digests)
        for policy in site.policies
        for published in reversed(policy.versions)
    ]
    listed = {path for version in versions for text in version.texts for path in text.files}
    listed |= {path for version in versions for path in version.files}
    return Register(
        versions=tuple(versions), files={path: each for path, each in digests.items() if path not in listed}
    )


def _version(
    site: PublishedSite,
    policy: PublishedPolicy,
    published: PublishedVersion,
    digests: Digests,
) -> ListedVersion:
    version = published.version
    dated = [(None, version.released), *((each.type, each.recorded) for each in version.amendments)]
    records = [
        ListedRecord(type=type_, recorded=recorded, digest=digest)
        for (type_, recorded), digest in zip(dated, version.records, strict=True)
    ]
    return ListedVersion(
        policy=policy,
        published=published,
        number=version.number,
        in_force=policy.timeline.periods(version.number),
        texts=tuple(
            _text(policy.id, version.number, revision, digests)
            for language in _ordered(published.revisions, site.site.languages)
            for revision in reversed(published.revisions[language])
        ),
        records=tuple(reversed(records)),
        files={path: digests[path] for path in urls.banners(policy.id, version.number) if path in digests},
    )


def _ordered(languages: Iterable[str], first: tuple[str, ...]) -> list[str]:
    """Languages in the site's order; those that it no longer has come last."""
    return sorted(languages, key=lambda name: (first.index(name) if name in first else len(first), name))


def _text(policy: str, number: int, revision: PublishedRevision, digests: Digests) -> ListedText:
    language = revision.language
    summary = urls.summary(policy, number, language, revision.number)
    paths = [summary, *(() if revision.replaced else urls.ready_html(policy, number, language))]
    return ListedText(
        revision=revision, summary=summary, files={path: digests[path] for path in paths if path in digests}
    )
