"""What pages of the handbook can name: the facts in each of their states, and the sections of the policies."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from inforce.model.edition import ReadEdition
from inforce.problems import Location
from inforce.project.editions import SectionReader
from inforce.project.open import OpenProject
from inforce.project.project import PolicySource, Project
from inforce.project.publish import Publication, publish, version_folder
from inforce.publication import PublishedPolicy, PublishedVersion
from inforce.rules.facts import Places
from inforce.rules.page_facts import Stand
from inforce.rules.page_links import Nameable, PolicyIds
from inforce.site.policy import shown_edition
from inforce.storage.tree import SOURCE

_OF_WORDS = "FLTX"
"""How the codes begin of errors in spite of which everything can be read."""


def nameable(opened: OpenProject, *, as_of: datetime, site: Publication | None = None) -> Nameable | None:
    """It as of an instant; None where no page names anything. `site` is what is published then, where it is known."""
    if not opened.handbook.speaks():
        return None
    project = opened.project
    if any(one.code[0] not in _OF_WORDS and one.location.file.startswith(f"{SOURCE}/") for one in opened.errors):
        return Nameable()
    shown = (site or publish(project, opened.reader, as_of=as_of, drafts=False)).site.policies
    every = shown
    if (last := _last(project, as_of)) > as_of:  # what was recorded since, a page of today may say
        every = publish(project, opened.reader, as_of=last, drafts=False).site.policies
    stands = [stand for policy in every for stand in _stands(policy, as_of, alone=len(every) == 1)]
    policies = tuple(
        _ids(source, now, then, as_of, opened.reader)
        for source, now, then in zip(project.policies, shown, every, strict=True)
    )
    return Nameable(
        stands=(Stand(name="", facts=project.facts, places=project.facts_places.place), *stands),
        policies=policies,
        languages=project.site.languages,
        default=project.site.default_language,
        digest=_digest(opened, stands, policies),
    )


def _last(project: Project, as_of: datetime) -> datetime:
    """When all that is recorded can be read."""
    released = [item for policy in project.policies for item in policy.released]
    announced = (item.manifest.announced or item.manifest.effective_from for item in released)
    return max((as_of, *announced, *(state.at for item in released for state in item.history)))


def _stands(policy: PublishedPolicy, as_of: datetime, *, alone: bool) -> Iterator[Stand]:
    for published in policy.versions:
        version = published.version
        yield Stand(
            name=f"version {version.number}{'' if alone else f' of {policy.id}'}",
            facts=published.facts,
            places=_frozen(f"{version_folder(version)}/facts.json"),
            status=policy.timeline.status(version.number, as_of),
            effective=version.effective_from.astimezone(ZoneInfo(version.time_zone)).date(),
        )


def _frozen(file: str) -> Places:
    return lambda _: Location(file=file)


def _ids(
    source: PolicySource, shown: PublishedPolicy, every: PublishedPolicy, as_of: datetime, reader: SectionReader
) -> PolicyIds:
    term = shown.timeline.in_force_at(as_of)
    current = shown.version(term.version) if term else None

    @cache
    def in_force(language: str) -> Mapping[str, str]:
        edition = shown_edition(current, language) if current else None
        return {id: edition.numbers.get(id, "") for id in _of_edition(edition)} if edition else {}

    @cache
    def working() -> frozenset[str]:
        leading = source.config.authoritative_language
        texts = source.working[leading].sections if leading in source.working else {}
        read = (reader.section(leading, name, text) for name, text in texts.items())
        return frozenset(texts).union(*((id for id, _, _ in section.ids()) for section in read if section))

    @cache
    def released() -> frozenset[str]:
        return frozenset(id for one in every.versions for id in _of_edition(shown_edition(one, _leading(one))))

    return PolicyIds(id=source.id, in_force=in_force, working=working, released=released)


def _leading(published: PublishedVersion) -> str:
    return published.version.authoritative_language


def _of_edition(edition: ReadEdition) -> Iterator[str]:
    for section in edition.sections:
        yield section.id
        yield from (id for id, _, _ in section.ids())


def _digest(opened: OpenProject, stands: Sequence[Stand], policies: Sequence[PolicyIds]) -> str:
    """Of the facts, of the records and the state of each version, and of the ids of the working texts."""
    settings = re.compile(rf"{SOURCE}/(?:facts/.*|[^/]+\.yml|[^/]+/policy\.yml|.*/(?:manifest|amendment)\.json)")
    files = opened.project.tree.files
    made_from = {path: hashlib.sha256(files[path]).hexdigest() for path in files if settings.fullmatch(path)}
    states = [(stand.name, stand.status) for stand in stands]
    ids = [sorted(policy.working()) for policy in policies]
    return hashlib.sha256(json.dumps([made_from, states, ids]).encode("utf-8", "surrogateescape")).hexdigest()
