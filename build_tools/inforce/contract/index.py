"""The index: every policy's timeline as of an instant, with the summaries of all editions and their integrity.

It names the host in one field, `base_url`: every other address is a path from the site's root. `sequence` never falls,
so that whoever keeps a copy can refuse an older one.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from inforce.contract.codes import ChangeKind, LanguageStatus, SitePart, Status
from inforce.contract.formats import (
    BaseAddress,
    Id,
    Instant,
    Integrity,
    Language,
    Line,
    RecordDigest,
    SitePath,
    TextDigest,
)
from inforce.contract.published import Distinct, Published, When, said
from inforce.contract.summarise import kind_of_change
from inforce.model.edition import ReadEdition
from inforce.publication import Part, PublishedPolicy, PublishedRevision, PublishedSite, PublishedVersion
from inforce.site import urls

API = "api/v1"
WORDS = f"{API}/words/"
Files = Mapping[str, bytes]
"""Published files by their path from the site's root: frozen summaries, the ready HTML of this build, scripts."""


class SiteFile(Published):
    """A file of the site and its digest. Wherever a file is named with one, it is named so."""

    path: Annotated[SitePath, said("Where it is, from the root of the site: `base_url` and it make the address.")]
    integrity: Annotated[Integrity, said("The digest of its bytes.")]


class ReadyHtml(Published):
    """The ready HTML of an edition, as this build made it. That of the next one may differ."""

    cookies: Annotated[SiteFile, said("The cookies.", article="Directive 2002/58/EC, Article 5(3)")]
    contact: Annotated[SiteFile, said("Whom to write to.", article="GDPR, Article 13(1)(a) and (b)")]
    status: Annotated[SiteFile, said("Where the policy stands.")]


class Banners(Published):
    """The configurations of consent banners that this build made of a version, in all its languages. Those of the next
    one may differ."""

    cookieconsent: Annotated[SiteFile, said("For vanilla-cookieconsent 3.1.")]
    klaro: Annotated[SiteFile, said("For Klaro 0.7.")]


class IndexRevision(Published):
    """A revision of an edition: it holds from `recorded` until the next one was. Its page and summary stay for good.

    The first one of a version that was public before it was recorded held before, too.
    """

    revision: Annotated[int, Field(ge=1), said("Which revision.")]
    recorded: Annotated[Instant, said("From when it holds.", source="`inforce release`, `inforce amend`")]
    path: Annotated[SitePath, said("Its page, for good.")]
    summary: Annotated[SiteFile, said("Its summary, for good.")]
    text_digest: Annotated[TextDigest, said("The digest of its words.")]


class IndexEdition(Published):
    """An edition in the index, as its newest revision has it."""

    language: Annotated[Language, said("Its language.", source="`policy.yml`, `languages:`")]
    language_status: Annotated[LanguageStatus, said("Which weight its text has.", source="`policy.yml`, `languages:`")]
    title: Annotated[Line, said("The title of the policy.", source="`policy.yml`, `title:`")]
    path: Annotated[SitePath, said("Where to read the version, for good.")]
    summary: Annotated[SiteFile, said("Its newest summary.")]
    revision: Annotated[int, Field(ge=1), said("The newest revision.")]
    text_digest: Annotated[TextDigest, said("The digest of its words.")]
    html: Annotated[ReadyHtml, said("Its ready HTML.")]
    revisions: Annotated[list[IndexRevision], Distinct("revision"), said("Every revision, the first first.")]


