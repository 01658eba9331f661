"""The working text of a policy as the next version of it: a draft, and what a release would make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from inforce.model.config import ChangeNote, Kind, PolicyConfig, Site
from inforce.model.text import Parse
from inforce.model.version import AsPublished, Draft, Edition, EditionTerms, ReleasedVersion, SectionDigests
from inforce.problems import Problem
from inforce.reader.records.version import VersionRecords
from inforce.release.acceptance import NO_REASONS, Reasons
from inforce.release.records import section_digests
from inforce.rules.facts import Places
from inforce.rules.record_invariants import kind_by_notes
from inforce.rules.states import in_facts

Texts = Mapping[str, Mapping[str, str]]
"""Language to section id to source text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingText:
    """What a policy says now, and what was released of it before."""

    policy: str
    folder: str
    config: PolicyConfig
    site: Site
    texts: Texts
    """Only the languages to show or to release."""
    facts: Mapping[str, object]
    notes: tuple[ChangeNote, ...]
    earlier: tuple[VersionRecords, ...]
    synced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language to section id to the digest of the prevailing text that a translation was made from (`sync.json`)."""
    pages: tuple[str, ...] = ()
    """The addresses of links.yml and of the site, which notes may name."""

    @property
    def number(self) -> int:
        """The number of the version that it becomes."""
        return len(self.earlier) + 1

    @property
    def last(self) -> VersionRecords | None:
        """The version before it."""
        return self.earlier[-1] if self.earlier else None

    @property
    def kind(self) -> Kind:
        """The kind of change that it is, by its notes."""
        return kind_by_notes(self.notes, first=not self.earlier)

    def terms(self, language: str) -> EditionTerms:
        """How its edition in a language stands."""
        terms = self.config.languages[language]
        return EditionTerms(title=self.config.title[language], status=terms.status, reviewed=terms.reviewed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRequest:
    """What is to be released, and when. Instants are aware datetimes."""

    working: WorkingText
    released: datetime
    announced: datetime | None
    """When visitors could first read it; None where a text kept as it was published does not say."""
    announced_because: str | None = None
    """Where they could, if that lies before the release."""
    committed: datetime | None = None
    """When the newest commit was made, if git knows."""
    effective_from: datetime
    ask_consent: bool = False
    as_published: AsPublished | None = None
    to_follow: tuple[str, ...] = ()
    """The languages of `policy.yml` that it leaves out by choice, to be added later."""
    places: Places = in_facts
    """Where each fact stands."""
    unseen: tuple[Problem, ...] = ()
    """What is open and not to be seen in words and facts themselves: translations that are behind."""
    reasons: Reasons = NO_REASONS
    """Why it is released with what is open."""


def draft_version(working: WorkingText, *, parse: Parse) -> Draft:
    """The working text as drafts show it: its files are those of the working text."""
    digests = section_digests(working.texts, parse)
    return Draft(**_text_of(working, working.texts, digests, folder=working.folder, ask_consent=False))


def planned_version(
    request: ReleaseRequest, texts: Texts, digests: Mapping[str, Mapping[str, SectionDigests]]
) -> ReleasedVersion:
    """The version as it will stand, with these texts."""
    working = request.working
    folder = f"{working.folder}/versions/{working.number}"
    return ReleasedVersion(
        **_text_of(working, texts, digests, folder=folder, ask_consent=request.ask_consent),
        number=working.number,
        effective_from=request.effective_from,
        first_effective=request.effective_from,
        announced=request.announced,
        announced_because=request.announced_because,
        released=request.released,
        as_published=request.as_published,
        head="",
        to_follow=request.to_follow,
    )


def _text_of(
    working: WorkingText,
    texts: Texts,
    digests: Mapping[str, Mapping[str, SectionDigests]],
    *,
    folder: str,
    ask_consent: bool,
) -> dict[str, Any]:
    """The fields that a draft and a released version share (`model.version.Version`), for `texts` that stand in
    `folder`."""
    epoch = working.last.manifest.consent_epoch if working.last else 1
    editions = {}
    for language, sections in texts.items():
        terms = working.terms(language)
        editions[language] = Edition(
            policy=working.policy,
            version=working.number,
            language=language,
            title=terms.title,
            status=terms.status,
            reviewed=terms.reviewed,
            revision=1,
            sections=sections,
            digests=digests.get(language, {}),
            paths={name: f"{folder}/{language}/{name}.md" for name in sections},
        )
    return {
        "policy": working.policy,
        "kind": working.kind,
        "consent_epoch": epoch + (1 if ask_consent and working.earlier else 0),
        "time_zone": working.site.time_zone,
        "authoritative_language": working.config.authoritative_language,
        "order": working.config.sections,
        "numbering": working.config.numbering,
        "lists": working.config.lists,
        "roles": working.config.roles,
        "editions": editions,
        "changes": working.notes,
        "facts": dict(working.facts),
    }
