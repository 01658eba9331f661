"""The index: every policy's timeline as of an instant, with the summaries of all editions and their integrity.

It says nothing of the instant it was made at: it changes only when a status, a version or an edition does.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Literal

from pydantic import Field

from inforce.model.edition import ReadEdition
from inforce.pages import urls
from inforce.publication import PublishedPolicy, PublishedRevision, PublishedSite, PublishedVersion
from inforce.summary.published import Published

API = "api/v1"
Files = Mapping[str, bytes]
"""Published files by path below `/api/v1/{policy}/{N}/`."""


class ReadyHtml(Published):
    """Where the ready HTML of an edition is. It is made anew with each build, so it has no integrity."""

    cookies: str
    contact: str


class IndexRevision(Published):
    """A revision of an edition: it holds from `recorded` until the next one was. Its page and summary stay for good.

    The first one of a version that was public before it was recorded held before, too.
    """

    revision: int
    recorded: str
    url: str
    summary: str
    integrity: str = Field(pattern="^sha256-[A-Za-z0-9+/]{43}=$")
    text_digest: str


class IndexEdition(Published):
    """An edition in the index, as its newest revision has it; `revisions` has all, the first first.

    `integrity` is an SRI string that `fetch(url, {integrity})` takes as it is.
    """

    language: str
    status: Literal["authoritative", "official", "courtesy"]
    title: str
    url: str
    summary: str
    integrity: str = Field(pattern="^sha256-[A-Za-z0-9+/]{43}=$")
    revision: int
    text_digest: str
    html: ReadyHtml
    revisions: list[IndexRevision]


class IndexVersion(Published):
    """A version in the index. `status` is as of the build; the instants tell what it is at any other time."""

    version: int
    status: Literal["announced", "in_force", "superseded", "withdrawn"]
    kind: Literal["material", "clarification", "correction"]
    consent_epoch: int
    announced: str | None = None
    announced_because: str | None = None
    effective_from: str
    effective_until: str | None = None
    withdrawn: str | None = None
    """From when it no longer applies, if it was withdrawn; it may never have taken effect."""
    successor: int | None = None
    """The version that took its place, or will; none while it is in force again after that one was withdrawn."""
    editions: list[IndexEdition]


class IndexPolicy(Published):
    """A policy in the index: its whole timeline."""

    policy: str
    in_force: int | None = None
    next_change_at: str | None = None
    versions: list[IndexVersion]


class Index(Published):
    """The index: the one moving file. `next_change_at` is the next instant known at which a status changes."""

    format: Literal["inforce-index-1"] = "inforce-index-1"
    base_url: str
    default_language: str
    languages: list[str]
    next_change_at: str | None = None
    policies: list[IndexPolicy]


def index(site: PublishedSite, files: Mapping[tuple[str, int], Files]) -> Index:
    """The index of a site. `files` holds the frozen published files of each (policy, version number)."""
    policies = [_policy(policy, site, files) for policy in site.policies]
    changes = [policy.next_change_at for policy in policies if policy.next_change_at]
    return Index(
        base_url=site.site.base_url,
        default_language=site.site.default_language,
        languages=list(site.site.languages),
        next_change_at=min(changes, key=datetime.fromisoformat) if changes else None,
        policies=policies,
    )


def integrity(data: bytes) -> str:
    """A Subresource Integrity string (W3C SRI): `sha256-` and base64."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def _policy(policy: PublishedPolicy, site: PublishedSite, files: Mapping[tuple[str, int], Files]) -> IndexPolicy:
    current = policy.timeline.in_force_at(site.as_of)
    change = policy.timeline.next_change_after(site.as_of)
    return IndexPolicy(
        policy=policy.id,
        in_force=current.version if current else None,
        next_change_at=change.isoformat(timespec="seconds") if change else None,
        versions=[_version(policy, published, site, files) for published in policy.versions],
    )


def _version(
    policy: PublishedPolicy,
    published: PublishedVersion,
    site: PublishedSite,
    files: Mapping[tuple[str, int], Files],
) -> IndexVersion:
    version = published.version
    assert version.number is not None
    assert version.effective_from is not None
    until = policy.timeline.effective_until(version.number)
    spans = policy.timeline.spans()
    after = [later.version for span, later in pairwise(spans) if span.version == version.number and until is not None]
    return IndexVersion(
        version=version.number,
        status=policy.timeline.status(version.number, site.as_of).value,
        kind=version.kind.value,
        consent_epoch=version.consent_epoch,
        announced=version.announced.isoformat(timespec="seconds") if version.announced else None,
        announced_because=version.announced_because,
        effective_from=version.effective_from.isoformat(timespec="seconds"),
        effective_until=until.isoformat(timespec="seconds") if until else None,
        withdrawn=version.withdrawn.isoformat(timespec="seconds") if version.withdrawn else None,
        successor=after[-1] if after else None,
        editions=[
            _edition(read, published.revisions[language], site.site.base_url, files[(policy.id, version.number)])
            for language, read in published.editions.items()
        ],
    )


def _edition(read: ReadEdition, made: Sequence[PublishedRevision], base: str, files: Files) -> IndexEdition:
    edition = read.edition
    revisions = [_revision(each, base, files) for each in made]
    newest = revisions[-1]
    folder = f"{base}{API}/{edition.policy}/{edition.version}/{edition.language}"
    return IndexEdition(
        language=edition.language,
        status=edition.status.value,
        title=edition.title,
        url=base + urls.version(edition.language, edition.policy, edition.version),
        summary=newest.summary,
        integrity=newest.integrity,
        revision=newest.revision,
        text_digest=read.wording,
        html=ReadyHtml(cookies=f"{folder}/cookies.html", contact=f"{folder}/contact.html"),
        revisions=revisions,
    )


def _revision(made: PublishedRevision, base: str, files: Files) -> IndexRevision:
    edition = made.edition.edition
    return IndexRevision(
        revision=made.number,
        recorded=made.recorded.isoformat(timespec="seconds"),
        url=base + urls.revision(edition.language, edition.policy, edition.version, made.number),
        summary=base + urls.summary(edition.policy, edition.version, edition.language, made.number),
        integrity=integrity(files[f"{edition.language}/r{made.number}.json"]),
        text_digest=made.edition.wording,
    )