class IndexVersion(Published):
    """A version in the index. `status` is as of the build; the instants tell what it is at any other time."""

    conditions: ClassVar = (When({"announced_because": ()}, present=("announced",)),)
    version: Annotated[int, Field(ge=1), said("Which version.", source="counted by `inforce release`")]
    status: Annotated[Status, said("Where it stands at `made_at`.")]
    change_kind: Annotated[
        ChangeKind | None,
        said("What it changes; absent for a first version without notes.", source="the notes in `changes/`"),
    ] = None
    consent_epoch: Annotated[
        int,
        Field(ge=1),
        said(
            "Grows only when consent must be asked again. Each policy counts its own: keep it with the policy's id.",
            article="GDPR, Article 7",
            source="`inforce release --ask-consent-again`",
        ),
    ]
    announced: Annotated[
        Instant | None,
        said("From when it can be read; absent where nobody recorded it.", source="`inforce release --announced`"),
    ] = None
    announced_because: Annotated[
        str | None,
        said(
            "Where readers could see it, if it was announced before it was released.",
            source="`inforce release --announced-because`",
        ),
    ] = None
    effective_from: Annotated[
        Instant,
        said(
            "From when it is in force.", source="`inforce release --effective`, or `inforce amend` with a postponement"
        ),
    ]
    effective_until: Annotated[Instant | None, said("Until when it is in force; absent where no end is known.")] = None
    withdrawn: Annotated[
        Instant | None,
        said(
            "From when it no longer applies, if it was withdrawn; it may never have taken effect.",
            source="`inforce amend` with a withdrawal",
        ),
    ] = None
    successor: Annotated[
        int | None,
        Field(ge=1),
        said("The version that took its place, or will; none while it is in force again after that one was withdrawn."),
    ] = None
    records: Annotated[
        list[RecordDigest],
        said(
            "The digests of its records as the repository keeps them: the manifest, then each amendment. Each record "
            "names the one before it, so whoever keeps these sees when one is changed or taken away."
        ),
    ]
    states: Annotated[
        list[SitePart],
        Distinct(),
        said("What it can be shown for: its cookies; its rights and contacts. What others have stands in theirs."),
    ]
    banners: Annotated[
        Banners | None,
        said(
            "What consent banners need; absent where it states none on a website.",
            article="Directive 2002/58/EC, Article 5(3)",
        ),
    ] = None
    editions: Annotated[list[IndexEdition], Distinct("language"), said("Its texts, by language.")]


class IndexPolicy(Published):
    """A policy in the index: its whole timeline."""

    policy: Annotated[Id, said("Which policy.", source="its folder in `policy_src/`")]
    in_force: Annotated[
        int | None, Field(ge=1), said("The version in force at `made_at`; absent where there is none.")
    ] = None
    next_change_at: Annotated[
        Instant | None, said("The next instant known at which another version, or none, is in force.")
    ] = None
    versions: Annotated[list[IndexVersion], Distinct("version"), said("Its versions, the first first.")]


class Governor(Published):
    """The version whose facts hold for the whole site: of the policies that state such facts, the one that came into
    force last; of all, where none states any."""

    policy: Annotated[Id, said("Which policy.")]
    version: Annotated[int, Field(ge=1), said("Which version of it.")]


class Governing(Published):
    """Whose facts hold for the whole site at `made_at`, where several policies are in force."""

    cookies: Annotated[Governor, said("Whose cookies hold.", article="Directive 2002/58/EC, Article 5(3)")]
    contact: Annotated[Governor, said("Whose rights and contacts hold.", article="GDPR, Article 13")]


class Index(Published):
    """The index: the moving file. Every path is one from the site's root; `base_url` and it make the whole address."""

    format: Annotated[Literal["inforce-index-1"], said("What this file is.")] = "inforce-index-1"
    base_url: Annotated[BaseAddress, said("The address of the site's root.", source="`site.yml`, `base_url:`")]
    sequence: Annotated[int, Field(ge=0), said("How many releases and amendments there are. It never falls.")]
    made_at: Annotated[Instant, said("The instant as of which the site was built.")]
    default_language: Annotated[
        Language, said("The language of the front page.", source="`site.yml`, `default_language:`")
    ]
    languages: Annotated[
        list[Language], Distinct(), said("The languages of the site.", source="`site.yml`, `languages:`")
    ]
    governing: Annotated[
        Governing | None, said("Whose facts hold, where several policies are in force; absent where none is.")
    ] = None
    next_change_at: Annotated[Instant | None, said("The next instant known at which a status changes.")] = None
    embed: Annotated[list[SiteFile], Distinct("path"), said("The scripts for other sites.")]
    words: Annotated[dict[Language, SiteFile], said("The interface words, by their language.")]
    policies: Annotated[list[IndexPolicy], Distinct("policy"), said("The policies.", source="`site.yml`, `policies:`")]


def index(site: PublishedSite, files: Files) -> Index:
    """The index of a site, with these files of it."""
    policies = [_policy(policy, site, files) for policy in site.policies]
    changes = [policy.next_change_at for policy in policies if policy.next_change_at]
    return Index(
        base_url=site.site.base_url,
        sequence=sequence_of(site),
        made_at=site.as_of.isoformat(timespec="seconds"),
        default_language=site.site.default_language,
        languages=list(site.site.languages),
        governing=_governing(site),
        next_change_at=min(changes, key=datetime.fromisoformat) if changes else None,
        embed=[_file(path, files) for path in sorted(files) if path.startswith("embed/")],
        words={
            path.removeprefix(WORDS).removesuffix(".json"): _file(path, files)
            for path in sorted(files)
            if path.startswith(WORDS)
        },
        policies=policies,
    )


