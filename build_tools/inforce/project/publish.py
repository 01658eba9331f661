"""A project as it is published at an instant: versions read, timelines made, frozen JSON laid ready."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from inforce.errors import CannotContinue
from inforce.model.facts import Facts
from inforce.model.spoken import spoken_facts
from inforce.model.version import Amendment, ReleasedVersion, Version
from inforce.project.editions import SectionReader, read_editions
from inforce.project.project import PolicySource, Project
from inforce.publication import PublishedDraft, PublishedPolicy, PublishedRevision, PublishedSite, PublishedVersion
from inforce.reader.records.state import State
from inforce.reader.records.version import VersionRecords
from inforce.release.next_version import WorkingText, draft_version
from inforce.rules.dates import terms
from inforce.rules.records import unreadable_facts
from inforce.storage.tree import SOURCE
from inforce.timeline import timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is published: the site for pages, and the frozen JSON of each version."""

    site: PublishedSite
    frozen: Mapping[tuple[str, int], Mapping[str, bytes]]
    """(policy, version) to its published files, by path below `/api/v1/{policy}/{N}/`."""
    state_bounds: tuple[datetime | None, datetime | None]
    """From when, and until when, no version changes its state: within it, a build gives the same site."""


def publish(project: Project, reader: SectionReader, *, as_of: datetime, drafts: bool) -> Publication:
    """The publication as of an instant (aware): versions announced and amendments recorded by then."""
    frozen: dict[tuple[str, int], Mapping[str, bytes]] = {}
    policies: list[PublishedPolicy] = []
    facts: dict[str, Facts] = {}
    for source in project.policies:
        shown = [
            item.as_of(as_of)
            for item in source.released
            if (item.manifest.announced or item.manifest.effective_from) <= as_of
        ]
        for item in shown:
            frozen[(source.id, item.manifest.version)] = item.published()
        policies.append(
            PublishedPolicy(
                id=source.id,
                config=source.config,
                timeline=timeline(terms([item.version for item in shown])),
                versions=tuple(_released(item, reader, facts) for item in shown),
                draft=_draft(project, source, reader) if drafts else None,
            )
        )
    site = PublishedSite(site=project.site, policies=tuple(policies), links=project.links.links, as_of=as_of)
    return Publication(site=site, frozen=frozen, state_bounds=_state_bounds(project, as_of))


def _state_bounds(project: Project, as_of: datetime) -> tuple[datetime | None, datetime | None]:
    announced = [item.manifest.announced for source in project.policies for item in source.released]
    states = [state for source in project.policies for item in source.released for state in item.history]
    dates = [at for state in states for at in (state.at, state.effective_from, state.withdrawn)]
    instants = sorted(at for at in (*announced, *dates) if at is not None)
    before = [at for at in instants if at <= as_of]
    after = [at for at in instants if at > as_of]
    return before[-1] if before else None, after[0] if after else None


def facts_of(version: ReleasedVersion, facts: Mapping[str, Any] | None = None) -> Facts:
    """All facts as they were, or some of them. Raises CannotContinue where this tool no longer reads them."""
    try:
        return Facts.model_validate(version.facts if facts is None else facts)
    except ValidationError as error:
        raise CannotContinue([unreadable_facts(version_folder(version), error)]) from None


def version_folder(version: ReleasedVersion) -> str:
    """Where a released version is kept, relative to the project."""
    return f"{SOURCE}/{version.policy}/versions/{version.number}"


def plain_facts(facts: Facts) -> dict[str, object]:
    """Facts as plain data, the way a release freezes them."""
    data: dict[str, object] = facts.model_dump(mode="json", exclude_none=True)
    return {name: value for name, value in data.items() if value}


def working_text(project: Project, source: PolicySource, *, languages: tuple[str, ...] | None = None) -> WorkingText:
    """The working text of a policy in some of its languages, or in all."""
    chosen = languages or tuple(source.working)
    ids = source.config.section_ids()
    return WorkingText(
        policy=source.id,
        folder=source.folder,
        config=source.config,
        site=project.site,
        texts={
            language: {name: working.sections[name] for name in ids if name in working.sections}
            for language in chosen
            if (working := source.working.get(language)) is not None
        },
        facts=plain_facts(project.facts),
        pages=project.pages,
        notes=source.notes,
        earlier=source.released,
        synced={language: working.synced for language, working in source.working.items()},
    )


def _released(item: VersionRecords, reader: SectionReader, known: dict[str, Facts]) -> PublishedVersion:
    """A released version with its revisions; versions with the same facts share them."""
    stood = [_stood(item.first(count + 1).version, reader, known) for count in range(len(item.history))]
    return replace(stood[-1], revisions=revisions_of(item.history, stood))


def revisions_of(
    history: Sequence[State], stood: Sequence[PublishedVersion]
) -> Mapping[str, tuple[PublishedRevision, ...]]:
    """Every revision of each edition; `stood` is the version after each record."""
    found: dict[str, list[PublishedRevision]] = {}
    for state, then in zip(history, stood, strict=True):
        for language in state.grown:
            mine = found.setdefault(language, [])
            if mine:
                mine[-1] = replace(mine[-1], replaced=state.at)
            mine.append(
                PublishedRevision(
                    language=language,
                    number=state.revisions[language],
                    recorded=state.at,
                    replaced=None,
                    amendment=state.record if isinstance(state.record, Amendment) else None,
                    stood=then,
                )
            )
    return {language: tuple(each) for language, each in found.items()}


def _stood(version: ReleasedVersion, reader: SectionReader, known: dict[str, Facts]) -> PublishedVersion:
    """A version in one of its states; those with the same facts share them."""
    spoken = spoken_facts(version)
    same = json.dumps(spoken, sort_keys=True)
    if same not in known:
        known[same] = facts_of(version, spoken)
    facts = known[same]
    return PublishedVersion(version=version, facts=facts, editions=read_editions(version, facts, reader))


def _draft(project: Project, source: PolicySource, reader: SectionReader) -> PublishedDraft | None:
    """The working text with the facts that stand now, if they differ from the last version."""
    ids = source.config.section_ids()
    complete = tuple(
        language for language, working in source.working.items() if all(name in working.sections for name in ids)
    )
    if source.config.authoritative_language not in complete:
        return None
    version = draft_version(working_text(project, source, languages=complete), parse=reader.section)
    last = source.released[-1].version if source.released else None
    facts = Facts.model_validate(spoken_facts(version))
    if last and _same_words(last, version) and facts_of(last, spoken_facts(last)) == facts:
        return None
    return PublishedDraft(version=version, facts=facts, editions=read_editions(version, facts, reader))


def _same_words(released: Version, draft: Version) -> bool:
    return released.order == draft.order and all(
        dict(released.editions[language].sections) == dict(edition.sections)
        for language, edition in draft.editions.items()
        if language in released.editions
    )