def _governing(site: PublishedSite) -> Governing | None:
    found = {part.value: site.governing(part) for part in Part}
    made = {name: Governor(policy=each[0].id, version=each[1]) for name, each in found.items() if each}
    return Governing(**made) if made else None


def sequence_of(site: PublishedSite) -> int:
    """How many releases and amendments a site has."""
    return sum(1 + len(each.version.amendments) for policy in site.policies for each in policy.versions)


def in_force_and_announced(whole: Index) -> Index:
    """The index with only the versions that are in force or announced, and of their editions the newest revisions: what
    a page needs, however many versions there are."""
    return whole.model_copy(
        update={
            "policies": [
                policy.model_copy(
                    update={
                        "versions": [
                            version.model_copy(update={"editions": [_newest(each) for each in version.editions]})
                            for version in policy.versions
                            if version.status in ("in_force", "announced")
                        ]
                    }
                )
                for policy in whole.policies
            ]
        }
    )


def _newest(edition: IndexEdition) -> IndexEdition:
    return edition.model_copy(update={"revisions": edition.revisions[-1:]})


def integrity(data: bytes) -> str:
    """A Subresource Integrity string (W3C SRI): `sha256-` and base64."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def _policy(policy: PublishedPolicy, site: PublishedSite, files: Files) -> IndexPolicy:
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
    files: Files,
) -> IndexVersion:
    version = published.version
    until = policy.timeline.effective_until(version.number)
    spans = policy.timeline.spans()
    after = [later.version for span, later in pairwise(spans) if span.version == version.number and until is not None]
    return IndexVersion(
        version=version.number,
        status=policy.timeline.status(version.number, site.as_of).value,
        change_kind=kind_of_change(version),
        consent_epoch=version.consent_epoch,
        announced=version.announced.isoformat(timespec="seconds") if version.announced else None,
        announced_because=version.announced_because,
        effective_from=version.effective_from.isoformat(timespec="seconds"),
        effective_until=until.isoformat(timespec="seconds") if until else None,
        withdrawn=version.withdrawn.isoformat(timespec="seconds") if version.withdrawn else None,
        successor=after[-1] if after else None,
        records=list(version.records),
        states=[part.value for part in published.states],
        banners=_banners(f"{API}/{policy.id}/{version.number}", files),
        editions=[
            _edition(read, published.revisions[language], files) for language, read in published.editions.items()
        ],
    )


def _edition(read: ReadEdition, made: Sequence[PublishedRevision], files: Files) -> IndexEdition:
    edition = read.edition
    revisions = [_revision(each, files) for each in made]
    newest = revisions[-1]
    cookies, contact, status = urls.ready_html(edition.policy, edition.version, edition.language)
    return IndexEdition(
        language=edition.language,
        language_status=edition.status.value,
        title=edition.title,
        path=urls.version(edition.language, edition.policy, edition.version),
        summary=newest.summary,
        revision=newest.revision,
        text_digest=read.wording,
        html=ReadyHtml(
            cookies=_file(cookies, files),
            contact=_file(contact, files),
            status=_file(status, files),
        ),
        revisions=revisions,
    )


def _banners(folder: str, files: Files) -> Banners | None:
    paths = {name: f"{folder}/{name}.json" for name in Banners.model_fields}
    if not files.keys() >= set(paths.values()):
        return None
    return Banners(**{name: _file(path, files) for name, path in paths.items()})


def _file(path: str, files: Files) -> SiteFile:
    """A file of the site as JSON names it."""
    return SiteFile(path=path, integrity=integrity(files[path]))


def _revision(made: PublishedRevision, files: Files) -> IndexRevision:
    edition = made.edition.edition
    return IndexRevision(
        revision=made.number,
        recorded=made.recorded.isoformat(timespec="seconds"),
        path=urls.revision(edition.language, edition.policy, edition.version, made.number),
        summary=_file(urls.summary(edition.policy, edition.version, edition.language, made.number), files),
        text_digest=made.edition.wording,
    )
